import type { Browser } from 'webextension-polyfill';
import { originOf } from '../engine';
import type { FrameFacts } from '../protocol/facts';

/** A document was committed in a frame of a tab. */
export interface NavigationEvent {
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId: string | null;
  readonly url: string;
  readonly atMs: number;
}

interface CommitDetails {
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId?: string;
  readonly url: string;
  readonly timeStamp: number;
}

/** Calls back when a document is committed in a frame. Returns the function that stops it. */
export function observeNavigation(
  { webNavigation }: Pick<Browser, 'webNavigation'>,
  listener: (event: NavigationEvent) => void,
): () => void {
  const onCommitted = (details: CommitDetails) => {
    const { tabId, frameId, documentId = null, url, timeStamp: atMs } = details;
    listener({ tabId, frameId, documentId, url, atMs });
  };
  webNavigation.onCommitted.addListener(onCommitted);
  return () => webNavigation.onCommitted.removeListener(onCommitted);
}

/** Calls back when a tab's title changes, and when its page has loaded. Returns the function that stops it. */
export function observeTabs(
  { tabs }: Pick<Browser, 'tabs'>,
  titled: (tabId: number) => void,
  loaded: (tabId: number) => void,
): () => void {
  const onUpdated = (
    tabId: number,
    { title, status }: { readonly title?: string; readonly status?: string },
  ) => {
    if (title !== undefined) titled(tabId);
    if (status === 'complete') loaded(tabId);
  };
  tabs.onUpdated.addListener(onUpdated);
  return () => tabs.onUpdated.removeListener(onUpdated);
}

interface FrameDetails {
  readonly frameId: number;
  readonly parentFrameId: number;
  readonly documentId?: string;
  readonly url: string;
}

/** Returns the current frames of a tab; none if the tab is closed. */
export async function framesOf(
  { webNavigation }: Pick<Browser, 'webNavigation'>,
  tabId: number,
): Promise<readonly FrameFacts[]> {
  const details: readonly FrameDetails[] =
    (await webNavigation.getAllFrames({ tabId }).catch(() => null)) ?? [];
  const byId = new Map(details.map((frame) => [frame.frameId, frame]));
  return details
    .map((frame) => ({
      frameId: frame.frameId,
      parentFrameId: frame.parentFrameId,
      documentId: frame.documentId ?? null,
      url: frame.url,
      origin: frameOrigin(frame, byId),
    }))
    .sort((a, b) => a.frameId - b.frameId);
}

/**
 * A frame's origin by its URL. An about: document has its parent's. Whether it is sandboxed is not visible here.
 */
function frameOrigin(frame: FrameDetails, byId: ReadonlyMap<number, FrameDetails>): string {
  if (!frame.url.startsWith('about:')) return originOf(frame.url);
  const parent = byId.get(frame.parentFrameId);
  return parent && parent !== frame ? frameOrigin(parent, byId) : 'null';
}
