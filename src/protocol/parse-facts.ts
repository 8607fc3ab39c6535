import type { Header } from '../engine';
import {
  asBoolean,
  asInteger,
  asKey,
  asRecord,
  asShape,
  asText,
  asTime,
  asWhole,
  asWholeList,
  field,
  nullable,
} from './bounded';
import type { ClosedBecause, End, ExchangeFacts, HopFacts } from './facts';

// Facts as one end of a port gives them to the other. Each parser returns a value of its type with nothing else in
// it, or null.

/** The first 64 kB of a URL or a header are recorded, with a note of how long it was. */
const maxText = 64 * 1024 + 40;
const maxName = 1_000;
const maxHops = 100;
const maxHeaders = 10_000;
const maxDepth = 1_000;

const asLong = (value: unknown) => asText(value, maxText);
const asShort = (value: unknown) => asText(value, maxName);
const long = field(asLong);
const short = field(asShort);
const time = field(asTime);
const timeOrNull = nullable(asTime);
const shortOrNull = nullable(asShort);
const headersOrNull = nullable((value) => asWholeList(value, maxHeaders, parseHeader));

/** The facts of an exchange, without the page's word, which the log joins itself; null if they are none. */
export function parseExchangeFacts(value: unknown): ExchangeFacts | null {
  return asShape<ExchangeFacts>(value, {
    id: short,
    requestId: short,
    tabId: field(asInteger),
    frameId: field(asInteger),
    documentId: shortOrNull,
    initiator: field(
      asKey({
        document: true,
        'dedicated-worker': true,
        'shared-worker': true,
        'service-worker': true,
        unknown: true,
      }),
    ),
    type: short,
    origin: nullable(asLong),
    ancestors: nullable((list) => asWholeList(list, maxDepth, asLong)),
    startedAtMs: time,
    hops: field(parseHops),
    end: nullable(parseEnd),
    preflightFor: nullable((of) =>
      asShape<NonNullable<ExchangeFacts['preflightFor']>>(of, { exchange: short, hop: field(asWhole) }),
    ),
    page: () => null,
  });
}

function parseHops(value: unknown): readonly HopFacts[] | null {
  const hops = asWholeList(value, maxHops, parseHop);
  return hops && hops.length > 0 ? hops : null;
}

function parseHop(value: unknown): HopFacts | null {
  return asShape<HopFacts>(value, {
    url: long,
    method: long,
    startedAtMs: time,
    requestHeaders: headersOrNull,
    sentAtMs: timeOrNull,
    status: nullable(asWhole),
    responseHeaders: headersOrNull,
    headersAtMs: timeOrNull,
    redirectedTo: nullable(asLong),
    internal: nullable(
      asKey({ hsts: true, 'upgrade-insecure': true, 'service-worker': true, extension: true }),
    ),
    responseStartedAtMs: timeOrNull,
    fromCache: nullable(asBoolean),
    serverIp: shortOrNull,
    askedForLogin: field(asBoolean),
    preflight: shortOrNull,
  });
}

function parseHeader(value: unknown): Header | null {
  if (!Array.isArray(value)) return null;
  const [name, text] = [asLong(value[0]), asLong(value[1])];
  return name === null || text === null ? null : [name, text];
}

const because = asKey<ClosedBecause>({
  'document-gone': true,
  'request-ended': true,
  'service-worker': true,
  'redirect-scheme': true,
  'background-stopped': true,
  'never-seen': true,
});

function parseEnd(value: unknown): End | null {
  type How<Name> = Omit<Extract<End, { how: Name }>, 'how'>;
  const how = asRecord(value)?.how;
  if (how === 'completed') {
    const end = asShape<How<'completed'>>(value, { atMs: time, status: field(asWhole) });
    return end && { how, ...end };
  }
  if (how === 'failed') {
    const end = asShape<How<'failed'>>(value, { atMs: time, error: short });
    return end && { how, ...end };
  }
  const end = asShape<How<'closed'>>(value, { atMs: time, because: field(because) });
  return end && { how: 'closed', ...end };
}
