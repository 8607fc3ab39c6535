import type { ExchangeFacts } from '../../protocol/facts';
import type { PolicyViolation } from '../../protocol/page-hints';
import { withoutFragment } from '../facts/facts';
import { promptMs, skewMs, upgradedUrl } from './reported-call';

/** webRequest's types, by the directives of CSP that govern them; `default-src` stands in for each. */
const directives: readonly (readonly [types: RegExp, directive: RegExp])[] = [
  [/^(xmlhttprequest|beacon|ping|websocket)$/, /^connect-src/],
  [/^image(set)?$/, /^img-src/],
  [/^script$/, /^(script-src|worker-src|child-src)/],
  [/^stylesheet$/, /^style-src/],
  [/^font$/, /^font-src/],
  [/^media$/, /^media-src/],
  [/^sub_frame$/, /^(frame-src|child-src)/],
  [/^object$/, /^object-src/],
];

/** The violations that are about a request of these facts: of its URL, its kind and its time. */
export function violationsOf(
  { type, hops, startedAtMs, end }: Pick<ExchangeFacts, 'type' | 'hops' | 'startedAtMs' | 'end'>,
  violations: readonly PolicyViolation[],
): readonly PolicyViolation[] {
  const urls = new Set(hops.flatMap(({ url }) => [withoutFragment(url), upgradedUrl(url)]));
  const untilMs = (end?.atMs ?? Number.POSITIVE_INFINITY) + promptMs;
  const governing = directives.find(([types]) => types.test(type))?.[1];
  return violations.filter(
    (each) =>
      urls.has(withoutFragment(each.blockedUrl)) &&
      each.atMs >= startedAtMs - skewMs &&
      each.atMs <= untilMs &&
      (each.type === 'coep-violation' ||
        each.directive === 'default-src' ||
        !governing ||
        governing.test(each.directive)),
  );
}
