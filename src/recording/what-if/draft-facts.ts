import {
  type Exchange,
  type FetchResponse,
  getHeader,
  type Header,
  type HeaderList,
  type Hop,
  isCorsSafelistedRequestHeader,
  isSameOrigin,
  originOf,
  preflightHeaders,
  serializeRequestOrigin,
} from '../../engine';
import { authorHeaders } from '../../exchange/verdict/author-headers';
import type { ExchangeFacts, HopFacts, RequestKind } from '../../protocol/facts';
import type { PageReport } from '../../protocol/page-hints';
import type { Draft } from './draft';
import type { WhatIfStart } from './start';

/** An exchange that nobody sent, in the form of recorded ones. */
export interface DraftFacts {
  readonly facts: ExchangeFacts;
  readonly preflights: readonly ExchangeFacts[];
}

/** webRequest's resource type for what can be requested. */
const types: Readonly<Partial<Record<RequestKind, string>>> = {
  document: 'main_frame',
  frame: 'sub_frame',
  fetch: 'xmlhttprequest',
  style: 'stylesheet',
  embed: 'object',
};

/** What the browser sends depends on what is edited. */
const ofBrowser = /^(origin|sec-fetch-mode|sec-fetch-storage-access)$/i;

/** A draft, and what it says. */
export interface ReadableDraft {
  readonly draft: Draft;
  readonly exchange: Exchange;
  readonly headers: HeaderList;
}

/**
 * Returns the facts of an exchange that the user wrote. What is not edited is as it was in the recorded exchange that
 * it was made from.
 */
export function draftFacts(
  { draft, exchange, headers }: ReadableDraft,
  { base, draft: first }: Pick<WhatIfStart, 'base' | 'draft'>,
): DraftFacts {
  const { kind } = draft;
  const isSameRequest = requestOf(draft) === requestOf(first);
  const id = base?.id ?? 'what-if';
  const startedAtMs = base?.startedAtMs ?? 0;
  const preflightIdOf = (index: number) => `${id} preflight ${index}`;
  const fresh: ExchangeFacts = {
    id,
    requestId: id,
    tabId: 0,
    frameId: 0,
    documentId: null,
    initiator: 'document',
    kind,
    type: types[kind] ?? kind,
    origin: exchange.origin,
    ancestors: kind === 'frame' ? [exchange.origin] : null,
    localNetwork: null,
    embedderPolicy: null,
    documentPolicies: null,
    startedAtMs,
    hops: [],
    end: null,
    preflightFor: null,
    page: null,
  };
  const hops = exchange.hops.map((hop, index): HopFacts => {
    const recorded = base?.hops[index]?.url === hop.url ? base.hops[index] : null;
    const preflight = hop.preflight ? preflightIdOf(index) : null;
    if (recorded && isSameRequest && isSameResponse(recorded.response, hop.response)) {
      return { ...recorded, preflight };
    }
    const kept = withoutAuthors(recorded?.requestHeaders ?? []).filter(([name]) => !ofBrowser.test(name));
    return hopFacts(hop, startedAtMs, {
      requestHeaders: [...kept, ...browserHeaders(exchange, index), ...pageHeaders(headers, hop)],
      preflight,
      redirectedTo: exchange.hops[index + 1]?.url ?? null,
    });
  });
  const status = hops.at(-1)?.response?.status;
  const facts: ExchangeFacts = {
    ...(base ?? fresh),
    kind,
    origin: exchange.origin,
    hops,
    end: status === undefined ? null : { how: 'completed', atMs: startedAtMs, status },
    page: base?.page ? withOptions(base.page, exchange) : null,
  };
  const preflights = exchange.hops.flatMap((hop, index): readonly ExchangeFacts[] =>
    hop.preflight
      ? [
          {
            ...facts,
            id: preflightIdOf(index),
            requestId: preflightIdOf(index),
            hops: [
              hopFacts({ ...hop, method: 'OPTIONS', response: hop.preflight }, startedAtMs, {
                requestHeaders: [['Origin', originAt(exchange, index)], ...preflightHeaders(hop)],
              }),
            ],
            end: { how: 'completed', atMs: startedAtMs, status: hop.preflight.status },
            preflightFor: { exchange: id, hop: index },
            page: null,
          },
        ]
      : [],
  );
  return { facts, preflights };
}

/** What a browser sends because of what can be edited. */
function requestOf({
  origin,
  kind,
  mode,
  credentialsMode,
  redirectMode,
  method,
  url,
  headers,
}: Draft): string {
  return JSON.stringify([origin, kind, mode, credentialsMode, redirectMode, method, url, headers]);
}

function isSameResponse(recorded: FetchResponse | null, written: FetchResponse | null): boolean {
  return responseText(recorded) === responseText(written);
}

/** Lines as they are written in a draft: browsers join repeated headers with line breaks. */
function responseText(response: FetchResponse | null): string | null {
  if (!response) return null;
  const lines = response.headerList.flatMap(([name, value]) =>
    value.split('\n').map((line) => `${name}: ${line.trim()}`),
  );
  return [response.status, ...lines].join('\n');
}

function hopFacts(
  { url, method, response }: Hop,
  atMs: number,
  part: Pick<HopFacts, 'requestHeaders'> & Partial<HopFacts>,
): HopFacts {
  return {
    url,
    method,
    startedAtMs: atMs,
    sentAtMs: atMs,
    response,
    timedStatus: null,
    headersAtMs: response && atMs,
    redirectedTo: null,
    internal: null,
    responseStartedAtMs: response && atMs,
    fromCache: false,
    serverIp: null,
    askedForLogin: false,
    preflight: null,
    ...part,
  };
}

function originAt({ origin, hops }: Exchange, index: number): string {
  return serializeRequestOrigin({ origin, urlList: hops.slice(0, index + 1).map(({ url }) => url) });
}

/** Returns the headers of a request that follow from its mode and its origin. */
function browserHeaders(exchange: Exchange, index: number): HeaderList {
  const { mode, origin, hops } = exchange;
  const { url = '', method = 'GET' } = hops[index] ?? {};
  const isForeign = hops.slice(0, index + 1).some((hop) => !isSameOrigin(originOf(hop.url), origin));
  const isNamed = (mode === 'cors' && isForeign) || !/^(GET|HEAD)$/.test(method);
  const names: readonly Header[] = isNamed ? [['Origin', originAt(exchange, index)]] : [];
  return url.startsWith('http') ? [...names, ['Sec-Fetch-Mode', mode]] : names;
}

/** Returns the page's headers that a request of the chain still has. */
function pageHeaders(headers: HeaderList, { unsafeHeaderNames }: Hop): HeaderList {
  return headers.filter(
    ([name, value]) =>
      isCorsSafelistedRequestHeader(name, value) || unsafeHeaderNames.includes(name.toLowerCase()),
  );
}

function withoutAuthors(sent: HeaderList): HeaderList {
  const authors = authorHeaders(sent);
  return sent.filter(([name]) => getHeader(authors, name) === null);
}

/** Returns the page's report with the options that were edited; its end is not that of the draft. */
function withOptions(page: PageReport, { mode, credentialsMode, redirectMode }: Exchange): PageReport {
  const options = { mode, credentialsMode, redirectMode };
  const { call } = page;
  return {
    ...page,
    call: call && { call: { ...call.call, ...options }, end: null, threw: null },
    possible: [],
    isOneOfThem: false,
  };
}
