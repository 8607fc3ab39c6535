import { type CallbackName, callbackNames, isLikely } from '../../protocol/script-facts';
import type { Signals } from './signals';

/** A script element from another origin whose URL contains possible function names. */
export interface NamingScript {
  readonly element: HTMLScriptElement;
  readonly url: string;
  readonly isInjected: boolean;
  /** Whether the parameter of one of the names is typical for callbacks. */
  readonly isLikely: boolean;
  readonly names: readonly string[];
}

/** Reports such scripts when they are inserted into the document, before they run. */
export function observeScripts(found: (script: NamingScript) => void): Signals {
  const look = (node: Node) => {
    if (!(node instanceof HTMLScriptElement) || !/^https?:/.test(node.src)) return;
    // A running module cannot be identified.
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

/**
 * A script from the parser waits for its turn; a script inserted by another script does not, unless
 * configured to.
 */
function isInjected(script: HTMLScriptElement): boolean {
  if (document.readyState !== 'loading') return true;
  return script.async && !script.hasAttribute('async');
}
