import * as v from 'valibot';
import { asList, asOneOf, asRecord, asText } from '../protocol/bounded';
import { exchangeFacts, frameFacts } from '../protocol/fact-schemas';
import type { ExchangeFacts, FrameFacts } from '../protocol/facts';
import { type PageEventFacts, reportedKinds } from '../protocol/page-events';
import { pageReport } from '../protocol/page-report';
import type { SinceReload } from '../recording/log/since-reload';
import { type Fields, fieldsOf, itemsOf, textIn } from './fields';
import type { FileRecording } from './file-recording';

/** Bounds for what a report contains. */
const maxExchanges = 200_000;
const maxPageEvents = 200_000;
const maxFrames = 10_000;

const fileExchange = v.object({
  ...exchangeFacts.entries,
  page: v.nullable(pageReport),
}) satisfies v.GenericSchema<unknown, ExchangeFacts>;

const eventSchemas: readonly v.GenericSchema<unknown, PageEventFacts>[] = Object.values(reportedKinds).map(
  ({ schema }) => schema,
);
/** The kinds of page events that a report derives from its requests. */
const derivedKinds: ReadonlySet<unknown> = new Set(['csp-violation', 'coep-violation', 'server-proxy']);

/** Reads a report item by item. */
export interface ReportReader {
  exchange(source: unknown): void;
  pageEvent(source: unknown): void;
  /** Returns the recording. `report` has the other members. */
  end(name: string, report: Fields): FileRecording;
}

/** Reads a report that CORScope wrote as JSON. Its verdicts are not read: they follow from the facts again. */
export function readReport(name: string, report: Fields): FileRecording {
  const reader = openReportReader();
  for (const source of itemsOf(report.exchanges, maxExchanges)) reader.exchange(source);
  for (const source of itemsOf(report.pageEvents, maxPageEvents)) reader.pageEvent(source);
  return reader.end(name, report);
}

/** Opens a reader that keeps the facts of a report, and nothing else of it. */
export function openReportReader(): ReportReader {
  const exchanges = new Map<string, ExchangeFacts>();
  const sinceReload = new Map<string, SinceReload>();
  const pageEvents: PageEventFacts[] = [];
  let leftOut = 0;
  return {
    exchange(source) {
      const facts = exchanges.size < maxExchanges ? toExchange(fieldsOf(source)) : null;
      if (!facts || exchanges.has(facts.id)) {
        leftOut += 1;
        return;
      }
      exchanges.set(facts.id, facts);
      const since = asOneOf(fieldsOf(source).sinceReload, [
        'now-allowed',
        'still-blocked',
        'next-reason',
      ] as const);
      if (since) sinceReload.set(facts.id, since);
    },
    pageEvent(source) {
      if (derivedKinds.has(fieldsOf(source).kind)) return;
      const event = pageEvents.length < maxPageEvents ? toPageEvent(fieldsOf(source)) : null;
      if (event) pageEvents.push(event);
      else leftOut += 1;
    },
    end(name, report) {
      const browser = asOneOf(fieldsOf(report.browser).name, ['chrome', 'firefox'] as const);
      const version = asText(fieldsOf(report.browser).version, 100) ?? '';
      const { url, title } = fieldsOf(report.page);
      const { from, to } = fieldsOf(report.recorded);
      return {
        name,
        format: 'report',
        browser: browser && { name: browser, version },
        writer: 'CORScope',
        page: {
          url: textIn(url) ?? '',
          title: textIn(title),
          frames: asList(report.frames, maxFrames, toFrame) ?? [],
        },
        exchanges: [...exchanges.values()].sort((a, b) => a.startedAtMs - b.startedAtMs),
        pageEvents: pageEvents.sort((a, b) => a.atMs - b.atMs),
        sinceReload,
        fromMs: toTimeMs(from),
        toMs: toTimeMs(to),
        sawNavigation: fieldsOf(report.recording).since === 'before-navigation',
        redaction: asOneOf(report.redaction, ['minimal', 'readable', 'everything'] as const) ?? 'everything',
        lacks: [],
        leftOut,
      };
    },
  };
}

/** Puts the facts of an exchange together again; null if they are not valid. */
function toExchange(exchange: Fields): ExchangeFacts | null {
  const { id, requestId, kind, type, preflightFor } = exchange;
  const { frameId, documentId, origin } = fieldsOf(exchange.frame);
  const facts = fieldsOf(exchange.facts);
  const hopFacts = itemsOf(facts.hops, Number.POSITIVE_INFINITY);
  const hops = itemsOf(exchange.hops, Number.POSITIVE_INFINITY).map((hop, index) =>
    toHop(fieldsOf(hop), fieldsOf(hopFacts[index])),
  );
  const whole = { ...facts, id, requestId, frameId, documentId, kind, type, origin, preflightFor, hops };
  const { success, output } = v.safeParse(fileExchange, whole, { abortEarly: true });
  return success ? output : null;
}

function toHop(
  { url, method, status, requestHeaders, responseHeaders, serverIp, preflight, internal }: Fields,
  facts: Fields,
): Fields {
  const response = responseHeaders == null ? null : { status, headerList: responseHeaders };
  return { ...facts, url, method, requestHeaders, response, serverIp, preflight, internal };
}

function toPageEvent(event: Fields): PageEventFacts | null {
  // Reports leave the texts of listeners out.
  const listeners = Array.isArray(event.listeners)
    ? event.listeners.map((listener) => ({ ...asRecord(listener), text: null }))
    : event.listeners;
  for (const schema of eventSchemas) {
    const { success, output } = v.safeParse(schema, { ...event, listeners }, { abortEarly: true });
    if (success) return output;
  }
  return null;
}

function toFrame(value: unknown): FrameFacts | null {
  const { success, output } = v.safeParse(frameFacts, value, { abortEarly: true });
  return success ? output : null;
}

function toTimeMs(value: unknown): number {
  return Date.parse(asText(value, 40) ?? '') || 0;
}
