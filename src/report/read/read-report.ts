import {
  type Compared,
  type ComparedAnswer,
  type ComparedHop,
  redirectTarget,
  toFinding,
  toTriggers,
} from '../../diagnosis/compare/compared';
import { findingCodes, type HeaderList, modes } from '../../engine';
import { asList, asOneOf, asRecord, asText, asTexts, asWholeNumber } from '../../protocol/bounded';
import { initiator, internalRedirect, outcome, requestKind } from '../../protocol/fact-schemas';
import { fieldsOf, headersIn, maxHops, maxRequests, textIn } from './fields';
import type { ReadFile } from './requests-file';

type Fields = Readonly<Record<string, unknown>>;

const browsers = ['chrome', 'firefox'] as const;
const servers = ['network', 'http-cache', 'service-worker', 'unknown'] as const;
const directions = ['sent', 'not-sent', 'set', 'refused'] as const;
const redirectModes = ['follow', 'error', 'manual'] as const;
const credentialsModes = ['omit', 'same-origin', 'include'] as const;
const pair = (item: unknown) => (Array.isArray(item) ? item : []);

/** Reads the requests of a report in JSON. */
export function readReport(name: string, report: Fields): ReadFile {
  const { name: browser, version } = fieldsOf(report.browser);
  const known = asOneOf(browser, browsers);
  const exchanges = asList(report.exchanges, maxRequests, asRecord) ?? [];
  const answers = preflightAnswersIn(exchanges);
  const documentOf = documentsIn(exchanges);
  return {
    name,
    format: 'report',
    browser:
      known && [known === 'chrome' ? 'Chrome' : 'Firefox', asText(version, 40)].filter(Boolean).join(' '),
    redaction: asOneOf(report.redaction, ['minimal', 'readable', 'everything'] as const) ?? 'everything',
    requests: exchanges.flatMap((exchange, index): readonly Compared[] => {
      if (exchange.preflightFor != null) return [];
      const hops = asList(exchange.hops, maxHops, (item) => toHop(fieldsOf(item), answers)) ?? [];
      if (hops.length === 0) return [];
      return [
        {
          // The ids of a file that was edited or merged need not be unique.
          id: String(index),
          file: name,
          browser: known,
          hops,
          document: documentOf(exchange),
          ...valuesOf(exchange, hops.length),
        },
      ];
    }),
  };
}

function valuesOf(
  exchange: Fields,
  hopCount: number,
): Omit<Compared, 'id' | 'file' | 'browser' | 'hops' | 'document'> {
  const findings = asList(exchange.findings, 100, asRecord) ?? [];
  const candidates = new Set(asTexts(exchange.candidates, 100, 100));
  const error = candidates.size > 1 ? undefined : findings.find(({ severity }) => severity === 'error');
  const [code, hop] = [asOneOf(error?.code, findingCodes), asWholeNumber(error?.hop)];
  const missingNames = textIn(fieldsOf(error?.evidence).missingNames);
  const causes = asList(exchange.causes, 10, asRecord) ?? [];
  const cause = causes.find(({ confidence }) => confidence !== 'possible');
  const madeBy = asOneOf(exchange.initiator, initiator.options);
  const [mode, credentials] = [fieldsOf(exchange.mode), fieldsOf(exchange.credentialsMode)];
  return {
    startedAtMs: toTimeMs(exchange.startedAt),
    outcome: asOneOf(exchange.outcome, outcome.options),
    finding: code && hop !== null && hop < hopCount ? toFinding(code, hop, missingNames) : null,
    cause: asText(cause?.code, 100),
    bases: [],
    kind: asOneOf(exchange.kind, requestKind.options),
    initiator: madeBy === 'unknown' ? null : madeBy,
    origin: textIn(fieldsOf(exchange.frame).origin),
    mode: mode.basis === 'assumed' ? null : asOneOf(mode.value, modes),
    credentialsMode: credentials.basis === 'assumed' ? null : asOneOf(credentials.value, credentialsModes),
    redirectMode: asOneOf(exchange.redirectMode, redirectModes),
    triggers:
      exchange.class === 'same-origin'
        ? null
        : toTriggers(asTexts(exchange.preflightTriggers, 1_000, 1_000) ?? []),
    preflightCache: asOneOf(exchange.preflightCache, ['hit', 'miss', 'unknown'] as const),
    servedBy: asOneOf(exchange.servedBy, servers),
    error: textIn(exchange.error),
    cookies: asList(exchange.cookies, 1_000, toCookie),
  };
}

