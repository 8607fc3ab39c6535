import type { CallSite, Preview } from '../../protocol/page-events';
import type { ContentWords } from './kind';

const longest = 160;

/** Returns a text, cut to the length that fits in a row. */
export function short(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** Returns the beginning of a text, preceded by the full length if the text is longer. */
export function shortPreview({ text, length }: Preview, words: ContentWords): string {
  if (text === '') return words.empty;
  return length === null || length <= longest ? short(text) : `${words.characters(length)} · ${short(text)}`;
}

/** Joins the parts that are not empty into one line. */
export function onOneLine(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

/** Returns the place of a call: the innermost line of the stack, without the directory of its file. */
export function placeIn({ stack }: CallSite): string {
  const [line = ''] = stack;
  const [, name = '', url = line] = /^\s*(?:at\s+)?(?:(.*?)\s*[(@])?([^()@\s]+?)\)?\s*$/.exec(line) ?? [];
  const file = url.replace(/^.*\/(?=[^/]+$)/, '').replace(/\?[^:]*/, '');
  return short(name === '' ? file : `${name} (${file})`);
}
