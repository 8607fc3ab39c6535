/** The kinds of characters in a placeholder's original value. */
const placeholderKinds = [
  'digits',
  'hex',
  'uuid',
  'letters',
  'alnum',
  'email',
  'token',
  'base',
  'json',
  'text',
] as const;
export type PlaceholderKind = (typeof placeholderKinds)[number];

const source = `(?:callback_\\d+_|_)?redacted(?:-|_(?:callback_)?)\\d+[-_]\\d+(?:${placeholderKinds.join('|')})`;

/**
 * Matches placeholders in a text. It is global, so use it only with `match`, `matchAll`, `split`, `search`
 * and `replace`.
 */
export const placeholderPattern = new RegExp(source, 'g');

const whole = new RegExp(`^${source}(?:\\.push)?$`);

/** Whether a text has the form of a placeholder. */
export function isPlaceholder(text: string): boolean {
  return text.includes('redacted') && whole.test(text);
}
