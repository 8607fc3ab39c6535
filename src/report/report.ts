import type { ListenerAudit } from '../channels/audit-listener';
import type { HeardListener } from '../channels/heard-listeners';
import { readJsonp } from '../channels/jsonp';
import { findRelays } from '../channels/relays';
import { scriptFactsOf } from '../channels/script-loaded';
import {
  type BrowserName,
  getHeader,
  isSameOrigin,
  type LocatedFinding,
  type LocatedTrace,
  originOf,
  sections,
  sectionUrl,
} from '../engine';
import type { registrableDomain, relationOf } from '../engine/site';
import { callOf } from '../exchange/calls/page-report';
import { preflightCacheOf, preflightTriggers, servedByOf } from '../exchange/explained/describe';
import { otherBrowser } from '../exchange/explained/other-browser';
import { responseChecks } from '../exchange/explained/response-checks';
import { lastHop } from '../exchange/facts/facts';
import { candidateWord } from '../exchange/verdict/browser-words';
import { accessOf } from '../exchange/verdict/classify';
import { foreignHops } from '../exchange/verdict/infer-request';
import type { Verdict } from '../exchange/verdict/judge';
import { type Language, type Prose, proseFor } from '../prose';
import { browserLabel } from '../prose/browser-label';
import { findingContext, headline } from '../prose/headline';
import type { KeptCookies } from '../protocol/cookies';
import type { ExchangeFacts, FrameFacts, HopFacts } from '../protocol/facts';
import type { BrowserInfo } from '../protocol/messages';
import type { PageEventFacts } from '../protocol/page-events';
import type { FoundStar } from '../reading/find-stars';
import type { Redaction } from '../recording/redaction/rules';
import { toFrames } from './frames';
import { toMessageListeners, toStarTargets } from './message-listeners';
import type { Report, ReportExchange, ReportFinding, ReportHop, ReportTrace } from './model';
import { needsOf } from './needs-of';
import { toChannels, toPageEvents } from './page-events';
import { toRelays } from './relays';
import { readingOf, type Together, timingOf, toCookies, together } from './together';

/** Everything that a report is made of. */
export interface ReportSource {
  readonly version: string;
  readonly language: Language;
  readonly browser: BrowserInfo;
  /** What was replaced in the facts before they were judged. */
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
    readonly begunBefore: number;
    readonly stops: number;
  };
  /** In order of start. */
  readonly exchanges: readonly SourceExchange[];
  readonly pageEvents: readonly PageEventFacts[];
  /** All page events, of which `pageEvents` may be some: what a listener does is told over all of its messages. */
  readonly heardIn?: readonly PageEventFacts[];
  /** What a listener's text and run say; the parser is large, so it is brought along. null: not loaded. */
  readonly audit: ((heard: HeardListener) => ListenerAudit) | null;
  readonly stars: readonly FoundStar[];
  /** The public suffix list is large, so whoever wants a report brings it along. */
  readonly relationOf: typeof relationOf;
  readonly registrableDomain: typeof registrableDomain;
  /** What the browser keeps now; null where nobody may ask it. */
  readonly keptCookies: KeptCookies | null;
}

/** An exchange with what was made of it. */
export interface SourceExchange {
  readonly facts: ExchangeFacts;
  readonly verdict: Verdict;
  /** What became of it, compared with the load of the page before. */
  readonly sinceReload: ReportExchange['sinceReload'];
}

/** The report of a recording: of what its facts hold, nothing is left out here. */
export function toReport(source: ReportSource): Report {
  const { version, language, browser, redaction, page, recording, exchanges, pageEvents, relationOf } =
    source;
  const frames = toFrames(source);
  const all = together(source);
  const relays = findRelays({
    events: pageEvents,
    exchanges: exchanges.map(({ facts }) => facts),
    frames: page.frames,
  });
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
        bytes: 0,
      },
      begunBefore: recording.begunBefore,
      stops: recording.stops,
    },
    redacted: redaction !== 'everything',
    redaction,
    frames,
    exchanges: exchanges.map((each) => toExchange(each, source, all)),
    pageEvents: toPageEvents(
      pageEvents,
      language,
      relationOf,
      exchanges.map(({ facts }) => facts),
      browser.name,
      source.heardIn,
    ),
    messageListeners: toMessageListeners(source.heardIn ?? pageEvents, source.audit, language),
    starTargets: toStarTargets(source.stars),
    channels: toChannels(pageEvents, relationOf, relays),
    relays: toRelays(relays, language),
    advice: [],
  };
}

function toIso(ms: number): string {
  return new Date(ms).toISOString();
}

