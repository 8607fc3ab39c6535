import type { Outcome } from '../../src/protocol/facts';
import type { BrowserInfo, ToWatcher } from '../../src/protocol/messages';
import type { ReportExchange } from '../../src/report/model';
import type { Variant } from './case';
import type { CauseCode } from './codes';

/** The browsers in which cases are recorded. */
export type RecordingBrowser = 'chromium' | 'firefox';

/** A message of the background, and when the watcher received it, in milliseconds. */
export type TimedMessage = readonly [receivedAtMs: number, message: ToWatcher];

/** An exchange as the panel's own report had it. */
export interface SummaryRow {
  readonly method: string;
  readonly url: string;
  readonly outcome: Outcome;
  readonly status: number | null;
  readonly findings: readonly string[];
}

/** What a watcher received while a variant of a case ran, and what the panel made of it. */
export interface CauseRecording<Code extends string = CauseCode> {
  readonly cause: Code;
  readonly variant: Variant;
  readonly browser: BrowserInfo;
  readonly messages: readonly TimedMessage[];
  readonly summary: readonly SummaryRow[];
}

/** The path of a recording. */
export function recordingPath(cause: CauseCode, variant: Variant, browser: RecordingBrowser): string {
  return `test/causes/recordings/${cause}.${variant}.${browser}.json`;
}

/** Returns the part of a report that a replay must reproduce. */
export function summaryOf(exchanges: readonly ReportExchange[]): readonly SummaryRow[] {
  return exchanges
    .filter(({ url }) => !isFavicon(url))
    .map(({ method, url, outcome, status, findings }) => ({
      method,
      url,
      outcome,
      status,
      findings: findings.map(({ code }) => code),
    }));
}

/** The id of the tab in every recording. */
export const storedTabId = 1;

/** The time of the watch's start in every recording. */
const startMs = 1000;

/** Request headers that differ between machines and decide nothing. */
const dropped =
  /^(user-agent|sec-ch-ua|sec-ch-ua-mobile|sec-ch-ua-platform|accept-language|accept-encoding)$/i;

/**
 * Returns messages as they are stored: without favicons, with an exchange's last state where it first
 * appeared, and without what differs between machines and runs.
 */
export function storable(
  messages: readonly TimedMessage[],
  tabId: number,
  stable: (text: string) => string,
): readonly TimedMessage[] {
  const documents = new Map<string, string>();
  const watching = messages.find(([, { type }]) => type === 'watching')?.[1];
  const sinceMs = watching?.type === 'watching' ? watching.sinceMs : 0;

  const stored = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return storedText(value, key);
    if (value === tabId && (key === 'tabId' || key === 'fromTabId')) return storedTabId;
    if (typeof value === 'number') return isTime(value) ? rounded(value - sinceMs + startMs) : value;
    if (Array.isArray(value))
      return value.filter((item) => !isDropped(item)).map((item) => stored(item, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, stored(item, name)]));
  };
  const storedText = (value: string, key: string) => {
    const text = stable(value)
      .replace(/\b(chrome|moz)-extension:\/\/[a-z0-9-]+/g, '$1-extension://corscope')
      .replace(/^\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT$/, 'Tue, 01 Dec 2026 00:00:00 GMT');
    if (key !== 'documentId' || text === '') return text;
    if (!documents.has(text)) documents.set(text, `D${documents.size + 1}`);
    return documents.get(text) ?? text;
  };
  return shortened(messages).map((message) => stored(message, '') as TimedMessage);
}

function shortened(messages: readonly TimedMessage[]): readonly TimedMessage[] {
  const last = new Map<string, Extract<ToWatcher, { type: 'exchanges' }>['exchanges'][number]>();
  for (const [, message] of messages) {
    if (message.type !== 'exchanges') continue;
    for (const exchange of message.exchanges) last.set(exchange.facts.id, exchange);
  }
  let frames = '';
  return messages.flatMap<TimedMessage>(([atMs, message]) => {
    if (message.type === 'frames') {
      const before = frames;
      frames = JSON.stringify(message);
      return frames === before ? [] : [[atMs, message]];
    }
    if (message.type !== 'exchanges') return [[atMs, message]];
    const exchanges = message.exchanges.flatMap(({ facts: { id } }) => {
      const exchange = last.get(id);
      last.delete(id);
      return exchange && !isFavicon(exchange.facts.hops[0]?.url ?? '') ? exchange : [];
    });
    return exchanges.length === 0 ? [] : [[atMs, { type: 'exchanges', exchanges }]];
  });
}

function isFavicon(url: string): boolean {
  return new URL(url).pathname === '/favicon.ico';
}

function isTime(value: number): boolean {
  return value > 1e12 && value < 1e13;
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}

/** Whether it is a header of that kind, or the report of a favicon. */
function isDropped(item: unknown): boolean {
  if (Array.isArray(item)) return item.length === 2 && typeof item[0] === 'string' && dropped.test(item[0]);
  return (
    typeof item === 'object' && item !== null && 'url' in item && String(item.url).endsWith('/favicon.ico')
  );
}
