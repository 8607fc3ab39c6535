import { type CallbackName, callbackNames, isLikely } from '../../protocol/script-facts';
import type { Signals } from './signals';

/** A script element of another origin whose URL has names that functions of the page could have. */
export interface NamingScript {
  readonly element: HTMLScriptElement;
  readonly url: string;
  readonly isInjected: boolean;
  /** Whether one of the names is given as those of callbacks mostly are. */
  readonly isLikely: boolean;
  readonly names: readonly string[];
}

/** Tells of such scripts when they are put into the document, which is before they run. */
export function observeScripts(found: (script: NamingScript) => void): Signals {
  const look = (node: Node) => {
    if (!(node instanceof HTMLScriptElement) || !/^https?:/.test(node.src)) return;
    // Which module is running, nobody is told.
    if (!/^$|javascript|ecmascript/i.test(node.type)) return;
    const url = node.src;
    if (!URL.canParse(url) || new URL(url).origin === self.origin) return;
    const names = callbackNames(url);
    if (names.length === 0) return;
    found({
      element: node,
      url,
      isInjected: isInjected(node),
      isLikely: names.some(isLikely),
      names: [...new Set(names.map(({ name }: CallbackName) => name))],
    });
  };
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) look(node);
  });
  return {
    listen: () => observer.observe(document, { childList: true, subtree: true }),
    stop: () => observer.disconnect(),
  };
}

/** What a parser makes waits for its turn; what a script makes does not, unless told to. */
function isInjected(script: HTMLScriptElement): boolean {
  if (document.readyState !== 'loading') return true;
  return script.async && !script.hasAttribute('async');
}
