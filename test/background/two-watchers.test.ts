import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { background, exchangeIds, request, types } from '../support/background';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('two watchers on one tab', () => {
  test('each get everything', async () => {
    const { watching, api, settled, told } = background();
    const ports = [watching(1), watching(1)];
    await settled();
    api.webRequest.onBeforeRequest.dispatch(request(1, { requestId: 'a' }));
    await told();
    for (const port of ports) {
      for (const type of ['watching', 'frames', 'earlier']) expect(types(port)).toContain(type);
      expect(exchangeIds(port)).toEqual(['a']);
    }
  });

  test('go on with the one that stays, and end with the last', async () => {
    const { watching, api, settled, told, listening, scripts, session } = background();
    const [one, other] = [watching(1), watching(1)];
    await settled();
    one.close();
    await settled();
    expect([listening(), scripts.length, session]).toEqual([13, 2, { watchedTabs: [1] }]);
    api.webRequest.onBeforeRequest.dispatch(request(1, { requestId: 'a' }));
    await told();
    expect([exchangeIds(one), exchangeIds(other)]).toEqual([[], ['a']]);
    other.close();
    await settled();
    expect([listening(), scripts.length, session]).toEqual([0, 0, { watchedTabs: [] }]);
  });

  test('get what messages say as long as one of them wants it', async () => {
    const { watching, settled, toFrames } = background();
    const [one, other] = [watching(1, { data: true }), watching(1)];
    await settled();
    const lastState = () => toFrames.at(-1)?.message;
    expect(lastState()).toMatchObject({ isOn: true, data: true });
    other.say({ type: 'data', on: true });
    one.close();
    await settled();
    expect(lastState()).toMatchObject({ isOn: true, data: true });
    other.say({ type: 'data', on: false });
    await settled();
    expect(lastState()).toMatchObject({ isOn: true, data: false });
  });
});

describe('two watchers on two tabs', () => {
  test('each get what is of their own tab', async () => {
    const { watching, api, settled, told } = background();
    const [one, other] = [watching(1), watching(2)];
    await settled();
    api.webRequest.onBeforeRequest.dispatch(request(1, { requestId: 'a' }));
    api.webRequest.onBeforeRequest.dispatch(request(2, { requestId: 'b' }));
    await told();
    expect([exchangeIds(one), exchangeIds(other)]).toEqual([['a'], ['b']]);
  });

  test('leave one by one: the other tab stays, and the one that is left rests', async () => {
    const { watching, api, settled, told, listening, scripts, session, toFrames } = background();
    const [one, other] = [watching(1), watching(2)];
    await settled();
    toFrames.length = 0;
    one.close();
    await settled();
    expect(toFrames).toMatchObject([{ tabId: 1, message: { type: 'content-state', isOn: false } }]);
    expect([listening(), scripts.length, session]).toEqual([13, 2, { watchedTabs: [2] }]);
    api.webRequest.onBeforeRequest.dispatch(request(1, { requestId: 'a' }));
    api.webRequest.onBeforeRequest.dispatch(request(2, { requestId: 'b' }));
    await told();
    expect([exchangeIds(one), exchangeIds(other)]).toEqual([[], ['b']]);
    other.close();
    await settled();
    expect([listening(), scripts.length, session]).toEqual([0, 0, { watchedTabs: [] }]);
  });

  test('hear of the tab that is closed only if it is theirs', async () => {
    const { watching, settled, closeTab } = background();
    const [one, other] = [watching(1), watching(2)];
    await settled();
    closeTab(1);
    expect([types(one).includes('gone'), types(other).includes('gone')]).toEqual([true, false]);
  });

  test('both hear when access to the hosts changes', async () => {
    const { watching, settled, granted, api } = background();
    const ports = [watching(1), watching(2)];
    await settled();
    granted.delete('hosts');
    api.permissions.onRemoved.dispatch({});
    await settled();
    for (const port of ports) {
      expect(port.heard.at(-1)).toEqual({ type: 'permission', hostPermission: false });
    }
    granted.add('hosts');
    api.permissions.onAdded.dispatch({});
    await settled();
    for (const port of ports) expect(port.heard.at(-1)).toEqual({ type: 'permission', hostPermission: true });
  });
});
