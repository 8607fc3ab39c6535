import { originOf, type SerializedOrigin } from '../engine';
import { browser } from '../platform/browser-api';
import { asWhole } from '../protocol/bounded';
import type { FramePath, Place, ToContent, Whereabouts } from '../protocol/content';
import { frameAt } from './find-frame';

/** What is known of the tabs that a frame can get messages from. */
export interface KnownTabs {
  openerOf(tabId: number): readonly number[];
  openedBy(tabId: number): readonly number[];
  /** The origin of a frame's document, if its script was heard. */
  originIn(tabId: number, frameId: number): SerializedOrigin | undefined;
}

/** The frame whose window a message came from; null if it shows another origin, or several frames fit. */
export async function findSender(
  { tab, openedFrom, spot, origin }: Whereabouts,
  asking: number,
  known: KnownTabs,
): Promise<Place | null> {
  const tabs = tab === 'here' ? [asking] : tab === 'opener' ? known.openerOf(asking) : known.openedBy(asking);
  const places = await Promise.all(
    tabs.map(async (tabId) => {
      const frames = (await browser.webNavigation.getAllFrames({ tabId }).catch(() => null)) ?? [];
      const frameId =
        typeof spot === 'number' ? spot : ((await askFrames(tabId, spot)) ?? frameAt(spot, frames));
      if (frameId === null) return null;
      const url = frames.find((one) => one.frameId === frameId)?.url;
      const shown = known.originIn(tabId, frameId) ?? (url === undefined ? null : originOf(url));
      return shown === origin ? { tabId, frameId } : null;
    }),
  );
  const [place = null, another] = places.filter((one) => one !== null);
  // Two popups of one origin cannot be told apart.
  return another || (tab === 'opened' && openedFrom === null) ? null : place;
}

/** The browser's own list has no frame that shows its first, empty document. Their scripts know where they are. */
async function askFrames(tabId: number, path: FramePath): Promise<number | null> {
  const question: ToContent = { type: 'is-it-you', path };
  return asWhole(await browser.tabs.sendMessage(tabId, question).catch(() => null));
}
