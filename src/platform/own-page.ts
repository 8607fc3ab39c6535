import type { Browser, Runtime } from 'webextension-polyfill';

/** What the browsers report about a sender beyond the types: Firefox names the kind of its context. */
type Sender = Runtime.MessageSender & { readonly origin?: string; readonly envType?: string };

/**
 * Whether a message or port comes from a page of this extension or from its background, and not from a content
 * script. In both browsers the browser process fills in `origin`, so a compromised renderer cannot forge it. A page
 * of ours is never in a page's frame: all are the top frame of their tab, except DevTools pages, which have no
 * frame id, or one of a window that is no tab (Chromium, if DevTools is undocked).
 */
export function isOwnPage(
  sender: Runtime.MessageSender | undefined,
  runtime: Pick<Browser['runtime'], 'id' | 'getURL'>,
): boolean {
  const { id, origin, url, tab, frameId = 0, envType } = (sender ?? {}) as Partial<Sender>;
  const isUndocked = tab?.id === -1 && tab.url?.startsWith('devtools://') === true;
  const own = runtime.getURL('').replace(/\/$/, '');
  return (
    id === runtime.id &&
    origin === own &&
    (frameId === 0 || isUndocked) &&
    envType !== 'content_child' &&
    url?.startsWith(`${own}/`) === true
  );
}

/** Returns the serialised origin of the document that sent a message; 'null' if it is opaque. */
export function originOfSender(sender: Runtime.MessageSender): string {
  const { origin = 'null' } = sender as Sender;
  // Chromium reports this where `self.origin` is 'null'.
  return origin.startsWith('file:') ? 'null' : origin;
}
