import { originOf, parseUrl } from '../engine';
import type { FileLack } from '../prose/cli-codes';
import { asText } from '../protocol/bounded';
import type { End, ExchangeFacts, HopFacts } from '../protocol/facts';
import { type Fields, fieldsOf, type SharedHeaders, textIn } from './fields';
import type { FileRecording } from './file-recording';
import { chainsIn, type HarChain, preflightsIn, withUnsent } from './har-chains';
import { type HarEntry, senderOf, toHarEntry } from './har-entry';
import { childFrames, frameOf, type HarPage, pagesIn } from './har-pages';

const maxEntries = 200_000;

/** The program that wrote a HAR file, and the browser that sent the requests. */
interface Writer {
  readonly label: string | null;
  readonly browser: FileRecording['browser'];
  /** Chrome's DevTools write the error of each request, so what they have of it is all that Chrome shows. */
  readonly showsEnds: boolean;
  /** Playwright has a response in Chromium only if the page got it. */
  readonly showsDelivery: boolean;
}

/** Reads a HAR file entry by entry. */
export interface HarReader {
  entry(source: unknown): void;
  /** Whether there was no entry, not even a wrong one. */
  isEmpty(): boolean;
  /** Returns the recording. `log` has the other members. */
  end(name: string, log: Fields): FileRecording;
}

/**
 * Opens a reader of the requests of a HAR file. It has no modes, and only Chrome's says how a request ended; otherwise
 * the rules decide alone.
 *
 * @see https://w3c.github.io/web-performance/specs/HAR/Overview.html
 */
export function openHarReader(): HarReader {
  const entries: HarEntry[] = [];
  const shared: SharedHeaders = new Map();
  let leftOut = 0;
  return {
    entry(source) {
      const entry = entries.length < maxEntries ? toHarEntry(source, shared) : null;
      if (entry) entries.push(entry);
      else if (entries.length === maxEntries || !isReadable(source)) leftOut += 1;
    },
    isEmpty: () => entries.length + leftOut === 0,
    end: (name, log) => ({ ...recordingOf(entries, log), name, leftOut }),
  };
}

function recordingOf(listed: readonly HarEntry[], log: Fields): Omit<FileRecording, 'name' | 'leftOut'> {
  const writer = writerOf(log, listed);
  const entries = withUnsent(writer.showsEnds ? listed.map(withoutProvisional) : listed);
  const pages = pagesIn(log, entries);
  const asked = preflightsIn(entries);
  const exchanges = chainsIn(entries, asked).flatMap((chain, index) =>
    exchangesOf(chain, { id: `har-${index}`, index, asked, writer, pages }),
  );
  const [page] = pages.values();
  const times = entries.map(({ startedAtMs }) => startedAtMs).filter((ms) => ms > 0);
  return {
    format: 'har',
    browser: writer.browser,
    writer: writer.label,
    page: {
      url: page?.url ?? '',
      title: page?.title ?? null,
      frames: page ? [frameOf(page), ...childFrames(exchanges)] : [],
    },
    exchanges: exchanges.toSorted((a, b) => a.startedAtMs - b.startedAtMs),
    pageEvents: [],
    sinceReload: new Map(),
    fromMs: times.reduce((first, ms) => Math.min(first, ms), times[0] ?? 0),
    toMs: entries.reduce((last, { endedAtMs }) => Math.max(last, endedAtMs), 0),
    sawNavigation: true,
    redaction: 'everything',
    lacks: lacksOf(entries, exchanges, writer),
  };
}

function withoutProvisional(entry: HarEntry): HarEntry {
  return entry.isProvisional ? { ...entry, requestHeaders: null } : entry;
}

/** Whether a HAR entry has a request at all; those of data: URLs and of extensions are no requests to a server. */
function isReadable(source: unknown): boolean {
  const { url, method } = fieldsOf(fieldsOf(source).request);
  return textIn(method) !== null && parseUrl(textIn(url) ?? '') !== null;
}

