import { render } from 'preact';
import type { Browser } from 'webextension-polyfill';
import { kindOf } from '../platform/tab-kind';
import { type Language, loadLanguage, proseFor } from '../prose';

interface TabListProps {
  readonly tabs: readonly { readonly id: number; readonly title: string; readonly url: string }[];
  readonly heading: string;
  /** Why the tab that was asked for is not shown. */
  readonly note: string | null;
}

/** The tabs of this browser, each a link to its panel: for a panel that was opened without one. */
export function TabList({ tabs, heading, note }: TabListProps) {
  return (
    <main class="tab-list">
      {note !== null && <p role="status">{note}</p>}
      <h1>{heading}</h1>
      <ul>
        {tabs.map(({ id, title, url }) => (
          <li key={id}>
            <a href={`?tabId=${id}`}>{title}</a> <code>{url}</code>
          </li>
        ))}
      </ul>
    </main>
  );
}

/** Shows the list in `app`: the tabs of the page's own kind, private or not, and of the same container. */
export async function listTabs(
  app: HTMLElement,
  browser: Browser,
  language: Language,
  isInOtherWindow: boolean,
): Promise<void> {
  const own = await browser.tabs.getCurrent();
  const all = await browser.tabs.query({});
  const tabs = all.flatMap((tab) => {
    const { id, title = '', url = '' } = tab;
    const isListed = id !== own?.id && kindOf(tab) === kindOf(own ?? {});
    return id === undefined || !isListed ? [] : [{ id, title, url }];
  });
  await loadLanguage(language);
  document.documentElement.lang = language;
  const { chooseTab, otherWindow } = proseFor(language).ui;
  render(<TabList tabs={tabs} heading={chooseTab} note={isInOtherWindow ? otherWindow : null} />, app);
}
