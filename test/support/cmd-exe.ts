/**
 * How cmd.exe reads what is typed or pasted at its prompt, down to the arguments of the one program that it
 * starts. Throws where another command would run, a file would be opened, or the line would not end.
 *
 * 1. Percent signs, before anything else: `%NAME%` and `%NAME:…%` become the variable's value, quotes and carets
 *    notwithstanding. At the prompt, unlike in a batch file, what names no variable stays as it is.
 * 2. Characters: a caret outside of quotes makes the next one plain, and joins the next line; a quote that is not
 *    plain begins or ends quotes, within which only the line's end is special; `&`, `|`, `<`, `>` outside of quotes
 *    are operators.
 * 3. The program splits its own command line, by the rules of Microsoft's C runtime: `argumentsOf`.
 *
 * Tried against cmd.exe of Wine for all but the percent signs, of which Wine 8 takes no such care.
 */
export function argumentsAtPrompt(
  text: string,
  variable: (name: string) => string | undefined,
): readonly string[] {
  const lines = text.split('\n').map((line) => withVariables(line, variable));
  const longest = Math.max(...lines.map(({ length }) => length));
  if (longest > 8191) throw new Error(`a line of ${longest} characters`);
  return argumentsOf(plainCommand(lines.join('\n')));
}

function withVariables(line: string, variable: (name: string) => string | undefined): string {
  let read = '';
  for (let at = 0; at < line.length; at++) {
    const end = line.indexOf('%', at + 1);
    if (line[at] !== '%' || end === -1) {
      read += line[at];
      continue;
    }
    const [name = ''] = line.slice(at + 1, end).split(':');
    const value = name === '' ? undefined : variable(name);
    read += value ?? '%';
    if (value !== undefined) at = end;
  }
  return read;
}

function plainCommand(text: string): string {
  let read = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '\n') throw new Error('a second command');
    if (character === '"') isQuoted = !isQuoted;
    if (character === '^' && !isQuoted) {
      at += text[at + 1] === '\n' ? 2 : 1;
      if (at >= text.length || text[at] === '\n') throw new Error('a line that does not end');
      read += text[at];
    } else if (/[&|<>]/.test(character) && !isQuoted) {
      throw new Error(`an operator: ${text.slice(at, at + 20)}`);
    } else {
      read += character;
    }
  }
  return read;
}

/** A command line as its words: the program, then its arguments. */
export function argumentsOf(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | null = null;
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? '';
    if (/[ \t]/.test(character) && !isQuoted) {
      if (word !== null) words.push(word);
      word = null;
      continue;
    }
    word ??= '';
    const [slashes = ''] = /^\\*/.exec(line.slice(at)) ?? [];
    if (slashes.length > 0) {
      const isBeforeQuote = line[at + slashes.length] === '"';
      word += isBeforeQuote ? '\\'.repeat(Math.floor(slashes.length / 2)) : slashes;
      at += slashes.length - 1;
      if (isBeforeQuote && slashes.length % 2 === 1) {
        word += '"';
        at++;
      }
    } else if (character === '"' && isQuoted && line[at + 1] === '"') {
      word += '"';
      at++;
    } else if (character === '"') {
      isQuoted = !isQuoted;
    } else {
      word += character;
    }
  }
  if (isQuoted) throw new Error('quotes that do not end');
  if (word !== null) words.push(word);
  return words;
}
