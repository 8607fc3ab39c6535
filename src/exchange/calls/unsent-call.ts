import type { DocumentPolicies, ExchangeFacts, RequestKind } from '../../protocol/facts';
import type { FrameRef } from '../../protocol/page-events';
import type { PageCall, PolicyViolation, ReportedCall, WorkerTiming } from '../../protocol/page-hints';
import { toHop } from '../facts/facts';
import { noRequestReason, unusedAnswerCodes } from '../verdict/no-request-reason';
import { isNavigation } from './join-answers';
import { methodOf, promptMs } from './reported-call';
import { kindOfDirective, violationsOf } from './violations';

/** Whether a URL is normally loaded without a request that the browser shows. */
const isWithoutRequest = (url: string) => /^(data|blob|about|javascript):/i.test(url);

/**
 * The APIs whose calls are often answered without a request, or make it much later; they get a row only if a rule
 * blocked them.
 */
const isOftenAnswered = /^(element|worker|shared-worker|fetchLater)$/;

/** In characters. */
const maxUrl = 2_048;

/** By API and by initiator type of Resource Timing. */
const kinds: Readonly<Record<string, RequestKind>> = {
  fetch: 'fetch',
  fetchLater: 'fetch',
  xhr: 'fetch',
  xmlhttprequest: 'fetch',
  'event-source': 'fetch',
  beacon: 'beacon',
  websocket: 'websocket',
  worker: 'script',
  'shared-worker': 'script',
  navigation: 'document',
};

const kindsOfElement: Readonly<Record<string, RequestKind>> = {
  img: 'image',
  image: 'image',
  input: 'image',
  script: 'script',
  link: 'style',
  video: 'media',
  audio: 'media',
  iframe: 'frame',
  frame: 'frame',
  object: 'embed',
  embed: 'embed',
  track: 'media',
  use: 'image',
  filter: 'image',
  'clip-path': 'image',
  font: 'font',
};

/** What webRequest calls a request of each kind; Chrome and Firefox agree on these. */
const resourceTypes: Readonly<Record<RequestKind, string>> = {
  document: 'main_frame',
  frame: 'sub_frame',
  fetch: 'xmlhttprequest',
  beacon: 'beacon',
  ping: 'ping',
  report: 'csp_report',
  image: 'image',
  script: 'script',
  style: 'stylesheet',
  media: 'media',
  font: 'font',
  embed: 'object',
  websocket: 'websocket',
  webtransport: 'webtransport',
  resource: 'other',
  other: 'other',
};

/**
 * Returns the facts of a call without a request, as an exchange of its own. null if it needs no row: a data:
 * or blob: URL, or an element's load that was answered from memory. `isUrlRequested`: whether the document requested
 * the URL, so that an element's error can be about that request. `policiesOf`: what decides about the connections of
 * the call's document.
 */
export function factsOfUnsentCall(
  reported: ReportedCall,
  violations: readonly PolicyViolation[],
  isUrlRequested: boolean,
  policiesOf: (call: PageCall) => DocumentPolicies | null = () => null,
): ExchangeFacts | null {
  const { api, url, atMs } = reported.call;
  if (isWithoutRequest(url)) return null;
  const short = withShortUrl(reported);
  const bare = ofCall(short, { how: 'closed', atMs: atMs + promptMs, because: 'never-seen' });
  const matching = violations.length > 0 ? violationsOf(ofCall(reported, bare.end), violations) : [];
  const page = { call: short, possible: [], isOneOfThem: false, violations: matching };
  // A <link> can load anything, and only the policy knows what this one was for.
  const kind = (api === 'element' && matching[0] && kindOfDirective(matching[0].directive)) || bare.kind;
  // Only these can be stopped by a policy without any event.
  const isStoppable = /^(frame|embed|script)$/.test(kind) || reported.threw !== null;
  const documentPolicies = isStoppable ? policiesOf(reported.call) : null;
  const facts: ExchangeFacts = { ...bare, kind, type: resourceTypes[kind], documentPolicies, page };
  if (!isOftenAnswered.test(api) || noRequestReason(facts).code !== 'never-seen') return facts;
  return !isUrlRequested && unusedAnswerCodes(facts) ? facts : null;
}

/** Returns the facts of a service worker's answer; without a call, from the browser's timing alone. */
export function factsOfWorkerAnswer(
  id: string,
  timing: WorkerTiming,
  reported: ReportedCall | null,
): ExchangeFacts {
  const end = { how: 'closed', atMs: timing.atMs, because: 'service-worker' } as const;
  if (reported)
    return withStatus(
      {
        ...ofCall(reported, end),
        page: { call: reported, possible: [], isOneOfThem: false, violations: [] },
      },
      timing,
    );
  const { by, url, frame, startedAtMs: atMs } = timing;
  // The initiator of a navigation is another document or the user.
  const { documentId, origin } = isNavigation(timing) ? { documentId: null, origin: null } : frame;
  const kind = kinds[by] ?? kindsOfElement[by] ?? 'other';
  const method = by === 'beacon' ? 'POST' : 'GET';
  const of = { id, kind, url, method, atMs, end, frame: { ...frame, documentId, origin } };
  return withStatus(unseen(of), timing);
}

/** Returns the call with a URL short enough to read, plus its length. */
export function withShortUrl(reported: ReportedCall): ReportedCall {
  const { url } = reported.call;
  if (url.length <= maxUrl) return reported;
  // A substring can keep the whole string in memory, so the text is built again.
  const start = [...url.slice(0, maxUrl)].join('');
  return { ...reported, call: { ...reported.call, url: `${start}… (${url.length})` } };
}

function withStatus(facts: ExchangeFacts, { status }: WorkerTiming): ExchangeFacts {
  return { ...facts, hops: facts.hops.map((hop) => ({ ...hop, timedStatus: status })) };
}

/** Returns the facts of a call's request that was not seen. */
export function ofCall({ call }: ReportedCall, end: ExchangeFacts['end']): ExchangeFacts {
  const { api, id, url, frame, element, atMs } = call;
  const kind = (element ? kindsOfElement[element.name] : kinds[api]) ?? 'other';
  const of = { id: `call ${frame.documentId ?? frame.frameId} ${id}`, kind, url, atMs, end, frame };
  return unseen({ ...of, method: methodOf(call) ?? 'GET' });
}

interface Unseen extends Pick<ExchangeFacts, 'id' | 'kind' | 'end'> {
  readonly url: string;
  readonly method: string;
  readonly atMs: number;
  readonly frame: FrameRef;
}

/** Returns the facts of a request that only its document reported. */
export function unseen({ id, kind, url, method, atMs, end, frame }: Unseen): ExchangeFacts {
  return {
    id,
    requestId: '',
    tabId: 0,
    frameId: frame.frameId,
    documentId: frame.documentId,
    initiator: 'document',
    type: resourceTypes[kind],
    kind,
    origin: frame.origin,
    ancestors: null,
    localNetwork: null,
    embedderPolicy: null,
    documentPolicies: null,
    startedAtMs: atMs,
    hops: [toHop({ url, method, atMs })],
    end,
    preflightFor: null,
    page: null,
  };
}
