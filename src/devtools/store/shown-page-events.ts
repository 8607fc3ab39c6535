import type { PanelStore } from './store';

type Shown = () => ReadonlySet<string> | null;

// Only who filters knows: a panel whose Messages view was never opened filters nothing.
const filters = new WeakMap<PanelStore, Shown>();

/** Says what a panel's filter of page events lets through. */
export function noteShownPageEvents(panel: PanelStore, shown: Shown): void {
  filters.set(panel, shown);
}

/** The ids of the page events that a panel's filter lets through; null where it filters none. */
export function shownPageEvents(panel: PanelStore): ReadonlySet<string> | null {
  return filters.get(panel)?.() ?? null;
}
