import {
  type BrowserName,
  browserReason,
  browserRules,
  browserSays,
  type FindingCode,
  getHeader,
  type HeaderList,
  headerValues,
  isMixedContent,
  isSameOrigin,
  type LocatedFinding,
  locationUrl,
  originOf,
  parseUrl,
  says,
  toFinding,
} from '../../engine';
import type { ExchangeFacts } from '../../protocol/facts';
import { enforced, reportedCall } from '../calls/page-report';
import { isFramed } from './policy-end';
import { destinationOf, modeOf } from './script-use';
import type { BrowserMessages, Candidate, Decision } from './verdict';

const isOfScheme = /^(redirect-scheme|scheme-not-http)$/;

/** Whether Chrome only names the network error of a scheme, because the request is not one of CORS (measured). */
function isWithoutCors(facts: ExchangeFacts, target: string): boolean {
  const isNamed = facts.end?.how === 'failed' && facts.end.error.endsWith('_URL_SCHEME');
  const isOfElement = reportedCall(facts)?.call.element?.crossOrigin === null;
  return isNamed || isOfElement || modeOf(facts) === 'no-cors' || /^view-source:/i.test(target);
}

/** Returns what a browser prints about a URL that no page may load; null if it prints the general message. */
function wordsForLocal(browser: BrowserName, protocol: string): readonly string[] | null {
  if (browser === 'chrome') return protocol === 'file:' ? ['other'] : null;
  if (protocol === 'chrome:') return [];
  return /^(file|resource|view-source):$/.test(protocol) ? ['SOP'] : null;
}

const isOfResourcePolicy = /^(corp-|coep-require-corp$)/;

/**
 * Returns all messages that a browser prints for a finding of an exchange, in order. `isCors`: whether its
 * response tainting is "cors".
 */
export function wordsFor(
  browser: BrowserName,
  finding: LocatedFinding,
  facts: ExchangeFacts,
  isCors: boolean,
): readonly string[] {
  const { code, on, hop } = finding;
  // For a fetch() that a policy blocked, Chrome DevTools Protocol reports no reason.
  if (browser === 'chrome' && code === 'csp' && reportedCall(facts)?.call.api === 'fetch') return [];
  // Firefox names the policy that blocked a redirect.
  const target = locationUrl(
    facts.hops[hop]?.response ?? { status: 0, headerList: [] },
    facts.hops[hop]?.url ?? '',
  );
  const isMixed = target !== null && isMixedContent(target, facts.origin ?? 'null');
  const isByFrame = isFramed(facts) && !isMixed;
  const isByPolicy =
    code === 'redirect-blocked-after' && (isByFrame || enforced(facts, 'csp-violation') !== undefined);
  // Chrome prints its own reason for an element, and throws for a worker.
  const { element, api } = reportedCall(facts)?.call ?? {};
  if (browser === 'chrome' && code === 'mode-same-origin' && facts.requestId === '') {
    if (element) return ['origin'];
    if (api === 'worker' || api === 'shared-worker') return [];
  }
  // A request that CORS already applies to fails with a second, general message.
  const general = isCors ? ['CORSDidNotSucceed2'] : [];
  if (browser === 'firefox' && isByPolicy) return [...(says.firefox.csp ?? []), ...general];
  // Some URLs no page may load, which is another rule than that of CORS (measured).
  if (code === 'scheme-not-http' && facts.requestId === '') {
    const local = wordsForLocal(browser, parseUrl(facts.hops[hop]?.url ?? '')?.protocol ?? '');
    if (local) return local;
  }
  // Firefox prints nothing about the resource policy of what a worker requested (measured).
  if (browser === 'firefox' && facts.initiator === 'dedicated-worker' && isOfResourcePolicy.test(code))
    return [];
  const { redirectedTo, response } = facts.hops[hop] ?? {};
  if (browser === 'chrome' && isOfScheme.test(code) && isWithoutCors(facts, redirectedTo ?? '')) return [];
  const responseHeaders = response?.headerList ?? [];
  // Firefox prints nothing about the type of a service worker's script (measured).
  const isServiceWorker = code === 'worker-mime-type' && destinationOf(facts) === 'serviceworker';
  if (browser === 'firefox' && isServiceWorker) return [];
  if (browser === 'firefox' && (facts.kind === 'frame' || facts.kind === 'embed')) {
    // Firefox names the policy that blocked a frame, and prints nothing about a frame without COEP.
    const value = (name: string) => getHeader(responseHeaders, name);
    const isByAncestors = /frame-ancestors/i.test(value('Content-Security-Policy') ?? '');
    if (code === 'frame-refused' && isByAncestors) return says.firefox.csp ?? [];
    if (code === 'coep-frame' && value('Cross-Origin-Embedder-Policy') === null) return [];
  }
  if (browser === 'chrome' && code === 'coep-frame' && isAdmitted(facts, responseHeaders)) {
    return says.chrome['coep-worker'] ?? [];
  }
  const isRedirected = redirectedTo != null && response != null;
  // Firefox takes the redirect itself for the opaque response of an element; to about: it prints nothing (measured).
  const isEmbedded = /^(image|media|script|style|font)$/.test(facts.kind) && modeOf(facts) === 'no-cors';
  if (browser === 'firefox' && code === 'redirect-scheme' && isRedirected && isEmbedded)
    return /^about:/i.test(redirectedTo) ? [] : (says.firefox.orb ?? []);
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(getHeader(responseHeaders, 'Location') ?? '')?.[0] ?? null;
  return browserSays(browserRules[browser], code, {
    on,
    isRedirected,
    isCors,
    scheme: scheme?.toLowerCase() ?? null,
  });
}

