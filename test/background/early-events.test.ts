import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { background, contentScript, exchangeIds, messages, request, types } from '../support/background';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const sent = (count = 1) => ({
  type: 'page-events',
  events: [{ kind: 'post-message', direction: 'sent', source: 'page', atMs: 1, count, callSite: null }],
});
const hints = (count: number) => ({
  type: 'page-hints',
  withCalls: true,
  dropped: 0,
  hints: Array.from({ length: count }, () => ({ type: 'ended' })),
});

describe('before a watcher is back,', () => {
  test('what requests and pages report is kept for it', async () => {
    const { ask, api, watching, told } = background({ session: { watchedTabs: [1] } });
    api.webRequest.onBeforeRequest.dispatch(request(1, { requestId: 'a' }));
    expect(await ask(sent(), contentScript(1))).toBeNull();
    expect(await ask(hints(2), contentScript(1))).toBeNull();
    const port = watching(1);
    await told();
    expect(exchangeIds(port)).toEqual(['a']);
    expect(messages(port, 'page-events')).toMatchObject([{ pageEvents: [{ kind: 'post-message' }] }]);
    expect(messages(port, 'page-hints')).toMatchObject([{ hints: [{}, {}] }]);
    expect(types(port)).not.toContain('lost');
  });

  test('what there is no room for is counted', async () => {
    const { ask, watching, told } = background({ session: { watchedTabs: [1] } });
    for (let n = 0; n < 200; n++) await ask(sent(), contentScript(1));
    for (let n = 0; n < 3; n++) await ask(sent(7), contentScript(1));
    await ask(hints(2), contentScript(1));
    const port = watching(1);
    await told();
    expect(messages(port, 'page-events')).toHaveLength(200);
    expect(messages(port, 'lost')).toEqual([{ type: 'lost', requests: 0, hints: 3 * 7 + 2 }]);
  });

  test('nothing is kept of a tab that nobody watched', async () => {
    const { ask, api, watching, told, settled } = background({ session: { watchedTabs: [1] } });
    api.webRequest.onBeforeRequest.dispatch(request(2, { requestId: 'before it is known who watched' }));
    await settled();
    api.webRequest.onBeforeRequest.dispatch(request(2, { requestId: 'after' }));
    expect(await ask(sent(), contentScript(2))).toMatchObject({ type: 'content-state', isOn: false });
    const port = watching(2);
    await told();
    expect([exchangeIds(port), messages(port, 'page-events')]).toEqual([[], []]);
  });

  test('each tab waits for its own', async () => {
    const { ask, api, watching, told } = background({ session: { watchedTabs: [1, 2] } });
    api.webRequest.onBeforeRequest.dispatch(request(1, { requestId: 'a' }));
    api.webRequest.onBeforeRequest.dispatch(request(2, { requestId: 'b' }));
    await ask(sent(), contentScript(2));
    const one = watching(1);
    await told();
    expect([exchangeIds(one), messages(one, 'page-events').length]).toEqual([['a'], 0]);
    const other = watching(2);
    await told();
    expect([exchangeIds(other), messages(other, 'page-events').length]).toEqual([['b'], 1]);
  });

  test('what waits is dropped after ten seconds', async () => {
    const { ask, api, watching, told } = background({ session: { watchedTabs: [1] } });
    api.webRequest.onBeforeRequest.dispatch(request(1, { requestId: 'a' }));
    await ask(sent(), contentScript(1));
    await vi.advanceTimersByTimeAsync(11_000);
    const port = watching(1);
    await told();
    expect(types(port)).toEqual(['watching', 'frames', 'earlier']);
  });
});

describe('before it is known whether a watcher gets its tab,', () => {
  test('requests of that tab are kept where it was watched before', async () => {
    const { api, watching, told, settled } = background({ session: { watchedTabs: [1] } });
    await settled();
    const port = watching(1);
    api.webRequest.onBeforeRequest.dispatch(request(1, { requestId: 'a' }));
    await told();
    expect(exchangeIds(port)).toEqual(['a']);
  });
});