function writerOf(log: Fields, entries: readonly HarEntry[]): Writer {
  const [creator, browser] = [fieldsOf(log.creator), fieldsOf(log.browser)];
  const labelOf = ({ name, version }: Fields) =>
    [asText(name, 60), asText(version, 40)].filter(Boolean).join(' ');
  const label = labelOf(creator) || null;
  const isChrome = creator.name === 'WebInspector';
  const named = [browser.name, creator.name].map((name) => asText(name, 60) ?? '').join(' ');
  const version = asText(browser.version, 40) ?? '';
  const byName = isChrome || /chrom|edge/i.test(named) ? 'chrome' : /firefox/i.test(named) ? 'firefox' : null;
  return {
    label,
    browser: /safari|webkit web/i.test(named)
      ? null
      : byName
        ? { name: byName, version }
        : byUserAgent(entries),
    showsEnds: isChrome,
    showsDelivery: isChrome || (creator.name === 'Playwright' && byName === 'chrome'),
  };
}

/** Returns the browser that the first request names. */
function byUserAgent(entries: readonly HarEntry[]): FileRecording['browser'] {
  for (const { requestHeaders } of entries) {
    const [, agent] = requestHeaders?.find(([name]) => /^user-agent$/i.test(name)) ?? [];
    const [, name, version = ''] = /(Chrome|Firefox)\/([\d.]{1,40})/.exec(agent ?? '') ?? [];
    if (name) return { name: name === 'Chrome' ? 'chrome' : 'firefox', version };
  }
  return null;
}

interface Around {
  readonly id: string;
  readonly index: number;
  readonly asked: ReadonlyMap<HarEntry, HarEntry>;
  readonly writer: Writer;
  readonly pages: ReadonlyMap<string, HarPage>;
}

/** Returns the facts of a chain, and of its preflights. */
function exchangesOf(whole: Readonly<HarChain>, around: Around): readonly ExchangeFacts[] {
  const { id, index, asked, writer, pages } = around;
  const announced = announcedIn(whole);
  const chain = announced ? whole.slice(0, -1) : whole;
  const [first] = whole;
  const last = whole.at(-1) ?? first;
  const page = pages.get(first.pageId ?? '') ?? (pages.size === 1 ? [...pages.values()][0] : undefined);
  const isOwnDocument = first.kind === 'document';
  const senders = [asked.get(first), ...chain].flatMap((entry) => (entry && senderOf(entry)) ?? []);
  const origin = senders[0] ?? (isOwnDocument || !page ? null : originOf(page.url));
  const isOfPage = isOwnDocument || (page !== undefined && origin === originOf(page.url));
  const isFramed = first.kind === 'frame' || first.kind === 'embed';
  const preflightIds = chain.map((entry, hop) => (asked.has(entry) ? `${id}-preflight-${hop}` : null));
  const base = {
    tabId: 0,
    frameId: isFramed && isOfPage ? index + 2 : isOfPage ? 0 : 1,
    // Only Chrome's DevTools show all that tells the credentials mode.
    documentId: isOfPage && writer.showsEnds && page ? `page ${page.id}` : null,
    initiator: 'unknown',
    origin,
    ancestors: isFramed && isOfPage ? [origin ?? 'null'] : null,
    localNetwork: null,
    embedderPolicy: null,
    documentPolicies: null,
    page: null,
  } as const;
  const facts: ExchangeFacts = {
    ...base,
    id,
    requestId: id,
    kind: first.kind,
    type: first.type,
    startedAtMs: first.startedAtMs,
    hops: chain.map((entry, hop) =>
      toHop(entry, {
        preflight: preflightIds[hop] ?? null,
        redirectedTo: whole[hop + 1]?.url ?? null,
      }),
    ),
    end: endOf(last, writer),
    preflightFor: null,
  };
  const preflights = chain.flatMap((entry, hop): readonly ExchangeFacts[] => {
    const preflight = asked.get(entry);
    const preflightId = preflightIds[hop];
    if (!preflight || !preflightId) return [];
    return [
      {
        ...base,
        id: preflightId,
        requestId: preflightId,
        kind: 'fetch',
        type: first.type,
        startedAtMs: preflight.startedAtMs,
        hops: [toHop(preflight, { preflight: null, redirectedTo: null })],
        end: endOf(preflight, writer),
        preflightFor: { exchange: id, hop },
      },
    ];
  });
  return [...preflights, facts];
}

