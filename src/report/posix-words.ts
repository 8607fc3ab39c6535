/**
 * Longest piece of a word, in characters before quoting. A terminal cuts a line that is too long (at 1,024
 * characters in busybox, at 4,095 in dash), and with it the closing quote: the rest would be run as commands.
 */
const maxPiece = 200;

/**
 * `text` as one word that dash, bash, zsh, ksh, fish and busybox read alike. Quotes and backslashes stand outside
 * of single quotes, because fish reads a backslash within them. A long word goes on in the next line. What is not
 * printable ASCII becomes `?`: a terminal obeys control characters, even within quotes.
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
 * A word that `printf` writes as these lines. Each character of a line stands for one byte, U+0000 to U+00FF; any
 * other becomes `?`. What is not plain is written in octal.
 */
export function printfFormat(lines: readonly string[]): string {
  const written = lines.flatMap((line) => [...Array.from(line, printfCharacter), '\\n']);
  // printf would take a leading hyphen for an option.
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
