import { asBoolean, asList, asOneOf, asRecord, asText, asTexts, asWhole, orNull } from './bounded';
import { eventFields, maxDataPreview, maxFrames, maxListenerText, maxNamePreview } from './content';
import {
  type CallSite,
  channelKinds,
  type DrawnImage,
  type EventField,
  type FrameRef,
  type PageEventFacts,
  type Preview,
  type RanListener,
  type RelayedPageEvent,
  storageKinds,
  storageOutcomes,
  type WindowName,
} from './page-events';
import type { ScriptFacts } from './script-facts';

// What a frame tells of a page event may be anything, but for who the frame is, when and how often. Each parser gives
// a value of its type with nothing else in it, or null.

const maxUrl = 64 * 1024;
const maxOrigin = 1_000;
const maxName = 200;
const maxLine = 1_000;
const maxListeners = 100;
const maxImages = 8;
const maxNames = 8;
const maxCalls = 20;
const directions = ['sent', 'received'] as const;

/** A page event as the background relays it; null if it is none, or of a kind that is not known here. */
export function parsePageEvent(relayed: RelayedPageEvent): PageEventFacts | null {
  const { id, frame, openedTabId, atMs, count } = relayed;
  const raw = asRecord(relayed);
  const source = asOneOf(raw?.source, ['extension', 'page']);
  const callSite = orNull(raw?.callSite ?? null, parseCallSite);
  if (!raw || source === null || callSite === undefined) return null;
  const base = { id, frame, openedTabId, atMs, count, source } as const;
  switch (relayed.kind) {
    case 'post-message': {
      const { kind } = relayed;
      if (raw.direction === 'sent') return { ...base, kind, direction: 'sent', callSite };
      const senderOrigin = asText(raw.senderOrigin, maxOrigin);
      const from = orNull(raw.from, parseFrame);
      const fromTabId = asWhole(raw.fromTabId);
      const data = orNull(raw.data, (data) => parsePreview(data, maxDataPreview));
      const listeners = orNull(raw.listeners, (found) => asList(found, maxListeners, parseListener));
      const isTrusted = asBoolean(raw.isTrusted);
      if (senderOrigin === null || from === undefined || data === undefined || listeners === undefined) {
        return null;
      }
      if (raw.direction !== 'received' || isTrusted === null) return null;
      const sender = { senderOrigin, from, fromTabId };
      const readLate = parseFields(raw.readLate) ?? [];
      return { ...base, kind, direction: 'received', ...sender, isTrusted, data, listeners, readLate };
    }
    case 'window-name': {
      const { kind } = relayed;
      const value = parsePreview(raw.value, maxNamePreview);
      const action = asOneOf(raw.action, ['written', 'survived']);
      const before = orNull(raw.before, parseBefore);
      if (!value || action === null || before === undefined) return null;
      return { ...base, kind, action, value, callSite, before };
    }
    case 'location-hash': {
      const { kind } = relayed;
      const [oldUrl, newUrl] = [asText(raw.oldUrl, maxUrl), asText(raw.newUrl, maxUrl)];
      const by = asOneOf(raw.by, ['own-realm', 'not-visible']);
      if (oldUrl === null || newUrl === null || by === null) return null;
      return { ...base, kind, oldUrl, newUrl, by, callSite };
    }
    case 'jsonp': {
      const script = parseScript(raw.script);
      return script && { ...base, kind: relayed.kind, script };
    }
    case 'websocket': {
      const { kind } = relayed;
      const [direction, url] = [asOneOf(raw.direction, directions), asText(raw.url, maxUrl)];
      const [characters, bytes] = [asWhole(raw.characters), asWhole(raw.bytes)];
      if (direction === null || url === null || characters === null || bytes === null) return null;
      const call = asText(raw.call, maxName);
      return { ...base, kind, direction, call, url, characters, bytes, callSite };
    }
    case 'channel': {
      const [direction, channel] = [asOneOf(raw.direction, directions), asKeyOf(channelKinds, raw.channel)];
      const [end, name] = [asText(raw.end, maxName), asText(raw.name, maxUrl)];
      if (direction === null || channel === null || end === null || name === null) return null;
      const [kind, from] = [channelKinds[channel], asText(raw.from, maxOrigin)];
      return { ...base, kind, direction, channel, end, name, from, callSite };
    }
    case 'document-domain': {
      const { kind } = relayed;
      const [value, errorName] = [asText(raw.value, maxOrigin), asText(raw.errorName, maxName)];
      const [before, after] = [asText(raw.before, maxOrigin), asText(raw.after, maxOrigin)];
      if (before === null || after === null) return null;
      const isOriginKeyed = asBoolean(raw.isOriginKeyed);
      return { ...base, kind, value, before, after, errorName, isOriginKeyed, callSite };
    }
    case 'dom-access': {
      const { kind } = relayed;
      const [what, url] = [asOneOf(raw.what, ['content-document', 'property']), asText(raw.url, maxUrl)];
      if (what === null || url === null) return null;
      const [message, place] = [asText(raw.message, maxLine), asText(raw.place, maxLine)];
      const [, named = null] = /property ['"]([^'"]{1,200})['"]/.exec(message ?? '') ?? [];
      // Nothing of the page is on the stack when an error has come to the window.
      const at = place === null ? callSite : { stack: [place] };
      return { ...base, kind, what, url, property: asText(raw.property, maxName) ?? named, callSite: at };
    }
    case 'canvas-read': {
      const { kind } = relayed;
      const [method, images] = [asText(raw.method, maxName), parseImages(raw.images)];
      return method === null || images === null ? null : { ...base, kind, method, images, callSite };
    }
    case 'storage': {
      const [what, outcome] = [asKeyOf(storageKinds, raw.what), asOneOf(raw.outcome, storageOutcomes)];
      const [name, path] = [asText(raw.name, maxUrl), asText(raw.path, maxUrl)];
      const [isFramed, top] = [asBoolean(raw.isFramed), asText(raw.top, maxOrigin)];
      if (what === null || outcome === null || name === null || path === null || isFramed === null)
        return null;
      return { ...base, kind: storageKinds[what], what, outcome, name, path, isFramed, top, callSite };
    }
    case 'opener': {
      const { kind } = relayed;
      const url = asText(raw.url, maxUrl);
      const [isFirst, hasOpener] = [asBoolean(raw.isFirst), asBoolean(raw.hasOpener)];
      const [from, fromTabId] = [orNull(raw.from ?? null, parseFrame), asWhole(raw.fromTabId)];
      if (url === null || isFirst === null || hasOpener === null) return null;
      const isFromOpened = asBoolean(raw.isFromOpened);
      if (from === undefined || fromTabId === null || isFromOpened === null) return null;
      return { ...base, kind, url, isFirst, hasOpener, from, fromTabId, isFromOpened };
    }
    default:
      return null;
  }
}

