import { originOf } from '../../engine';
import type { ExchangeFacts, RequestKind } from '../../protocol/facts';
import type { PolicyViolation } from '../../protocol/page-hints';
import { bareUrl } from '../facts/request-url';
import { promptMs, skewMs, upgradedUrl } from './reported-call';

/** The CSP directives that govern each webRequest type; `default-src` can govern all of them. */
const directives: readonly (readonly [types: RegExp, directive: RegExp])[] = [
  [/^(xmlhttprequest|beacon|ping|websocket)$/, /^connect-src/],
  [/^image(set)?$/, /^img-src/],
  [/^script$/, /^(script-src|worker-src|child-src)/],
  [/^stylesheet$/, /^style-src/],
  [/^font$/, /^font-src/],
  [/^media$/, /^media-src/],
  [/^sub_frame$/, /^(frame-src|child-src|form-action)/],
  [/^object$/, /^object-src/],
];

/** The kind of request that each CSP directive, and each destination of another policy, governs. */
const kinds: readonly (readonly [directive: RegExp, kind: RequestKind])[] = [
  [/^frame-src$/, 'frame'],
  [/^object-src$/, 'embed'],
  [/^(img-src|image)$/, 'image'],
  [/^media-src$/, 'media'],
  [/^font-src$/, 'font'],
  [/^style(-src.*)?$/, 'style'],
  [/^((script|worker)-src.*|script)$/, 'script'],
  [/^(child|connect|manifest|prefetch|default|fenced-frame)-src$|^form-action$/, 'other'],
];

/** Returns the kind of request that a directive governs; null if it governs none. */
export function kindOfDirective(directive: string): RequestKind | null {
  return kinds.find(([pattern]) => pattern.test(directive))?.[1] ?? null;
}

type Violated = Pick<ExchangeFacts, 'type' | 'hops' | 'startedAtMs' | 'end'>;

/** Returns the violations that match a request in URL, type and time. */
export function violationsOf(
  request: Violated,
  violations: readonly PolicyViolation[],
): readonly PolicyViolation[] {
  const urls = new Set(request.hops.flatMap(({ url }) => [bareUrl(url), upgradedUrl(url)]));
  return violations.filter(
    (violation) =>
      urls.has(bareUrl(violation.blockedUrl)) && isInTime(request, violation) && governs(violation, request),
  );
}

/**
 * Whether a violation can be about a request that was seen: about one of its URLs or redirect targets, of
 * which the browser may report only the origin.
 */
export function explains(request: Violated, violation: PolicyViolation): boolean {
  const { blockedUrl } = violation;
  const isOrigin = blockedUrl === originOf(blockedUrl);
  const urls = request.hops.flatMap(({ url, redirectedTo }) => [url, upgradedUrl(url), redirectedTo ?? url]);
  return (
    urls.some((url) => (isOrigin ? originOf(url) === blockedUrl : bareUrl(url) === bareUrl(blockedUrl))) &&
    isInTime(request, violation) &&
    governs(violation, request)
  );
}

function isInTime({ startedAtMs, end }: Violated, { atMs }: PolicyViolation): boolean {
  const untilMs = (end?.atMs ?? Number.POSITIVE_INFINITY) + promptMs;
  return atMs >= startedAtMs - skewMs && atMs <= untilMs;
}

function governs({ type, directive }: PolicyViolation, request: Violated): boolean {
  const governing = directives.find(([types]) => types.test(request.type))?.[1];
  return type !== 'csp-violation' || directive === 'default-src' || !governing || governing.test(directive);
}