function toExchange(each: SourceExchange, source: ReportSource, all: Together): ReportExchange {
  const { facts, verdict, sinceReload } = each;
  const prose = proseFor(source.language);
  const computed = responseChecks(facts, verdict, all.surroundingsOf(facts), all.isSameSite);
  const { url, method, status } = lastHop(facts);
  const { id, requestId, frameId, documentId, origin, initiator, type, startedAtMs, end, preflightFor } =
    facts;
  return {
    id,
    requestId,
    startedAt: toIso(startedAtMs),
    durationMs: requestId === '' ? null : end && Math.round((end.atMs - startedAtMs) * 10) / 10,
    frame: { frameId, documentId, origin },
    initiator: initiator === 'unknown' && callOf(facts) ? 'document' : initiator,
    stack: callOf(facts)?.call.callSite?.stack ?? null,
    type,
    hops: facts.hops.map((hop) => toHop(hop)),
    method,
    url,
    preflightFor,
    mode: verdict.mode,
    credentialsMode: verdict.credentialsMode,
    relation: relation(facts, source),
    access: accessOf(facts, verdict.mode.value),
    class: verdict.class,
    preflightTriggers: preflightTriggers(facts, verdict),
    preflightCache: preflightCacheOf(facts, verdict.class),
    outcome: verdict.outcome,
    outcomeBasis: verdict.outcomeBasis,
    headline: headline(facts, verdict, source.language, browserLabel(source.browser)),
    sinceReload,
    pageSaw: verdict.pageSaw,
    ...readingOf(facts, verdict, source.language),
    timing: timingOf(computed),
    findings: verdict.findings.map((finding) => toFinding(finding, facts, verdict, source)),
    ...candidatesOf(facts, verdict, source.browser.name),
    browserReason: verdict.browserReason,
    browserSays: verdict.browserSays,
    otherBrowser: otherBrowser(facts, verdict, source.browser.name),
    error: verdict.error,
    status,
    servedBy: servedByOf(facts),
    needs: needsOf(verdict, source.browser),
    cookies: toCookies(all.cookies.get(id) ?? [], source.language),
    jsonp: toJsonp(facts, all),
    traces: [...verdict.traces, ...computed].map(toTrace),
    causes: [],
    fixes: [],
    assumptions: toAssumptions(verdict, prose),
  };
}

function toJsonp(facts: ExchangeFacts, { scripts }: Together): ReportExchange['jsonp'] {
  if (facts.type !== 'script') return null;
  const found = readJsonp(facts, scriptFactsOf(facts, scripts));
  if (found.is !== 'jsonp') return null;
  const { basis, functionName, parameter, calls, size, risks, instead } = found;
  return { basis, functionName, parameter, calls, size, risks, instead };
}

/** What fits, with what may have become of it after all checks: whoever reads a report alone gets both. */
function candidatesOf(
  facts: ExchangeFacts,
  { candidates, browserReasonCandidates, unheardUses, exchange }: Verdict,
  browser: BrowserName,
): Pick<ReportExchange, 'candidates' | 'browserReasonCandidates'> {
  if (unheardUses.length === 0) return { candidates, browserReasonCandidates };
  const all = ['none', ...unheardUses] as const;
  const isCors = exchange.mode === 'cors';
  return {
    candidates: all,
    browserReasonCandidates: all.map((code) => candidateWord(browser, code, facts, isCors)),
  };
}

function toFinding(
  finding: LocatedFinding,
  facts: ExchangeFacts,
  verdict: Verdict,
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
    remedy: prose.remedy(findingContext(facts, verdict, finding, browserLabel(source.browser))),
    evidence,
  };
}

function toTrace({ hop, trace }: LocatedTrace): ReportTrace {
  const { section, result, step, finding, passedOver, evidence } = trace;
  return { hop, section: sections[section].title, result, step, finding, passedOver, evidence };
}

function toAssumptions({ assumptions }: Verdict, prose: Prose): ReportExchange['assumptions'] {
  return assumptions.map(({ field, because }) => ({ field, because: prose.assumptions[because] }));
}

function toHop(hop: HopFacts): ReportHop {
  const { url, method, status, requestHeaders, responseHeaders, serverIp, preflight, internal } = hop;
  return {
    url,
    method,
    origin: requestHeaders && getHeader(requestHeaders, 'Origin'),
    status,
    requestHeaders,
    responseHeaders,
    reachedServer: reachedServer(hop),
    serverIp,
    preflight,
    internal,
  };
}

/** Whether a server saw this hop; null where nothing says so. */
function reachedServer({
  internal,
  fromCache,
  responseHeaders,
  preflight,
  requestHeaders,
}: HopFacts): boolean | null {
  if (internal !== null || fromCache) return false;
  if (responseHeaders !== null) return true;
  return preflight !== null && requestHeaders === null ? false : null;
}

/** The relation of the request's origin to the first hop that is foreign to it, else to the last. */
function relation(facts: ExchangeFacts, { relationOf }: ReportSource): ReportExchange['relation'] {
  if (facts.origin === null) return null;
  const [foreign = lastHop(facts)] = foreignHops(facts);
  const target = originOf(foreign.url.replace(/^ws/, 'http'));
  return isSameOrigin(facts.origin, target) ? 'same-origin' : relationOf(facts.origin, target);
}
