import { placeholderPattern } from '../../src/recording/redaction/placeholder-pattern';

/** A placeholder of which a shortened URL shows only the beginning. */
const cutPlaceholder = /(redacted[\w-]*|r(e(d(a(c(te?)?)?)?)?)?)…/;

/**
 * Where two values differ by more than placeholders: the paths to what does, with both. A text that holds a
 * placeholder stands for any other text; all else has to be the same.
 */
export function differences(left: unknown, whole: unknown, path = ''): readonly string[] {
  if (typeof left === 'string' && typeof whole === 'string') {
    const isSame = left === whole || left.search(placeholderPattern) !== -1 || cutPlaceholder.test(left);
    return isSame ? [] : [`${path}: ${left} / ${whole}`];
  }
  if (typeof left !== 'object' || typeof whole !== 'object' || left === null || whole === null) {
    return left === whole ? [] : [`${path}: ${String(left)} / ${String(whole)}`];
  }
  const names = new Set([...Object.keys(left), ...Object.keys(whole)]);
  return [...names].flatMap((name) =>
    differences(Reflect.get(left, name), Reflect.get(whole, name), `${path}/${name}`),
  );
}
