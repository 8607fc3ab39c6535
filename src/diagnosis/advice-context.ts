import type { ListenerAudit } from '../channels/audit-listener';
import type { ReportedListener } from '../channels/reported-listeners';
import { type BrowserName, originOf, type SerializedOrigin } from '../engine';
import type { Verdict } from '../exchange/verdict/verdict';
import type { ExchangeFacts, HopFacts } from '../protocol/facts';
import type { PageEventFacts } from '../protocol/page-events';
import type { FoundStar } from '../reading/find-stars';
import { type Preflight, preflightsIn } from './preflights';

/** The recording that advice is about. */
export interface AdvisableRecording {
  readonly browser: BrowserName;
  /** All exchanges, in order of start. */
  readonly exchanges: readonly ExchangeFacts[];
  /** All page events, in order of time. */
  readonly pageEvents: readonly PageEventFacts[];
  /** The listeners that ran, with what their texts and runs show. */
  readonly listeners: readonly AuditedListener[];
  /** Calls of `postMessage()` that are written with `'*'`. */
  readonly stars: readonly FoundStar[];
  lookup(id: string): ExchangeFacts | undefined;
  verdictOf(facts: ExchangeFacts): Verdict;
}

/** A listener with its audit. */
export interface AuditedListener {
  readonly reported: ReportedListener;
  readonly audit: ListenerAudit;
}

/** A request that named another origin than the server's, with what the server allowed. */
export interface Crossing {
  readonly facts: ExchangeFacts;
  readonly request: HopFacts;
  readonly server: SerializedOrigin;
  /** The Origin header. */
  readonly origin: SerializedOrigin;
  readonly status: number;
  readonly isPreflight: boolean;
  readonly sendsCookies: boolean;
  readonly sendsAuthorization: boolean;
  readonly setsCookies: boolean;
  /** Access-Control-Allow-Origin; null if it is missing. */
  readonly allows: string | null;
  readonly allowsCredentials: boolean;
  readonly variesByOrigin: boolean;
  readonly isStored: boolean;
}

/** What advice looks at: a recording, sorted once for all of it. */
export interface AdviceContext extends AdvisableRecording {
  /** The answered requests of other origins, by server. */
  readonly crossings: ReadonlyMap<SerializedOrigin, readonly Crossing[]>;
  /** The answered WebSocket handshakes of other origins, by server. */
  readonly handshakes: ReadonlyMap<SerializedOrigin, readonly Crossing[]>;
  /** The preflights that were paired with a request, in order of start. */
  readonly preflights: readonly Preflight[];
}

/** Sorts a recording. */
export function adviceContext(recording: AdvisableRecording): AdviceContext {
  const crossings = new Map<SerializedOrigin, Crossing[]>();
  const handshakes = new Map<SerializedOrigin, Crossing[]>();
  for (const facts of recording.exchanges) {
    const groups = facts.kind === 'websocket' ? handshakes : crossings;
    for (const request of facts.hops) {
      const crossing = crossingOf(facts, request);
      if (!crossing) continue;
      const group = groups.get(crossing.server);
      if (group) group.push(crossing);
      else groups.set(crossing.server, [crossing]);
    }
  }
  return { ...recording, crossings, handshakes, preflights: preflightsIn(recording) };
}

/** Read once for each header: a recording can have a million. */
function crossingOf(facts: ExchangeFacts, request: HopFacts): Crossing | null {
  const { requestHeaders, response } = request;
  if (!requestHeaders || !response) return null;
  let origin: string | null = null;
  let sendsCookies = false;
  let sendsAuthorization = false;
  for (const [name, value] of requestHeaders) {
    if (isNamed(name, 'origin')) origin = value;
    else if (isNamed(name, 'cookie')) sendsCookies = true;
    else if (isNamed(name, 'authorization')) sendsAuthorization = true;
  }
  if (origin === null) return null;
  const server = originOf(request.url.replace(/^ws/, 'http'));
  if (origin === server) return null;
  let allows: string | null = null;
  let [allowsCredentials, variesByOrigin, isStored, setsCookies] = [false, false, true, false];
  for (const [name, value] of response.headerList) {
    if (isNamed(name, 'access-control-allow-origin')) allows = value.trim();
    else if (isNamed(name, 'access-control-allow-credentials')) allowsCredentials = value.trim() === 'true';
    else if (isNamed(name, 'vary')) variesByOrigin ||= /(^|[\s,])(origin|\*)([\s,]|$)/i.test(value);
    else if (isNamed(name, 'cache-control')) isStored &&= !/no-store/i.test(value);
    else if (isNamed(name, 'set-cookie')) setsCookies = true;
  }
  return {
    facts,
    request,
    server,
    origin,
    status: response.status,
    isPreflight: facts.preflightFor !== null,
    sendsCookies,
    sendsAuthorization,
    setsCookies,
    allows,
    allowsCredentials,
    variesByOrigin,
    isStored,
  };
}

function isNamed(name: string, wanted: string): boolean {
  return name.length === wanted.length && name.toLowerCase() === wanted;
}
