import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { background, contentScript, ownPage } from '../support/background';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const cookie = (domain: string, storeId: string) => ({ domain, storeId, name: 'a', value: storeId });
const ofShop = cookie('shop.example', '0');
const ofApi = cookie('api.example', '0');
const jars = {
  granted: ['hosts', 'cookies'],
  cookieStores: [
    { id: '0', tabIds: [1, 2] },
    { id: '1', tabIds: [3] },
  ],
  cookies: [ofShop, ofApi, cookie('shop.example', '1')],
};
const kept = (tabId: number, ...hosts: readonly string[]) => ({ type: 'kept', tabId, hosts });

/** A panel in a tab of that kind; in DevTools, which has no tab, if that is left out. */
function asking(options: object = jars, tab?: object) {
  const now = background(options);
  const port = now.connect(tab ? { ...ownPage, frameId: 0, tab } : ownPage, 'cookies');
  return {
    ...now,
    port,
    async answer(message: object) {
      port.say(message);
      await now.settled();
      return port.heard;
    },
  };
}

describe('a panel that asks for cookies', () => {
  test('gets those of its hosts, from the store of its tab', async () => {
    expect(await asking().answer(kept(1, 'shop.example', 'api.example'))).toEqual([
      { type: 'kept', cookies: [ofShop, ofApi] },
    ]);
    expect(await asking().answer(kept(1, 'other.example'))).toEqual([{ type: 'kept', cookies: [] }]);
    expect(await asking().answer(kept(3, 'shop.example'))).toMatchObject([{ cookies: [{ storeId: '1' }] }]);
  });

  // biome-ignore format: a table
  test.each([
    // why                             the browser                    the panel's tab             which tab
    ['the permission is missing',      { ...jars, granted: [] },      undefined,                  1],
    ['the tab is closed',              jars,                          undefined,                  9],
    ['no store has the tab',           { ...jars, cookieStores: [] }, undefined,                  1],
    ['it is a private tab’s',          jars,                          { id: 8 },                  3],
    ['the panel is in a private tab',  jars,                          { id: 8, incognito: true }, 1],
  ])('gets none if %s', async (_, options, tab, tabId) => {
    expect(await asking(options, tab).answer(kept(tabId, 'shop.example'))).toEqual([
      { type: 'kept', cookies: null },
    ]);
  });

  test('gets none if the browser fails', async () => {
    const { answer, api } = asking();
    api.cookies.getAll = () => {
      throw new Error('no');
    };
    expect(await answer(kept(1, 'shop.example'))).toEqual([{ type: 'kept', cookies: null }]);
  });

  test('gets nothing for what is no question', async () => {
    const { answer } = asking();
    for (const message of [kept(1.5), { type: 'kept', tabId: 1 }, { type: 'watch', tabId: 1 }])
      expect(await answer(message)).toEqual([]);
  });

  test('is closed, and gets nothing, if it is no page of ours', async () => {
    const { connect, settled } = background(jars);
    const port = connect(contentScript(1), 'cookies');
    port.say(kept(1, 'shop.example'));
    await settled();
    expect([port.state.isOpen, port.heard]).toEqual([false, []]);
  });
});

describe('a panel that cannot ask for the permission itself', () => {
  test('has a page opened that does, and hears when it was granted', async () => {
    const { answer, opened, api, port } = asking();
    expect(await answer({ type: 'permit' })).toEqual([]);
    expect(opened).toEqual(['chrome-extension://own/src/devtools/permit.html?cookies']);
    api.permissions.onAdded.dispatch({ permissions: ['downloads'] });
    api.permissions.onAdded.dispatch({ origins: ['<all_urls>'] });
    expect(port.heard).toEqual([]);
    api.permissions.onAdded.dispatch({ permissions: ['cookies'] });
    expect(port.heard).toEqual([{ type: 'permitted' }]);
  });

  test('is forgotten when it is closed', async () => {
    const { answer, api, port } = asking();
    const before = api.permissions.onAdded.size;
    await answer({ type: 'permit' });
    expect(api.permissions.onAdded.size).toBe(before + 1);
    port.close();
    expect(api.permissions.onAdded.size).toBe(before);
  });
});