function asKeyOf<T extends object>(table: T, value: unknown): keyof T | null {
  return typeof value === 'string' && Object.hasOwn(table, value) ? (value as keyof T) : null;
}

/** One a line, its `crossorigin` before its URL. */
function parseImages(value: unknown): readonly DrawnImage[] | null {
  const text = asText(value, maxImages * maxUrl);
  if (text === null) return null;
  return text
    .split('\n', maxImages)
    .filter((line) => line !== '')
    .map((line) => {
      const [mode, url = ''] = line.split(' ', 2);
      return { url, crossOrigin: asOneOf(mode, ['anonymous', 'use-credentials']) };
    });
}

function parseScript(value: unknown): ScriptFacts | null {
  const raw = asRecord(value);
  const [url, functions] = [asText(raw?.url, maxUrl), asTexts(raw?.functions, maxNames, maxLine)];
  const calls = asList(raw?.calls, maxCalls, (call) => {
    const { name, holds, size } = asRecord(call) ?? {};
    const [text, held] = [asText(name, maxLine), asOneOf(holds, ['data', 'functions', 'nothing'])];
    return text === null || held === null ? null : { name: text, holds: held, size: asWhole(size) };
  });
  const [isInjected, isRemoved] = [asBoolean(raw?.isInjected), asBoolean(raw?.isRemoved)];
  if (url === null || !functions || !calls || isInjected === null || isRemoved === null) return null;
  return { url, isInjected, functions, calls, isRemoved };
}

function parseFrame(value: unknown): FrameRef | null {
  const raw = asRecord(value);
  const [frameId, documentId] = [asWhole(raw?.frameId), orNull(raw?.documentId, (id) => asText(id, maxName))];
  const origin = orNull(raw?.origin, (text) => asText(text, maxOrigin));
  return frameId === null || documentId === undefined || origin === undefined
    ? null
    : { frameId, documentId, origin };
}

function parseBefore(value: unknown): WindowName['before'] {
  const raw = asRecord(value);
  const [origin, hadSameValue] = [asText(raw?.origin, maxOrigin), asBoolean(raw?.hadSameValue)];
  return origin === null || hadSameValue === null ? null : { origin, hadSameValue };
}

function parsePreview(value: unknown, max: number): Preview | null {
  const raw = asRecord(value);
  const [text, length] = [asText(raw?.text, max), orNull(raw?.length, asWhole)];
  return text === null || length === undefined ? null : { text, length };
}

function parseCallSite(value: unknown): CallSite | null {
  const stack = asList(asRecord(value)?.stack, maxFrames, (line) => asText(line, maxLine));
  return stack && { stack };
}

function parseListener(value: unknown): RanListener | null {
  const raw = asRecord(value);
  const [id, name] = [asWhole(raw?.id), asText(raw?.name, maxName)];
  const registeredAt = orNull(raw?.registeredAt, parseCallSite);
  const [text, reads] = [asText(raw?.text, maxListenerText + 1), parseFields(raw?.reads)];
  return id === null || name === null || registeredAt === undefined
    ? null
    : { id, name, registeredAt, text, reads };
}

function parseFields(value: unknown): readonly EventField[] | null {
  return asList(value, eventFields.length, (each) => asOneOf(each, eventFields));
}
