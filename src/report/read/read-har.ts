import {
  type Compared,
  type ComparedAnswer,
  type ComparedHop,
  redirectTarget,
} from '../../diagnosis/compare/compared';
import { getHeader, type HeaderList, type Mode, modes, parseUrl, redirectedMethod } from '../../engine';
import { asList, asOneOf, asRecord, asText, asTime, asWholeNumber } from '../../protocol/bounded';
import type { RequestKind } from '../../protocol/facts';
import { fieldsOf, headersIn, maxHops, maxRequests, textIn } from './fields';
import type { ReadFile } from './requests-file';

/** One entry of a HAR file. */
interface Entry extends Omit<ComparedHop, 'hasPreflight' | 'preflight'> {
  readonly startedAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly kind: RequestKind | null;
}

// Chrome's `_resourceType`.
const kinds: ReadonlyMap<string, RequestKind> = new Map<string, RequestKind>(
  Object.entries({
    document: 'document',
    fetch: 'fetch',
    xhr: 'fetch',
    script: 'script',
    stylesheet: 'style',
    image: 'image',
    font: 'font',
    media: 'media',
    ping: 'ping',
    websocket: 'websocket',
  } as const),
);

/** How long after the response the browser follows a redirect, with times that are not exact. */
const longestPauseMs = 2_000;

/**
 * Reads the requests of a HAR file. It has no outcomes, modes or credentials modes, and no redirect chains: an entry that
 * follows where an earlier one redirected to belongs to it.
 *
 * @see https://w3c.github.io/web-performance/specs/HAR/Overview.html
 */
export function readHar(name: string, log: Readonly<Record<string, unknown>>): ReadFile {
  const browser = fieldsOf(log.browser ?? log.creator);
  const label = [asText(browser.name, 40), asText(browser.version, 40)].filter(Boolean).join(' ');
  const known = /firefox/i.test(label) ? 'firefox' : /chrom|webinspector|edge/i.test(label) ? 'chrome' : null;
  const entries = asList(log.entries, maxRequests, toEntry) ?? [];
  const asked = preflightsIn(entries);
  const chains = chainsIn(entries, asked);
  return {
    name,
    format: 'har',
    browser: label || null,
    redaction: 'everything',
    requests: chains.map((chain, index): Compared => {
      const [first] = chain;
      const sent = chain.find(({ requestHeaders }) => headerOf(requestHeaders, 'Origin') !== null);
      return {
        ...unknown,
        id: String(index),
        file: name,
        browser: known,
        startedAtMs: first.startedAtMs,
        kind: first.kind,
        origin: headerOf(sent?.requestHeaders ?? null, 'Origin'),
        mode: asOneOf<Mode>(headerOf(first.requestHeaders, 'Sec-Fetch-Mode'), modes),
        hops: chain.map((entry) => toHop(entry, asked.get(entry))),
      };
    }),
  };
}

/** Returns the preflight of each entry that had one. */
function preflightsIn(entries: readonly Entry[]): ReadonlyMap<Entry, Entry> {
  const keyOf = (method: string | null, { url }: Entry) => `${method} ${url}`;
  const preflights = new Map<string, Entry[]>();
  // From the last to the first, so that the first is taken off the end.
  for (const preflight of entries.filter(isPreflight).toReversed()) {
    const key = keyOf(methodAsked(preflight), preflight);
    const list = preflights.get(key) ?? [];
    list.push(preflight);
    preflights.set(key, list);
  }
  // Chrome lists a preflight after its request, Firefox before it.
  const found = entries
    .filter((entry) => !isPreflight(entry))
    .map((entry) => [entry, preflights.get(keyOf(entry.method, entry))?.pop()] as const);
  return new Map(found.filter((each): each is readonly [Entry, Entry] => each[1] !== undefined));
}

type Chain = [Entry, ...Entry[]];

/** The chains that wait for the same request, the earliest first, from `next` on. */
interface Waiting {
  readonly chains: Chain[];
  next: number;
}

