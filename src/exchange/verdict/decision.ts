import { type BrowserName, browserRules, explain, findings as kinds, toFinding } from '../../engine';
import type { ExchangeFacts } from '../../protocol/facts';
import type { PageCall } from '../../protocol/page-hints';
import {
  type CallOptions,
  callOptions,
  enforced,
  isUnread,
  pageEndOf,
  reportedCall,
  reportedEnd,
} from '../calls/page-report';
import { isTimedAnswer, lastHop } from '../facts/facts';
import { preflightedMethod } from '../facts/pair-preflight';
import { mayBeSaved } from '../facts/without-document';
import { assumptionsOf, settled, settledCredentialsMode } from './assumptions';
import { classOf } from './classify';
import type { ObservedEnd } from './end-kinds';
import { inferRequest, type Lookup } from './infer-request';
import { withObsoleteHeaders } from './local-network';
import { narrowedEnd } from './narrow-end';
import { unseenEnd } from './no-request-reason';
import { isEventSource, notUsable, possibleUseFailures } from './not-usable';
import { observedEnd } from './observed-end';
import { withReportOnly } from './own-policies';
import type { Candidate, Conclusion, Decision } from './verdict';
import { type Explained, fits, isPossible, verdictOf, withHstsUpgrade } from './verdict-of';

/**
 * Returns a browser's decision about an exchange according to the current facts: class, outcome, basis,
 * findings, and the candidates if several fit. Pure. The background runs it to classify a request; the log
 * runs it again when a fact is added, and adds the browser's messages.
 */
export function decisionOn(facts: ExchangeFacts, browser: BrowserName, lookup: Lookup): Decision {
  if (facts.preflightFor || preflightedMethod(facts) !== null) {
    return decisionOnPreflight(facts, browser, lookup);
  }

  const preflightId = lastHop(facts).preflight;
  const preflight = preflightId === null ? undefined : lookup(preflightId);
  const { observed, all, fitting } = weighed(facts, browser, lookup, preflight);
  const [primary = all[0]] = fitting;
  if (!primary) throw new Error('exchange: no request fits these facts');

  const hop = facts.hops.length - 1;
  const used = { browser, primary, fitting };
  const concluded = asUsed(verdictOf(observed, fitting, primary, hop), observed, facts, used);
  const sent = isUnread(facts) ? asSent(concluded) : concluded;
  const upgraded = withHstsUpgrade(asOfWorker(sent, facts), facts);
  const conclusion = withObsoleteHeaders(withReportOnly(upgraded, facts), facts, lookup);
  const kept = fitting.length > 0 ? fitting : all;
  const mode = settled(kept, (hypothesis) => hypothesis.mode, all.length);
  const credentialsMode = settledCredentialsMode(kept, all.length);
  const saw = reportedEnd(facts);
  const hasPassed = conclusion.outcome === 'allowed' || conclusion.outcome === 'opaque';
  const uses = hasPassed ? possibleUseFailures(facts, browser) : [];
  return {
    requestClass: classOf(facts, primary.hypothesis, primary.explanation),
    ...conclusion,
    pageEnd: saw && { value: saw, basis: 'observed' },
    mode,
    credentialsMode,
    responseTainting: primary.explanation.responseTainting,
    traces: primary.explanation.traces,
    possibleUseFailures: uses,
    assumptions: [
      ...assumptionsOf({ mode, credentialsMode }, kept, conclusion.candidates, facts),
      ...(uses.length > 0 ? ([{ field: 'use', because: 'use-not-visible' }] as const) : []),
      ...(browser === 'firefox' && mayBeSaved(facts)
        ? ([{ field: 'use', because: 'download-not-visible' }] as const)
        : []),
    ],
    error: 'error' in observed ? observed.error : facts.end?.how === 'failed' ? facts.end.error : null,
    exchange: primary.hypothesis.exchange,
  };
}

function isOfWorker(facts: ExchangeFacts): boolean {
  return /worker$/.test(reportedCall(facts)?.call.api ?? '');
}

/** A worker's script always has mode same-origin; the page did not set one. */
function asOfWorker<T extends Conclusion>(conclusion: T, facts: ExchangeFacts): T {
  if (!isOfWorker(facts)) return conclusion;
  return {
    ...conclusion,
    findings: conclusion.findings.map((finding) => ({ ...finding, code: codeFor(facts, finding.code) })),
    candidates: conclusion.candidates.map((code) => codeFor(facts, code)),
  };
}

/** Returns the code of a finding of the rules for the call that made an exchange. */
export function codeFor<Code extends Candidate>(facts: ExchangeFacts, code: Code) {
  return code === 'mode-same-origin' && isOfWorker(facts) ? 'worker-cross-origin' : code;
}

