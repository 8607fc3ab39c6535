/**
 * The maximum length of a piece of a word, in characters before quoting. A terminal truncates long lines
 * (1,024 characters in busybox, 4,095 in dash). That would remove the closing quote and run the rest as
 * commands.
 */
const maxPiece = 200;

/**
 * Returns `text` as one word that means the same in dash, bash, zsh, ksh, fish and busybox. Quotes and
 * backslashes are outside single quotes, because fish interprets a backslash inside them. A long word
 * continues on the next line. Characters outside printable ASCII become `?`: a terminal obeys control
 * characters, even in quotes.
 */
export function posixWord(text: string): string {
  if (/^[A-Z]{1,40}$/.test(text)) return text;
  if (text === '') return "''";
  return pieces(Array.from(text, (character) => (/[ -~]/.test(character) ? character : '?')))
    .map((piece) =>
      piece.replace(/[^'\\]+|['\\]/g, (run) => (run === "'" || run === '\\' ? `\\${run}` : `'${run}'`)),
    )
    .join('\\\n');
}

/**
 * Returns a format string that makes `printf` write these lines. Each character from U+0000 to U+00FF stands
 * for one byte; any other becomes `?`. Characters that are special to a shell or to `printf` are written in
 * octal.
 */
export function printfFormat(lines: readonly string[]): string {
  const written = lines.flatMap((line) => [...Array.from(line, printfCharacter), '\\n']);
  // printf would parse a leading hyphen as an option.
  if (written[0] === '-') written[0] = octal('-');
  return pieces(written)
    .map((piece) => `'${piece}'`)
    .join('\\\n');
}

function printfCharacter(character: string): string {
  if (character === '%') return '%%';
  if (character > '\u00ff') return '?';
  return /^[\w !"#$&()*+,./:;<=>?@[\]^`{|}~-]$/.test(character) ? character : octal(character);
}

function octal(character: string): string {
  return `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`;
}

function pieces(characters: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (let from = 0; from < characters.length; from += maxPiece) {
    found.push(characters.slice(from, from + maxPiece).join(''));
  }
  return found;
}
