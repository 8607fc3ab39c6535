import { type Diagnosis, leadingCause } from '../diagnosis/diagnose';
import { contentTypeOf, type Evidence, type FindingCode, getHeader, parseUrl } from '../engine';
import { reportedCall } from '../exchange/calls/page-report';
import { isEndNotShown } from '../exchange/facts/facts';
import { withoutDocument } from '../exchange/facts/without-document';
import type { Candidate, Verdict } from '../exchange/verdict/verdict';
import { type ExchangeFacts, statusOf } from '../protocol/facts';
import { otherFix } from '../remedy/other-fix';
import { causeText } from './cause';
import type { FindingContext } from './finding-prose';
import type { Happening, Tell } from './happening';
import { type Language, type Prose, proseFor } from './languages';
import { distinctCandidates } from './reason';
import { bounded, hostOf, shortUrl } from './short-url';

const maxValueLength = 120;
const urlFields: ReadonlySet<string> = new Set(['url', 'locationUrl', 'document']);

type Finding = Verdict['findings'][number];

/** What the recording shows beside an exchange itself. */
export interface Knowing {
  /** Whether its response may be an earlier one, from the HTTP cache. */
  readonly mayBeCached?: boolean;
  readonly causes?: readonly Diagnosis[];
}

/**
 * One sentence: what happened to an exchange and why. `browser` is its name as people call it; it is named where a
 * finding says what that browser did, and where it showed no outcome. A certain or likely cause comes first.
 */
export function headline(
  facts: ExchangeFacts,
  verdict: Verdict,
  language: Language,
  browser: string,
  { mayBeCached = false, causes = [] }: Knowing = {},
): string {
  const prose = proseFor(language);
  const cause = leadingCause(causes, verdict);
  // A cause that rests on the redirect names it already.
  const isRedirectNamed = cause?.evidence.some(({ kind }) => kind === 'redirect') ?? false;
  const notes = notesOf(facts, verdict, prose, browser, isRedirectNamed);
  const sentence = cause
    ? causeText(facts, cause, language).sentence
    : sentenceOf(facts, verdict, prose, browser, mayBeCached);
  return prose.headline.noted(sentence, notes);
}

/** What the sentences about a finding of an exchange name: its values bounded, its URLs without secrets. */
export function findingContext(
  facts: ExchangeFacts,
  { exchange }: Verdict,
  finding: Pick<Finding, 'hop' | 'on' | 'code' | 'evidence'>,
  browser: string,
  mayBeCached = false,
): FindingContext {
  const { hop: index, on, evidence } = finding;
  const hop = exchange.hops[index] ?? exchange.hops.at(-1);
  const bound = ([name, value]: [string, string | null]) =>
    [name, value && (urlFields.has(name) ? shortUrl(value) : bounded(value, maxValueLength))] as const;
  return {
    evidence: Object.fromEntries(Object.entries(evidence).map(bound)),
    url: shortUrl(hop?.url ?? ''),
    method: bounded(hop?.method ?? '', maxValueLength),
    origin: evidence.requestOrigin ?? hop?.sentOrigin ?? facts.origin ?? 'null',
    browser,
    kind: facts.kind,
    api: reportedCall(facts)?.call.api ?? null,
    requestedUrl: shortUrl(facts.hops[0]?.url ?? ''),
    status: (on === 'preflight' ? hop?.preflight : hop?.response)?.status ?? null,
    otherFix: otherFix(exchange, finding),
    mayBeCached: mayBeCached && on === 'response',
  };
}

function sentenceOf(
  facts: ExchangeFacts,
  verdict: Verdict,
  prose: Prose,
  browser: string,
  mayBeCached: boolean,
): string {
  const { outcome, requestClass, findings } = verdict;
  const candidates = distinctCandidates(verdict);
  const happening = happeningOf(facts, verdict);
  if (requestClass === 'preflight') return prose.headline.preflight[outcome](happening);
  if (candidates.length > 0) {
    const titles = candidates.map((candidate) => titleOf(candidate, verdict, prose));
    // Where every candidate is a failure, it failed, whichever it was.
    const ending = outcome === 'unknown' && !candidates.includes('none') ? 'failed' : outcome;
    return prose.headline.either(happening, ending, titles, tellOf(verdict));
  }
  if (requestClass === 'websocket' && happening.status !== null && happening.status !== 101) {
    return prose.headline.webSocketRefused(happening);
  }
  const main = findings.find(({ code, severity }) => severity === 'error' || code === 'browser-disagrees');
  if (main) {
    return prose.findings[main.code].sentence(findingContext(facts, verdict, main, browser, mayBeCached));
  }
  const isServed = facts.end?.how === 'closed' && facts.end.because === 'service-worker';
  if (isServed && (outcome === 'allowed' || outcome === 'opaque')) {
    return prose.headline.fromServiceWorker(happening);
  }
  const isModeOpen = verdict.assumptions.some(({ because }) => because === 'mode-not-visible');
  const isRequest = facts.kind === 'fetch' && requestClass === 'simple';
  if (outcome === 'allowed' && isModeOpen && isRequest) return prose.headline.readOrOpaque(happening);
  switch (outcome) {
    case 'allowed':
      return passedSentence(facts, verdict, happening, prose);
    case 'opaque':
      return opaqueSentence(facts, happening, prose);
    case 'pending': {
      const isAsking = facts.hops.at(-1)?.preflight != null && !happening.isPreflightSeen;
      return isAsking ? prose.headline.pendingPreflight(happening) : prose.headline.pending(happening);
    }
    default:
      if (isServed) return prose.headline.byServiceWorker(happening);
      return prose.headline.unknown(happening);
  }
}

