import type { ReportedEvent } from '../../protocol/content';
import { callSite } from '../call-site';
import { type NavigateEvent, navigation } from '../navigation';
import { isOwnScript, withoutFragment } from '../own-script';
import { listening } from './listening';
import type { Signals } from './signals';

const maxUrl = 65_536;

/** Observes fragments from our own world. */
export interface Fragments extends Signals {
  /** Takes the stack trace of a navigation that the page's world saw begin. */
  started(stack: string | null): void;
}

/**
 * Reports each change of the fragment, including those by pushState() and replaceState(). It does not listen
 * yet.
 */
export function observeFragments(tell: (event: ReportedEvent) => void): Fragments {
  const target = navigation();
  let lastUrl = location.href;
  /** The navigation in progress, and its stack trace. */
  let started: { readonly to: string; stack: string | null } | null = null;

  /** The writer is known only if a script that this document loaded is on the stack. */
  const changed = (oldUrl: string, newUrl: string, stack: string | null) => {
    const site = callSite(stack);
    const by =
      site && isOwnScript(site)
        ? ({ by: 'own-realm', source: 'page', callSite: site } as const)
        : ({ by: 'not-visible', source: 'extension', callSite: null } as const);
    const [before, after] = [oldUrl.slice(0, maxUrl), newUrl.slice(0, maxUrl)];
    tell({ kind: 'location-hash', atMs: Date.now(), count: 1, oldUrl: before, newUrl: after, ...by });
  };
  const onNavigate = (event: Event) => {
    if (!event.isTrusted) return;
    const { url, sameDocument } = (event as NavigateEvent).destination;
    started = sameDocument ? { to: url, stack: null } : null;
  };
  const onEntry = () => {
    const [oldUrl, newUrl] = [lastUrl, location.href];
    const stack = started?.to === newUrl ? started.stack : null;
    [lastUrl, started] = [newUrl, null];
    if (oldUrl === newUrl || withoutFragment(oldUrl) !== withoutFragment(newUrl)) return;
    changed(oldUrl, newUrl, stack);
  };
  const onHash = ({ isTrusted, oldURL: oldUrl, newURL: newUrl }: HashChangeEvent) => {
    // If the document has navigation entries, the change was already reported.
    if (!isTrusted || target?.currentEntry) return;
    lastUrl = newUrl;
    changed(oldUrl, newUrl, null);
  };
  return {
    ...listening(
      [target, 'navigate', onNavigate],
      [target, 'currententrychange', onEntry],
      [window, 'hashchange', onHash],
    ),
    started(stack) {
      if (started) started.stack = stack;
    },
  };
}