/** Returns the redirect target that Chrome lists although it did not follow it; null if there is none. */
function announcedIn(chain: Readonly<HarChain>): HarEntry | null {
  const last = chain.at(-1);
  const isUnsent = last?.requestHeaders === null && last.response === null;
  return last && chain.length > 1 && isUnsent && last.error === 'net::ERR_ABORTED' ? last : null;
}

/** Errors that can end a response while its body loads. */
const isOfBody =
  /^net::ERR_(ABORTED|CONTENT_|INCOMPLETE_|CONNECTION_|HTTP2_|QUIC_|NETWORK_CHANGED|TIMED_OUT)/;
/** Errors of the network, which every program that names them means alike. */
const isOfNetwork =
  /^net::ERR_(NAME_NOT_RESOLVED|CONNECTION_|ADDRESS_|INTERNET_DISCONNECTED|CERT_|SSL_|TIMED_OUT|BLOCKED_BY_CLIENT|ABORTED)/;

function endOf(
  { response, error, endedAtMs: atMs, isFromServiceWorker, redirectsTo, kind }: HarEntry,
  writer: Writer,
): End {
  if (isFromServiceWorker) return { how: 'closed', atMs, because: 'service-worker' };
  // Chrome's DevTools do not always have the response of a request that was blocked, or a redirect that was not followed.
  const isNamed =
    response === null ? isOfNetwork.test(error ?? '') : redirectsTo === null && writer.showsEnds;
  // Its headers tell who refused it. Extensions see such a plugin as loaded.
  const isRefused = error === 'net::ERR_BLOCKED_BY_RESPONSE' && response !== null;
  if (isRefused && kind === 'embed') return { how: 'completed', atMs, status: response.status };
  const isRefusedFrame = isRefused && kind === 'frame';
  if (isNamed && error !== null && !isRefusedFrame) return { how: 'failed', atMs, error };
  const isDelivered = writer.showsEnds || (writer.showsDelivery && error === null);
  return isDelivered && response && redirectsTo === null && !isRefusedFrame
    ? { how: 'completed', atMs, status: response.status }
    : { how: 'closed', atMs, because: 'not-shown' };
}

function toHop(
  entry: HarEntry,
  { preflight, redirectedTo }: Pick<HopFacts, 'preflight' | 'redirectedTo'>,
): HopFacts {
  const { url, method, requestHeaders, response, internal, startedAtMs, endedAtMs, error } = entry;
  const hasStarted = response !== null && (error === null || isOfBody.test(error));
  return {
    url,
    method,
    startedAtMs,
    requestHeaders,
    sentAtMs: requestHeaders === null || internal ? null : startedAtMs,
    response,
    timedStatus: null,
    headersAtMs: response && endedAtMs,
    redirectedTo: redirectedTo ?? (internal ? entry.redirectsTo : null),
    internal,
    responseStartedAtMs: hasStarted && redirectedTo === null ? endedAtMs : null,
    fromCache: entry.fromCache,
    serverIp: entry.serverIp,
    askedForLogin: false,
    preflight,
  };
}

/** Returns what the file does not show, as far as its entries tell. */
function lacksOf(
  entries: readonly HarEntry[],
  exchanges: readonly ExchangeFacts[],
  { showsEnds }: Writer,
): readonly FileLack[] {
  const hasCookies = entries.some(({ requestHeaders }) =>
    requestHeaders?.some(([name]) => /^(cookie|authorization)$/i.test(name)),
  );
  const hasModes = entries.some(({ requestHeaders }) =>
    requestHeaders?.some(([name]) => /^sec-fetch-mode$/i.test(name)),
  );
  const isUnanswered = exchanges.some(
    ({ end, hops }) => end?.how === 'closed' && hops.at(-1)?.response === null,
  );
  return [
    ...(showsEnds ? [] : (['ends'] as const)),
    ...(isUnanswered ? (['blocked-responses'] as const) : []),
    ...(hasCookies ? [] : (['some-headers'] as const)),
    ...(hasModes ? [] : (['modes'] as const)),
    'page-events',
  ];
}
