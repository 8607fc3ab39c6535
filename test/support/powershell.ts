/**
 * What PowerShell writes to the input of the one program that it starts, for commands of this shape:
 * `& { $OutputEncoding = …; @(strings) | program arguments }`, where strings are literals in single quotes and
 * characters by number, added up. Throws for whatever is neither: anything else might be run.
 *
 * Each of `'`, `‘`, `’`, `‚`, `‛` is a single quote to PowerShell: two in a row are one, and one ends the literal.
 */
export function inputByPowershell(text: string, command: string): readonly string[] {
  const before =
    /^& \{\n {2}\$OutputEncoding = \[System\.Text\.Encoding\]::GetEncoding\(28591\)\n {2}@\(\n/.exec(
      text,
    )?.[0];
  const after = `  ) | ${command}\n}`;
  if (before === undefined || !text.endsWith(after)) throw new Error('another command');
  return stringsOf(text.slice(before.length, text.length - after.length));
}

const quote = /['\u2018-\u201b]/;

function stringsOf(text: string): readonly string[] {
  const strings: string[] = [];
  let string = '';
  let rest = text;
  const skip = (pattern: RegExp) => {
    const [found] = pattern.exec(rest) ?? [];
    if (found === undefined) return null;
    rest = rest.slice(found.length);
    return found;
  };
  while (skip(/^ +/) !== null || rest !== '') {
    const code = skip(/^\[char\]\d+/);
    if (code !== null) string += String.fromCharCode(Number(code.slice('[char]'.length)));
    else string += literal();
    if (skip(/^ \+\n/) !== null) continue;
    if (skip(/^\n/) === null) throw new Error(`not a string: ${rest.slice(0, 20)}`);
    strings.push(string);
    string = '';
  }
  return strings;

  function literal(): string {
    if (!quote.test(rest[0] ?? '')) throw new Error(`not a string: ${rest.slice(0, 20)}`);
    let read = '';
    for (let at = 1; at < rest.length; at++) {
      const character = rest[at] ?? '';
      if (!quote.test(character)) {
        read += character;
        continue;
      }
      if (!quote.test(rest[at + 1] ?? '')) {
        rest = rest.slice(at + 1);
        return read;
      }
      read += character;
      at++;
    }
    throw new Error('a literal that does not end');
  }
}

/** The options in a file that curl reads by `--config`, by the rules of its manual. */
export function curlConfig(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => {
    const [, name = '', , value] = /^([\w-]+)( = "((?:[^"\\]|\\.)*)")?$/s.exec(line) ?? [];
    if (name === '') throw new Error(`not an option: ${line}`);
    if (value === undefined) return [`--${name}`];
    const escapes: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', v: '\v' };
    return [`--${name}`, value.replace(/\\(.)/gs, (_, sign: string) => escapes[sign] ?? sign)];
  });
}
