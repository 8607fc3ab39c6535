import { type BrowserName, originOf } from '../engine';
import { documentPoliciesOf, inheritsPolicies } from '../exchange/facts/document-policies';
import { lastHop } from '../exchange/facts/facts';
import type { DocumentPolicies, ExchangeFacts, FrameFacts } from '../protocol/facts';

/** A document: its frame, its origin, and a time at which it was there. */
interface Present extends Pick<ExchangeFacts, 'frameId' | 'origin'> {
  readonly atMs: number;
}

/** Whether an exchange loaded the document of a frame or tab. */
export function isLoad({ kind, end, hops }: ExchangeFacts): boolean {
  const isNavigation = kind === 'document' || kind === 'frame';
  return isNavigation && end?.how === 'completed' && hops.at(-1)?.response != null;
}

/**
 * Returns the exchange that loaded a document; for a document that inherits its policies, such as about:blank, the one
 * that loaded the document around it. null if it was not recorded. `loads`: see `isLoad`.
 */
export function loadedDocument(
  { frameId, origin, atMs }: Present,
  loads: readonly ExchangeFacts[],
  frames: readonly FrameFacts[],
): ExchangeFacts | null {
  let id = frameId;
  for (let depth = 0; depth <= frames.length; depth++) {
    const frame = frames.find((listed) => listed.frameId === id);
    if (frame && inheritsPolicies(frame.url)) {
      id = frame.parentFrameId;
      continue;
    }
    const loaded = loads.findLast((facts) => facts.frameId === id && facts.startedAtMs <= atMs);
    const url = loaded && lastHop(loaded).url;
    const isOpaque = origin === 'null' && (depth > 0 || frame?.url === url);
    return loaded && url && (isOpaque || originOf(url) === origin) ? loaded : null;
  }
  return null;
}

/** Returns what decides about the connections of a document; null if its response was not recorded. */
export function policiesAt(
  present: Present,
  exchanges: readonly ExchangeFacts[],
  frames: readonly FrameFacts[],
  browser: BrowserName,
): DocumentPolicies | null {
  const loaded = loadedDocument(present, exchanges.filter(isLoad), frames);
  const { response = null, url = '' } = loaded ? lastHop(loaded) : {};
  return response && documentPoliciesOf(browser, url, response.headerList);
}
