import type { MessageReceived, MessageSent, RanListener } from '../../protocol/page-events';
import {
  type EventRelation,
  ofFrame,
  own,
  type Party,
  type Reading,
  type RelationOf,
  type RiskCode,
  relationBetween,
  type Unseen,
  unknown,
} from '../reading';
import { type ContentWords, type Kind, text, textRow } from './kind';
import { orNull, redactCallSite, redactFrameRef, type TextRules } from './replaced';
import { onOneLine, placeIn, shortPreview } from './short-text';

/** Every rule of a message, with its risk. */
const postMessageRules = {
  'message-made-by-page': 'forged-event',
  'message-own-window': null,
  'message-same-origin': null,
  'message-receiver-unknown': 'check-origin',
  'message-to-opaque': 'any-document',
  'message-from-opaque': 'null-origin',
  'message-other-origin': 'check-origin',
  'message-sent': null,
} as const satisfies Readonly<Record<string, RiskCode | null>>;

/** The rule of a message. */
type PostMessageRule = keyof typeof postMessageRules;

/**
 * Interprets a message that a window received.
 *
 * @see https://html.spec.whatwg.org/#dom-window-postmessage-options-dev
 */
function readReceived(event: MessageReceived, relationOf: RelationOf): Reading<PostMessageRule> {
  const { frame, from, senderOrigin, isTrusted, count } = event;
  const isOwn = from !== null && from.documentId !== null && from.documentId === frame.documentId;
  // An event that the page created itself comes from the same window, regardless of the origin that it
  // claims.
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
      // An opaque origin cannot be named, so a sender of another origin must have used "*".
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
  return ofFrame({ ...from, origin: senderOrigin }, fromTabId ?? openedTabId);
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

/** Interprets a call of `postMessage()` on a window by a script of the window's own origin. */
function readSent(event: MessageSent): Reading<PostMessageRule> {
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

/** The texts that this kind needs. */
export interface PostMessageWords {
  readonly detail: { readonly data: string; readonly claimed: string };
}

/** The kind of a message that a window received, and of a call that sent one. */
export const postMessage: Kind<MessageReceived | MessageSent, PostMessageRule, null, PostMessageWords> = {
  rules: postMessageRules,
  isOnMap: true,
  read: (event, relationOf) =>
    event.direction === 'received' ? readReceived(event, relationOf) : readSent(event),
  otherOrigin: (event) => (event.direction === 'received' ? event.senderOrigin : null),
  searchTexts: (event) =>
    event.direction === 'sent'
      ? []
      : [
          event.data?.text ?? '',
          ...(event.listeners ?? []).flatMap(({ name, registeredAt }) => [
            name,
            ...(registeredAt?.stack ?? []),
          ]),
        ],
  size: (event) =>
    event.direction === 'received' && event.data
      ? (event.data.length ?? event.data.text.length)
      : event.count,
  line: lineOf,
  derive: () => null,
  content: (event, { detail }) =>
    event.direction === 'received' && event.data ? { title: detail.data, preview: event.data } : null,
  rows: () => [],
  moreRows: (event, { detail }) =>
    event.direction === 'received' && !event.isTrusted ? [textRow(detail.claimed, event.senderOrigin)] : [],
  brief: (event) => (event.direction === 'received' && event.data ? [text(event.data.text)] : []),
  redact(event, rules) {
    const { kind, direction } = event;
    if (direction === 'sent') return { kind, direction, callSite: redactCallSite(event.callSite, rules) };
    return {
      kind,
      direction,
      senderOrigin: rules.origin(event.senderOrigin),
      from: event.from && redactFrameRef(event.from, rules),
      fromTabId: event.fromTabId,
      isTrusted: event.isTrusted,
      data: event.data && { text: rules.data(event.data.text), length: event.data.length },
      listeners: event.listeners?.map((listener) => redactListener(listener, rules)) ?? null,
      readLate: event.readLate,
    };
  },
};

function lineOf(event: MessageReceived | MessageSent, words: ContentWords): string {
  if (event.direction === 'sent') return event.callSite ? placeIn(event.callSite) : '';
  const { data, listeners } = event;
  return onOneLine([
    listeners === null ? '' : words.listeners(listeners.length),
    data === null ? '' : shortPreview(data, words),
  ]);
}

function redactListener(listener: RanListener, rules: TextRules): RanListener {
  return {
    id: listener.id,
    name: rules.name(listener.name),
    registeredAt: redactCallSite(listener.registeredAt, rules),
    // The text is analysed before anything is redacted.
    text: orNull(listener.text, rules.text),
    reads: listener.reads,
  };
}
