import { describe, expect, test } from 'vitest';
import { findTab } from '../../../src/devtools/session/find-tab';

type Api = Parameters<typeof findTab>[1];

const regular = { incognito: false, cookieStoreId: 'firefox-default' };
const hidden = { incognito: true, cookieStoreId: 'firefox-private' };
const container = { incognito: false, cookieStoreId: 'firefox-container-2' };
const url = 'https://shop.example/cart';
const open = [
  { id: 1, url, ...regular },
  { id: 2, url, ...regular },
  { id: 3, url, ...hidden },
  { id: 4, url, ...container },
  { id: 5, url: 'https://other.example/', ...regular },
];

const from = (panelTab: object) =>
  ({
    tabs: {
      getCurrent: async () => panelTab,
      get: async (id: number) => {
        const tab = open.find((candidate) => candidate.id === id);
        if (!tab) throw new Error('No tab');
        return tab;
      },
      query: async () => open,
    },
  }) as unknown as Api;

describe('findTab()', () => {
  // biome-ignore format: a table
  test.each<[string, object, string, object]>([
    // panel            its tab    address                            found
    ['regular',         regular,   'tabId=1',                         { found: 'tab', tabId: 1 }],
    ['regular',         regular,   'tabId=3',                         { found: 'other-window' }],
    ['regular',         regular,   'tabId=4',                         { found: 'tab', tabId: 4 }],
    ['regular',         regular,   'tabId=9',                         { found: 'nothing' }],
    ['regular',         regular,   'tabId=x',                         { found: 'nothing' }],
    ['regular',         regular,   '',                                { found: 'nothing' }],
    ['regular',         regular,   'url=https://shop.example/',       { found: 'tab', tabId: 2 }],
    ['regular',         regular,   'url=https://none.example/',       { found: 'nothing' }],
    ['private',         hidden,    'tabId=3',                         { found: 'tab', tabId: 3 }],
    ['private',         hidden,    'tabId=1',                         { found: 'other-window' }],
    ['private',         hidden,    'url=https://shop.example/',       { found: 'tab', tabId: 3 }],
    ['private',         hidden,    'url=https://other.example/',      { found: 'nothing' }],
    ['container',       container, 'url=https://shop.example/',       { found: 'tab', tabId: 4 }],
    ['container',       container, 'url=https://other.example/',      { found: 'nothing' }],
  ])('finds the tab from a %s window (%j) by "%s"', async (_, panelTab, address, found) => {
    expect(await findTab(new URLSearchParams(address), from(panelTab))).toEqual(found);
  });
});
