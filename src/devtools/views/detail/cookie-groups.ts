import type { CookieUse } from '../../../exchange/explained/cookie-use';

/** Cookies to which the same happened on one hop, for the same reason, in both browsers. */
export interface CookieGroup extends Pick<CookieUse, 'hop' | 'direction' | 'because' | 'otherwise'> {
  readonly uses: readonly CookieUse[];
}

/** The cookies of a request by what became of them and why, in the order in which these are met. */
export function cookieGroups(uses: readonly CookieUse[]): readonly CookieGroup[] {
  const groups = new Map<string, CookieUse[]>();
  for (const use of uses) {
    const key = `${use.hop} ${use.direction} ${use.because} ${use.otherwise}`;
    groups.set(key, [...(groups.get(key) ?? []), use]);
  }
  return [...groups.values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const { hop, direction, because, otherwise } = first;
    return [{ hop, direction, because, otherwise, uses: all }];
  });
}
