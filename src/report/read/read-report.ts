import {
  type Compared,
  type ComparedAnswer,
  type ComparedHop,
  redirectTarget,
  toFinding,
  toTriggers,
} from '../../diagnosis/compare/compared';
import { findingCodes, modes } from '../../engine';
import { asList, asOneOf, asRecord, asText, asTexts, asWholeNumber } from '../../protocol/bounded';
import { fieldsOf, headersIn, maxHops, maxRequests, textIn } from './fields';
import type { ReadFile } from './requests-file';

type Fields = Readonly<Record<string, unknown>>;

const browsers = ['chrome', 'firefox'] as const;
const outcomes = ['allowed', 'blocked', 'opaque', 'failed', 'pending', 'unknown'] as const;
const kinds = [
  ...(['document', 'frame', 'fetch', 'beacon', 'ping', 'report', 'image', 'script', 'style'] as const),
  ...(['media', 'font', 'embed', 'websocket', 'webtransport', 'resource', 'other'] as const),
];
const initiators = ['document', 'dedicated-worker', 'shared-worker', 'service-worker'] as const;
const internals = ['hsts', 'upgrade-insecure', 'service-worker', 'extension'] as const;
const servers = ['network', 'http-cache', 'service-worker', 'unknown'] as const;
const directions = ['sent', 'not-sent', 'set', 'refused'] as const;
const credentialsModes = ['omit', 'same-origin', 'include'] as const;
const pair = (item: unknown) => (Array.isArray(item) ? item : []);

/** Reads the requests of a report in JSON. */
export function readReport(name: string, report: Fields): ReadFile {
  const { name: browser, version } = fieldsOf(report.browser);
  const known = asOneOf(browser, browsers);
  const exchanges = asList(report.exchanges, maxRequests, asRecord) ?? [];
  const byId = new Map(exchanges.map((exchange) => [textIn(exchange.id), exchange]));
  const documentOf = documentsIn(exchanges);
  return {
    name,
    format: 'report',
    browser:
      known && [known === 'chrome' ? 'Chrome' : 'Firefox', asText(version, 40)].filter(Boolean).join(' '),
    redaction: asOneOf(report.redaction, ['minimal', 'readable', 'everything'] as const) ?? 'everything',
    requests: exchanges.flatMap((exchange): readonly Compared[] => {
      if (exchange.preflightFor != null) return [];
      const hops = asList(exchange.hops, maxHops, (item) => toHop(fieldsOf(item), byId)) ?? [];
      const id = textIn(exchange.id);
      if (id === null || hops.length === 0) return [];
      return [
        { id, file: name, browser: known, hops, document: documentOf(exchange), ...valuesOf(exchange) },
      ];
    }),
  };
}

function valuesOf(exchange: Fields): Omit<Compared, 'id' | 'file' | 'browser' | 'hops' | 'document'> {
  const findings = asList(exchange.findings, 100, asRecord) ?? [];
  const candidates = new Set(asTexts(exchange.candidates, 100, 100));
  const error = candidates.size > 1 ? undefined : findings.find(({ severity }) => severity === 'error');
  const code = asOneOf(error?.code, findingCodes);
  const causes = asList(exchange.causes, 10, asRecord) ?? [];
  const cause = causes.find(({ confidence }) => confidence !== 'possible');
  const [mode, credentials] = [fieldsOf(exchange.mode), fieldsOf(exchange.credentialsMode)];
  return {
    startedAtMs: toTimeMs(exchange.startedAt),
    outcome: asOneOf(exchange.outcome, outcomes),
    finding:
      code && toFinding(code, asWholeNumber(error?.hop) ?? 0, textIn(fieldsOf(error?.evidence).missingNames)),
    cause: asText(cause?.code, 100),
    bases: [],
    kind: asOneOf(exchange.kind, kinds),
    initiator: asOneOf(exchange.initiator, initiators),
    origin: textIn(fieldsOf(exchange.frame).origin),
    mode: mode.basis === 'assumed' ? null : asOneOf(mode.value, modes),
    credentialsMode: credentials.basis === 'assumed' ? null : asOneOf(credentials.value, credentialsModes),
    // It is not in reports.
    redirectMode: null,
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

function toHop(hop: Fields, byId: ReadonlyMap<string | null, Fields>): ComparedHop | null {
  const [url, method, preflight] = [textIn(hop.url), textIn(hop.method), textIn(hop.preflight)];
  if (url === null || method === null) return null;
  const asked = preflight === null ? undefined : byId.get(preflight);
  const [first] = asList(asked?.hops, 1, asRecord) ?? [];
  const response = toAnswer(hop);
  return {
    url,
    method,
    requestHeaders: headersIn(hop.requestHeaders, pair),
    response,
    redirectedTo: redirectTarget(url, response),
    hasPreflight: preflight !== null,
    preflight: first ? toAnswer(first) : null,
    internal: asOneOf(hop.internal, internals),
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

/** Returns a lookup for the headers of the document that made a request. */
function documentsIn(exchanges: readonly Fields[]): (exchange: Fields) => Compared['document'] {
  const loads = new Map<number | null, Fields[]>();
  const frameOf = (exchange: Fields) => asWholeNumber(fieldsOf(exchange.frame).frameId);
  for (const exchange of exchanges) {
    if (exchange.kind !== 'document' && exchange.kind !== 'frame') continue;
    const list = loads.get(frameOf(exchange)) ?? [];
    list.push(exchange);
    loads.set(frameOf(exchange), list);
  }
  return (exchange) => {
    if (exchange.kind === 'document') return null;
    const started = toTimeMs(exchange.startedAt) ?? 0;
    const loaded = loads
      .get(frameOf(exchange))
      ?.findLast((load) => load !== exchange && (toTimeMs(load.startedAt) ?? 0) <= started);
    const last = loaded && asList(loaded.hops, maxHops, asRecord)?.at(-1);
    return last ? headersIn(last.responseHeaders, pair) : null;
  };
}
