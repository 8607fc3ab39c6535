import type { ExchangeFacts } from '../../protocol/facts';
import type { FrameRef } from '../../protocol/page-events';
import type { AskedWorker, HeardCall, PolicyViolation } from '../../protocol/page-hints';
import { toHop } from '../facts/facts';
import { noRequestReason } from '../verdict/no-request-reason';
import { isNavigation } from './join-answers';
import { methodOf, promptMs } from './reported-call';
import { violationsOf } from './violations';

/** What is loaded without any request that a browser shows, and by rights. */
const isWithoutRequest = (url: string) => /^(data|blob|about|javascript):/i.test(url);

/** The APIs whose calls are often answered without a request: no row unless a rule stopped them. */
const isOftenAnswered = /^(element|worker|shared-worker)$/;

/** In characters. */
const maxUrl = 2_048;

/** webRequest's word for what an API asks for, in our words and in those of Resource Timing. */
const types: Readonly<Record<string, string>> = {
  fetch: 'xmlhttprequest',
  xhr: 'xmlhttprequest',
  xmlhttprequest: 'xmlhttprequest',
  'event-source': 'xmlhttprequest',
  beacon: 'beacon',
  websocket: 'websocket',
  worker: 'script',
  'shared-worker': 'script',
  navigation: 'main_frame',
};

const typesOfElement: Readonly<Record<string, string>> = {
  img: 'image',
  script: 'script',
  link: 'stylesheet',
  video: 'media',
  audio: 'media',
  iframe: 'sub_frame',
  font: 'font',
};

/**
 * The facts of a call that no request was seen for, as an exchange of its own; null where that needs no
 * row: a data: or blob: URL, or an element's load that was answered from memory.
 */
export function neverSeen(heard: HeardCall, violations: readonly PolicyViolation[]): ExchangeFacts | null {
  const { api, url, atMs } = heard.call;
  if (isWithoutRequest(url)) return null;
  const short = withShortUrl(heard);
  const bare = ofCall(short, { how: 'closed', atMs: atMs + promptMs, because: 'never-seen' });
  const own = violations.length > 0 ? violationsOf(ofCall(heard, bare.end), violations) : [];
  const page = { call: short, possible: [], violations: own };
  const facts: ExchangeFacts = { ...bare, page };
  const isQuiet = isOftenAnswered.test(api) && noRequestReason(facts).code === 'never-seen';
  return isQuiet ? null : facts;
}

/** The facts of what a service worker answered; of the browser's timing alone where no call is known. */
export function answered(id: string, asked: AskedWorker, heard: HeardCall | null): ExchangeFacts {
  const end = { how: 'closed', atMs: asked.atMs, because: 'service-worker' } as const;
  if (heard)
    return withStatus({ ...ofCall(heard, end), page: { call: heard, possible: [], violations: [] } }, asked);
  const { by, url, frame, startedAtMs: atMs } = asked;
  // Whoever navigates there is another document, or a person.
  const { documentId, origin } = isNavigation(asked) ? { documentId: null, origin: null } : frame;
  const type = types[by] ?? typesOfElement[by] ?? 'other';
  const method = by === 'beacon' ? 'POST' : 'GET';
  const of = { id, type, url, method, atMs, end, frame: { ...frame, documentId, origin } };
  return withStatus(unseen(of), asked);
}

/** A call that came to nothing is kept with as much of its URL as anybody reads, and with its length. */
function withShortUrl(heard: HeardCall): HeardCall {
  const { url } = heard.call;
  if (url.length <= maxUrl) return heard;
  // Browsers keep the whole of a text as long as a piece of it is there, unless that is made anew.
  const start = [...url.slice(0, maxUrl)].join('');
  return { ...heard, call: { ...heard.call, url: `${start}… (${url.length})` } };
}

function withStatus(facts: ExchangeFacts, { status }: AskedWorker): ExchangeFacts {
  return { ...facts, hops: facts.hops.map((hop) => ({ ...hop, status })) };
}

function ofCall({ call }: HeardCall, end: ExchangeFacts['end']): ExchangeFacts {
  const { api, id, url, frame, element, atMs } = call;
  const type = (element ? typesOfElement[element.name] : types[api]) ?? 'other';
  const of = { id: `call ${frame.documentId ?? frame.frameId} ${id}`, type, url, atMs, end, frame };
  return unseen({ ...of, method: methodOf(call) ?? 'GET' });
}

interface Unseen extends Pick<ExchangeFacts, 'id' | 'type' | 'end'> {
  readonly url: string;
  readonly method: string;
  readonly atMs: number;
  readonly frame: FrameRef;
}

/** A request that only its document told of. */
function unseen({ id, type, url, method, atMs, end, frame }: Unseen): ExchangeFacts {
  return {
    id,
    requestId: '',
    tabId: 0,
    frameId: frame.frameId,
    documentId: frame.documentId,
    initiator: 'document',
    type,
    origin: frame.origin,
    ancestors: null,
    startedAtMs: atMs,
    hops: [toHop({ url, method, atMs })],
    end,
    preflightFor: null,
    page: null,
  };
}
