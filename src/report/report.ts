import type { ListenerAudit } from '../channels/audit-listener';
import type { Jsonp } from '../channels/jsonp';
import type { ReportedListener } from '../channels/reported-listeners';
import type { GivenAdvice } from '../diagnosis/advise';
import type { Diagnosis } from '../diagnosis/diagnose';
import { type LocatedFinding, type LocatedTrace, originOf, sections, sectionUrl } from '../engine';
import type { relationOf } from '../engine/site';
import { reportedCall } from '../exchange/calls/page-report';
import { attributesOf } from '../exchange/explained/cookie-attributes';
import type { CookieUse } from '../exchange/explained/cookie-use';
import { durationMs } from '../exchange/facts/duration';
import { lastHop } from '../exchange/facts/facts';
import { knownRedirectMode } from '../exchange/verdict/assumptions';
import type { Verdict } from '../exchange/verdict/verdict';
import { type Language, type Prose, proseFor } from '../prose';
import { adviceText, adviceWords } from '../prose/advice';
import { browserLabel } from '../prose/browser-label';
import { causeText } from '../prose/cause';
import { findingContext, headline } from '../prose/headline';
import { reasonsProseFor } from '../prose/reasons-prose';
import { type ExchangeFacts, type FrameFacts, statusOf } from '../protocol/facts';
import type { BrowserInfo } from '../protocol/messages';
import type { PageEventFacts } from '../protocol/page-events';
import type { FoundStar } from '../reading/find-stars';
import type { ExplainedRecording } from '../recording/explain-recording';
import type { Redaction } from '../recording/redaction/rules';
import type { ExplainedExchange } from '../recording/requests/explain-exchanges';
import type { Need } from '../remedy/need';
import { toFacts } from './facts';
import { toFix } from './fix';
import { toHop } from './hops';
import { toMessageListeners, toStarTargets } from './message-listeners';
import type {
  ReportAdvice,
  ReportCause,
  ReportExchange,
  ReportFinding,
  ReportFrame,
  ReportJsonp,
  ReportTrace,
  StreamedReport,
} from './model';
import { toChannels, toPageEvents } from './page-events';
import { toQuestion } from './questions';
import { toRelays } from './relays';

/** The input of a report. */
export interface ReportSource extends ExplainedRecording<Iterable<ExplainedExchange>> {
  readonly version: string;
  readonly language: Language;
  readonly browser: BrowserInfo;
  /** The redaction that was applied to the facts before they were judged. */
  readonly redaction: Redaction;
  readonly page: {
    readonly url: string;
    readonly title: string | null;
    readonly frames: readonly FrameFacts[];
  };
  readonly recording: {
    readonly sinceMs: number;
    readonly untilMs: number;
    readonly sawNavigation: boolean;
    readonly hostPermission: boolean;
    readonly dropped: number;
    readonly droppedPageEvents: number;
    readonly hints: boolean;
    readonly droppedHints: number;
    readonly droppedWorkerRequests: number;
    readonly startedBefore: number;
    readonly stops: number;
  };
  /** All page events; `pageEvents` may be a part of them. Listeners are described by all their messages. */
  readonly allPageEvents?: readonly PageEventFacts[];
  /**
   * Audits a listener by its text and runs. The parser is large, so the caller loads it; null: not loaded.
   */
  readonly audit: ((reported: ReportedListener) => ListenerAudit) | null;
  readonly stars: readonly FoundStar[];
  /** The public suffix list is large, so the caller loads it. */
  readonly relationOf: typeof relationOf;
}

/** Returns the report of a recording. It only serializes: the recording is already redacted and explained. */
export function toReport(source: ReportSource): StreamedReport {
  const { version, language, browser, redaction, page, recording, relationOf } = source;
  const { facts, exchanges, pageEvents, relays } = source;
  const frames = toFrames(page.frames);
  const top = frames.find(({ frameId }) => frameId === 0);
  return {
    schema: 'corscope/report@1',
    generator: { name: 'corscope', version },
    language,
    browser,
    page: { url: page.url, origin: top?.origin ?? originOf(page.url), title: page.title },
    recorded: { from: toIso(recording.sinceMs), to: toIso(recording.untilMs) },
    recording: {
      since: recording.sawNavigation ? 'before-navigation' : 'after-load',
      hints: recording.hints,
      hostPermission: recording.hostPermission,
      dropped: {
        exchanges: recording.dropped,
        pageEvents: recording.droppedPageEvents,
        hints: recording.droppedHints,
        workerRequests: recording.droppedWorkerRequests,
      },
      startedBefore: recording.startedBefore,
      stops: recording.stops,
    },
    redacted: redaction !== 'everything',
    redaction,
    frames,
    exchanges: {
      *[Symbol.iterator]() {
        for (const exchange of exchanges) yield toExchange(exchange, source);
      },
    },
    pageEvents: toPageEvents(pageEvents, language, relationOf, facts, browser.name, source.allPageEvents),
    messageListeners: toMessageListeners(source.allPageEvents ?? pageEvents, source.audit, language),
    starTargets: toStarTargets(source.stars),
    channels: toChannels(pageEvents, relationOf, relays),
    relays: toRelays(relays, language),
    advice: source.advice.map((given) => toAdvice(given, language)),
  };
}

function toAdvice(given: GivenAdvice, language: Language): ReportAdvice {
  const { code, kind, severity, certainty, exchanges, pageEvents = [], total } = given;
  const text = adviceText(given, adviceWords.in(language));
  return { code, kind, severity, certainty, ...text, exchanges, pageEvents, total };
}

