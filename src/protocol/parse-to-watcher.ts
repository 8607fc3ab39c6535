import * as v from 'valibot';
import {
  count,
  flag,
  listOf,
  longText,
  longTextOrNull,
  parserOf,
  timeMs,
  wholeNumber,
} from './bounded-schemas';
import { classifiedExchange, frameFacts } from './fact-schemas';
import type { RelayedPageEvent } from './page-events';

// What the background sends to a log. Lists are parsed item by item, and items that are not valid are left
// out.

const maxItems = 100_000;

const ids = listOf(longText, maxItems);

/** A document of a tab. */
const frameRef = v.object({ frameId: wholeNumber, documentId: longTextOrNull, origin: longTextOrNull });

/** A page event. The log's own parser reads the fields of its kind. */
const relayedPageEvent = v.pipe(
  v.looseObject({
    id: longText,
    kind: longText,
    frame: frameRef,
    openedTabId: v.nullable(wholeNumber),
    atMs: timeMs,
    count,
  }),
  v.transform((event): RelayedPageEvent => event),
);

/** The browser whose rules apply. */
export const browserInfo = v.object({ name: v.picklist(['chrome', 'firefox']), version: longText });

/** What the background sends to a watcher. */
export const toWatcher = v.variant('type', [
  /** The listeners are registered: no request that starts from now on is missed. */
  v.object({
    type: v.literal('watching'),
    browser: browserInfo,
    sinceMs: timeMs,
    hostPermission: flag,
    /** Whether the tab is in a private window. */
    isPrivate: v.optional(flag, false),
  }),
  /** How many requests of the page ended before we watched, as far as the page remembers them. */
  v.object({ type: v.literal('earlier'), count: wholeNumber }),
  /** The exchanges that changed, at most 50 ms old. */
  v.object({ type: v.literal('exchanges'), exchanges: listOf(classifiedExchange, maxItems) }),
  /** These turned out not to be requests of the page. */
  v.object({ type: v.literal('retracted'), ids }),
  /** A document's requests and their ends, as the page reported them, to be parsed by `parsePageHints()`. */
  v.object({
    type: v.literal('page-hints'),
    frame: frameRef,
    hints: listOf(
      v.custom<unknown>((value) => typeof value === 'object' && value !== null),
      maxItems,
    ),
    /** Whether its scripts' calls are observed; null if this message does not tell. */
    withCalls: v.nullable(flag),
    /** How many more there were beyond the limit. */
    dropped: wholeNumber,
  }),
  /** What happened inside the page, about a fifth of a second old. */
  v.object({ type: v.literal('page-events'), pageEvents: listOf(relayedPageEvent, maxItems) }),
  /** Requests that ended now and whose start was not seen. */
  v.object({ type: v.literal('started-before'), ids }),
  /** How many requests and page hints were dropped for lack of room until a watcher came back. */
  v.object({ type: v.literal('lost'), requests: wholeNumber, hints: wholeNumber }),
  /** How many requests of shared and service workers may belong to a private window and are not sent. */
  v.object({ type: v.literal('withheld'), count: wholeNumber }),
  /** The tab's current frames and title. */
  v.object({ type: v.literal('frames'), frames: listOf(frameFacts, maxItems), title: longTextOrNull }),
  /** The tab's top document was replaced. */
  v.object({ type: v.literal('navigated'), url: longText, documentId: longTextOrNull, atMs: timeMs }),
  /** Access to the pages' hosts was granted or revoked. */
  v.object({ type: v.literal('permission'), hostPermission: flag }),
  /** The page's frames have sent everything that they had when `flush` reached them. */
  v.object({ type: v.literal('flushed') }),
  /** The tab is closed. */
  v.object({ type: v.literal('gone') }),
]);

/** Parses a message of the background; null if it is not valid. */
export const parseToWatcher = parserOf(toWatcher);
