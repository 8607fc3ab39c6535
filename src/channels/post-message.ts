import type { MessageReceived, MessageSent } from '../protocol/page-events';
import {
  type EventRelation,
  own,
  type Party,
  type Reading,
  type RelationOf,
  type RiskCode,
  relationBetween,
  type Unseen,
  unknown,
} from './reading';

/** Every rule that a message can fall under, with the risk that goes with it. */
export const postMessageRules = {
  'message-made-by-page': 'forged-event',
  'message-own-window': null,
  'message-same-origin': null,
  'message-receiver-unknown': 'check-origin',
  'message-to-opaque': 'any-document',
  'message-from-opaque': 'null-origin',
  'message-other-origin': 'check-origin',
  'message-sent': null,
} as const satisfies Readonly<Record<string, RiskCode | null>>;

/** Under which rule a message falls. */
export type PostMessageRule = keyof typeof postMessageRules;

/**
 * What is made of a message that reached a window.
 *
 * @see https://html.spec.whatwg.org/#dom-window-postmessage-options-dev
 */
export function readReceived(event: MessageReceived, relationOf: RelationOf): Reading<PostMessageRule> {
  const { frame, from, senderOrigin, isTrusted, count } = event;
  const isOwn = from !== null && from.documentId !== null && from.documentId === frame.documentId;
  // What the page makes itself comes from where it arrives, whatever origin it claims.
  const relation =
    isOwn || !isTrusted ? 'same-origin' : relationBetween(senderOrigin, frame.origin, relationOf);
  const rule = receivedRule(event, isOwn, relation);
  return {
    from: senderOf(event),
    to: own(event),
    relation,
    rule,
    risk: postMessageRules[rule],
    unseen: [
      // An opaque origin cannot be named, so whoever reached it from another one wrote "*".
      ...when(isTrusted && rule !== 'message-to-opaque', 'target-origin'),
      ...when(from === null && isTrusted, 'sender-frame'),
      ...(count > 1
        ? (['counted'] as const)
        : [...when(event.data === null, 'data-not-read'), ...when(event.listeners === null, 'listeners')]),
    ],
  };
}

function senderOf({ isTrusted, from, fromTabId, openedTabId, senderOrigin, frame }: MessageReceived): Party {
  if (!isTrusted) return unknown('some-frame', frame.origin);
  if (!from) return unknown('some-frame', senderOrigin);
  return { who: 'frame', frame: from, tabId: fromTabId ?? openedTabId, origin: senderOrigin };
}

function receivedRule(
  { isTrusted, senderOrigin, frame }: MessageReceived,
  isOwn: boolean,
  relation: EventRelation | null,
): PostMessageRule {
  if (!isTrusted) return 'message-made-by-page';
  if (isOwn) return 'message-own-window';
  if (relation === 'same-origin') return 'message-same-origin';
  if (senderOrigin === 'null') return 'message-from-opaque';
  if (frame.origin === 'null') return 'message-to-opaque';
  return relation === null ? 'message-receiver-unknown' : 'message-other-origin';
}

/** What is made of a call of `postMessage()` on a window by a script of its own origin. */
export function readSent(event: MessageSent): Reading<PostMessageRule> {
  const { frame, callSite, count } = event;
  return {
    from: unknown('some-frame', frame.origin),
    to: own(event),
    relation: 'same-origin',
    rule: 'message-sent',
    risk: postMessageRules['message-sent'],
    unseen: [
      'arguments',
      'calling-frame',
      ...(count > 1 ? (['counted'] as const) : when(callSite === null, 'call-site')),
    ],
  };
}

function when(holds: boolean, unseen: Unseen): readonly Unseen[] {
  return holds ? [unseen] : [];
}