/** Returns the redirect chains, in the order of their first entries. */
function chainsIn(entries: readonly Entry[], asked: ReadonlyMap<Entry, Entry>): readonly Readonly<Chain>[] {
  const chains: Chain[] = [];
  const waiting = new Map<string, Waiting>();
  for (const entry of entries) {
    if (isPreflight(entry)) continue;
    const found = continued(waiting.get(`${entry.method} ${entry.url}`), entry, asked.get(entry));
    const chain: Chain = found ?? [entry];
    if (found) found.push(entry);
    else chains.push(chain);
    if (entry.redirectedTo === null || !entry.response || chain.length >= maxHops) continue;
    const key = `${redirectedMethod(entry.method, entry.response.status)} ${entry.redirectedTo}`;
    const queue = waiting.get(key) ?? { chains: [], next: 0 };
    queue.chains.push(chain);
    waiting.set(key, queue);
  }
  return chains;
}

/** Takes the chain that an entry continues from those that wait for it. */
function continued(
  waiting: Waiting | undefined,
  { startedAtMs }: Entry,
  preflight: Entry | undefined,
): Chain | null {
  const atMs = preflight?.startedAtMs ?? startedAtMs;
  while (waiting && waiting.next < waiting.chains.length) {
    const chain = waiting.chains[waiting.next] ?? null;
    const redirect = chain?.at(-1);
    const [fromMs, endedAtMs] = [redirect?.startedAtMs ?? null, redirect?.endedAtMs ?? null];
    if (atMs !== null && fromMs !== null && atMs < fromMs) return null;
    waiting.next += 1;
    // The browser did not follow a redirect from long before.
    if (atMs === null || endedAtMs === null || atMs <= endedAtMs + longestPauseMs) return chain;
  }
  return null;
}

/** What a HAR file does not contain. */
const unknown = {
  outcome: null,
  finding: null,
  cause: null,
  bases: [],
  initiator: null,
  credentialsMode: null,
  redirectMode: null,
  triggers: null,
  preflightCache: null,
  servedBy: null,
  error: null,
  cookies: null,
  document: null,
} as const satisfies Partial<Compared>;

function toHop(
  { startedAtMs: _, endedAtMs: __, kind: ___, ...hop }: Entry,
  preflight: Entry | undefined,
): ComparedHop {
  return { ...hop, hasPreflight: preflight !== undefined, preflight: preflight?.response ?? null };
}

function toEntry(value: unknown): Entry | null {
  const entry = asRecord(value);
  const request = asRecord(entry?.request);
  const [url, method] = [textIn(request?.url), textIn(request?.method)];
  if (!entry || !request || url === null || method === null || !parseUrl(url)) return null;
  const requestHeaders = headersIn(request.headers, nameAndValue);
  const response = toAnswer(fieldsOf(entry.response));
  const started = Date.parse(asText(entry.startedDateTime, 40) ?? '');
  return {
    url,
    method,
    requestHeaders,
    response,
    redirectedTo: redirectTarget(url, response),
    internal: null,
    startedAtMs: Number.isNaN(started) ? null : started,
    endedAtMs: Number.isNaN(started) ? null : started + (asTime(entry.time) ?? 0),
    kind: kinds.get(asText(entry._resourceType, 40) ?? '') ?? null,
  };
}

/** Returns a response; null if there was none, which Chrome and Firefox write as status 0. */
function toAnswer(response: Readonly<Record<string, unknown>>): ComparedAnswer | null {
  const status = asWholeNumber(response.status);
  return status ? { status, headers: headersIn(response.headers, nameAndValue) } : null;
}

function nameAndValue(item: unknown): readonly unknown[] {
  const { name, value } = fieldsOf(item);
  return [name, value];
}

function headerOf(list: HeaderList | null, name: string): string | null {
  return list && getHeader(list, name);
}

function methodAsked({ requestHeaders }: Entry): string | null {
  return headerOf(requestHeaders, 'Access-Control-Request-Method');
}

function isPreflight(entry: Entry): boolean {
  return entry.method === 'OPTIONS' && methodAsked(entry) !== null;
}