function toIso(ms: number): string {
  return new Date(ms).toISOString();
}

/** Returns the frames, each with the document of its parent frame. */
function toFrames(frames: readonly FrameFacts[]): readonly ReportFrame[] {
  const documents = new Map(frames.map(({ frameId, documentId }) => [frameId, documentId]));
  return frames.map(({ frameId, parentFrameId, documentId, url, origin }) => ({
    frameId,
    documentId,
    parent: documents.get(parentFrameId) ?? null,
    parentFrameId,
    url,
    origin,
  }));
}

function toExchange(explained: ExplainedExchange, source: ReportSource): ReportExchange {
  const { facts, verdict, checks, readable, jsonp } = explained;
  const prose = proseFor(source.language);
  const { hidden } = reasonsProseFor(source.language);
  const last = lastHop(facts);
  const { url, method } = last;
  const mayBeCached = explained.cachedAnswer !== null;
  const { id, requestId, frameId, documentId, origin, kind, type, startedAtMs, preflightFor } = facts;
  const duration = durationMs(facts);
  return {
    id,
    requestId,
    startedAt: toIso(startedAtMs),
    durationMs: duration && Math.round(duration * 10) / 10,
    frame: { frameId, documentId, origin },
    initiator: explained.initiator,
    stack: reportedCall(facts)?.call.callSite?.stack ?? null,
    kind,
    type,
    hops: facts.hops.map(toHop),
    method,
    url,
    preflightFor,
    mode: verdict.mode,
    credentialsMode: verdict.credentialsMode,
    redirectMode: knownRedirectMode(verdict),
    relation: explained.relation,
    access: explained.access,
    class: verdict.requestClass,
    preflightTriggers: explained.preflightTriggers,
    preflightCache: explained.preflightCache,
    preflightCost: explained.preflightCost,
    outcome: verdict.outcome,
    outcomeBasis: verdict.outcomeBasis,
    headline: headline(facts, verdict, source.language, browserLabel(source.browser), {
      mayBeCached,
      causes: explained.causes,
    }),
    sinceReload: explained.sinceReload,
    pageSaw: verdict.pageEnd,
    responseType: explained.responseType,
    readableHeaders: readable?.readable ?? null,
    hiddenHeaders: (readable?.hidden ?? []).map(({ name, because }) => ({ name, because: hidden[because] })),
    timing: explained.timing,
    findings: verdict.findings.map((finding) => toFinding(finding, explained, source)),
    causes: preflightFor ? [] : explained.causes.map((cause) => toCause(cause, facts, source.language)),
    questions: preflightFor
      ? []
      : explained.questions.map((question) => toQuestion(question, facts, source.language)),
    candidates: explained.candidates,
    browserReason: verdict.browserReason,
    browserReasonCandidates: explained.browserReasonCandidates,
    browserSays: verdict.browserSays,
    otherBrowser: explained.otherBrowser,
    error: verdict.error,
    status: statusOf(last),
    servedBy: explained.servedBy,
    cachedAnswer: explained.cachedAnswer,
    workerLink: explained.workerLink,
    failedImports: explained.failedImports,
    needs: preflightFor ? [] : explained.needs.map(toNeed),
    fix: preflightFor ? { policy: null, changes: [] } : toFix(explained, source.language),
    cookies: toCookies(explained.cookies, source.language),
    jsonp: jsonp && toJsonp(jsonp),
    traces: [...verdict.traces, ...checks].map(toTrace),
    assumptions: toAssumptions(verdict, prose),
    facts: toFacts(facts),
  };
}

function toJsonp({ basis, functionName, parameter, calls, size, risks, instead }: Jsonp): ReportJsonp {
  return { basis, functionName, parameter, calls, size, risks, instead };
}

function toCookies(uses: readonly CookieUse[], language: Language): ReportExchange['cookies'] {
  const { cookies } = reasonsProseFor(language);
  return uses.map(({ hop, name, direction, because, basis, cookie, stored: match, otherwise }) => ({
    hop,
    name,
    direction,
    because: cookies[because],
    basis,
    attributes: cookie && attributesOf(cookie),
    kept: match,
    otherBrowser: otherwise && cookies[otherwise],
  }));
}

function toFinding(
  finding: LocatedFinding,
  { facts, verdict, cachedAnswer }: ExplainedExchange,
  source: ReportSource,
): ReportFinding {
  const { code, severity, hop, section, step, evidence } = finding;
  const prose = proseFor(source.language).findings[code];
  return {
    code,
    severity,
    hop,
    section: sections[section].title,
    step,
    specUrl: sectionUrl(section),
    title: prose.title,
    remedy: prose.remedy(
      findingContext(facts, verdict, finding, browserLabel(source.browser), cachedAnswer !== null),
    ),
    evidence,
  };
}

function toCause(cause: Diagnosis, facts: ExchangeFacts, language: Language): ReportCause {
  const { code, confidence, actor } = cause;
  return { code, confidence, actor, ...causeText(facts, cause, language) };
}

function toTrace({ hop, trace }: LocatedTrace): ReportTrace {
  const { section, result, step, finding, passedOver, evidence } = trace;
  return { hop, section: sections[section].title, result, step, finding, passedOver, evidence };
}

function toNeed({ current, required, isSeen, ...place }: Need): ReportExchange['needs'][number] {
  return { ...place, has: current, needs: required, seen: isSeen };
}

function toAssumptions({ assumptions }: Verdict, prose: Prose): ReportExchange['assumptions'] {
  return assumptions.map(({ field, because }) => ({ field, because: prose.assumptions[because] }));
}
