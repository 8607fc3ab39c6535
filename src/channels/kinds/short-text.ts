import type { CallSite, Preview } from '../../protocol/page-events';
import type { ContentWords } from './kind';

const longest = 160;

/** A text, cut to what a row shows. */
export function short(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** The beginning of a text, with the length of the whole if that is longer. */
export function shortPreview({ text, length }: Preview, words: ContentWords): string {
  if (text === '') return words.empty;
  return length === null || length <= longest ? short(text) : `${words.characters(length)} · ${short(text)}`;
}

/** The parts that are there, on one line. */
export function onOneLine(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

/** Where a call was made: the innermost line of the stack without what goes before its file. */
export function placeIn({ stack }: CallSite): string {
  const [line = ''] = stack;
  const [, name = '', url = line] = /^\s*(?:at\s+)?(?:(.*?)\s*[(@])?([^()@\s]+?)\)?\s*$/.exec(line) ?? [];
  const file = url.replace(/^.*\/(?=[^/]+$)/, '').replace(/\?[^:]*/, '');
  return short(name === '' ? file : `${name} (${file})`);
}
