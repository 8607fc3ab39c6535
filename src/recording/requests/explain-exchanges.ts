import { documentHeaders } from '../../channels/document-headers';
import { type Jsonp, readJsonp } from '../../channels/jsonp';
import { type OpenerDetails, openerDetailsOf } from '../../channels/opener-details';
import { scriptFactsOf } from '../../channels/script-loaded';
import { type ProxyEvidence, proxyEvidence } from '../../channels/server-proxy';
import { readSocketIo, type SocketIoRequest } from '../../channels/socket-io';
import type { AskedQuestion, PastedAnswer } from '../../diagnosis/answers';
import { type Diagnosis, openDiagnosis } from '../../diagnosis/diagnose';
import {
  type BrowserName,
  browserRules,
  type FilteredResponse,
  type IsSameSite,
  isSameOrigin,
  type LocatedTrace,
  originOf,
} from '../../engine';
import type { Relation } from '../../engine/site';
import { reportedCall } from '../../exchange/calls/page-report';
import { cookieContext, type Sites } from '../../exchange/explained/cookie-context';
import { cookieUses } from '../../exchange/explained/cookie-jar';
import type { CookieUse } from '../../exchange/explained/cookie-use';
import {
  preflightCacheOf,
  preflightTriggers,
  responseTypeOf,
  servedByOf,
} from '../../exchange/explained/describe';
import { type OtherBrowser, otherBrowser } from '../../exchange/explained/other-browser';
import type { CachedPreflight } from '../../exchange/explained/preflight-history';
import { readableResponse, responseChecks } from '../../exchange/explained/response-checks';
import { type Surroundings, surroundingsIn } from '../../exchange/explained/surroundings';
import { lastHop } from '../../exchange/facts/facts';
import { candidateMessage } from '../../exchange/verdict/browser-messages';
import { type Access, accessOf } from '../../exchange/verdict/classify';
import { foreignHops } from '../../exchange/verdict/infer-request';
import type { Candidate, Verdict } from '../../exchange/verdict/verdict';
import type { StoredCookies } from '../../protocol/cookies';
import type { ExchangeFacts, FrameFacts, Initiator } from '../../protocol/facts';
import type { PageEventFacts } from '../../protocol/page-events';
import type { ClientFix } from '../../remedy/client-fixes';
import type { Need } from '../../remedy/need';
import { isLoad, loadedDocument } from '../loaded-document';
import type { SinceReload } from '../log/since-reload';
import { type CachedAnswer, cachedAnswersIn } from './cached-answer';
import { cachedPreflightsIn } from './cached-preflight';
import { clientFixesIn } from './client-fixes';
import { cookieNeighbours } from './cookie-neighbours';
import { failedImportsIn } from './failed-imports';
import { type HopDetails, hopDetails, type PreflightCost, preflightCost } from './hop-details';
import { cookieNeedsOf, embeddingNeedsOf, needsOf, readingNeedsOf } from './needs-of';
import { isOfDocument, withOwnPolicy } from './own-policy';
import { type PageSide, pageSideOf, type RecordingConditions } from './page-side';
import { type PolicyFix, policyFixesIn } from './policy-fix';
import { type Subject, subjectOf } from './subject';
import { type WorkerLink, workerLinksIn } from './worker-link';

/**
 * Everything that is shown, exported or sent about one request. Its readers only display it; they compute
 * nothing.
 */
