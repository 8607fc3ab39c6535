import { asCount, asList, asRecord, asText, asWholeNumber, orNull } from './bounded';
import {
  type FramePath,
  type FromContent,
  maxEventsPerSecond,
  maxHintsPerSecond,
  maxSenders,
  maxTexts,
  type NameState,
  type Place,
  type Spot,
  type UnparsedEvent,
  type Whereabouts,
} from './content';
import { asMoment } from './moment';

// What a frame's script sends to the background. Only the fields of a page event that the background needs
// are parsed here; the log parses the rest.

const maxOrigin = 1_000;
const maxDepth = 64;
const maxKind = 40;
/** Enough for every sender that a frame reports at a time, in both worlds. */
const maxAsked = 2 * maxSenders + 100;
/**
 * In characters of JSON, in which one character of text can take six: a message can contain the texts of all
 * its listeners.
 */
const maxEvent = 7 * maxTexts;

/** Parses a message of a frame's script; null if it is not valid. */
export function parseFromContent(value: unknown): FromContent | null {
  const raw = asRecord(value);
  switch (raw?.type) {
    case 'here': {
      const name = parseNameState(raw.name);
      const [hasOpener, cameBack] = [raw.hasOpener === true, raw.cameBack === true];
      return name && { type: 'here', hasOpener, cameBack, name };
    }
    case 'wasm':
      return { type: 'wasm' };
    case 'name': {
      const state = parseNameState(raw.state);
      return state && { type: 'name', state };
    }
    case 'where': {
      if (!Array.isArray(raw.whereabouts)) return null;
      // Each is answered at its index, so invalid ones stay as null.
      return { type: 'where', whereabouts: raw.whereabouts.slice(0, maxAsked).map(parseWhereabouts) };
    }
    case 'page-events': {
      const events = asList(raw.events, maxEventsPerSecond, parseEvent);
      return events && { type: 'page-events', events };
    }
    case 'page-hints': {
      const hints = asList(raw.hints, maxHintsPerSecond, (hint) => (isSmall(hint) ? asRecord(hint) : null));
      const [dropped, withCalls] = [asWholeNumber(raw.dropped) ?? 0, raw.withCalls === true];
      return hints && { type: 'page-hints', hints, withCalls, dropped };
    }
    default:
      return null;
  }
}

/** Parses the common fields of a page event and keeps the others; null if it is not one. */
function parseEvent(value: unknown): UnparsedEvent | null {
  const raw = asRecord(value);
  const [kind, atMs, count] = [asText(raw?.kind, maxKind), asMoment(raw?.atMs), asCount(raw?.count)];
  return kind === null || atMs === null || count === null || !isSmall(raw)
    ? null
    : { ...raw, kind, atMs, count };
}

function isSmall(value: unknown): boolean {
  try {
    return JSON.stringify(value).length <= maxEvent;
  } catch {
    return false;
  }
}

function parseWhereabouts(value: unknown): Whereabouts | null {
  const raw = asRecord(value);
  const [spot, openedFrom] = [parseSpot(raw?.spot), orNull(raw?.openedFrom, parseSpot)];
  const [origin, tab] = [asText(raw?.origin, maxOrigin), raw?.tab];
  if (spot === null || openedFrom === undefined || origin === null) return null;
  return tab === 'here' || tab === 'opener' || tab === 'opened' ? { tab, openedFrom, spot, origin } : null;
}

/** Parses a path down a tab's frames; null if it is not one. */
export function parseFramePath(value: unknown): FramePath | null {
  const spot = parseSpot(value);
  return typeof spot === 'number' ? null : spot;
}

function parseSpot(value: unknown): Spot | null {
  if (typeof value === 'number') return asWholeNumber(value);
  const path = asList(value, maxDepth, (step) => {
    const [index, of] = Array.isArray(step) ? [asWholeNumber(step[0]), asWholeNumber(step[1])] : [null, null];
    return index === null || of === null ? null : ([index, of] as const);
  });
  // A path without one of its steps leads elsewhere.
  return Array.isArray(value) && path?.length === value.length ? path : null;
}

/** Parses a frame's place; null if it is not one. */
export function parsePlace(value: unknown): Place | null {
  const raw = asRecord(value);
  const [tabId, frameId] = [asWholeNumber(raw?.tabId), asWholeNumber(raw?.frameId)];
  return tabId === null || frameId === null ? null : { tabId, frameId };
}

/** Parses the state of a name; null if it is not valid. */
export function parseNameState(value: unknown): NameState | null {
  const raw = asRecord(value);
  const [length, hash] = [asWholeNumber(raw?.length), asWholeNumber(raw?.hash)];
  return length === null || hash === null ? null : { length, hash };
}
