import { requestKind } from '../../src/background/request-kind';
import type { Header, HeaderList } from '../../src/engine';
import type { RequestEvent } from '../../src/exchange/facts/facts';
import type { Initiator, InternalRedirect } from '../../src/protocol/facts';

/** What one request of a recording should come to, and what its browser said of it. */
export interface RecordedRequest {
  readonly id: string;
  /** The browser's own words: CDP's in Chromium, console categories in Firefox; null where it has none. */
  readonly browser: string | null;
  /** Class, outcome and first finding that are expected, as `simple blocked allow-origin-missing`. */
  readonly verdict: string;
  /** The codes that are expected as candidates. */
  readonly candidates: readonly string[];
  /** Why the browser's own word cannot be derived from these events; null where it has to be. */
  readonly underivable: string | null;
}

/** The events of one case as a browser showed them, and what it said itself. */
export interface Recording {
  readonly name: string;
  readonly events: readonly RequestEvent[];
  readonly requests: readonly RecordedRequest[];
  /** What the page got, request by request. */
  readonly got: string;
}

const resourceTypes: Readonly<Record<string, string>> = { xhr: 'xmlhttprequest' };
const ofDocumentsOnly =
  /^(main_frame|sub_frame|stylesheet|image|imageset|font|object|media|ping|beacon|csp_report)$/;

/**
 * The recordings in a text of blocks, one for each case:
 *
 *     ## name: what the page did
 *     a:BR(PUT xhr) ¦ b:BR(OPTIONS xhr) →HR204 OK204 ¦ a:ERR(ERR_FAILED)
 *     page http://www.a.test
 *     a http://api.b.test/1 → http://api.b.test/2 (from null, frame 1)
 *     b> Origin: http://www.a.test
 *     b< Access-Control-Allow-Origin: *
 *     browser a ERR_FAILED cors=MethodDisallowedByPreflightResponse
 *     got error TypeError
 *     = a preflighted blocked preflight-method-not-allowed
 *
 * `a:` and `b:` are request ids; BR is onBeforeRequest, → onSendHeaders, HR onHeadersReceived, RD
 * onBeforeRedirect, RS onResponseStarted, OK RS and onCompleted, AU onAuthRequired, ERR onErrorOccurred;
 * `( … )×n` repeats. `a1>` is the second time that a sent headers. A line `usual>` holds for all requests.
 *
 * @throws if a line is not understood.
 */
