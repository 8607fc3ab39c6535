import type { Browser } from 'webextension-polyfill';

/** A script of a page that the browser returns without fetching it again. */
export interface PageScript {
  /** The file, or the document that it is written in. */
  readonly url: string;
  /** Which of its document's inline scripts, from 1; null for a file. */
  readonly inline: number | null;
  readonly firstLine: number;
  readonly text: string;
}

/** The scripts of a page, and their source: DevTools, the documents of all frames, or only the top document. */
export interface PageScripts {
  readonly from: 'resources' | 'frames' | 'top' | 'nothing';
  readonly scripts: readonly PageScript[];
  readonly isCut: boolean;
}

type Resource = chrome.devtools.inspectedWindow.Resource & { readonly type?: string };

const maxScripts = 1_000;
const maxText = 20_000_000;
const maxFrameText = 2_000_000;

/** Reads the scripts of a tab in the best way that is available in this browser and this kind of page. */
export async function readPageScripts(browser: Browser, tabId: number): Promise<PageScripts> {
  const { devtools } = (globalThis as { readonly chrome?: typeof chrome }).chrome ?? {};
  const inspected = devtools?.inspectedWindow;
  if (typeof inspected?.getResources === 'function') return bounded('resources', await resources(inspected));
  if (browser.scripting) {
    const frames = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: inlineScripts,
      args: [maxFrameText],
    });
    return bounded(
      'frames',
      frames.flatMap(({ result }) => numbered(result)),
    );
  }
  if (!browser.devtools) return bounded('nothing', []);
  const [result] = await browser.devtools.inspectedWindow.eval(`(${inlineScripts})(${maxFrameText})`);
  return bounded('top', numbered(result));
}

function bounded(from: PageScripts['from'], all: readonly PageScript[]): PageScripts {
  const scripts: PageScript[] = [];
  let left = maxText;
  for (const script of all) {
    left -= script.text.length;
    if (left < 0 || scripts.length === maxScripts) return { from, scripts, isCut: true };
    scripts.push(script);
  }
  return { from, scripts, isCut: false };
}

/** Runs in a frame of the page, so it cannot use anything of this module. */
function inlineScripts(max: number): readonly [url: string, ...texts: readonly string[]] {
  const texts: string[] = [];
  let left = max;
  for (const { src, text, type } of document.scripts) {
    if (src !== '' || !/^$|javascript|^module$/i.test(type) || text.length > left) continue;
    left -= text.length;
    texts.push(text);
  }
  return [document.URL, ...texts];
}

/** The page can change the result, so anything that is not text is left out. */
function numbered(result: unknown): readonly PageScript[] {
  if (!Array.isArray(result)) return [];
  const [url, ...texts] = result.filter((text) => typeof text === 'string');
  return texts.map((text, index) => ({ url: url ?? '', inline: index + 1, firstLine: 1, text }));
}

async function resources(
  inspected: Pick<typeof chrome.devtools.inspectedWindow, 'getResources'>,
): Promise<readonly PageScript[]> {
  const all = await new Promise<readonly Resource[]>((resolve) => inspected.getResources(resolve));
  const scripts = await Promise.all(
    all.filter(isReadable).map(async ({ url, type, getContent }) => {
      const text = await new Promise<string>((resolve) =>
        getContent((content, encoding) => resolve(encoding === 'base64' ? '' : (content ?? ''))),
      );
      const isDocument = type === 'document' || (type === undefined && /^\s*</.test(text));
      return isDocument ? inlineIn(url, text) : [{ url, inline: null, firstLine: 1, text }];
    }),
  );
  return scripts.flat();
}

function isReadable({ url, type }: Resource): boolean {
  if (type !== undefined) return type === 'script' || type === 'document';
  return !/\.(css|png|jpe?g|gif|svg|webp|avif|woff2?|ttf|ico|mp4|json|wasm|map)([?#]|$)/i.test(url);
}

/** The inline scripts of a document's markup, with the lines that they have there. */
function inlineIn(url: string, html: string): readonly PageScript[] {
  const { scripts } = new DOMParser().parseFromString(html, 'text/html');
  let from = 0;
  return [...scripts].flatMap(({ src, text, type }) => {
    if (src !== '' || text.trim() === '' || !/^$|javascript|^module$/i.test(type)) return [];
    const at = html.indexOf(text, from);
    if (at === -1) return [{ url, inline: null, firstLine: 1, text }];
    from = at + text.length;
    return [{ url, inline: null, firstLine: html.slice(0, at).split('\n').length, text }];
  });
}
