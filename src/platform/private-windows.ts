import type { Browser } from 'webextension-polyfill';

/** Whether private windows that this extension may access are open. */
export interface PrivateWindows {
  /** true while it is not known. */
  readonly areOpen: boolean;
  stop(): void;
}

/** Tracks private windows, because Chromium does not report which profile a worker's request belongs to. */
export function observePrivateWindows({ windows }: Pick<Browser, 'windows'>): PrivateWindows {
  const open = new Set<number>();
  let isKnown = false;
  const note = ({ id, incognito }: { readonly id?: number; readonly incognito: boolean }) => {
    if (incognito && id !== undefined) open.add(id);
  };
  const forget = (id: number) => void open.delete(id);
  windows.onCreated.addListener(note);
  windows.onRemoved.addListener(forget);
  windows
    .getAll()
    .then((all) => {
      for (const window of all) note(window);
      isKnown = true;
    })
    .catch(console.error);
  return {
    get areOpen() {
      return !isKnown || open.size > 0;
    },
    stop() {
      windows.onCreated.removeListener(note);
      windows.onRemoved.removeListener(forget);
    },
  };
}