function toCookie(value: unknown): NonNullable<Compared['cookies']>[number] | null {
  const { hop, name, direction } = fieldsOf(value);
  const [text, way] = [textIn(name), asOneOf(direction, directions)];
  return text === null || way === null ? null : { hop: asWholeNumber(hop) ?? 0, name: text, direction: way };
}

/** Returns the responses to the preflights by their ids. */
function preflightAnswersIn(exchanges: readonly Fields[]): ReadonlyMap<string | null, ComparedAnswer | null> {
  const preflights = exchanges.filter(({ preflightFor }) => preflightFor != null);
  return new Map(
    preflights.map(({ id, hops }) => {
      const [first] = asList(hops, 1, asRecord) ?? [];
      return [textIn(id), first ? toAnswer(first) : null];
    }),
  );
}

function toHop(hop: Fields, answers: ReturnType<typeof preflightAnswersIn>): ComparedHop | null {
  const [url, method, preflight] = [textIn(hop.url), textIn(hop.method), textIn(hop.preflight)];
  if (url === null || method === null) return null;
  const response = toAnswer(hop);
  return {
    url,
    method,
    requestHeaders: headersIn(hop.requestHeaders, pair),
    response,
    redirectedTo: redirectTarget(url, response),
    hasPreflight: preflight !== null,
    preflight: preflight === null ? null : (answers.get(preflight) ?? null),
    internal: asOneOf(hop.internal, internalRedirect.options),
  };
}

function toAnswer(hop: Fields): ComparedAnswer | null {
  const status = asWholeNumber(hop.status);
  return status === null ? null : { status, headers: headersIn(hop.responseHeaders, pair) };
}

function toTimeMs(value: unknown): number | null {
  const ms = Date.parse(asText(value, 40) ?? '');
  return Number.isNaN(ms) ? null : ms;
}

/** A document that was loaded in a frame. */
interface Load {
  readonly exchange: Fields;
  readonly startedAtMs: number;
  readonly headers: HeaderList | null;
}

/** Returns a lookup for the headers of the document that made a request. */
function documentsIn(exchanges: readonly Fields[]): (exchange: Fields) => Compared['document'] {
  const loads = new Map<number | null, Load[]>();
  for (const exchange of exchanges) {
    if (exchange.kind !== 'document' && exchange.kind !== 'frame') continue;
    const list = loads.get(frameOf(exchange)) ?? [];
    list.push(toLoad(exchange));
    loads.set(frameOf(exchange), list);
  }
  for (const list of loads.values()) list.sort((a, b) => a.startedAtMs - b.startedAtMs);
  return (exchange) => {
    if (exchange.kind === 'document') return null;
    const list = loads.get(frameOf(exchange)) ?? [];
    const count = countUntil(list, toTimeMs(exchange.startedAt) ?? 0);
    const last = list[count - 1];
    return (last?.exchange === exchange ? list[count - 2] : last)?.headers ?? null;
  };
}

function frameOf(exchange: Fields): number | null {
  return asWholeNumber(fieldsOf(exchange.frame).frameId);
}

function toLoad(exchange: Fields): Load {
  const last = asList(exchange.hops, maxHops, asRecord)?.at(-1);
  return {
    exchange,
    startedAtMs: toTimeMs(exchange.startedAt) ?? 0,
    headers: last ? headersIn(last.responseHeaders, pair) : null,
  };
}

/** How many of the loads, which are in the order of time, started until then. */
function countUntil(loads: readonly Load[], atMs: number): number {
  let [low, high] = [0, loads.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((loads[middle]?.startedAtMs ?? 0) <= atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
