import type { Browser } from 'webextension-polyfill';
import { originOf, type SerializedOrigin } from '../engine';
import type { FramePath, Place, ToContent, Whereabouts } from '../protocol/content';
import { parseFramePath } from '../protocol/parse-from-content';
import { openTree, type Unlisted } from './find-frame';
import type { OpenedTabs } from './opened-tabs';

/** What finding frames takes. */
export interface FrameFinderContext {
  readonly browser: Pick<Browser, 'webNavigation' | 'tabs'>;
  readonly opened: Pick<OpenedTabs, 'openerOf' | 'openedBy'>;
  /** The documents of a tab whose scripts have sent a message, by frame. */
  documentsOf(tabId: number): ReadonlyMap<number, { readonly origin: SerializedOrigin | null }>;
}

/** Finds the frames that show given windows. */
export interface FrameFinder {
  /** The frame of each window, in order, as seen from tab `asking`; null for one that is not found. */
  find(whereabouts: readonly (Whereabouts | null)[], asking: number): Promise<readonly (Place | null)[]>;
}

/** The current frames of a tab. */
interface TabFrames {
  readonly urls: ReadonlyMap<number, string>;
  find(path: FramePath): Promise<number | null>;
}

/**
 * The maximum number of frames that are queried for their path: the newest that the browser does not list.
 */
const maxAsked = 200;

/** For each call, it asks the browser once per tab, and once each frame that the browser does not list. */
export function openFrameFinder({ browser, opened, documentsOf }: FrameFinderContext): FrameFinder {
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
        const known = documentsOf(tabId).get(frameId)?.origin ?? (url === undefined ? null : originOf(url));
        return known === origin ? { tabId, frameId } : null;
      }),
    );
    const [place = null, another] = places.filter((one) => one !== null);
    // Two popups of one origin cannot be distinguished.
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

  /**
   * The browser does not list frames that show their first, empty document. Their scripts know their paths.
   */
  async function askFrames(tabId: number, listed: ReadonlyMap<number, string>): Promise<readonly Unlisted[]> {
    const question: ToContent = { type: 'where-are-you' };
    const ids = [...documentsOf(tabId).keys()].filter((frameId) => !listed.has(frameId)).slice(-maxAsked);
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
