import { visibleText } from '../prose/visible-text';

const han = '\\p{Script=Han}、。，：；？（）';
/** A text in typographic quotes, or a run without spaces and Chinese characters. */
const pieces = new RegExp(`“([^”]+)”|[^ “”${han}]+`, 'gu');
const beforeHan = /^\p{Script=Han}/u;
/** Splits a piece into opening brackets, core and closing punctuation. */
const punctuated = /^(\(*)(.*?\(.*?\)|.*?)([.,;:!?)]*)$/s;
const plainWord = /^[A-Za-z]+(?:['’][A-Za-z]+)*(?:-[a-z]+)?$/;
const plainNumber = /^(?:\d{1,5}(?:\.\d{1,3})?|\d{1,3}(?:,\d{3})+)$/;
const plainSign = /^[–—→↔·×…/]$/;
/** Matches text that GitHub and GitLab would link as a commit hash. */
const hash = /(?<![A-Za-z])[A-Fa-f]{7,}(?![A-Za-z])/;

/**
 * Returns `text` as a Markdown paragraph, list item or heading without active syntax. Plain words and small
 * numbers stay as they are. Everything else becomes code, where Markdown and the extensions of GitHub and
 * GitLab (references, mentions, emoji, quick actions, math) do not apply, so this need not know their syntax.
 */
export function escapeMarkdown(text: string): string {
  const line = visibleText(text.trim());
  return line.replace(pieces, (piece: string, quoted: string | undefined, at: number) => {
    if (quoted !== undefined) return `“${inlineCode(quoted)}”`;
    const [, before = '', core = '', after = ''] = punctuated.exec(piece) ?? [];
    const isGlued = after !== '' && beforeHan.test(line.slice(at + piece.length));
    // A number followed by a full stop would start a list.
    const isItem = at === 0 && after !== '' && plainNumber.test(core);
    if (isGlued || isItem) return inlineCode(piece);
    return core === '' || isPlain(core) ? piece : `${before}${inlineCode(core)}${after}`;
  });
}

function isPlain(core: string): boolean {
  if (plainNumber.test(core) || plainSign.test(core)) return true;
  return plainWord.test(core) && !hash.test(core);
}

/** Returns `text` as inline code. If backticks, pipes or backslashes would break it, it uses entities. */
export function inlineCode(text: string): string {
  const line = visibleText(text);
  if (!/[`|\\]/.test(line) && line.trim() === line && line !== '') return `\`${line}\``;
  const entities = line.replace(/[^\p{L}\p{N} ,.;/-]/gu, (character) => `&#${character.codePointAt(0)};`);
  return `<code>${entities}</code>`;
}

/** Returns `lines` as a code block. Its fence is longer than any run of backticks in the lines. */
export function codeBlock(language: string, lines: readonly string[]): string {
  const content = lines.map(visibleText).join('\n');
  const longest = Math.max(2, ...(content.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${content}\n${fence}`;
}
