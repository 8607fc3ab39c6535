import { render } from 'preact';
import type { Browser } from 'webextension-polyfill';
import { type Language, loadLanguage, uiProseFor } from '../prose';

interface TabListProps {
  readonly tabs: readonly { readonly id: number; readonly title: string; readonly url: string }[];
  readonly heading: string;
}

/** The tabs of this browser, each a link to its panel: for a panel that was opened without one. */
export function TabList({ tabs, heading }: TabListProps) {
  return (
    <main class="tab-list">
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

/** Shows the list in `app`. */
export async function listTabs(app: HTMLElement, browser: Browser, language: Language): Promise<void> {
  const own = await browser.tabs.getCurrent();
  const all = await browser.tabs.query({});
  const tabs = all.flatMap(({ id, title, url }) =>
    id === undefined || id === own?.id ? [] : [{ id, title: title ?? '', url: url ?? '' }],
  );
  await loadLanguage(language);
  document.documentElement.lang = language;
  render(<TabList tabs={tabs} heading={uiProseFor(language).chooseTab} />, app);
}
