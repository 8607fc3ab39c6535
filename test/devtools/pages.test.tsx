import { describe, expect, test } from 'vitest';
import { PermitPage } from '../../src/devtools/PermitPage';
import { TabList } from '../../src/devtools/TabList';
import { proseFor } from '../../src/prose';
import { detailProseFor } from '../../src/prose/detail';
import { all, drawn, textOf, texts } from '../support/drawn';
import { languages } from '../support/views';

describe.each(languages)('the page that lists tabs, in %s', (language) => {
  const { chooseTab, namelessTab, otherWindow } = proseFor(language).ui;
  const tabs = [
    { id: 7, title: 'Shop <b>', url: 'https://shop.example/' },
    { id: 9, title: 'Mail', url: 'https://mail.example/' },
  ];

  test('asks the user to choose a tab and links each tab to its panel', () => {
    const view = drawn(<TabList tabs={tabs} heading={chooseTab} nameless={namelessTab} note={null} />);
    expect(texts(view, 'h1')).toEqual([chooseTab]);
    expect(texts(view, 'li')).toEqual(['Shop <b> https://shop.example/', 'Mail https://mail.example/']);
    expect(all(view, 'a').map(({ attributes }) => attributes.href)).toEqual(['?tabId=7', '?tabId=9']);
    expect(all(view, 'p')).toEqual([]);
  });

  test('names a tab without a title by its URL, and one whose URL is hidden by its number', () => {
    const others = [
      { id: 11, title: '', url: 'https://a.example/' },
      { id: 12, title: '', url: '' },
    ];
    const view = drawn(<TabList tabs={others} heading={chooseTab} nameless={namelessTab} note={null} />);
    expect(texts(view, 'a')).toEqual(['https://a.example/', namelessTab]);
    expect(texts(view, 'li')).toEqual(['https://a.example/', namelessTab]);
  });

  test('explains that the tab is in the other kind of window', () => {
    const view = drawn(<TabList tabs={[]} heading={chooseTab} nameless={namelessTab} note={otherWindow} />);
    expect(texts(view, 'p')).toEqual([otherWindow]);
  });
});

describe.each(languages)('the page that asks for a permission, in %s', (language) => {
  const prose = detailProseFor(language).permit;
  const pageOf = (wanted: 'cookies' | 'hosts', isGiven: boolean | null) =>
    textOf(drawn(<PermitPage wanted={wanted} isGiven={isGiven} language={language} onAsk={() => {}} />));

  test.each(['cookies', 'hosts'] as const)(
    'explains why it needs the permission for %s and asks for it',
    (wanted) => {
      expect(pageOf(wanted, null)).toBe(`${prose.asking[wanted]}\n${prose.give}`);
    },
  );

  test('shows whether the permission was granted', () => {
    expect(pageOf('hosts', true)).toBe(prose.given);
    expect(pageOf('cookies', false)).toBe(prose.refused);
  });
});
