import type {
  Counted,
  FromContent,
  HandedOver,
  NameState,
  Place,
  Spot,
  ToldEvent,
  Whereabouts,
  Words,
} from './content';
import {
  eventFields,
  maxDataPreview,
  maxEventsASecond,
  maxFrames,
  maxListenerText,
  maxNamePreview,
} from './content';
import type { CallSite, EventField, Preview, RanListener } from './page-events';

// What a page's world says may be anything. Each parser gives a value of its type with nothing else in it, or null.

const maxUrl = 64 * 1024;
const maxOrigin = 1_000;
const maxName = 200;
const maxLine = 1_000;
const maxListeners = 100;
const maxDepth = 64;
const maxWords = 30;

type Raw = Readonly<Record<string, unknown>>;

/** What was handed over, out of JSON; empty where it is none, without what is not understood. */
export function parseHandedOver(text: string): readonly HandedOver[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  return list(value, maxEventsASecond * 4, parseRecord) ?? [];
}

/** How many messages came from where, by the page's world; null where that is not understood. */
export function parseCounted(source: unknown, origin: unknown, text: string): Counted | null {
  const [trusted, ...numbers] = text.split(' ');
  const [atMs, count, senderOrigin] = [
    time(Number(numbers[0])),
    counted(Number(numbers[1])),
    cut(origin, maxOrigin),
  ];
  if (atMs === null || count === null || senderOrigin === null) return null;
  const isTrusted = trusted === 'true';
  return { source: source as MessageEventSource | null, senderOrigin, isTrusted, atMs, count };
}

function parseRecord(value: unknown): HandedOver | null {
  const raw = record(value);
  const stack = raw && nullable(raw.stack ?? null, (text) => cut(text, maxUrl));
  if (!raw || stack === undefined) return null;
  switch (raw.kind) {
    case 'sent':
    case 'name': {
      const [atMs, count] = [time(raw.atMs), counted(raw.count)];
      return atMs === null || count === null ? null : { kind: raw.kind, atMs, count, stack };
    }
    case 'navigate':
      return { kind: 'navigate', stack };
    case 'listener': {
      const [id, name, text] = [whole(raw.id), cut(raw.name, maxName), cut(raw.text, maxListenerText + 1)];
      return id === null || name === null ? null : { kind: 'listener', id, name, stack, text };
    }
    case 'ran': {
      const [receipt, listener, reads] = [whole(raw.receipt), whole(raw.listener), whole(raw.reads)];
      return receipt === null || listener === null ? null : { kind: 'ran', receipt, listener, reads };
    }
    case 'late': {
      const [receipt, reads] = [whole(raw.receipt), whole(raw.reads)];
      return receipt === null || reads === null ? null : { kind: 'late', receipt, reads };
    }
    case 'hint': {
      const [atMs, words] = [time(raw.atMs), parseWords(raw)];
      return atMs === null || !words ? null : { kind: 'hint', atMs, words, stack };
    }
    case 'dropped': {
      const count = counted(raw.count);
      return count === null ? null : { kind: 'dropped', count };
    }
    default:
      return null;
  }
}

/** What a script of the page did; null for what is our own world's to say. Its names are none of that world's. */
function parseWords(raw: Raw): Words | null {
  if (!/^(call|ended|threw)$/.test(String(raw.type)) || raw.api === 'element') return null;
  const words: Record<string, string | number | boolean | null> = {};
  for (const [key, word] of Object.entries(raw).slice(0, maxWords)) {
    if (typeof word === 'string') words[key] = word.slice(0, maxUrl);
    else if (typeof word === 'number' || typeof word === 'boolean') words[key] = word;
  }
  return { ...words, id: `script ${words.id}`, call: `script ${words.call}`, stack: null };
}

/** What a frame's script says; null if that is not understood. */
export function parseFromContent(value: unknown): FromContent | null {
  const raw = record(value);
  const origin = cut(raw?.origin, maxOrigin);
  switch (raw?.type) {
    case 'here':
      return origin === null ? null : { type: 'here', origin };
    case 'name': {
      const state = parseNameState(raw.state);
      return origin === null || !state ? null : { type: 'name', origin, state };
    }
    case 'where': {
      const whereabouts = parseWhereabouts(raw.whereabouts);
      return whereabouts && { type: 'where', whereabouts };
    }
    case 'page-events':
      return origin === null ? null : { type: 'page-events', origin, events: parsePageEvents(raw.events) };
    case 'page-hints': {
      const [dropped, withCalls] = [whole(raw.dropped) ?? 0, raw.withCalls === true];
      return origin === null ? null : { type: 'page-hints', origin, hints: raw.hints, withCalls, dropped };
    }
    default:
      return null;
  }
}

/** The page events in what a frame's script tells, without what is not understood. */
export function parsePageEvents(value: unknown): readonly ToldEvent[] {
  return list(value, maxEventsASecond, parsePageEvent) ?? [];
}

