const width = 80;

/** Returns comments one below the other, each line with the prefix and at most 80 columns wide where words allow. */
export function comment(prefix: string, ...texts: readonly string[]): string {
  return texts.map((text) => wrapped(prefix, text)).join('\n');
}

function wrapped(prefix: string, text: string): string {
  const lines: string[] = [];
  let line = prefix;
  for (const word of text.split(' ')) {
    if (line !== prefix && line.length + 1 + word.length > width) {
      lines.push(line);
      line = prefix;
    }
    line += ` ${word}`;
  }
  return [...lines, line].join('\n');
}

/** Returns the parts of a configuration that are there, one below the other. */
export function lines(...parts: readonly (string | false | null | undefined)[]): string {
  return parts.filter((part) => typeof part === 'string').join('\n');
}

/** Returns the text with each line that is not empty indented. */
export function indented(text: string, by = '  '): string {
  return text.replace(/^(?=.)/gm, by);
}

/** A text in single quotes, as JavaScript, Python, Ruby and PHP read it. */
export function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

/** A text in double quotes, as JSON, Go, Java and C# read it. */
export function doubleQuoted(text: string): string {
  return JSON.stringify(text);
}

/** Several texts in double quotes, separated by commas. */
export function doubleQuotedList(texts: readonly string[]): string {
  return texts.map(doubleQuoted).join(', ');
}

/** Several texts in single quotes, separated by commas. */
export function quotedList(texts: readonly string[]): string {
  return texts.map(quoted).join(', ');
}

/** A regular expression that matches only the text. */
export function escapedPattern(text: string): string {
  return text
    .replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
    .replaceAll('\\-', '-')
    .replaceAll('\\/', '/');
}
