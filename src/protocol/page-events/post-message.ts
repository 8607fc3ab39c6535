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

/** The schema of what a report keeps of a listener: its text can be long, and is read before. */
export const keptListener = described(
  v.object({
    id: described(wholeNumber, 'Unique in its document: the same listener has the same id for each message.'),
    name: textUpTo(maxName),
    registeredAt: described(callSiteOrNull, 'Where it was registered; null if that was not looked at.'),
    reads: described(
      v.fallback(v.nullable(fields), null),
      'What of the event was read while it ran; null where that cannot be told.',
    ),
  }),
  'A listener that ran for a message.',
);

const ranListener = v.object({
  ...keptListener.entries,
  /** Its source: with the first message that it ran for; null with the others, and beyond the bounds. */
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
    senderOrigin: described(origin, "The sender's origin, as the event has it."),
    from: described(
      v.nullable(frameRef),
      'The frame whose window `event.source` is; null where it matches no frame that is watched.',
    ),
    fromTabId: described(
      wholeNumberOrNull,
      "The tab of `from`, if it is another than this frame's; else null.",
    ),
    isTrusted: described(
      v.boolean(),
      'Whether the browser dispatched it, and not the page itself with `dispatchEvent()`.',
    ),
    data: described(
      v.nullable(preview(maxDataPreview)),
      'null unless somebody asked for data before it came.',
    ),
    listeners: described(
      v.nullable(listOf(ranListener, maxListeners)),
      "null where they were not looked at: the page's own world is off, or it came beyond the bounds.",
    ),
    readLate: described(
      v.fallback(fields, []),
      'What of the event was read while no listener was known to run, as after an `await`, before this was told.',
    ),
  }),
  'A message that reached a window.',
);
export type MessageReceived = TypeOf<typeof messageReceived>;

/** The schema of `MessageSent`. */
export const messageSent = described(
  v.object({
    ...base.entries,
    kind: v.literal('post-message'),
    direction: v.literal('sent'),
    callSite: described(callSiteOrNull, 'The first 20 a second have one.'),
  }),
  'A call of `postMessage()` on the window of this frame, by a script of its own origin.',
);
export type MessageSent = TypeOf<typeof messageSent>;

/** Both kinds of message events. */
export const postMessage = v.variant('direction', [messageReceived, messageSent]);
