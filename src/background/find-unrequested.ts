import type { Browser } from 'webextension-polyfill';
import type { BrowserName } from '../engine';
import type { FrameFacts } from '../protocol/facts';
import type { ToWatcher } from '../protocol/messages';

type Hints = Extract<ToWatcher, { type: 'page-hints' }>;

/**
 * Finds what the documents of a tab name of other origins and the browser blocks before any event: what only their own
 * origin may provide. Each is reported as the call of an element without an end.
 */
export async function findUnrequested(
  { scripting }: Pick<Browser, 'scripting'>,
  browser: BrowserName,
  tabId: number,
  framesNow: () => Promise<readonly FrameFacts[]>,
): Promise<readonly Hints[]> {
  const target = { tabId, allFrames: true };
  const answers = await scripting
    .executeScript({ target, func: unrequestedHere, args: [browser === 'firefox'] })
    .catch(() => []);
  const found = answers.flatMap(({ frameId, result }) =>
    Array.isArray(result) && result.length > 0 ? [{ frameId, result: result as readonly unknown[] }] : [],
  );
  const frames = found.length > 0 ? await framesNow() : [];
  return found.flatMap(({ frameId, result }): readonly Hints[] => {
    const frame = frames.find((each) => each.frameId === frameId);
    return frame ? [hintsOf(frame, result, Date.now())] : [];
  });
}

function hintsOf(
  { frameId, documentId, origin }: FrameFacts,
  found: readonly unknown[],
  atMs: number,
): Hints {
  const hints = (found as readonly (readonly unknown[])[]).map(([name, url]) => ({
    type: 'call',
    id: `${name} ${url}`,
    atMs,
    api: 'element',
    url,
    element: { name, crossOrigin: null, isModule: false },
  }));
  return { type: 'page-hints', frame: { frameId, documentId, origin }, hints, withCalls: null, dropped: 0 };
}

/**
 * Runs in the frame, so it can use nothing outside of it. Chrome fires an error at `<use>`, and requests what
 * `clip-path` names by CORS.
 */
function unrequestedHere(isFirefox: boolean): unknown {
  const found = new Map<string, readonly [name: string, url: string]>();
  const note = (name: string, value: string) => {
    const isUrl = URL.canParse(value, document.baseURI);
    const { href, origin, protocol } = new URL(isUrl ? value : 'about:blank', document.baseURI);
    if (/^https?:/.test(protocol) && origin !== self.origin && found.size < 50)
      found.set(`${name} ${href}`, [name, href]);
  };
  if (isFirefox) {
    for (const use of document.querySelectorAll('use')) note('use', use.href.baseVal);
  }
  const properties = isFirefox ? ['filter', 'clip-path'] : ['filter'];
  const selectors = ['[filter]', '[clip-path]', '[style*="url("]'];
  let left = 5_000;
  const look = (rules: () => CSSRuleList) => {
    try {
      for (const rule of rules()) {
        if (left-- <= 0) return;
        if (
          rule instanceof CSSStyleRule &&
          properties.some((name) => rule.style.getPropertyValue(name).includes('url('))
        )
          selectors.push(rule.selectorText);
        else if (rule instanceof CSSGroupingRule) look(() => rule.cssRules);
      }
    } catch {
      // The rules of a cross-origin style sheet cannot be read.
    }
  };
  for (const sheet of document.styleSheets) look(() => sheet.cssRules);
  for (const selector of selectors.slice(0, 100)) {
    try {
      for (const element of [...document.querySelectorAll(selector)].slice(0, 20)) {
        if (element.getClientRects().length === 0) continue;
        const style = getComputedStyle(element);
        for (const name of properties)
          for (const [, url = ''] of style.getPropertyValue(name).matchAll(/url\("(.*?)"\)/g))
            note(name, url);
      }
    } catch {
      // A nested rule has a selector that means nothing alone.
    }
  }
  return [...found.values()];
}
