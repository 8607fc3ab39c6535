/** The kinds of characters that a placeholder can stand for. */
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

/** Finds placeholders in a text; global, so only for `match`, `matchAll`, `split`, `search` and `replace`. */
export const placeholderPattern = new RegExp(source, 'g');

const whole = new RegExp(`^${source}(?:\\.push)?$`);

/** Whether a text is a placeholder, or has the form of one. */
export function isPlaceholder(text: string): boolean {
  return text.includes('redacted') && whole.test(text);
}
