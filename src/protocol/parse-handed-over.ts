import { asCount, asList, asOneOf, asRecord, asText, asTime, asWholeNumber, orNull } from './bounded';
import {
  type Counted,
  type FlatFields,
  type HandedOver,
  maxEventsPerSecond,
  maxListenerText,
} from './content';

// A page's world can hand over anything. Each parser returns a value of its type without other fields, or
// null.

const maxText = 64 * 1024;
const maxOrigin = 1_000;
const maxName = 200;
const maxWords = 30;
/** The kinds of page events that only the page's world sees. */
const saidKinds = [
  'websocket',
  'channel',
  'document-domain',
  'dom-access',
  'canvas-read',
  'storage',
] as const;

/** A kind of page event that only the page's world sees. */
export type SaidKind = (typeof saidKinds)[number];

/** Parses records from JSON, without those that are not valid; empty if the text is not a JSON list. */
export function parseHandedOver(text: string): readonly HandedOver[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  return asList(value, maxEventsPerSecond * 4, parseRecord) ?? [];
}

/** Parses the number of messages that the page's world counted for one sender; null if it is not valid. */
export function parseCounted(source: unknown, origin: unknown, text: string): Counted | null {
  const [trusted, ...numbers] = text.split(' ');
  const [atMs, count, senderOrigin] = [
    asTime(Number(numbers[0])),
    asCount(Number(numbers[1])),
    asText(origin, maxOrigin),
  ];
  if (atMs === null || count === null || senderOrigin === null) return null;
  const isTrusted = trusted === 'true';
  return { source: source as MessageEventSource | null, senderOrigin, isTrusted, atMs, count };
}

function parseRecord(value: unknown): HandedOver | null {
  const raw = asRecord(value);
  const stack = raw && orNull(raw.stack ?? null, (text) => asText(text, maxText));
  if (!raw || stack === undefined) return null;
  switch (raw.kind) {
    case 'sent':
    case 'name': {
      const [atMs, count] = [asTime(raw.atMs), asCount(raw.count)];
      return atMs === null || count === null ? null : { kind: raw.kind, atMs, count, stack };
    }
    case 'navigate':
      return { kind: 'navigate', stack };
    case 'listener': {
      const [id, name, text] = [
        asWholeNumber(raw.id),
        asText(raw.name, maxName),
        asText(raw.text, maxListenerText + 1),
      ];
      return id === null || name === null ? null : { kind: 'listener', id, name, stack, text };
    }
    case 'ran': {
      const [receipt, listener, reads] = [
        asWholeNumber(raw.receipt),
        asWholeNumber(raw.listener),
        asWholeNumber(raw.reads),
      ];
      return receipt === null || listener === null ? null : { kind: 'ran', receipt, listener, reads };
    }
    case 'late': {
      const [receipt, reads] = [asWholeNumber(raw.receipt), asWholeNumber(raw.reads)];
      return receipt === null || reads === null ? null : { kind: 'late', receipt, reads };
    }
    case 'hint': {
      const [atMs, words] = [asTime(raw.atMs), parseWords(raw)];
      return atMs === null || !words ? null : { kind: 'hint', atMs, words, stack };
    }
    case 'script': {
      const [atMs, url] = [asTime(raw.atMs), asText(raw.url, maxText)];
      const [functions, calls] = [asText(raw.functions, maxText), asText(raw.calls, maxText)];
      if (atMs === null || url === null || functions === null || calls === null) return null;
      const [isInjected, isRemoved] = [raw.isInjected === true, raw.isRemoved === true];
      return { kind: 'script', atMs, url, isInjected, isRemoved, functions, calls };
    }
    case 'event': {
      const [type, atMs, count] = [asOneOf(raw.type, saidKinds), asTime(raw.atMs), asCount(raw.count)];
      if (type === null || atMs === null || count === null) return null;
      return { kind: 'event', type, atMs, count, words: asWords(asRecord(raw.words) ?? {}), stack };
    }
    case 'dropped': {
      const count = asCount(raw.count);
      return count === null ? null : { kind: 'dropped', count };
    }
    default:
      return null;
  }
}

/**
 * The fields of a call by a script of the page; null for hints that only our own world may report. Its id
 * gets a prefix, so that it cannot be one of that world's ids.
 */
function parseWords(raw: Readonly<Record<string, unknown>>): FlatFields | null {
  if (!asOneOf(raw.type, ['call', 'ended', 'threw']) || raw.api === 'element') return null;
  const words = asWords(raw);
  return { ...words, id: `script ${words.id}`, stack: null };
}

/** The primitive fields. The id of a call of the page gets a prefix that ids of our own world do not have. */
function asWords(raw: Readonly<Record<string, unknown>>): FlatFields {
  const words: Record<string, string | number | boolean | null> = {};
  for (const [key, word] of Object.entries(raw).slice(0, maxWords)) {
    if (typeof word === 'string') words[key] = word.slice(0, maxText);
    else if (typeof word === 'number' || typeof word === 'boolean') words[key] = word;
  }
  if ('call' in words) words.call = `script ${words.call}`;
  return words;
}
