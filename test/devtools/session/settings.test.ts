import { describe, expect, test } from 'vitest';
import { openSettings, type SettingsRuntime } from '../../../src/devtools/session/settings';
import { parseFromSettingsPage, parseSettings, type StoredSettings } from '../../../src/protocol/settings';

const origin = 'chrome-extension://own';
const ownPage = { id: 'own', origin, url: `${origin}/panel.html` };
const page = { id: 'own', origin: 'https://page.example', url: 'https://page.example/', frameId: 0 };

/** Returns a background that stores settings and reports each change with its sender. */
function background(stored: unknown, changedBy: object = ownPage) {
  const listeners: ((message: unknown, sender: object) => void)[] = [];
  const kept: { settings: StoredSettings } = { settings: parseSettings(stored) };
  let stops = 0;
  const runtime = {
    id: 'own',
    getURL: (path: string) => `${origin}/${path}`,
    sendMessage: async (message: unknown) => {
      if (stops-- > 0) throw new Error('Could not establish connection.');
      const request = parseFromSettingsPage(message);
      if (request?.type === 'change-settings') {
        kept.settings = { ...kept.settings, ...request.change };
        for (const listener of listeners) {
          listener({ type: 'settings-changed', change: request.change }, changedBy);
        }
      }
      return kept.settings;
    },
    onMessage: { addListener: (listener: (typeof listeners)[0]) => listeners.push(listener) },
  } as unknown as SettingsRuntime;
  return {
    runtime,
    kept,
    stop: (times: number) => {
      stops = times;
    },
  };
}

describe('settings', () => {
  test('are read, changed and stored through the background', async () => {
    const { runtime, kept } = background({ language: 'en' });
    const settings = await openSettings(runtime);
    settings.change({ preserveLog: true });
    expect(settings.current.value).toEqual({
      language: 'en',
      preserveLog: true,
      pageWorld: true,
      fixChoices: [],
    });
    expect(kept.settings).toEqual({ language: 'en', preserveLog: true, pageWorld: true, fixChoices: [] });
  });

  test('are shared by all open panels', async () => {
    const { runtime, kept } = background({});
    const [first, second] = [await openSettings(runtime), await openSettings(runtime)];
    first.change({ pageWorld: false });
    expect(second.current.value).toEqual({
      language: null,
      preserveLog: false,
      pageWorld: false,
      fixChoices: [],
    });
    second.change({ language: 'en' });
    expect(first.current.value).toEqual({
      language: 'en',
      preserveLog: false,
      pageWorld: false,
      fixChoices: [],
    });
    expect(kept.settings).toEqual({ language: 'en', preserveLog: false, pageWorld: false, fixChoices: [] });
  });

  test('ignore a change from a content script', async () => {
    const { runtime } = background({}, page);
    const [first, second] = [await openSettings(runtime), await openSettings(runtime)];
    first.change({ pageWorld: false });
    expect(second.current.value.pageWorld).toBe(true);
  });

  test('use the language of the browser instead of an unsupported one', async () => {
    const { runtime } = background({ language: 'tlh' });
    expect((await openSettings(runtime)).current.value.language).toBeNull();
  });

  test('are requested again while the background is being stopped', async () => {
    const { runtime, stop } = background({ preserveLog: true });
    stop(2);
    expect((await openSettings(runtime)).current.value.preserveLog).toBe(true);
  });

  test('are the defaults if the background does not answer', async () => {
    const { runtime, stop } = background({ preserveLog: true });
    stop(100);
    const settings = await openSettings(runtime);
    expect(settings.current.value).toEqual({
      language: null,
      preserveLog: false,
      pageWorld: true,
      fixChoices: [],
    });
  });
});
