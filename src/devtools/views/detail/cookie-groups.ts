import type { CookieSight } from '../../../exchange/explained/cookie-sight';

/** Cookies to which the same happened on one hop, for the same reason, in both browsers. */
export interface CookieGroup extends Pick<CookieSight, 'hop' | 'direction' | 'because' | 'otherwise'> {
  readonly sights: readonly CookieSight[];
}

/** The cookies of a request by what became of them and why, in the order in which these are met. */
export function cookieGroups(sights: readonly CookieSight[]): readonly CookieGroup[] {
  const groups = new Map<string, CookieSight[]>();
  for (const sight of sights) {
    const key = `${sight.hop} ${sight.direction} ${sight.because} ${sight.otherwise}`;
    groups.set(key, [...(groups.get(key) ?? []), sight]);
  }
  return [...groups.values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const { hop, direction, because, otherwise } = first;
    return [{ hop, direction, because, otherwise, sights: all }];
  });
}
