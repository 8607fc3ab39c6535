import {
  asBoolean,
  asCount,
  asInteger,
  asKey,
  asList,
  asRecord,
  asShape,
  asText,
  asTime,
  asWhole,
  field,
  nullable,
} from './bounded';
import type { FrameFacts } from './facts';
import type { BrowserInfo, ClassifiedExchange, ToWatcher } from './messages';
import type { FrameRef, RelayedPageEvent } from './page-events';
import { parseExchangeFacts } from './parse-facts';

// What the background sends to a log. A list is read item by item: what is not understood is left out.

const maxItems = 100_000;
const maxText = 64 * 1024 + 40;

const whole = field(asWhole);
const time = field(asTime);
const yesOrNo = field(asBoolean);
const asLong = (value: unknown) => asText(value, maxText);
const textOrNull = nullable(asLong);
const ids = field((value) => asList(value, maxItems, asLong));

/** The fields of each message beside its type. */
const readers: {
  readonly [Type in ToWatcher['type']]: (
    value: unknown,
  ) => Omit<Extract<ToWatcher, { type: Type }>, 'type'> | null;
} = {
  watching: (value) =>
    asShape(value, { browser: field(parseBrowser), sinceMs: time, hostPermission: yesOrNo }),
  earlier: (value) => asShape(value, { count: whole }),
  exchanges: (value) =>
    asShape(value, { exchanges: field((list) => asList(list, maxItems, parseClassified)) }),
  retracted: (value) => asShape(value, { ids }),
  'page-hints': (value) =>
    asShape(value, {
      frame: field(parseFrameRef),
      hints: field((list) => asList(list, maxItems, asRecord)),
      withCalls: yesOrNo,
      dropped: whole,
    }),
  'page-events': (value) =>
    asShape(value, { pageEvents: field((list) => asList(list, maxItems, parseRelayed)) }),
  'begun-before': (value) => asShape(value, { ids }),
  lost: (value) => asShape(value, { requests: whole, hints: whole }),
  withheld: (value) => asShape(value, { count: whole }),
  frames: (value) =>
    asShape(value, { frames: field((list) => asList(list, maxItems, parseFrameFacts)), title: textOrNull }),
  navigated: (value) => asShape(value, { url: field(asLong), documentId: textOrNull, atMs: time }),
  permission: (value) => asShape(value, { hostPermission: yesOrNo }),
  flushed: () => ({}),
  gone: () => ({}),
};

/** What the background says; null if it is not understood. */
export function parseToWatcher(value: unknown): ToWatcher | null {
  const { type } = asRecord(value) ?? {};
  if (typeof type !== 'string' || !Object.hasOwn(readers, type)) return null;
  const fields = readers[type as ToWatcher['type']](value);
  return fields && ({ ...fields, type } as ToWatcher);
}

function parseBrowser(value: unknown): BrowserInfo | null {
  return asShape<BrowserInfo>(value, {
    name: field(asKey({ chrome: true, firefox: true })),
    version: field(asLong),
  });
}

function parseClassified(value: unknown): ClassifiedExchange | null {
  return asShape<ClassifiedExchange>(value, {
    facts: field(parseExchangeFacts),
    class: field(
      asKey({
        'same-origin': true,
        simple: true,
        preflighted: true,
        preflight: true,
        'no-cors': true,
        navigation: true,
        websocket: true,
      }),
    ),
    outcome: field(
      asKey({ allowed: true, blocked: true, opaque: true, failed: true, pending: true, unknown: true }),
    ),
  });
}

/** A page event, of which the log's own parser reads what its kind adds. */
function parseRelayed(value: unknown): RelayedPageEvent | null {
  const common = asShape<RelayedPageEvent>(value, {
    id: field(asLong),
    kind: field(asLong),
    frame: field(parseFrameRef),
    openedTabId: nullable(asWhole),
    atMs: time,
    count: field(asCount),
  });
  return common && { ...asRecord(value), ...common };
}

/** A frame of a tab; null if it is none. */
function parseFrameFacts(value: unknown): FrameFacts | null {
  return asShape<FrameFacts>(value, {
    frameId: field(asWhole),
    parentFrameId: field(asInteger),
    documentId: textOrNull,
    url: field(asLong),
    origin: field(asLong),
  });
}

/** Which document of a tab; null if it is none. */
function parseFrameRef(value: unknown): FrameRef | null {
  return asShape<FrameRef>(value, {
    frameId: field(asWhole),
    documentId: textOrNull,
    origin: textOrNull,
  });
}
