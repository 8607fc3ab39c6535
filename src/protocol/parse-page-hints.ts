import { asBoolean, asNumber, asOneOf, asRecord, asText, asTexts } from './bounded';
import { asMoment } from './moment';
import type { CallSite, FrameRef } from './page-events';
import {
  type ElementDetails,
  hintApis,
  type PageCall,
  type PageHint,
  pageEnds,
  requestModes,
} from './page-hints';

const maxHints = 1_000;
const maxUrl = 65_536;
const maxHeaderNames = 100;
const maxFrames = 20;
const maxText = 1_000;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Parses the hints of a frame's document: at most 1,000, each within limits, without those that are not
 * valid; empty if the value is not a list. `frame` comes from the browser, never from the page.
 */
export function parsePageHints(value: unknown, frame: FrameRef): readonly PageHint[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, maxHints).flatMap((item: unknown) => parsePageHint(item, frame) ?? []);
}

/** Parses one hint; null if it is not valid or of an unknown type. */
function parsePageHint(value: unknown, frame: FrameRef): PageHint | null {
  const fields = asRecord(value);
  const atMs = asMoment(fields?.atMs);
  if (!fields || atMs === null) return null;
  switch (fields.type) {
    case 'call':
      return parseCall(fields, atMs, frame);
    case 'ended': {
      const call = asText(fields.call, maxText);
      const how = asOneOf(fields.how, pageEnds);
      return call === null || how === null ? null : { type: 'ended', atMs, frame, call, how };
    }
    case 'threw': {
      const call = asText(fields.call, maxText);
      const errorName = asText(fields.errorName, maxText);
      return call === null || errorName === null ? null : { type: 'threw', atMs, frame, call, errorName };
    }
    case 'csp-violation':
    case 'coep-violation':
    case 'dip-violation':
    case 'integrity-violation': {
      const { type } = fields;
      const blockedUrl = asText(fields.blockedUrl, maxUrl);
      const directive = asText(fields.directive, maxText);
      const disposition = asOneOf(fields.disposition, ['enforce', 'report']);
      if (blockedUrl === null || directive === null || disposition === null) return null;
      return { type, atMs, frame, blockedUrl, directive, disposition };
    }
    case 'worker-timing': {
      const [url, by] = [asText(fields.url, maxUrl), asText(fields.by, maxText)];
      const [startedAtMs, status] = [asMoment(fields.startedAtMs), asNumber(fields.status)];
      if (url === null || by === null || startedAtMs === null || status === null) return null;
      return { type: 'worker-timing', atMs, frame, url, by, startedAtMs, status };
    }
    default:
      return null;
  }
}

function parseCall(fields: Fields, atMs: number, frame: FrameRef): PageCall | null {
  const id = asText(fields.id, maxText);
  const api = asOneOf(fields.api, hintApis);
  const url = asText(fields.url, maxUrl);
  if (id === null || api === null || url === null) return null;
  return {
    type: 'call',
    id,
    atMs,
    frame,
    api,
    url,
    method: asText(fields.method, maxText),
    mode: asOneOf(fields.mode, requestModes),
    credentialsMode: asOneOf(fields.credentialsMode, ['omit', 'same-origin', 'include']),
    redirectMode: asOneOf(fields.redirectMode, ['follow', 'error', 'manual']),
    integrity: asText(fields.integrity, maxText),
    keepalive: asBoolean(fields.keepalive),
    hasSignal: asBoolean(fields.hasSignal),
    isStreamingBody: asBoolean(fields.isStreamingBody),
    targetAddressSpace: asText(fields.targetAddressSpace, maxText),
    headerNames:
      asTexts(fields.headerNames, maxHeaderNames, maxText)?.map((name) => name.toLowerCase()) ?? null,
    element: parseElement(fields.element),
    callSite: parseCallSite(fields.callSite),
  };
}

function parseElement(value: unknown): ElementDetails | null {
  const fields = asRecord(value);
  const name = asText(fields?.name, maxText);
  if (!fields || name === null) return null;
  const crossOrigin = asOneOf(fields.crossOrigin, ['anonymous', 'use-credentials']);
  return { name: name.toLowerCase(), crossOrigin, isModule: asBoolean(fields.isModule) ?? false };
}

function parseCallSite(value: unknown): CallSite | null {
  const stack = asTexts(asRecord(value)?.stack, maxFrames, maxText);
  return stack && { stack };
}
