import * as v from 'valibot';
import { count, listOf, long, longOrNull, parserOf, time, whole, yesOrNo } from './bounded-schemas';
import { classifiedExchange, frameFacts } from './fact-schemas';
import type { RelayedPageEvent } from './page-events';

// What the background sends to a log. A list is read item by item: what is not understood is left out.

const maxItems = 100_000;

const ids = listOf(long, maxItems);

/** Which document of a tab. */
const frameRef = v.object({ frameId: whole, documentId: longOrNull, origin: longOrNull });

/** A page event, of which the log's own parser reads what its kind adds. */
const relayedPageEvent = v.pipe(
  v.looseObject({
    id: long,
    kind: long,
    frame: frameRef,
    openedTabId: v.nullable(whole),
    atMs: time,
    count,
  }),
  v.transform((event): RelayedPageEvent => event),
);

/** The browser whose rules apply. */
export const browserInfo = v.object({ name: v.picklist(['chrome', 'firefox']), version: long });

/** What the background tells a watcher. */
export const toWatcher = v.variant('type', [
  /** The listeners are registered: no request that starts from now on is missed. */
  v.object({
    type: v.literal('watching'),
    browser: browserInfo,
    sinceMs: time,
    hostPermission: yesOrNo,
  }),
  /** How many requests of the page ended before we watched, as far as the page remembers them. */
  v.object({ type: v.literal('earlier'), count: whole }),
  /** What is new of some exchanges, at most 50 ms old. */
  v.object({ type: v.literal('exchanges'), exchanges: listOf(classifiedExchange, maxItems) }),
  /** These were no requests of the page after all. */
  v.object({ type: v.literal('retracted'), ids }),
  /** What a document asked for, and what it got: the page's word, to be parsed by `parsePageHints()`. */
  v.object({
    type: v.literal('page-hints'),
    frame: frameRef,
    hints: listOf(
      v.custom<unknown>((value) => typeof value === 'object' && value !== null),
      maxItems,
    ),
    /** Whether its scripts' calls are observed. */
    withCalls: yesOrNo,
    /** How many more there were, beyond the bound. */
    dropped: whole,
  }),
  /** What happened inside the page, about a fifth of a second old. */
  v.object({ type: v.literal('page-events'), pageEvents: listOf(relayedPageEvent, maxItems) }),
  /** Requests that ended now and whose beginning nobody saw. */
  v.object({ type: v.literal('begun-before'), ids }),
  /** For so many requests, and so much of what pages told, there was no room until a watcher came back. */
  v.object({ type: v.literal('lost'), requests: whole, hints: whole }),
  /** So many requests of shared and service workers may belong to a private window, and are not told. */
  v.object({ type: v.literal('withheld'), count: whole }),
  /** The tab's frames, and its title, as they are now. */
  v.object({ type: v.literal('frames'), frames: listOf(frameFacts, maxItems), title: longOrNull }),
  /** The tab's top document was replaced. */
  v.object({ type: v.literal('navigated'), url: long, documentId: longOrNull, atMs: time }),
  /** Access to the pages' hosts was given or taken away. */
  v.object({ type: v.literal('permission'), hostPermission: yesOrNo }),
  /** The page's frames had nothing more to tell when `flush` reached them. */
  v.object({ type: v.literal('flushed') }),
  /** The tab is closed. */
  v.object({ type: v.literal('gone') }),
]);

/** What the background says; null if it is not understood. */
export const parseToWatcher = parserOf(toWatcher);
