import { visibleText } from '../prose/visible-text';

const han = '\\p{Script=Han}、。，：；？（）';
/** What stands in typographic quotes, or what neither a space nor Chinese divides. */
const pieces = new RegExp(`“([^”]+)”|[^ “”${han}]+`, 'gu');
const beforeHan = /^\p{Script=Han}/u;
/** Something with the punctuation around it. */
const punctuated = /^(\(*)(.*?\(.*?\)|.*?)([.,;:!?)]*)$/s;
const plainWord = /^[A-Za-z]+(?:['’][A-Za-z]+)*(?:-[a-z]+)?$/;
const plainNumber = /^(?:\d{1,5}(?:\.\d{1,3})?|\d{1,3}(?:,\d{3})+)$/;
const plainSign = /^[–—→↔·×…/]$/;
/** What GitHub and GitLab take for the beginning of a commit's hash. */
const hash = /(?<![A-Za-z])[A-Fa-f]{7,}(?![A-Za-z])/;

/**
 * `text` as a paragraph, list item or heading of Markdown in which nothing is live. Plain words and small numbers
 * stand as they are, and all else is in code, where neither Markdown nor what GitHub and GitLab add to it
 * (references, mentions, emoji, quick actions, mathematics) is read. So nothing has to be known of those.
 */
export function escapeMarkdown(text: string): string {
  const line = visibleText(text.trim());
  return line.replace(pieces, (piece: string, quoted: string | undefined, at: number) => {
    if (quoted !== undefined) return `“${inlineCode(quoted)}”`;
    const [, before = '', core = '', after = ''] = punctuated.exec(piece) ?? [];
    const isGlued = after !== '' && beforeHan.test(line.slice(at + piece.length));
    // A number and a full stop would begin a list.
    const isItem = at === 0 && after !== '' && plainNumber.test(core);
    if (isGlued || isItem) return inlineCode(piece);
    return core === '' || isPlain(core) ? piece : `${before}${inlineCode(core)}${after}`;
  });
}

function isPlain(core: string): boolean {
  if (plainNumber.test(core) || plainSign.test(core)) return true;
  return plainWord.test(core) && !hash.test(core);
}

/** `text` as inline code; with entities where backticks, pipes or backslashes would end or split it. */
export function inlineCode(text: string): string {
  const line = visibleText(text);
  if (!/[`|\\]/.test(line) && line.trim() === line && line !== '') return `\`${line}\``;
  const entities = line.replace(/[^\p{L}\p{N} ,.;/-]/gu, (character) => `&#${character.codePointAt(0)};`);
  return `<code>${entities}</code>`;
}

/** `lines` as a code block that no line can close. */
export function codeBlock(language: string, lines: readonly string[]): string {
  const content = lines.map(visibleText).join('\n');
  const longest = Math.max(2, ...(content.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${content}\n${fence}`;
}