/**
 * Whether the resource policy of a framed document admits the embedding page, so that Chrome only misses its embedder
 * policy.
 */
function isAdmitted({ origin, hops }: ExchangeFacts, headerList: HeaderList): boolean {
  const policy = getHeader(headerList, 'Cross-Origin-Resource-Policy');
  const isOwn = isSameOrigin(origin ?? 'null', originOf(hops.at(-1)?.url ?? ''));
  // Another site would have been blocked by `same-site` itself, which is another finding.
  return isOwn || policy === 'cross-origin' || policy === 'same-site';
}

/** Returns the browser's reason for a candidate; `none` if it prints none. */
export function candidateMessage(
  browser: BrowserName,
  candidate: Candidate,
  facts: ExchangeFacts,
  isCors: boolean,
): string {
  if (candidate === 'none') return 'none';
  if (browser === 'firefox' && candidate.endsWith('allow-origin-multiple') && !isListed(facts)) {
    return 'CORSMultipleAllowOriginNotAllowed';
  }
  const last = toFinding(candidate, facts.hops.length - 1, placeOf(candidate), {});
  return browserReason(wordsFor(browser, last, facts, isCors)) ?? 'none';
}

/** Whether the Access-Control-Allow-Origin that is shown has several values. Firefox omits empty lines. */
function isListed({ hops }: ExchangeFacts): boolean {
  const { headerList = [] } = hops.at(-1)?.response ?? {};
  return getHeader(headerList, 'Access-Control-Allow-Origin')?.includes(',') ?? false;
}

function placeOf(code: FindingCode): LocatedFinding['on'] {
  return code.startsWith('preflight-') ? 'preflight' : 'response';
}

/**
 * Returns the possible messages for a certain finding if there are several. Chrome names the policy that blocked a
 * call, but not for fetch(). Firefox calls two `Access-Control-Allow-Origin` lines multiple and a list in one line a
 * mismatch, but shows both as one line to extensions. It counts lines only if the header's name has exactly this
 * letter case.
 */
function ambiguousMessages(
  browser: BrowserName,
  { code, on, hop }: LocatedFinding,
  facts: ExchangeFacts,
  preflight: ExchangeFacts | undefined,
): readonly string[] {
  const isByUnknownCall = facts.requestId === '' && reportedCall(facts) === null;
  const isOfCalls = enforced(facts, 'csp-violation')?.directive === 'connect-src';
  if (browser === 'chrome' && code === 'csp' && isByUnknownCall && isOfCalls) return ['csp', 'none'];
  if (browser !== 'firefox' || !code.endsWith('allow-origin-multiple')) return [];
  const { headerList = [] } = (on === 'preflight' ? preflight?.hops[0] : facts.hops[hop])?.response ?? {};
  const name = 'Access-Control-Allow-Origin';
  const isSpeltSo = headerList.some(([other]) => other === name);
  const values = headerValues(headerList, name);
  if (!isSpeltSo || values.length !== 1 || !values[0]?.includes(', ')) return [];
  return ['CORSMultipleAllowOriginNotAllowed', 'CORSAllowOriginNotMatchingOrigin'];
}

/**
 * Whether a preflight was blocked although its redirect alone would have been a reason. Firefox then prints the general
 * message twice (measured).
 */
function isRedirectToo([first, ...others]: readonly LocatedFinding[]): boolean {
  return first?.on === 'preflight' && others.some(({ code }) => code === 'preflight-redirect');
}

/** Returns the browser's messages for a decision. */
export function browserMessages(
  browser: BrowserName,
  { findings, candidates, responseTainting }: Pick<Decision, 'findings' | 'candidates' | 'responseTainting'>,
  facts: ExchangeFacts,
  preflight: ExchangeFacts | undefined,
): BrowserMessages {
  const isCors = responseTainting === 'cors';
  if (candidates.length > 0) {
    const words = candidates.map((candidate) => candidateMessage(browser, candidate, facts, isCors));
    return { candidates, browserReason: null, browserReasonCandidates: words, browserSays: [] };
  }
  const [first] = findings;
  const ambiguous = first ? ambiguousMessages(browser, first, facts, preflight) : [];
  if (first && ambiguous.length > 0) {
    const same = ambiguous.map(() => first.code);
    return { candidates: same, browserReason: null, browserReasonCandidates: ambiguous, browserSays: [] };
  }
  const said = findings.filter(({ severity }, index) => index === 0 || severity === 'warning');
  const words = [
    ...said.flatMap((finding) => wordsFor(browser, finding, facts, isCors)),
    ...(browser === 'firefox' && isRedirectToo(findings) ? ['CORSDidNotSucceed2'] : []),
  ];
  const reason = first?.severity === 'error' ? browserReason(words) : null;
  return { candidates, browserReason: reason, browserReasonCandidates: [], browserSays: words };
}
