import type { PanelStore } from './store';

type Shown = () => ReadonlySet<string> | null;

// The Messages view registers its filter here. A panel that never opened the view has no entry.
const filters = new WeakMap<PanelStore, Shown>();

/** Registers a function that returns the ids which a panel's page event filter shows. */
export function noteShownPageEvents(panel: PanelStore, shown: Shown): void {
  filters.set(panel, shown);
}

/** Returns the ids of the page events that a panel's filter shows; null if there is no filter. */
export function shownPageEvents(panel: PanelStore): ReadonlySet<string> | null {
  return filters.get(panel)?.() ?? null;
}
