/** A piece of text; `odd` where it stands for a character that cannot be seen. */
export interface Segment {
  readonly text: string;
  readonly odd: boolean;
}

// Control, format (bidi, zero-width), line and paragraph separators, halves of surrogate pairs.
const odd = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const oddOnes = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;

/**
 * Text in pieces, with every character that has no shape of its own, or that moves others about, replaced
 * by one that can be seen: untrusted text can neither break a row nor reorder it.
 */
export function segmentsOf(text: string): readonly Segment[] {
  if (!odd.test(text)) return [{ text, odd: false }];
  const segments: Segment[] = [];
  let from = 0;
  for (const match of text.matchAll(oddOnes)) {
    if (match.index > from) segments.push({ text: text.slice(from, match.index), odd: false });
    segments.push({ text: Array.from(match[0], visible).join(''), odd: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) segments.push({ text: text.slice(from), odd: false });
  return segments;
}

/** The same as one text, for where there is no markup, such as a title. */
export function visibleText(text: string): string {
  return odd.test(text)
    ? segmentsOf(text)
        .map((segment) => segment.text)
        .join('')
    : text;
}

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`;
  return code > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}