export interface ExplainedExchange {
  readonly facts: ExchangeFacts;
  readonly verdict: Verdict;
  /** The comparison with the previous load of the page; null if it was not blocked there. */
  readonly sinceReload: SinceReload | null;
  /** The request that the findings and rules are about: for a preflight, the request that it was sent for. */
  readonly subject: Subject;
  /**
   * All possible results: the verdict's candidates. If it passed all checks but the page possibly could not
   * use the response: `none` and the possible reasons.
   */
  readonly candidates: readonly Candidate[];
  /** Parallel to `candidates`, in the browser's words. */
  readonly browserReasonCandidates: readonly string[];
  /**
   * The header changes that would let it pass, let script read more, or let the browser store its cookies. For a
   * preflight, those on its own response.
   */
  readonly needs: readonly Need[];
  /** The server's policies with which it passes; null if a policy is not the right fix. Computed when it is read. */
  readonly policyFix: PolicyFix | null;
  /** What to change in the page's own code; empty if the page is not wrong. Computed when it is read. */
  readonly clientFixes: readonly ClientFix[];
  /** The root causes that fit, the best first; for a preflight, those of its request. */
  readonly causes: readonly Diagnosis[];
  /** What would tell its causes apart, or make one sure; answered or not. */
  readonly questions: readonly AskedQuestion[];
  readonly initiator: Initiator;
  readonly relation: Relation | null;
  readonly access: Access;
  readonly preflightTriggers: readonly string[];
  readonly preflightCache: ReturnType<typeof preflightCacheOf>;
  /**
   * The recorded preflight that the cache answered from; null without a cache hit, or if it was not recorded.
   */
  readonly cachedPreflight: CachedPreflight | null;
  readonly preflightCost: PreflightCost | null;
  readonly servedBy: ReturnType<typeof servedByOf>;
  /** The earlier response that may have been used for it, although another origin requested that one. */
  readonly cachedAnswer: CachedAnswer | null;
  /** What a service worker requested for it, or the page's requests that it was made for; null if nothing. */
  readonly workerLink: WorkerLink | null;
  /** The ids of the imports because of which a module or style sheet probably reported an error. */
  readonly failedImports: readonly string[];
  readonly responseType: ReturnType<typeof responseTypeOf>;
  /** What scripts can read of the response; null if they get none. */
  readonly readable: FilteredResponse | null;
  /** Whether the page sees detailed timing; null if script gets no response, or no check applies. */
  readonly timing: 'shown' | 'hidden' | null;
  readonly surroundings: Surroundings;
  /** The checks after the CORS check. */
  readonly checks: readonly LocatedTrace[];
  readonly hops: readonly HopDetails[];
  readonly cookies: readonly CookieUse[];
  readonly otherBrowser: OtherBrowser | null;
  /** The page's call; null for requests that no page makes: a preflight, the tab's own document. */
  readonly pageSide: PageSide | null;
  /** null if the request did not fetch data as a script. */
  readonly jsonp: Jsonp | null;
  readonly socketIo: SocketIoRequest | null;
  /** Signs of a server-side proxy in the response. */
  readonly proxy: readonly ProxyEvidence[];
  /** For a document in a tab that the page opened; otherwise null. */
  readonly opener: OpenerDetails | null;
}

/** The recording that requests are explained from. */
export interface ExplainableRecording {
  readonly browser: BrowserName;
  /** All exchanges, in order of start. */
  readonly exchanges: readonly ExchangeFacts[];
  readonly frames: readonly FrameFacts[];
  /** All page events, in order of time. */
  readonly pageEvents: readonly PageEventFacts[];
  readonly listening: RecordingConditions;
  /** The browser's current cookies; null if they were not requested. */
  readonly storedCookies: StoredCookies | null;
  /** The public suffix list is large, so the caller loads it. */
  readonly sites: Sites;
  /** What the user pasted as answers to questions. */
  readonly answers?: readonly PastedAnswer[];
  lookup(id: string): ExchangeFacts | undefined;
  verdictOf(facts: ExchangeFacts): Verdict;
  sinceReload(id: string): SinceReload | null;
}

/** Explains the wanted exchanges with everything else in the recording. */
export function explainExchanges(
  wanted: readonly ExchangeFacts[],
  recording: ExplainableRecording,
): readonly ExplainedExchange[] {
  return wanted.map(openExplanations(wanted, recording));
}

/**
 * Returns a function that explains each of the wanted exchanges with everything else in the recording. This is the only
 * place that makes an explanation: the panel, reports, tickets and automation read its result.
 */
