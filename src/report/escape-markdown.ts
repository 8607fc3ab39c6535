// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const control = /[\u0000-\u001f]/g;
const unsettling = /[\u007f-\u009f\u2028\u2029\p{Format}\p{Surrogate}]/gu;
const structural = /[\\`*[\]<>|~&$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/** `text` on one line: control characters as their pictures, what reorders or hides text as `�`. */
export function oneLine(text: string): string {
  return text
    .replace(control, (character) => String.fromCharCode(0x2400 + character.charCodeAt(0)))
    .replace(unsettling, '\ufffd');
}

/** `text` as a paragraph, list item or heading of Markdown that shows it as it is and mentions nobody. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(structural, '\\$&')
    .replace(/@/g, '@\u2060')
    .replace(/^(\s*)([-+=#])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/** `text` as inline code; with entities where backticks, pipes or backslashes would end or split it. */
export function inlineCode(text: string): string {
  const line = oneLine(text);
  if (!/[`|\\]/.test(line) && line.trim() === line && line !== '') return `\`${line}\``;
  const entities = line.replace(/[^\p{L}\p{N} ,.;/-]/gu, (character) => `&#${character.codePointAt(0)};`);
  return `<code>${entities}</code>`;
}

/** `lines` as a code block that no line can close. */
export function codeBlock(language: string, lines: readonly string[]): string {
  const content = lines.map(oneLine).join('\n');
  const longest = Math.max(2, ...(content.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${content}\n${fence}`;
}
