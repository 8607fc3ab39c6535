import { getHeader, type HeaderList, isRedirectStatus, parseUrl } from '../engine';
import type { RequestKind } from '../protocol/facts';
import type { ReportExchange, ReportHop, StreamedReport } from './model';

/** Chrome's names, by which its Network panel and others show a type. */
const resourceTypes: Readonly<Record<RequestKind, string>> = {
  document: 'document',
  frame: 'document',
  fetch: 'fetch',
  beacon: 'ping',
  ping: 'ping',
  report: 'cspviolationreport',
  image: 'image',
  script: 'script',
  style: 'stylesheet',
  media: 'media',
  font: 'font',
  embed: 'document',
  websocket: 'websocket',
  webtransport: 'other',
  resource: 'other',
  other: 'other',
};

const pageId = 'page_1';

/**
 * Returns a report as a HAR 1.2 file, in pieces. Each request of a redirect chain is an entry. `_corscope` of the log is
 * the report without its exchanges, and `_corscope` of the last entry of an exchange is that exchange, so nothing is
 * lost. Bodies are not recorded.
 *
 * @see https://w3c.github.io/web-performance/specs/HAR/Overview.html
 */
export function* har(report: StreamedReport): Generator<string> {
  const { generator, browser, page, recorded, exchanges } = report;
  const log = {
    version: '1.2',
    creator: { name: 'CORScope', version: generator.version },
    browser: { name: browser.name === 'chrome' ? 'Chrome' : 'Firefox', version: browser.version },
    pages: [{ startedDateTime: recorded.from, id: pageId, title: page.url, pageTimings: {} }],
    _corscope: { ...report, exchanges: [] },
    entries: [],
  };
  const whole = JSON.stringify({ log }, null, 1);
  const place = whole.lastIndexOf('[]');
  yield `${whole.slice(0, place)}[`;
  let isFirst = true;
  for (const exchange of exchanges) {
    for (const [index, hop] of exchange.hops.entries()) {
      yield `${isFirst ? '' : ','}\n${JSON.stringify(toEntry(exchange, hop, index))}`;
      isFirst = false;
    }
  }
  yield `]${whole.slice(place + 2)}\n`;
}

function toEntry(exchange: ReportExchange, hop: ReportHop, index: number): object {
  const { id, hops, facts, durationMs, kind, error, servedBy, preflightFor } = exchange;
  const times = facts.hops[index];
  const startedAtMs = times?.startedAtMs ?? facts.startedAtMs;
  const isLast = index === hops.length - 1;
  const endedAtMs = isLast && durationMs !== null ? facts.startedAtMs + durationMs : times?.headersAtMs;
  const timeMs = Math.max(0, Math.round(((endedAtMs ?? startedAtMs) - startedAtMs) * 10) / 10);
  return {
    pageref: pageId,
    startedDateTime: new Date(startedAtMs).toISOString(),
    time: timeMs,
    request: {
      method: hop.method,
      url: hop.url,
      httpVersion: 'unknown',
      cookies: [],
      headers: toHeaders(hop.requestHeaders),
      queryString: queryOf(hop.url),
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status: hop.status ?? 0,
      statusText: '',
      httpVersion: 'unknown',
      cookies: [],
      headers: toHeaders(hop.responseHeaders),
      content: { size: 0, mimeType: getHeader(hop.responseHeaders ?? [], 'Content-Type') ?? 'x-unknown' },
      redirectURL: redirectOf(hop),
      headersSize: -1,
      bodySize: -1,
      ...(isLast && error !== null && { _error: error }),
      _fetchedViaServiceWorker: servedBy === 'service-worker',
    },
    cache: {},
    timings: { send: 0, wait: timeMs, receive: 0 },
    ...(isIp(hop.serverIp) && { serverIPAddress: hop.serverIp }),
    _resourceType: preflightFor ? 'preflight' : resourceTypes[kind],
    _corscopeHop: { exchange: id, hop: index, preflightFor },
    ...(isLast && { _corscope: exchange }),
  };
}

function toHeaders(list: HeaderList | null): readonly object[] {
  return (list ?? []).map(([name, value]) => ({ name, value }));
}

function queryOf(url: string): readonly object[] {
  return Array.from(parseUrl(url)?.searchParams ?? [], ([name, value]) => ({ name, value }));
}

function redirectOf({ status, responseHeaders }: ReportHop): string {
  return isRedirectStatus(status ?? 0) ? (getHeader(responseHeaders ?? [], 'Location') ?? '') : '';
}

/** Redacted reports have placeholders, which validators do not take for an address. */
function isIp(text: string | null): text is string {
  return text !== null && /^(\d{1,3}(\.\d{1,3}){3}|[\da-f:.]*:[\da-f:.]*)$/i.test(text);
}
