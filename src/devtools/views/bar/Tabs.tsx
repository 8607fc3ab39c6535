import type { View } from '../../store/store';
import type { Words } from '../words';

const views: readonly View[] = ['requests', 'origins', 'messages', 'map', 'advice'];

interface TabsProps {
  view: View;
  words: Words;
  onView(view: View): void;
}

/** Draws the tabs of the views. They are one tab stop; arrow keys move between them and show the view. */
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
      {views.map((name) => (
        <button
          key={name}
          id={tabId(name)}
          type="button"
          role="tab"
          aria-selected={name === view}
          aria-controls={viewId}
          tabIndex={name === view ? 0 : -1}
          onClick={() => onView(name)}
        >
          {ui.views[name]}
        </button>
      ))}
    </div>
  );
}

/** The element id of the current view. */
export const viewId = 'view';

/** Returns the element id of a view's tab, which labels the view. */
export function tabId(view: View): string {
  return `tab-${view}`;
}
