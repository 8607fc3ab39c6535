/** The width of a character in the map's monospaced font, in CSS pixels. */
const signWidth = 6.7;

const isWide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]/u;
const isMark = /[←-⇿✕○↻]/u;

/** Returns the maximum width of a text. */
export function textWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += isWide.test(sign) ? 12.4 : isMark.test(sign) ? 10 : signWidth;
  return width;
}

const most = 300;

/**
 * Cuts a text to the available room with an ellipsis. An origin first loses `https://`, then its start,
 * because its end identifies the owner.
 */
export function cut(text: string, room: number, fromStart = /^[a-z]+:\/\//.test(text)): string {
  if (textWidth(text) <= room) return text;
  if (text.startsWith('https://')) return cut(text.slice('https://'.length), room, true);
  const signs = [...(fromStart ? text.slice(-most) : text.slice(0, most))];
  while (signs.length > 0 && textWidth(signs.join('')) > room - signWidth) {
    if (fromStart) signs.shift();
    else signs.pop();
  }
  if (signs.length === 0) return room >= signWidth ? '…' : '';
  return fromStart ? `…${signs.join('')}` : `${signs.join('')}…`;
}

/** Returns a count with at most four characters. */
export function compactCount(count: number): string {
  if (count < 1_000) return String(count);
  if (count < 9_950) return `${(count / 1_000).toFixed(1)}k`;
  if (count < 999_500) return `${Math.round(count / 1_000)}k`;
  if (count < 9_950_000) return `${(count / 1_000_000).toFixed(1)}M`;
  return `${Math.round(count / 1_000_000)}M`;
}
