import { originOf, parseUrl } from '../engine';
import { asList, asText } from '../protocol/bounded';
import type { ExchangeFacts, FrameFacts } from '../protocol/facts';
import { type Fields, fieldsOf, textIn } from './fields';
import type { HarEntry } from './har-entry';

const maxPages = 10_000;

/** A page of a HAR file. */
export interface HarPage {
  readonly id: string;
  readonly url: string;
  readonly title: string | null;
}

/** Returns the pages by their ids: by the request for the document, or by the title, which is a URL in Chrome. */
export function pagesIn(log: Fields, entries: readonly HarEntry[]): ReadonlyMap<string, HarPage> {
  const pages = new Map<string, HarPage>();
  for (const { kind, pageId, url } of entries) {
    const id = pageId ?? '';
    if (kind === 'document' && !pages.has(id)) pages.set(id, { id, url, title: null });
  }
  for (const page of asList(log.pages, maxPages, fieldsOf) ?? []) {
    const [id, title] = [asText(page.id, 200) ?? '', textIn(page.title)];
    const url = pages.get(id)?.url ?? (parseUrl(title ?? '') ? title : null);
    if (url) pages.set(id, { id, url, title });
  }
  return pages;
}

export function frameOf({ id, url }: HarPage): FrameFacts {
  return { frameId: 0, parentFrameId: -1, documentId: `page ${id}`, url, origin: originOf(url) };
}

/** Returns a frame of the page for each document of a frame that the page requested. */
export function childFrames(exchanges: readonly ExchangeFacts[]): readonly FrameFacts[] {
  return exchanges.flatMap(({ kind, frameId, ancestors, hops }) => {
    const url = hops.at(-1)?.url ?? '';
    if (kind !== 'frame' || ancestors === null) return [];
    return [{ frameId, parentFrameId: 0, documentId: null, url, origin: originOf(url) }];
  });
}
