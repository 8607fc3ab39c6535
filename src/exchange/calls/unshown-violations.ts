import { originOf } from '../../engine';
import type { ExchangeFacts } from '../../protocol/facts';
import type { PolicyViolation, ReportedCall } from '../../protocol/page-hints';
import { promptMs, skewMs } from './reported-call';
import { ofCall, unseen, withShortUrl } from './unsent-call';
import { explains, kindOfDirective } from './violations';

/** Enforced violations with the row that they need. */
export interface UnshownViolations {
  /** Of one request, as far as can be told. Never empty. */
  readonly violations: readonly PolicyViolation[];
  /** The report of the element that wanted to load it; null if there is none. */
  readonly call: ReportedCall | null;
}

/** What the browser and the page showed of the requests that violations can be about. */
export interface Shown {
  readonly exchanges: readonly ExchangeFacts[];
  readonly calls: readonly ReportedCall[];
  /** The other violations of the document. */
  readonly violations: readonly PolicyViolation[];
}

/** Whether a violation shows that a request was not sent; that of an inline script or a base URL does not. */
export function isOfRequest({ type, directive, blockedUrl, disposition }: PolicyViolation): boolean {
  if (disposition !== 'enforce' || !/^(https?|wss?):/i.test(blockedUrl)) return false;
  return type === 'integrity-violation' || (type === 'csp-violation' && kindOfDirective(directive) !== null);
}

/**
 * Returns the violations, all about one URL, that nothing else explains: no exchange, and no call that has a
 * row of its own. Violations within two seconds are one request, unless the elements show more.
 */
export function unshownViolations(
  violations: readonly PolicyViolation[],
  { exchanges, calls, violations: others }: Shown,
): readonly UnshownViolations[] {
  const left = violations.filter(
    (violation) =>
      isOfRequest(violation) &&
      !others.some((other) => isFormOf(other, violation)) &&
      !exchanges.some((facts) => explains(facts, violation)) &&
      !calls.some((reported) => !isOriginOnly(violation) && explains(ofCall(reported, null), violation)),
  );
  return bursts(left).flatMap((burst) => {
    const elements = calls.filter((reported) => isElementOf(reported, burst));
    if (elements.length < 2) return [{ violations: burst, call: elements[0] ?? null }];
    return elements.slice(0, burst.length).map((call) => ({ violations: burst, call }));
  });
}

/** Returns the facts of a request that only policy violations show, as an exchange of its own. */
export function factsOfViolations(id: string, { violations, call }: UnshownViolations): ExchangeFacts | null {
  const [first] = violations;
  if (!first) return null;
  const { frame, directive, atMs } = first;
  const short = call && withShortUrl(call);
  const url = short?.call.url ?? first.blockedUrl;
  const kind = /^wss?:/i.test(url) ? 'websocket' : (kindOfDirective(directive) ?? 'other');
  const end = { how: 'closed', atMs: atMs + promptMs, because: 'never-seen' } as const;
  return {
    ...unseen({ id, kind, url, method: 'GET', atMs, end, frame }),
    page: { call: short, possible: [], isOneOfThem: false, violations: violations.slice(0, maxViolations) },
  };
}

const maxViolations = 20;

/** Whether a violation is about the form whose target frame another one is about. */
function isFormOf(form: PolicyViolation, { directive, blockedUrl, atMs }: PolicyViolation): boolean {
  return (
    form.directive === 'form-action' &&
    directive === 'frame-src' &&
    originOf(form.blockedUrl) === originOf(blockedUrl) &&
    Math.abs(form.atMs - atMs) <= skewMs
  );
}

/** Chrome reports only the origin of a frame or plugin of another origin. */
function isOriginOnly({ blockedUrl }: PolicyViolation): boolean {
  return blockedUrl === originOf(blockedUrl);
}

function isElementOf({ call }: ReportedCall, [first]: readonly PolicyViolation[]): boolean {
  if (!first || !call.element || !isOriginOnly(first)) return false;
  const isOfKind = first.directive === 'object-src' ? /^(object|embed)$/ : /^(iframe|frame)$/;
  return (
    isOfKind.test(call.element.name) &&
    originOf(call.url) === first.blockedUrl &&
    Math.abs(call.atMs - first.atMs) <= promptMs
  );
}

/** Splits violations by directive and where nothing happened for a while. */
function bursts(violations: readonly PolicyViolation[]): readonly PolicyViolation[][] {
  const found: PolicyViolation[][] = [];
  for (const violation of [...violations].sort((a, b) => a.atMs - b.atMs)) {
    const burst = found.find(
      ([first]) =>
        first?.type === violation.type &&
        kindOfDirective(first.directive) === kindOfDirective(violation.directive) &&
        violation.atMs <= first.atMs + promptMs,
    );
    if (burst) burst.push(violation);
    else found.push([violation]);
  }
  return found;
}
