import * as v from 'valibot';
import { described, listOf, type TypeOf, textUpTo, wholeNumber } from '../bounded-schemas';
import { maxDataPreview, maxListenerText } from '../page-bounds';
import {
  base,
  callSiteOrNull,
  fields,
  frameRef,
  maxName,
  origin,
  preview,
  textOrNull,
  wholeNumberOrNull,
} from './parts';

const maxListeners = 100;

/**
 * The schema of a listener in a report. Its text is left out: it can be long, and the report has its
 * analysis.
 */
export const keptListener = described(
  v.object({
    id: described(wholeNumber, 'Unique in its document. A listener has the same id for all messages.'),
    name: textUpTo(maxName),
    registeredAt: described(callSiteOrNull, 'Where it was registered; null if that was not observed.'),
    reads: described(
      v.fallback(v.nullable(fields), null),
      'The fields of the event that were read while it ran; null if that is unknown.',
    ),
  }),
  'A listener that ran for a message.',
);

const ranListener = v.object({
  ...keptListener.entries,
  /**
   * Its source text, only in the first message for which it ran; null in later ones and beyond the limits.
   */
  text: textOrNull(maxListenerText + 1),
});

/** A listener that ran for a message. */
export type RanListener = TypeOf<typeof ranListener>;

/** The schema of `MessageReceived`. */
export const messageReceived = described(
  v.object({
    ...base.entries,
    kind: v.literal('post-message'),
    direction: v.literal('received'),
    senderOrigin: described(origin, "The event's `origin`: that of the sender."),
    from: described(
      v.nullable(frameRef),
      'The frame whose window is `event.source`; null if it is not a watched frame.',
    ),
    fromTabId: described(
      wholeNumberOrNull,
      "The tab of `from` if it differs from this frame's tab; otherwise null.",
    ),
    isTrusted: described(
      v.boolean(),
      'Whether the browser dispatched it. false: the page did, with `dispatchEvent()`.',
    ),
    data: described(
      v.nullable(preview(maxDataPreview)),
      'The data; null unless it was requested before the message arrived.',
    ),
    listeners: described(
      v.nullable(listOf(ranListener, maxListeners)),
      "null if they were not observed: the page's own world is off, or the message was beyond the rate limit.",
    ),
    readLate: described(
      v.fallback(fields, []),
      'The fields of the event that were read, before this report, while no listener was known to run, as after an `await`.',
    ),
  }),
  'A message that a window received.',
);
export type MessageReceived = TypeOf<typeof messageReceived>;

/** The schema of `MessageSent`. */
export const messageSent = described(
  v.object({
    ...base.entries,
    kind: v.literal('post-message'),
    direction: v.literal('sent'),
    callSite: described(callSiteOrNull, 'Only for the first 20 calls in a second; null for others.'),
  }),
  'A call of `postMessage()` on the window of this frame, by a script of its own origin.',
);
export type MessageSent = TypeOf<typeof messageSent>;

/** Both kinds of message events. */
export const postMessage = v.variant('direction', [messageReceived, messageSent]);
