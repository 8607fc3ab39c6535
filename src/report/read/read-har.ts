import {
  type Compared,
  type ComparedAnswer,
  type ComparedHop,
  redirectTarget,
} from '../../diagnosis/compare/compared';
import { getHeader, type HeaderList, type Mode, modes, parseUrl } from '../../engine';
import { asList, asOneOf, asRecord, asText, asWholeNumber } from '../../protocol/bounded';
import type { RequestKind } from '../../protocol/facts';
import { fieldsOf, headersIn, maxHops, maxRequests, textIn } from './fields';
import type { ReadFile } from './requests-file';

/** One entry of a HAR file. */
interface Entry extends Omit<ComparedHop, 'hasPreflight' | 'preflight'> {
  readonly startedAtMs: number | null;
  readonly kind: RequestKind | null;
}

// Chrome's `_resourceType`.
const kinds: Readonly<Record<string, RequestKind>> = {
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
};

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
  const chains: (readonly [Entry, ...Entry[]])[] = [];
  const waiting = new Map<string, number>();
  const preflights = entries.filter(isPreflight);
  const asked = new Map<Entry, Entry>();
  for (const entry of entries) {
    if (isPreflight(entry)) continue;
    // Chrome lists a preflight after its request, Firefox before it.
    const found = preflights.findIndex(
      (preflight) => preflight.url === entry.url && methodAsked(preflight) === entry.method,
    );
    const [preflight] = found < 0 ? [] : preflights.splice(found, 1);
    if (preflight) asked.set(entry, preflight);
    const index = waiting.get(entry.url);
    const chain = index === undefined ? undefined : chains[index];
    waiting.delete(entry.url);
    if (chain && index !== undefined && chain.length < maxHops) chains[index] = [...chain, entry];
    else chains.push([entry]);
    if (entry.redirectedTo !== null) waiting.set(entry.redirectedTo, index ?? chains.length - 1);
  }
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

function toHop({ startedAtMs: _, kind: __, ...hop }: Entry, preflight: Entry | undefined): ComparedHop {
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
    kind: kinds[asText(entry._resourceType, 40) ?? ''] ?? null,
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