function passedSentence(
  facts: ExchangeFacts,
  { requestClass, assumptions }: Verdict,
  happening: Happening,
  prose: Prose,
) {
  if (isPrefetch(facts)) return prose.headline.prefetched(happening);
  switch (requestClass) {
    case 'same-origin':
      return prose.headline.sameOrigin(happening);
    case 'preflighted':
      return prose.headline.preflighted(happening);
    case 'navigation':
      return navigationSentence(facts, assumptions, happening, prose);
    case 'websocket':
      return prose.headline.webSocket(happening);
    case 'webtransport':
      return prose.headline.webTransport(happening);
    default:
      return prose.headline.simple(happening);
  }
}

/** Whether the browser requested it in advance, for a navigation or an element that may follow. */
function isPrefetch({ hops }: ExchangeFacts): boolean {
  return /\bprefetch\b/.test(getHeader(hops[0]?.requestHeaders ?? [], 'Sec-Purpose') ?? '');
}

/** A response can leave the document in place: one without content, or one to save. */
function navigationSentence(
  facts: ExchangeFacts,
  assumptions: Verdict['assumptions'],
  happening: Happening,
  { headline }: Prose,
): string {
  const without = withoutDocument(facts);
  if (facts.kind === 'frame' || facts.kind === 'embed') {
    if (without !== null) return headline.frameWithout[without](happening, facts.kind === 'embed');
    return facts.kind === 'frame' ? headline.frame(happening) : headline.object(happening);
  }
  if (without === 'no-content') return headline.noContent(happening);
  if (without === 'download') return headline.downloaded(happening, 'Content-Disposition', 'attachment');
  const type = contentTypeOf(facts.hops.at(-1)?.response?.headerList ?? []);
  if (type !== null && downloadedType.test(type)) return headline.downloaded(happening, 'Content-Type', type);
  const mayBeSaved = assumptions.some(({ because }) => because === 'download-not-visible');
  return mayBeSaved ? headline.navigatedOrSaved(happening) : headline.navigation(happening);
}

/** Types that no browser displays. */
const downloadedType =
  /^application\/(octet-stream|zip|gzip|msword|x-(7z-compressed|bzip2?|gzip|msdownload|tar|zip-compressed)|vnd\.(?!.*\+(json|xml)$).+)$/;

function opaqueSentence(facts: ExchangeFacts, happening: Happening, prose: Prose): string {
  const { kind } = facts;
  if (isPrefetch(facts)) return prose.headline.prefetched(happening);
  if (facts.page?.call?.call.api === 'fetchLater') return prose.headline.sent(happening);
  if (kind === 'fetch') return prose.headline.opaque(happening);
  return kind === 'beacon' || kind === 'ping' || kind === 'report'
    ? prose.headline.sent(happening)
    : prose.headline.embedded(happening);
}

function happeningOf(facts: ExchangeFacts, { exchange, traces, error }: Verdict): Happening {
  const hop = exchange.hops.at(-1);
  const url = hop?.url ?? '';
  const isPreflight = hop?.method === 'OPTIONS';
  const asked = (name: string) =>
    isPreflight
      ? facts.hops[0]?.requestHeaders?.find(([other]) => other.toLowerCase() === name)?.[1]
      : undefined;
  const method = asked('access-control-request-method') ?? hop?.method ?? '';
  const askedNames = asked('access-control-request-headers')?.split(',').filter(Boolean);
  const check = traces.findLast(({ on, trace }) => on === 'response' && trace.section === 'corsCheck')?.trace;
  const allowOrigin = check?.result === 'success' ? check.evidence.origin : null;
  const last = facts.hops.at(-1);
  const status = facts.end?.how === 'completed' ? facts.end.status : last && statusOf(last);
  return {
    origin: facts.origin,
    method: bounded(method, maxValueLength),
    url: shortUrl(url),
    host: hostOf(url),
    status: status ?? null,
    allowOrigin: allowOrigin == null ? null : bounded(allowOrigin, maxValueLength),
    withCredentials: check?.step === '7',
    headerNames: (askedNames ?? hop?.unsafeHeaderNames ?? []).map((name) =>
      bounded(name.trim(), maxValueLength),
    ),
    isPreflightSeen: exchange.hops.some(({ preflight }) => preflight !== null),
    isSameOrigin: parseUrl(url)?.origin === facts.origin,
    error,
  };
}

