import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { background, contentScript, exchangeIds, messages, request, types } from '../support/background';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const here = { type: 'here', hasOpener: true, cameBack: false, name: { length: 0, hash: 1 } };
const sent = { kind: 'post-message', direction: 'sent', source: 'page', atMs: 1, count: 1, callSite: null };
const hints = { type: 'page-hints', withCalls: true, dropped: 0, hints: [{ type: 'ended' }] };

/** Tab 1 is watched. */
async function watched() {
  const now = background();
  const port = now.watching(1);
  await now.settled();
  now.toFrames.length = 0;
  return {
    ...now,
    port,
    opens: (tabId: number, sourceTabId = 1, sourceFrameId = 0) =>
      now.api.webNavigation.onCreatedNavigationTarget.dispatch({ tabId, sourceTabId, sourceFrameId }),
    requests: (tabId: number, requestId: string, part: object = {}) =>
      now.api.webRequest.onBeforeRequest.dispatch(request(tabId, { requestId, ...part })),
  };
}
const asDocument = { type: 'main_frame', documentId: undefined };

describe('of a tab that a watched one opened,', () => {
  test('the requests of documents go to the opener’s log, and no others', async () => {
    const { port, opens, requests, settled, told, api } = await watched();
    opens(2);
    await settled();
    requests(2, 'document', asDocument);
    requests(2, 'image', { type: 'image' });
    await told();
    expect(exchangeIds(port)).toEqual(['document']);
    api.webRequest.onCompleted.dispatch(request(2, { requestId: 'document', statusCode: 200 }));
    api.webRequest.onCompleted.dispatch(request(2, { requestId: 'image', statusCode: 200 }));
    await told();
    const last = messages(port, 'exchanges').at(-1);
    expect(last?.exchanges).toMatchObject([{ facts: { id: 'document', end: { how: 'completed' } } }]);
  });

  test('a request that comes before it is known whose tab it is waits', async () => {
    const { port, opens, requests, told } = await watched();
    opens(2);
    requests(2, 'document', asDocument);
    expect(exchangeIds(port)).toEqual([]);
    await told();
    expect(exchangeIds(port)).toEqual(['document']);
  });

  test('page events go to the opener’s log, and say which tab they are of', async () => {
    const { port, opens, settled, ask } = await watched();
    opens(2);
    await settled();
    await ask({ type: 'page-events', events: [sent] }, contentScript(2, 4));
    expect(messages(port, 'page-events')).toMatchObject([
      { pageEvents: [{ kind: 'post-message', openedTabId: 2, frame: { frameId: 4, documentId: 'd2-4' } }] },
    ]);
    await ask({ type: 'page-events', events: [sent] }, contentScript(1));
    expect(messages(port, 'page-events').at(-1)).toMatchObject({ pageEvents: [{ openedTabId: null }] });
  });

  test('hints do not: who sees them sees the tab’s requests', async () => {
    const { port, opens, settled, ask, watching } = await watched();
    opens(2);
    await settled();
    expect(await ask(hints, contentScript(2))).toBeNull();
    expect(types(port)).not.toContain('page-hints');
    // Nor are they kept for a watcher of the tab itself: it did not watch then.
    const own = watching(2);
    await settled();
    expect(types(own)).not.toContain('page-hints');
    await ask(hints, contentScript(1));
    expect(types(port)).toContain('page-hints');
  });

  test('the first document and later ones are reported with their opener', async () => {
    const { port, opens, settled, ask } = await watched();
    await ask(here, contentScript(1, 7));
    opens(2, 1, 7);
    await settled();
    // Firefox's first, empty document.
    await ask(here, contentScript(2, 0, { url: 'about:blank' }));
    for (let time = 0; time < 2; time++) await ask(here, contentScript(2));
    await settled();
    const events = messages(port, 'page-events').flatMap(({ pageEvents }) => pageEvents);
    const opener = { kind: 'opener', hasOpener: true, fromTabId: 1, openedTabId: 2, isFromOpened: false };
    expect(events).toMatchObject([
      { ...opener, isFirst: true, from: { frameId: 7, documentId: 'd1-7' } },
      { ...opener, isFirst: false },
    ]);
  });

  test('its scripts are on while the opener is watched', async () => {
    const { port, opens, settled, ask, toFrames } = await watched();
    opens(2);
    await settled();
    expect(toFrames).toMatchObject([{ tabId: 2, message: { type: 'content-state', isOn: true } }]);
    expect(await ask(here, contentScript(2))).toMatchObject({ isOn: true, place: { tabId: 2, frameId: 0 } });
    toFrames.length = 0;
    port.close();
    await settled();
    expect(toFrames.map(({ tabId, message }) => [tabId, message.isOn])).toEqual([
      [1, false],
      [2, false],
    ]);
    expect(await ask(here, contentScript(2))).toMatchObject({ isOn: false });
  });

  test('a tab that it opened itself goes to the same log', async () => {
    const now = background({ tabs: [{ id: 1 }, { id: 2 }, { id: 4 }] });
    const port = now.watching(1);
    await now.settled();
    const { onCreatedNavigationTarget } = now.api.webNavigation;
    onCreatedNavigationTarget.dispatch({ tabId: 2, sourceTabId: 1, sourceFrameId: 0 });
    onCreatedNavigationTarget.dispatch({ tabId: 4, sourceTabId: 2, sourceFrameId: 0 });
    await now.settled();
    await now.ask({ type: 'page-events', events: [sent] }, contentScript(4));
    expect(messages(port, 'page-events')).toMatchObject([{ pageEvents: [{ openedTabId: 4 }] }]);
  });

  test('what it reports goes to its own watcher too', async () => {
    const { port, opens, settled, ask, watching } = await watched();
    opens(2);
    await settled();
    const own = watching(2);
    await settled();
    await ask({ type: 'page-events', events: [sent] }, contentScript(2));
    expect(messages(port, 'page-events')).toMatchObject([{ pageEvents: [{ openedTabId: 2 }] }]);
    expect(messages(own, 'page-events')).toMatchObject([{ pageEvents: [{ openedTabId: null }] }]);
  });

  test('nothing is kept once it is closed, and its opener goes on', async () => {
    const { port, opens, settled, told, requests, closeTab, ask } = await watched();
    opens(2);
    await settled();
    closeTab(2);
    requests(2, 'late', asDocument);
    expect(await ask({ type: 'page-events', events: [sent] }, contentScript(2))).toMatchObject({
      isOn: false,
    });
    requests(1, 'own');
    await told();
    expect([exchangeIds(port), types(port).includes('gone')]).toEqual([['own'], false]);
  });
});

describe('not to the log of a watched tab goes', () => {
  test('a private tab that it opened', async () => {
    const { port, opens, settled, told, requests } = await watched();
    opens(3);
    await settled();
    requests(3, 'document', asDocument);
    await told();
    expect(exchangeIds(port)).toEqual([]);
  });

  test('a tab that another one opened', async () => {
    const { port, opens, settled, told, requests, ask } = await watched();
    opens(2, 8);
    await settled();
    requests(2, 'document', asDocument);
    expect(await ask(here, contentScript(2))).toMatchObject({ isOn: false });
    await told();
    expect(exchangeIds(port)).toEqual([]);
  });
});