export function openExplanations(
  wanted: readonly ExchangeFacts[],
  recording: ExplainableRecording,
): (facts: ExchangeFacts) => ExplainedExchange {
  const { browser, exchanges, frames, pageEvents, listening, storedCookies, sites } = recording;
  const { lookup, verdictOf } = recording;
  const judged = (facts: ExchangeFacts) => ({ facts, verdict: verdictOf(facts) });
  const isSameSite: IsSameSite = (a, b) => sites.relationOf(a, b) !== 'cross-site';
  const surroundingsOf = surroundingsIn(exchanges, frames);
  const context = cookieContext(browser, sites, surroundingsOf, storedCookies);
  const cookies = cookieUses(cookieNeighbours(wanted, exchanges).map(judged), context);
  const cachedAnswerTo = cachedAnswersIn(exchanges);
  const failedImports = failedImportsIn(exchanges, verdictOf);
  const cachedPreflightOf = cachedPreflightsIn(recording, browserRules[browser]);
  const workerLinkOf = workerLinksIn(exchanges, verdictOf);
  const policyFixOf = policyFixesIn(recording);
  const clientFixesOf = clientFixesIn(exchanges);
  const scripts = pageEvents.filter(({ kind }) => kind === 'jsonp');
  const { causesOf, questionsOf } = openDiagnosis(recording);
  const documents = exchanges.filter(({ kind }) => kind === 'document');
  const loads = exchanges.filter(isLoad);
  const policed = (facts: ExchangeFacts) => {
    const load = isOfDocument(facts) ? loadOf(facts, loads, frames) : null;
    return withOwnPolicy(verdictOf(facts), facts, load);
  };

  return (facts) => {
    const verdict = policed(facts);
    const surroundings = surroundingsOf(facts);
    const subject = subjectOf(facts, verdict, lookup, policed);
    const checks = responseChecks(facts, verdict, surroundings, isSameSite);
    const preflightCache = preflightCacheOf(facts, verdict.requestClass);
    const responseType = responseTypeOf(facts, verdict);
    const cachedAnswer = cachedAnswerTo(facts, verdict);
    const uses = cookies.get(facts.id) ?? [];
    const jsonp = facts.kind === 'script' ? readJsonp(facts, scriptFactsOf(facts, scripts)) : null;
    const needs = [
      // The server may send the headers that the cached response lacks.
      ...(cachedAnswer ? [] : needsOf(subject.verdict, browser).filter(subject.covers)),
      ...embeddingNeedsOf(facts, verdict, checks, surroundings, isSameSite),
      ...readingNeedsOf(facts, verdict),
      ...cookieNeedsOf(facts, verdict, uses, context, browser),
    ];
    const causes = causesOf(subject.facts);
    let clientFixes: readonly ClientFix[] | null = null;
    let policyFix: { readonly found: PolicyFix | null } | null = null;
    return {
      facts,
      verdict,
      sinceReload: recording.sinceReload(facts.id),
      subject,
      ...candidatesOf(facts, verdict, browser, failedImports.isSuspect(facts)),
      needs,
      get policyFix() {
        policyFix ??= { found: policyFixOf({ subject, needs, causes }) };
        return policyFix.found;
      },
      get clientFixes() {
        clientFixes ??= clientFixesOf({ subject, causes });
        return clientFixes;
      },
      causes,
      questions: questionsOf(subject.facts),
      initiator: facts.initiator === 'unknown' && reportedCall(facts) ? 'document' : facts.initiator,
      relation: relation(facts, sites),
      access: accessOf(facts, verdict.mode.value),
      preflightTriggers: preflightTriggers(facts, verdict),
      preflightCache,
      cachedPreflight: preflightCache === 'hit' ? cachedPreflightOf(judged(facts)) : null,
      preflightCost: preflightCost(facts, lookup),
      servedBy: servedByOf(facts),
      cachedAnswer,
      workerLink: workerLinkOf(facts),
      failedImports: failedImports.of(facts),
      responseType,
      readable: readableResponse(facts, verdict),
      timing: responseType === null || responseType === 'error' ? null : timingOf(checks),
      surroundings,
      checks,
      hops: hopDetails(facts, verdict, lookup),
      cookies: uses,
      otherBrowser: otherBrowser(facts, verdict, browser),
      pageSide: pageSideOf(facts, listening),
      jsonp: jsonp?.is === 'jsonp' ? jsonp : null,
      socketIo: readSocketIo(facts),
      proxy: proxyEvidence(facts, documentHeaders(facts, documents)),
      opener: facts.kind === 'document' ? openerDetailsOf(facts, documents, pageEvents, browser) : null,
    };
  };
}

/** Returns the exchange that loaded the document that made a request; null if it was not recorded. */
function loadOf(
  { id, kind, requestId, frameId, origin, startedAtMs: atMs }: ExchangeFacts,
  loads: readonly ExchangeFacts[],
  frames: readonly FrameFacts[],
): ExchangeFacts | null {
  const isInside = kind === 'frame' && requestId !== '';
  const parentId = frames.find((frame) => frame.frameId === frameId)?.parentFrameId;
  const others = loads.filter((load) => load.id !== id);
  if (isInside && parentId === undefined) return null;
  return loadedDocument({ frameId: isInside ? (parentId ?? -1) : frameId, origin, atMs }, others, frames);
}

/**
 * Returns the relation of the request's origin to the first cross-origin hop, or to the last hop if there is
 * none.
 */
function relation(facts: ExchangeFacts, { relationOf }: Sites): Relation | null {
  if (facts.origin === null) return null;
  const [foreign = lastHop(facts)] = foreignHops(facts);
  const target = originOf(foreign.url.replace(/^ws/, 'http'));
  return isSameOrigin(facts.origin, target) ? 'same-origin' : relationOf(facts.origin, target);
}

function timingOf(checks: readonly LocatedTrace[]): ExplainedExchange['timing'] {
  const check = checks.find(({ trace }) => trace.section === 'taoCheck');
  return check ? (check.trace.result === 'timing shown' ? 'shown' : 'hidden') : null;
}

function candidatesOf(
  facts: ExchangeFacts,
  { outcome, candidates, browserReasonCandidates, possibleUseFailures, exchange }: Verdict,
  browser: BrowserName,
  isSuspectImport: boolean,
): Pick<ExplainedExchange, 'candidates' | 'browserReasonCandidates'> {
  const hasPassed = outcome === 'allowed' && candidates.length === 0;
  const failures = [
    ...possibleUseFailures,
    ...(isSuspectImport && hasPassed ? (['integrity'] as const) : []),
  ];
  if (failures.length === 0) return { candidates, browserReasonCandidates };
  const codes = ['none', ...failures] as const;
  const isCors = exchange.mode === 'cors';
  return {
    candidates: codes,
    browserReasonCandidates: codes.map((code) => candidateMessage(browser, code, facts, isCors)),
  };
}
