import type { View } from '../../store/store';
import type { Words } from '../words';

const views: readonly View[] = ['requests', 'origins', 'messages', 'map'];

interface TabsProps {
  view: View;
  words: Words;
  onView(view: View): void;
}

/** The views by name. One stop for Tab; arrows go from one to the next, and show it. */
export function Tabs({ view, words: { ui }, onView }: TabsProps) {
  function press(event: KeyboardEvent): void {
    const now = views.indexOf(view);
    const next = {
      ArrowRight: (now + 1) % views.length,
      ArrowLeft: (now - 1 + views.length) % views.length,
      Home: 0,
      End: views.length - 1,
    }[event.key];
    const to = next === undefined ? undefined : views[next];
    if (!to) return;
    event.preventDefault();
    onView(to);
    document.getElementById(tabId(to))?.focus();
  }

  return (
    <div class="tabs" role="tablist" aria-label={ui.views.label} onKeyDown={press}>
      {views.map((each) => (
        <button
          key={each}
          id={tabId(each)}
          type="button"
          role="tab"
          aria-selected={each === view}
          aria-controls={viewId}
          tabIndex={each === view ? 0 : -1}
          onClick={() => onView(each)}
        >
          {ui.views[each]}
        </button>
      ))}
    </div>
  );
}

/** The id of the view that is shown. */
export const viewId = 'view';

/** The id of a view's tab, by which the view is labelled. */
export function tabId(view: View): string {
  return `tab-${view}`;
}
