import type { CookieUse } from '../../../exchange/explained/cookie-use';

/** Cookies of one hop with the same direction and reason in both browsers. */
export interface CookieGroup extends Pick<CookieUse, 'hop' | 'direction' | 'because' | 'otherwise'> {
  readonly uses: readonly CookieUse[];
}

/** Returns the cookies of a request grouped by direction and reason, in order of appearance. */
export function cookieGroups(uses: readonly CookieUse[]): readonly CookieGroup[] {
  const groups = new Map<string, CookieUse[]>();
  for (const use of uses) {
    const key = `${use.hop} ${use.direction} ${use.because} ${use.otherwise}`;
    groups.set(key, [...(groups.get(key) ?? []), use]);
  }
  return [...groups.values()].flatMap((groupUses) => {
    const [first] = groupUses;
    if (!first) return [];
    const { hop, direction, because, otherwise } = first;
    return [{ hop, direction, because, otherwise, uses: groupUses }];
  });
}
