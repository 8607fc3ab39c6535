import { render } from 'preact';
import type { Browser } from 'webextension-polyfill';
import { kindOf } from '../platform/tab-kind';
import { type Language, loadLanguage, proseFor } from '../prose';

interface TabListProps {
  readonly tabs: readonly { readonly id: number; readonly title: string; readonly url: string }[];
  readonly heading: string;
  /** Names a tab of which the browser shows an extension neither title nor URL, such as a new one. */
  readonly nameless: string;
  /** Why the requested tab is not shown. */
  readonly note: string | null;
}

/**
 * Draws a list of the tabs of this browser, each linked to its panel. Shown if the panel was opened without a
 * tab.
 */
export function TabList({ tabs, heading, nameless, note }: TabListProps) {
  return (
    <main class="tab-list">
      {note !== null && <p role="status">{note}</p>}
      <h1>{heading}</h1>
      <ul>
        {tabs.map(({ id, title, url }) => (
          <li key={id}>
            <a href={`?tabId=${id}`}>{title || url || nameless}</a>
            {title !== '' && url !== '' && (
              <>
                {' '}
                <code>{url}</code>
              </>
            )}
          </li>
        ))}
      </ul>
    </main>
  );
}

/** Renders the list in `app`. It contains only tabs with the same private mode and container as this page. */
export async function listTabs(
  app: HTMLElement,
  browser: Browser,
  language: Language,
  isInOtherWindow: boolean,
): Promise<void> {
  const panelTab = await browser.tabs.getCurrent();
  const allTabs = await browser.tabs.query({});
  const tabs = allTabs.flatMap((tab) => {
    const { id, title = '', url = '' } = tab;
    const isListed = id !== panelTab?.id && kindOf(tab) === kindOf(panelTab ?? {});
    return id === undefined || !isListed ? [] : [{ id, title, url }];
  });
  await loadLanguage(language);
  document.documentElement.lang = language;
  const { chooseTab, namelessTab, otherWindow } = proseFor(language).ui;
  const note = isInOtherWindow ? otherWindow : null;
  render(<TabList tabs={tabs} heading={chooseTab} nameless={namelessTab} note={note} />, app);
}