/** Remarks that belong to the sentence: a redirect before, warnings, and that the outcome was not observed. */
function notesOf(
  facts: ExchangeFacts,
  verdict: Verdict,
  prose: Prose,
  browser: string,
  isRedirectNamed: boolean,
): readonly string[] {
  const [first] = facts.hops;
  const at = verdict.findings.find(({ severity }) => severity === 'error')?.hop ?? facts.hops.length - 1;
  const isRedirected = first !== undefined && at > 0 && first.url !== facts.hops[at]?.url;
  const warnings = verdict.findings.filter(
    ({ code, severity }) => severity === 'warning' && code !== 'browser-disagrees',
  );
  const isPast = verdict.outcome === 'allowed' || verdict.outcome === 'opaque';
  return [
    ...(isRedirected && !isRedirectNamed ? [prose.headline.redirectedFrom(shortUrl(first.url))] : []),
    ...(isPast ? new Set(warnings.map(({ code }) => prose.findings[code].reason)) : []),
    ...(verdict.outcomeBasis === 'computed'
      ? [isEndNotShown(facts) ? prose.headline.computedFromFile : prose.headline.computed(browser)]
      : []),
  ];
}

/** The value that decides a candidate, by the beginning of its code. */
const decisive: readonly (readonly [RegExp, string])[] = [
  [/^(preflight-)?allow-origin-(multiple|invalid|mismatch)/, 'origin'],
  [/^(preflight-)?allow-credentials-not-true/, 'credentials'],
  [/^preflight-(status|redirect)/, 'status'],
  [/^preflight-(allow-methods|method)-/, 'methods'],
  [/^preflight-(allow-headers|header)-/, 'headerNames'],
];

/** A candidate's title, with the value that it turns on where one was seen. */
function titleOf(candidate: Candidate, verdict: Verdict, prose: Prose): string {
  if (candidate === 'none') return prose.nothingWrong;
  const { title } = prose.findings[candidate];
  const field = decisive.find(([pattern]) => pattern.test(candidate))?.[1];
  const value = field && candidateEvidence(candidate, verdict)[field];
  return value == null ? title : prose.headline.valued(title, bounded(value, maxValueLength));
}

/** What the sentences about one of several codes that fit name: the values seen, as that code has it. */
export function candidateContext(
  facts: ExchangeFacts,
  verdict: Verdict,
  code: FindingCode,
  browser: string,
  mayBeCached = false,
): FindingContext {
  const evidence = candidateEvidence(code, verdict);
  const on = code.startsWith('preflight-') ? ('preflight' as const) : ('response' as const);
  const last = { hop: verdict.exchange.hops.length - 1, on, code, evidence };
  return findingContext(facts, verdict, last, browser, mayBeCached);
}

function candidateEvidence(code: FindingCode, { traces, findings }: Verdict): Evidence {
  const on = code.startsWith('preflight-') ? 'preflight' : 'response';
  const seen = traces.filter((located) => located.on === on).map(({ trace }) => trace.evidence);
  const own = findings.filter((finding) => finding.code === code).map(({ evidence }) => evidence);
  const included = /-credentials(-|$)/.test(code) ? [{ credentialsMode: 'include' }] : [];
  return Object.assign({}, ...seen, ...own, ...included) as Evidence;
}

const tellsByCode: readonly (readonly [FindingCode, Tell])[] = [
  ['redirect-mode-error', 'redirect-mode'],
  ['service-worker-opaque', 'service-worker'],
  ['preflight-network-error', 'preflight-log'],
  ['socket-handshake', 'handshake'],
  ['local-network-denied', 'local-network'],
  ['coep-require-corp', 'embedder'],
  ['orb', 'cancelled'],
];

/** What would tell the candidates of a verdict apart: the value that had to be assumed, or another sign. */
function tellOf({ candidates, assumptions }: Verdict): Tell {
  const byCode = tellsByCode.find(([code]) => candidates.includes(code));
  if (byCode) return byCode[1];
  const isModeOpen = assumptions.some(({ because }) => because === 'mode-not-visible');
  const areCredentialsOpen = assumptions.some(({ because }) => because === 'credentials-not-visible');
  const turnsOnCredentials = candidates.some((candidate) => candidate.includes('credentials'));
  if (isModeOpen && areCredentialsOpen && turnsOnCredentials) return 'mode-and-credentials';
  if (isModeOpen) return 'mode';
  return areCredentialsOpen ? 'credentials' : 'console';
}
