/** A piece of text; `odd` where it stands for a character that cannot be seen. */
export interface Segment {
  readonly text: string;
  readonly odd: boolean;
}

/**
 * What has no shape of its own, or moves others about: controls, formats (bidi, zero-width), every space but
 * the usual one, separators, halves of surrogate pairs, noncharacters, everything that Unicode lets a renderer
 * ignore (variation selectors, Hangul fillers, tags), and the blank Braille pattern, blank note head and object
 * replacement, which are symbols by their category.
 */
const hidden =
  '(?! )[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Z}\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}\\u2800\\ufffc\\u{1d159}]';
const hiddenOne = new RegExp(hidden, 'u');
const hiddenOnes = new RegExp(`(?:${hidden})+`, 'gu');

/**
 * Text in pieces, with each hidden character replaced by its code point, such as `⟨U+200B⟩`: untrusted text can
 * neither break a line, nor reorder it, nor look like another text.
 */
export function segmentsOf(text: string): readonly Segment[] {
  if (!hiddenOne.test(text)) return [{ text, odd: false }];
  const segments: Segment[] = [];
  let from = 0;
  for (const match of text.matchAll(hiddenOnes)) {
    if (match.index > from) segments.push({ text: text.slice(from, match.index), odd: false });
    segments.push({ text: Array.from(match[0], codePoint).join(''), odd: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) segments.push({ text: text.slice(from), odd: false });
  return segments;
}

/** The same as one text, for where there is no markup: a title, Markdown, a picture. */
export function visibleText(text: string): string {
  if (!hiddenOne.test(text)) return text;
  return segmentsOf(text)
    .map((segment) => segment.text)
    .join('');
}

function codePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
