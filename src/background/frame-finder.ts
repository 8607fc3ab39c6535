import { originOf, type SerializedOrigin } from '../engine';
import { browser } from '../platform/browser-api';
import type { Place, Spot, ToContent, Whereabouts } from '../protocol/content';
import { parseFramePath } from '../protocol/parse-from-content';
import { byList, byWays, type FrameAt } from './find-frame';
import type { OpenedTabs } from './opened-tabs';

/** What is known of tabs and their frames. */
export interface FrameFinderContext {
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
interface Tree {
  readonly urls: ReadonlyMap<number, string>;
  readonly inList: FrameAt;
  /** Asks the frames that the browser does not list, once. */
  readonly inWays: () => Promise<FrameAt>;
}

/** How many frames are asked where they are: the youngest that the browser does not list. */
const maxAsked = 200;

/** A finder that asks the browser once for each tab and question, and each frame that it does not list once. */
export function openFrameFinder({ opened, told }: FrameFinderContext): FrameFinder {
  async function findOne(
    { tab, openedFrom, spot, origin }: Whereabouts,
    asking: number,
    treeOf: (tabId: number) => Promise<Tree>,
  ): Promise<Place | null> {
    const tabs =
      tab === 'here' ? [asking] : tab === 'opener' ? opened.openerOf(asking) : opened.openedBy(asking);
    const places = await Promise.all(
      tabs.map(async (tabId) => {
        const tree = await treeOf(tabId);
        const frameId = await frameIn(tree, spot);
        return frameId !== null && originIn(tree, tabId, frameId) === origin ? { tabId, frameId } : null;
      }),
    );
    const [place = null, another] = places.filter((one) => one !== null);
    // Two popups of one origin cannot be told apart.
    return another || (tab === 'opened' && openedFrom === null) ? null : place;
  }

  async function frameIn({ inList, inWays }: Tree, spot: Spot): Promise<number | null> {
    return typeof spot === 'number' ? spot : (inList(spot) ?? (await inWays())(spot));
  }

  function originIn({ urls }: Tree, tabId: number, frameId: number): SerializedOrigin | null {
    const url = urls.get(frameId);
    return told(tabId).get(frameId)?.origin ?? (url === undefined ? null : originOf(url));
  }

  async function openTree(tabId: number): Promise<Tree> {
    const frames = (await browser.webNavigation.getAllFrames({ tabId }).catch(() => null)) ?? [];
    const urls = new Map(frames.map(({ frameId, url }) => [frameId, url]));
    let ways: Promise<FrameAt> | null = null;
    return {
      urls,
      inList: byList(frames),
      inWays() {
        ways ??= askFrames(tabId, urls);
        return ways;
      },
    };
  }

  /** The browser's own list has no frame that shows its first, empty document. Their scripts know where they are. */
  async function askFrames(tabId: number, listed: ReadonlyMap<number, string>): Promise<FrameAt> {
    const question: ToContent = { type: 'where-are-you' };
    const ids = [...told(tabId).keys()].filter((frameId) => !listed.has(frameId)).slice(-maxAsked);
    const ways = ids.map(async (frameId) => {
      const path: unknown = await browser.tabs.sendMessage(tabId, question, { frameId }).catch(() => null);
      return [frameId, parseFramePath(path)] as const;
    });
    return byWays(await Promise.all(ways));
  }

  return {
    find(whereabouts, asking) {
      const trees = new Map<number, Promise<Tree>>();
      const treeOf = (tabId: number) => {
        const tree = trees.get(tabId) ?? openTree(tabId);
        trees.set(tabId, tree);
        return tree;
      };
      return Promise.all(whereabouts.map((each) => each && findOne(each, asking, treeOf)));
    },
  };
}
