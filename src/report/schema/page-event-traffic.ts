import * as v from 'valibot';
import { pageEventBase, reportFrameRef, reportListener, reportPreview } from './page-event-parts';
import {
  described,
  eventField,
  number,
  numberOrNull,
  text,
  textOrNull,
  textsOrNull,
  yesOrNo,
} from './values';

/** The schema of `ReportMessage`. */
export const reportMessage = described(
  v.object({
    ...pageEventBase,
    kind: v.literal('post-message'),
    direction: v.literal('received'),
    senderOrigin: described(text, 'As `event.origin` has it.'),
    from: v.nullable(reportFrameRef),
    fromTabId: described(numberOrNull, "The sender's tab, where it is another than the frame's."),
    isTrusted: yesOrNo,
    data: described(v.nullable(reportPreview), 'null unless it was asked for while recording.'),
    listeners: described(v.nullable(v.array(reportListener)), 'null where they were not looked at.'),
    readLate: described(v.array(eventField), 'What of it was read while none of them was known to run.'),
  }),
  'A message that reached a window.',
);

/** The schema of `ReportMessageCall`. */
export const reportMessageCall = described(
  v.object({
    ...pageEventBase,
    kind: v.literal('post-message'),
    direction: v.literal('sent'),
    stack: textsOrNull,
  }),
  'A call of `postMessage()` on a window by a script of its own origin.',
);

/** The schema of `ReportWindowName`. */
export const reportWindowName = described(
  v.object({
    ...pageEventBase,
    kind: v.literal('window-name'),
    action: v.picklist(['survived', 'written']),
    value: reportPreview,
    stack: textsOrNull,
    before: described(
      v.nullable(v.object({ origin: text, hadSameValue: yesOrNo })),
      'The document before in this window, if it was seen.',
    ),
  }),
  'What was done with `window.name`.',
);

/** The schema of `ReportLocationHash`. */
export const reportLocationHash = described(
  v.object({
    ...pageEventBase,
    kind: v.literal('location-hash'),
    oldUrl: text,
    newUrl: text,
    by: v.picklist(['not-visible', 'own-realm']),
    stack: textsOrNull,
  }),
  "A change of the fragment of a document's URL.",
);

/** The schema of `ReportJsonpCall`. */
export const reportJsonpCall = described(
  v.object({
    ...pageEventBase,
    kind: v.literal('jsonp'),
    url: text,
    isInjected: yesOrNo,
    isRemoved: described(yesOrNo, 'Whether its element was out of the document soon after.'),
    calls: described(
      v.array(v.object({ name: text, size: numberOrNull })),
      '`size`: of the data, in characters of JSON; null where that was not measured.',
    ),
  }),
  'A script of another origin that called, with data, functions that its URL names.',
);

/** The schema of `ReportSocketTraffic`. */
export const reportSocketTraffic = described(
  v.object({
    ...pageEventBase,
    kind: v.literal('websocket'),
    direction: v.picklist(['received', 'sent']),
    url: text,
    exchange: described(textOrNull, 'The request that opened it; null if that is not known.'),
    characters: described(number, 'Of texts, in UTF-16 code units.'),
    bytes: described(number, 'Of all that is no text.'),
    stack: textsOrNull,
  }),
  'What went through a WebSocket one way, in the time of one look: `count` messages.',
);

/** The schema of `ReportChannelTraffic`. */
export const reportChannelTraffic = described(
  v.object({
    ...pageEventBase,
    kind: v.picklist(['broadcast-channel', 'message-port', 'worker-message']),
    direction: v.picklist(['received', 'sent']),
    channel: v.picklist(['broadcast-channel', 'message-port', 'shared-worker', 'worker']),
    end: described(text, 'Unique in its document.'),
    name: described(text, "A broadcast channel's name, a worker's URL; empty for a port."),
    portFrom: described(textOrNull, "A port's: the origin that it came from with a message."),
    stack: textsOrNull,
  }),
  'What went through one end of a channel one way, in the time of one look: `count` messages.',
);
