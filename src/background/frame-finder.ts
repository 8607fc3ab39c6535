import type { Browser } from 'webextension-polyfill';
import { originOf, type SerializedOrigin } from '../engine';
import type { FramePath, Place, ToContent, Whereabouts } from '../protocol/content';
import { parseFramePath } from '../protocol/parse-from-content';
import { openTree, type Unlisted } from './find-frame';
import type { OpenedTabs } from './opened-tabs';

/** What is known of tabs and their frames. */
export interface FrameFinderContext {
  readonly browser: Pick<Browser, 'webNavigation' | 'tabs'>;
  readonly opened: Pick<OpenedTabs, 'openerOf' | 'openedBy'>;
  /** The documents of a tab that their scripts told of, by frame. */
  told(tabId: number): ReadonlyMap<number, { readonly origin: SerializedOrigin | null }>;
}

/** Finds the frames that windows are of. */
export interface FrameFinder {
  /** The frame of each, in order, as seen from that tab; null where it is not found. */
  find(whereabouts: readonly (Whereabouts | null)[], asking: number): Promise<readonly (Place | null)[]>;
}

/** A tab's frames, as they are now. */
interface TabFrames {
  readonly urls: ReadonlyMap<number, string>;
  find(path: FramePath): Promise<number | null>;
}

/** How many frames are asked where they are: the youngest that the browser does not list. */
const maxAsked = 200;

/** A finder that asks the browser once for each tab and question, and each frame that it does not list once. */
export function openFrameFinder({ browser, opened, told }: FrameFinderContext): FrameFinder {
  async function findOne(
    { tab, openedFrom, spot, origin }: Whereabouts,
    asking: number,
    framesOf: (tabId: number) => Promise<TabFrames>,
  ): Promise<Place | null> {
    const tabs =
      tab === 'here' ? [asking] : tab === 'opener' ? opened.openerOf(asking) : opened.openedBy(asking);
    const places = await Promise.all(
      tabs.map(async (tabId) => {
        const { urls, find } = await framesOf(tabId);
        const frameId = typeof spot === 'number' ? spot : await find(spot);
        if (frameId === null) return null;
        const url = urls.get(frameId);
        const known = told(tabId).get(frameId)?.origin ?? (url === undefined ? null : originOf(url));
        return known === origin ? { tabId, frameId } : null;
      }),
    );
    const [place = null, another] = places.filter((one) => one !== null);
    // Two popups of one origin cannot be told apart.
    return another || (tab === 'opened' && openedFrom === null) ? null : place;
  }

  async function lookAt(tabId: number): Promise<TabFrames> {
    const frames = (await browser.webNavigation.getAllFrames({ tabId }).catch(() => null)) ?? [];
    const urls = new Map(frames.map(({ frameId, url }) => [frameId, url]));
    const inList = openTree(frames);
    let inAll: Promise<typeof inList> | null = null;
    return {
      urls,
      async find(path) {
        const frameId = inList(path);
        if (frameId !== null) return frameId;
        inAll ??= askFrames(tabId, urls).then((unlisted) => openTree(frames, unlisted));
        return (await inAll)(path);
      },
    };
  }

  /** The browser's own list has no frame that shows its first, empty document. Their scripts know where they are. */
  async function askFrames(tabId: number, listed: ReadonlyMap<number, string>): Promise<readonly Unlisted[]> {
    const question: ToContent = { type: 'where-are-you' };
    const ids = [...told(tabId).keys()].filter((frameId) => !listed.has(frameId)).slice(-maxAsked);
    return Promise.all(
      ids.map(async (frameId) => {
        const path: unknown = await browser.tabs.sendMessage(tabId, question, { frameId }).catch(() => null);
        return [frameId, parseFramePath(path)] as const;
      }),
    );
  }

  return {
    find(whereabouts, asking) {
      const tabs = new Map<number, Promise<TabFrames>>();
      const framesOf = (tabId: number) => {
        const frames = tabs.get(tabId) ?? lookAt(tabId);
        tabs.set(tabId, frames);
        return frames;
      };
      return Promise.all(whereabouts.map((each) => each && findOne(each, asking, framesOf)));
    },
  };
}
