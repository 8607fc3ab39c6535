import type { ExchangeFacts } from '../../protocol/facts';
import type { PolicyViolation } from '../../protocol/page-hints';
import { bareUrl } from '../facts/facts';
import { promptMs, skewMs, upgradedUrl } from './reported-call';

/** The CSP directives that govern each webRequest type; `default-src` can govern all of them. */
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

/** Returns the violations that match a request in URL, type and time. */
export function violationsOf(
  { type, hops, startedAtMs, end }: Pick<ExchangeFacts, 'type' | 'hops' | 'startedAtMs' | 'end'>,
  violations: readonly PolicyViolation[],
): readonly PolicyViolation[] {
  const urls = new Set(hops.flatMap(({ url }) => [bareUrl(url), upgradedUrl(url)]));
  const untilMs = (end?.atMs ?? Number.POSITIVE_INFINITY) + promptMs;
  const governing = directives.find(([types]) => types.test(type))?.[1];
  return violations.filter(
    (violation) =>
      urls.has(bareUrl(violation.blockedUrl)) &&
      violation.atMs >= startedAtMs - skewMs &&
      violation.atMs <= untilMs &&
      (violation.type === 'coep-violation' ||
        violation.directive === 'default-src' ||
        !governing ||
        governing.test(violation.directive)),
  );
}