export function parseRecordings(text: string, browser: 'chrome' | 'firefox'): readonly Recording[] {
  const [head = '', ...blocks] = text.split(/^## /m);
  const usual = head
    .split('\n')
    .filter((line) => line.startsWith('usual> '))
    .map((line) => toHeader(line.slice('usual> '.length)));
  return blocks.map((block) => parseBlock(block, usual, browser));
}

interface Sent {
  url: string;
  readonly chain: readonly string[];
  readonly origin: string | null;
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId: string | null;
  readonly initiator: Initiator | null;
  readonly sent: Header[][];
  readonly received: Header[][];
  hop: number;
  sentCount: number;
  receivedCount: number;
}

function parseBlock(block: string, usual: HeaderList, browser: 'chrome' | 'firefox'): Recording {
  const [name = '', signature = '', ...lines] = block.split('\n').filter((line) => line.trim() !== '');
  const requests = new Map<string, Sent>();
  const said = new Map<string, string>();
  const expected: RecordedRequest[] = [];
  let page = 'null';
  let got = '';
  for (const line of lines) {
    const [, id = '', nth = '', arrow, rest = ''] = /^([a-z])(\d*)([<>]|(?= )) (.*)$/.exec(line) ?? [];
    const [word = '', ...words] = line.split(' ');
    if (arrow === '>' || arrow === '<') {
      const request = requests.get(id);
      const all = arrow === '>' ? request?.sent : request?.received;
      if (!all) throw new Error(`test: no request "${id}" in ${name}`);
      all[Number(nth)] = [...(all[Number(nth)] ?? []), rest.startsWith('-') ? [rest, ''] : toHeader(rest)];
    } else if (word === 'page') page = words[0] ?? '';
    else if (word === 'browser') said.set(words[0] ?? '', words.slice(1).join(' '));
    else if (word === 'got') got = words.join(' ');
    else if (word === '=') expected.push(parseExpected(words.join(' '), said));
    else if (id) requests.set(id, parseRequest(rest, page));
    else throw new Error(`test: a recording has a line "${line}"`);
  }
  return { name, events: toEvents(signature, requests, usual, browser), requests: expected, got };
}

/** `a simple blocked allow-origin-missing [one, other] ~ why it cannot be derived` */
function parseExpected(text: string, said: ReadonlyMap<string, string>): RecordedRequest {
  const [claim = '', underivable = null] = text.split(' ~ ');
  const [, id = '', verdict = '', candidates = ''] = /^([a-z]) ([^[]*?)(?: \[(.*)\])?$/.exec(claim) ?? [];
  return {
    id,
    verdict,
    browser: said.get(id) ?? null,
    candidates: candidates === '' ? [] : candidates.split(', '),
    underivable,
  };
}

function parseRequest(text: string, page: string): Sent {
  const [, urls = '', extra = ''] = /^(.*?)(?: \((.*)\))?$/.exec(text) ?? [];
  const option = (name: string) =>
    extra
      .split(', ')
      .find((part) => part.startsWith(`${name} `))
      ?.slice(name.length + 1);
  const chain = urls.split(' → ').flatMap((part) => {
    const [url = '', times = '1'] = part.split(' ×');
    return Array.from({ length: Number(times) }, () => url);
  });
  const from = option('from') ?? page;
  const doc = option('doc') ?? 'd1';
  return {
    url: chain[0] ?? '',
    chain,
    origin: from === 'none' ? null : from,
    tabId: Number(option('tab') ?? 1),
    frameId: Number(option('frame') ?? 0),
    documentId: doc === '-' ? null : doc,
    initiator: (option('by') as Initiator | undefined) ?? null,
    sent: [],
    received: [],
    hop: 0,
    sentCount: 0,
    receivedCount: 0,
  };
}

const token =
  /(?:(?<id>[a-z]):)?(?<name>BR|→|HR|RD|RS|OK|AU|ERR)(?<status>\d*)(?:\((?<text>(?:[^()]|\([^()]*\))*)\))?(?<cache>\[cache\])?/g;

function toEvents(
  signature: string,
  requests: ReadonlyMap<string, Sent>,
  usual: HeaderList,
  browser: 'chrome' | 'firefox',
): readonly RequestEvent[] {
  const unrolled = signature.replace(
    /\(([^()]*(?:\([^()]*\)[^()]*)*)\)×(\d+)/g,
    (_, part: string, times: string) => `${part} `.repeat(Number(times)),
  );
  const events: RequestEvent[] = [];
  let requestId = '';
  for (const { groups = {} } of unrolled.matchAll(token)) {
    requestId = groups.id ?? requestId;
    const request = requests.get(requestId);
    if (!request) throw new Error(`test: no request "${requestId}"`);
    const { name = '', text = '', cache } = groups;
    const status = Number(groups.status);
    const base = { requestId, atMs: 1000 + events.length, url: request.url };
    const served = { status, fromCache: cache !== undefined, serverIp: cache ? null : '127.0.0.1' };
    switch (name) {
      case 'BR': {
        const [method = '', type = ''] = text.split(' ');
        const { origin, tabId, frameId, documentId } = request;
        const resourceType = resourceTypes[type] ?? type;
        const isOneOrOther = browser === 'chrome' && !ofDocumentsOnly.test(resourceType);
        const initiator = request.initiator ?? (isOneOrOther ? 'unknown' : 'document');
        const started = { type: 'started', method, tabId, frameId, documentId, initiator } as const;
        const kind = requestKind(resourceType);
        events.push({
          ...base,
          ...started,
          kind,
          resourceType,
          origin,
          ancestors: null,
          embedderPolicy: null,
          documentPolicies: null,
        });
        break;
      }
      case '→':
        events.push({ ...base, type: 'headers-sent', headerList: withUsual(request, usual) });
        break;
      case 'HR':
        events.push({
          ...base,
          type: 'headers-received',
          status,
          headerList: request.received[request.receivedCount++] ?? [],
        });
        break;
      case 'RD': {
        const to = request.chain[++request.hop] ?? '';
        const internal = text === '' ? null : (text as InternalRedirect);
        events.push({ ...base, type: 'redirected', to, internal, response: null });
        request.url = to;
        break;
      }
      case 'RS':
        events.push({ ...base, type: 'response-started', headerList: null, ...served });
        break;
      case 'OK':
        events.push({ ...base, type: 'response-started', headerList: null, ...served });
        events.push({ ...base, type: 'completed', ...served, atMs: base.atMs + 1 });
        break;
      case 'AU':
        events.push({ ...base, type: 'login-asked' });
        break;
      default:
        events.push({ ...base, type: 'failed', error: browser === 'chrome' ? `net::${text}` : text });
    }
  }
  return events;
}

function withUsual(request: Sent, usual: HeaderList): HeaderList {
  const own = request.sent[request.sentCount++] ?? [];
  const names = new Set(own.map(([name]) => name.toLowerCase().replace(/^-/, '')));
  const others = usual.filter(([name]) => !names.has(name.toLowerCase()));
  return [...others, ...own.filter(([name]) => !name.startsWith('-'))];
}

function toHeader(text: string): Header {
  const colon = text.indexOf(':');
  return [text.slice(0, colon), text.slice(colon + 1).trim()];
}