/** A page event as its frame tells it; null if it is none. */
export function parsePageEvent(value: unknown): ToldEvent | null {
  const raw = record(value);
  const [atMs, count, source] = [time(raw?.atMs), counted(raw?.count), raw?.source];
  if (!raw || atMs === null || count === null || (source !== 'extension' && source !== 'page')) return null;
  const base = { atMs, count, source } as const;
  const callSite = nullable(raw.callSite ?? null, parseCallSite);
  if (callSite === undefined) return null;
  switch (raw.kind) {
    case 'post-message': {
      if (raw.direction === 'sent') return { ...base, kind: 'post-message', direction: 'sent', callSite };
      const senderOrigin = cut(raw.senderOrigin, maxOrigin);
      const from = nullable(raw.from, parsePlace);
      const data = nullable(raw.data, (data) => parsePreview(data, maxDataPreview));
      const listeners = nullable(raw.listeners, (found) => list(found, maxListeners, parseListener));
      const isTrusted = raw.isTrusted;
      if (senderOrigin === null || from === undefined || data === undefined || listeners === undefined) {
        return null;
      }
      if (raw.direction !== 'received' || typeof isTrusted !== 'boolean') return null;
      const received = { kind: 'post-message', direction: 'received' } as const;
      const readLate = parseFields(raw.readLate) ?? [];
      return { ...base, ...received, senderOrigin, from, isTrusted, data, listeners, readLate };
    }
    case 'window-name': {
      const [value, state, action] = [
        parsePreview(raw.value, maxNamePreview),
        parseNameState(raw.state),
        raw.action,
      ];
      if (!value || !state || (action !== 'written' && action !== 'survived')) return null;
      return { ...base, kind: 'window-name', action, value, callSite, state };
    }
    case 'location-hash': {
      const [oldUrl, newUrl, by] = [cut(raw.oldUrl, maxUrl), cut(raw.newUrl, maxUrl), raw.by];
      if (oldUrl === null || newUrl === null || (by !== 'own-realm' && by !== 'not-visible')) return null;
      return { ...base, kind: 'location-hash', oldUrl, newUrl, by, callSite };
    }
    default:
      return null;
  }
}

function parseWhereabouts(value: unknown): Whereabouts | null {
  const raw = record(value);
  const [spot, openedFrom] = [parseSpot(raw?.spot), nullable(raw?.openedFrom, parseSpot)];
  const [origin, tab] = [cut(raw?.origin, maxOrigin), raw?.tab];
  if (spot === null || openedFrom === undefined || origin === null) return null;
  return tab === 'here' || tab === 'opener' || tab === 'opened' ? { tab, openedFrom, spot, origin } : null;
}

function parseSpot(value: unknown): Spot | null {
  if (typeof value === 'number') return whole(value);
  const path = list(value, maxDepth, (step) => {
    const [index, of] = Array.isArray(step) ? [whole(step[0]), whole(step[1])] : [null, null];
    return index === null || of === null ? null : ([index, of] as const);
  });
  // A way with a step missing leads elsewhere.
  return Array.isArray(value) && path?.length === value.length ? path : null;
}

function parsePlace(value: unknown): Place | null {
  const raw = record(value);
  const [tabId, frameId] = [whole(raw?.tabId), whole(raw?.frameId)];
  return tabId === null || frameId === null ? null : { tabId, frameId };
}

function parseNameState(value: unknown): NameState | null {
  const raw = record(value);
  const [length, hash] = [whole(raw?.length), whole(raw?.hash)];
  return length === null || hash === null ? null : { length, hash };
}

function parsePreview(value: unknown, max: number): Preview | null {
  const raw = record(value);
  const [text, length] = [cut(raw?.text, max), nullable(raw?.length, whole)];
  return text === null || length === undefined ? null : { text, length };
}

function parseCallSite(value: unknown): CallSite | null {
  const stack = list(record(value)?.stack, maxFrames, (line) => cut(line, maxLine));
  return stack && { stack };
}

function parseListener(value: unknown): RanListener | null {
  const raw = record(value);
  const [id, name] = [whole(raw?.id), cut(raw?.name, maxName)];
  const registeredAt = nullable(raw?.registeredAt, parseCallSite);
  const [text, reads] = [cut(raw?.text, maxListenerText + 1), parseFields(raw?.reads)];
  return id === null || name === null || registeredAt === undefined
    ? null
    : { id, name, registeredAt, text, reads };
}

function parseFields(value: unknown): readonly EventField[] | null {
  return list(value, eventFields.length, (each) => eventFields.find((field) => field === each) ?? null);
}

function record(value: unknown): Raw | null {
  return typeof value === 'object' && value !== null ? (value as Raw) : null;
}

/** null stays null; what is not understood is undefined. */
function nullable<T>(value: unknown, parse: (value: unknown) => T | null): T | null | undefined {
  return value === null ? null : (parse(value) ?? undefined);
}

function list<T>(value: unknown, max: number, parse: (value: unknown) => T | null): readonly T[] | null {
  if (!Array.isArray(value)) return null;
  return value
    .slice(0, max)
    .map(parse)
    .filter((each) => each !== null);
}

function cut(value: unknown, max: number): string | null {
  return typeof value === 'string' ? value.slice(0, max) : null;
}

function whole(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

function counted(value: unknown): number | null {
  const count = whole(value);
  return count === 0 ? null : count;
}

function time(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}
