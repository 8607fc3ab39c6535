import * as v from 'valibot';
import { maxDataPreview, maxListenerText } from '../page-bounds';
import {
  base,
  callSiteOrNull,
  fields,
  frameRef,
  list,
  maxName,
  origin,
  preview,
  type TypeOf,
  text,
  textOrNull,
  whole,
  wholeOrNull,
} from './parts';

const maxListeners = 100;

const ranListener = v.object({
  /** Unique in its document: the same listener has the same id for each message. */
  id: whole,
  name: text(maxName),
  /** Where it was registered; null if that was not looked at. */
  registeredAt: callSiteOrNull,
  /** Its source: with the first message that it ran for; null with the others, beyond the bounds, and in a report. */
  text: textOrNull(maxListenerText + 1),
  /** What of the event was read while it ran; null where that cannot be told. */
  reads: v.fallback(v.nullable(fields), null),
});

/** A listener that ran for a message. */
export type RanListener = TypeOf<typeof ranListener>;

const messageReceived = v.object({
  ...base.entries,
  kind: v.literal('post-message'),
  direction: v.literal('received'),
  /** The sender's origin, as the event has it. */
  senderOrigin: origin,
  /** The frame whose window `event.source` is; null where it matches no frame that is watched. */
  from: v.nullable(frameRef),
  /** The tab of `from`, if it is another than this frame's; else null. */
  fromTabId: wholeOrNull,
  /** Whether the browser dispatched it, and not the page itself with `dispatchEvent()`. */
  isTrusted: v.boolean(),
  /** null unless somebody asked for data before it came. */
  data: v.nullable(preview(maxDataPreview)),
  /** null where they were not looked at: the page's own world is off, or it came beyond the bounds. */
  listeners: v.nullable(list(ranListener, maxListeners)),
  /** What of the event was read while no listener was known to run, as after an `await`, before this was told. */
  readLate: v.fallback(fields, []),
});

/** A message that reached a window. */
export type MessageReceived = TypeOf<typeof messageReceived>;

const messageSent = v.object({
  ...base.entries,
  kind: v.literal('post-message'),
  direction: v.literal('sent'),
  /** The first 20 a second have one. */
  callSite: callSiteOrNull,
});

/** A call of `postMessage()` on the window of this frame, by a script of its own origin. */
export type MessageSent = TypeOf<typeof messageSent>;

/** Both kinds of message events. */
export const postMessage = v.variant('direction', [messageReceived, messageSent]);