interface Weighed {
  readonly observed: ObservedEnd;
  readonly all: readonly Explained[];
  readonly fitting: readonly Explained[];
}

/**
 * Returns all possible requests and those that fit the observed end. If none fits together with the page's
 * report, the report belongs to another request and is ignored.
 */
function weighed(
  facts: ExchangeFacts,
  browser: BrowserName,
  lookup: Lookup,
  preflight: ExchangeFacts | undefined,
): Weighed {
  const isUnseen = facts.end?.how === 'closed' && facts.end.because === 'never-seen';
  const shown = isUnseen ? unseenEnd(facts) : observedEnd(browser, facts, preflight);
  const observed = narrowedEnd(shown, facts);
  const all = inferRequest(facts, lookup).map((hypothesis) => {
    // A redirect that was blocked was about to be followed, whatever the page reports.
    const followed = shown.kind === 'refused' ? { redirectMode: 'follow' as const } : {};
    const exchange = { ...hypothesis.exchange, ...followed };
    return {
      hypothesis: { ...hypothesis, exchange },
      explanation: explain(exchange, browserRules[browser]),
    };
  });
  const fitting = all.filter(
    ({ explanation }) => isPossible(facts, explanation) && fits(observed, explanation, facts.hops.length - 1),
  );
  // A policy violation reported by our content script explains a blocked redirect; no rule here computes it.
  const isExplained = observed.kind === 'refused' && enforced(facts, 'csp-violation') !== undefined;
  if (fitting.length === 0 && !isExplained && facts.page && facts.requestId !== '') {
    const unreported = weighed({ ...facts, page: null }, browser, lookup, preflight);
    if (unreported.fitting.length > 0) return unreported;
  }
  return { observed, all, fitting: observed.kind === 'silent' ? believed(fitting, facts, browser) : fitting };
}

/**
 * Returns the hypotheses that agree with the page's report, if no event shows the end. None if the page reported
 * what the rules exclude, except an error of a response that may be unsuitable or has headers that are not shown.
 */
function believed(
  fitting: readonly Explained[],
  facts: ExchangeFacts,
  browser: BrowserName,
): readonly Explained[] {
  const end = pageEndOf(facts);
  if (end === null || end === 'aborted') return fitting;
  const agreeing = fitting.filter(({ explanation: { failsAt } }) => (end === 'load') === (failsAt === null));
  if (agreeing.length > 0) return agreeing;
  // A worker's error may be that of its script.
  if (isOfWorker(facts)) return fitting;
  if (fitting.some((explained) => mayHideOrigins(explained, facts))) return fitting;
  const use = { isOpaque: false, isCut: false, mayBeOf: () => true };
  return notUsable(facts, browser, use) === null ? [] : fitting;
}

/** Firefox also counts Access-Control-Allow-Origin lines that it does not show, such as an empty one (measured). */
function mayHideOrigins({ explanation }: Explained, facts: ExchangeFacts): boolean {
  const isCors = explanation.responseTainting === 'cors';
  return isCors && pageEndOf(facts) === 'error' && reportedCall(facts)?.call.api === 'xhr';
}

/** What decides how the page used a response: the browser, and the requests that fit. */
interface UsedBy {
  readonly browser: BrowserName;
  readonly primary: Explained;
  readonly fitting: readonly Explained[];
}

/**
 * Adds the page's side to a conclusion: that it could not use the response, or that it confirms the outcome.
 */
