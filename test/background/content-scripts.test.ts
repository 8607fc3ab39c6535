import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Scripting } from 'webextension-polyfill';
import { openContentScripts } from '../../src/background/content-scripts';
import { background, files, ownPage } from '../support/background';
import { fakeBrowser } from '../support/fake-browser';

/** Nothing is registered, but what an earlier background left. */
function opened(left: readonly Scripting.RegisteredContentScript[] = []) {
  const fake = fakeBrowser({ tabs: [], scripts: [...left] });
  return { ...fake, contentScripts: openContentScripts(fake.browser, files) };
}
const idsOf = ({ scripts }: Pick<ReturnType<typeof opened>, 'scripts'>) => scripts.map(({ id }) => id);

let errors: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  errors = vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  errors.mockRestore();
});

describe('content scripts', () => {
  const everywhere = {
    matches: ['<all_urls>'],
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: 'document_start',
    persistAcrossSessions: false,
  };

  test('run in every frame at its start, ours first', async () => {
    const { contentScripts, scripts } = opened();
    await contentScripts.register(true);
    expect(scripts).toEqual([
      { ...everywhere, id: 'isolated-first', js: ['page-world.js', 'isolated.js'] },
      { ...everywhere, id: 'main', js: ['main.js'], world: 'MAIN' },
    ]);
  });

  test('leave the page’s world alone where that is wanted', async () => {
    const { contentScripts, scripts } = opened();
    await contentScripts.register(false);
    expect(scripts).toEqual([{ ...everywhere, id: 'isolated', js: ['isolated.js'] }]);
  });

  test('replace those of an earlier background, and leave nothing behind', async () => {
    const now = opened([{ id: 'isolated', js: ['old.js'], matches: [] }]);
    await now.contentScripts.register(true);
    expect(idsOf(now)).toEqual(['isolated-first', 'main']);
    await now.contentScripts.register(false);
    expect(idsOf(now)).toEqual(['isolated']);
    await now.contentScripts.unregister();
    expect(idsOf(now)).toEqual([]);
  });

  test('that are there already stay', async () => {
    const now = opened();
    await now.contentScripts.register(true);
    const [before] = now.scripts;
    await now.contentScripts.register(true);
    expect(idsOf(now)).toEqual(['isolated-first', 'main']);
    expect(now.scripts[0]).toBe(before);
  });

  test('change one after the other, in the order they are asked for', async () => {
    const now = opened();
    const { contentScripts } = now;
    await Promise.all([
      contentScripts.register(true),
      contentScripts.unregister(),
      contentScripts.register(false),
    ]);
    expect(idsOf(now)).toEqual(['isolated']);
  });

  test('change again after a change that failed', async () => {
    const now = opened();
    const { getRegisteredContentScripts } = now.api.scripting;
    now.api.scripting.getRegisteredContentScripts = () => Promise.reject(new Error('no'));
    await now.contentScripts.register(true);
    expect([idsOf(now), errors.mock.calls.length]).toEqual([[], 1]);
    now.api.scripting.getRegisteredContentScripts = getRegisteredContentScripts;
    await now.contentScripts.register(true);
    expect(idsOf(now)).toEqual(['isolated-first', 'main']);
  });
});

describe('a watched tab', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('has the scripts that the settings ask for, also after they change', async () => {
    const { watching, settled, scripts, ask } = background({ stored: { pageWorld: false } });
    const port = watching(1);
    await settled();
    expect(idsOf({ scripts })).toEqual(['isolated']);
    await ask({ type: 'change-settings', change: { pageWorld: true } }, ownPage);
    await settled();
    expect(idsOf({ scripts })).toEqual(['isolated-first', 'main']);
    port.close();
    await settled();
    expect(idsOf({ scripts })).toEqual([]);
    // Then a change concerns nobody.
    await ask({ type: 'change-settings', change: { pageWorld: false } }, ownPage);
    await settled();
    expect(idsOf({ scripts })).toEqual([]);
  });

  test('is acknowledged once the scripts are registered', async () => {
    const { watching, settled, api } = background();
    let register = (): void => {};
    api.scripting.getRegisteredContentScripts = () =>
      new Promise((resolve) => {
        register = () => resolve([]);
      });
    await settled();
    const port = watching(1);
    await settled();
    expect(port.heard).toEqual([]);
    register();
    await settled();
    // What the start left to do comes first.
    register();
    await settled();
    expect(port.heard[0]?.type).toBe('watching');
  });
});
