import type { ExchangeFacts } from '../protocol/facts';
import type { HeardCall, PolicyViolation } from '../protocol/page-hints';
import { toHop } from './facts';
import { methodOf, promptMs } from './heard-call';
import { neverSeenFate } from './never-seen-fate';
import { violationsOf } from './violations';

/** What is loaded without any request that a browser shows, and by rights. */
const isWithoutRequest = (url: string) => /^(data|blob|about|javascript):/i.test(url);

/** The APIs whose calls are often answered without a request: no row unless a rule stopped them. */
const isOftenAnswered = /^(element|worker|shared-worker)$/;

/** webRequest's word for what an API asks for. */
const types: Readonly<Record<string, string>> = {
  beacon: 'beacon',
  websocket: 'websocket',
  worker: 'script',
  'shared-worker': 'script',
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
  const { api, id, url, frame, element, atMs } = heard.call;
  if (isWithoutRequest(url)) return null;
  const type = element ? (typesOfElement[element.name] ?? 'other') : (types[api] ?? 'xmlhttprequest');
  const bare: ExchangeFacts = {
    id: `call ${frame.documentId ?? frame.frameId} ${id}`,
    requestId: '',
    tabId: 0,
    frameId: frame.frameId,
    documentId: frame.documentId,
    initiator: 'document',
    type,
    origin: frame.origin,
    startedAtMs: atMs,
    hops: [toHop({ url, method: methodOf(heard.call) ?? 'GET', atMs })],
    end: { how: 'closed', atMs: atMs + promptMs, because: 'never-seen' },
    preflightFor: null,
    page: null,
  };
  const page = { call: heard, possible: [], violations: violationsOf(bare, violations) };
  const facts: ExchangeFacts = { ...bare, page };
  const isQuiet = isOftenAnswered.test(api) && neverSeenFate(facts).code === 'never-seen';
  return isQuiet ? null : facts;
}