function asUsed(
  conclusion: Conclusion,
  observed: ObservedEnd,
  facts: ExchangeFacts,
  { browser, primary, fitting }: UsedBy,
): Conclusion {
  // A response in Resource Timing is readable; opaque ones do not appear there (measured).
  const outcome = isTimedAnswer(facts) && conclusion.outcome === 'opaque' ? 'allowed' : conclusion.outcome;
  const hasPassed = outcome === 'allowed' || outcome === 'opaque';
  const hasArrived = observed.kind === 'delivered' || observed.kind === 'silent';
  // An EventSource closes the connection if the response does not suit it, so the response is cut short.
  const isCut = observed.kind === 'delivered' && observed.cutShort && !isEventSource(facts);
  const isOpaque = outcome === 'opaque';
  const mayBeOf = (call: PageCall) => agreesWith(callOptions(call), fitting);
  const use = hasPassed && hasArrived ? notUsable(facts, browser, { isOpaque, isCut, mayBeOf }) : null;
  const [code] = use?.codes ?? [];
  const end = pageEndOf(facts);
  if (use && code && code !== 'none') {
    // A browser cancels a response that it cannot use.
    const isCancelled = facts.end?.how === 'failed' && /^net::ERR_(ABORTED|FAILED)$/.test(facts.end.error);
    const warnings = conclusion.findings.filter(
      (finding) => !isCancelled || finding.code !== 'body-cut-short',
    );
    const failures = use.codes.filter((other) => other !== 'none' && kinds[other].outcome !== null);
    const isOpen = failures.length > 0 && failures.length < use.codes.length;
    const [failure] = failures;
    const failed = failure && failure !== 'none' ? (kinds[failure].outcome ?? 'failed') : outcome;
    return {
      outcome: isOpen ? 'unknown' : failed,
      outcomeBasis: end === 'error' && !use.isComputed ? 'observed' : 'computed',
      findings: [toFinding(code, facts.hops.length - 1, 'response', use.evidence), ...warnings],
      candidates: use.codes.length === 1 ? [] : use.codes,
    };
  }
  if (hasPassed && observed.kind === 'silent' && mayHideOrigins(primary, facts)) {
    const codes = ['allow-origin-multiple', 'unexplained'] as const;
    const finding = toFinding(codes[0], facts.hops.length - 1, 'response', {});
    return { outcome: 'blocked', outcomeBasis: 'observed', findings: [finding], candidates: codes };
  }
  const sawSo =
    (hasPassed && end === 'load') || ((outcome === 'blocked' || outcome === 'failed') && end === 'error');
  return { ...conclusion, outcome, ...(sawSo && { outcomeBasis: 'observed' as const }) };
}

/** Returns the conclusion for a request whose response no script gets: it was sent, and that is all. */
function asSent(conclusion: Conclusion): Conclusion {
  return conclusion.outcome === 'allowed' ? { ...conclusion, outcome: 'opaque' } : conclusion;
}

/** Whether one of the hypotheses has these options; "omit" looks like "same-origin". */
function agreesWith({ mode, credentialsMode }: CallOptions, fitting: readonly Explained[]): boolean {
  return fitting.some(({ hypothesis }) => {
    const other = hypothesis.credentialsMode.value;
    const isSame = other === credentialsMode || (other === 'same-origin' && credentialsMode === 'omit');
    return (mode === null || hypothesis.mode.value === mode) && (credentialsMode === null || isSame);
  });
}

/**
 * Returns the decision on a preflight itself: blocked if its response failed a check, failed if its transport did. The
 * findings belong to the request that it was made for.
 */
function decisionOnPreflight(facts: ExchangeFacts, browser: BrowserName, lookup: Lookup): Decision {
  const request = facts.preflightFor && lookup(facts.preflightFor.exchange);
  const [hypothesis] = inferRequest(facts, lookup);
  if (!hypothesis) throw new Error('exchange: no request fits these facts');
  const cors = { value: 'cors', basis: 'inferred' } as const;
  return {
    requestClass: 'preflight',
    ...preflightOutcome(facts, request ? decisionOn(request, browser, lookup) : null),
    mode: cors,
    credentialsMode: { value: 'same-origin', basis: 'inferred' },
    findings: [],
    candidates: [],
    responseTainting: 'basic',
    traces: [],
    assumptions: [],
    error: facts.end?.how === 'failed' ? facts.end.error : null,
    exchange: { ...hypothesis.exchange, mode: 'cors' },
    pageEnd: null,
    possibleUseFailures: [],
  };
}

function preflightOutcome(
  facts: ExchangeFacts,
  request: Decision | null,
): Pick<Decision, 'outcome' | 'outcomeBasis'> {
  const hop = facts.preflightFor?.hop;
  const failsHere = (request?.findings ?? []).some(
    (finding) => finding.on === 'preflight' && finding.hop === hop && finding.severity === 'error',
  );
  if (lastHop(facts).response === null) {
    if (facts.end === null) return { outcome: 'pending', outcomeBasis: 'observed' };
    return { outcome: 'failed', outcomeBasis: 'observed' };
  }
  if (!request) return { outcome: 'unknown', outcomeBasis: 'observed' };
  const isSure = request.candidates.length === 0 || request.outcome === 'blocked';
  const outcome = failsHere ? (isSure ? 'blocked' : 'unknown') : 'allowed';
  // A response to the request shows that its preflight passed.
  const isShown = !failsHere && hop !== undefined && request.exchange.hops[hop]?.response !== null;
  return {
    outcome: request.outcome === 'pending' ? 'pending' : outcome,
    outcomeBasis: isShown ? 'observed' : request.outcomeBasis,
  };
}
