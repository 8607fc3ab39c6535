import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { background, ownPage, request, types, watch } from '../support/background';
import { runs } from '../support/runs';

const regular = { id: 90, incognito: false };
const hidden = { id: 91, incognito: true };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the watched set', () => {
  test('begins with a watcher and ends with it', async () => {
    const { connect, settled, listening, session, scripts } = background();
    await settled();
    expect(listening()).toBe(0);
    const port = connect();
    port.say(watch(1));
    await settled();
    expect(types(port)).toEqual(['watching', 'frames', 'earlier']);
    expect([listening(), session]).toEqual([13, { watchedTabs: [1] }]);
    port.close();
    await settled();
    expect([listening(), session]).toEqual([0, { watchedTabs: [] }]);
    expect(scripts).toEqual([]);
  });

  test('has one tab for each port, the first that it asked for', async () => {
    const { connect, settled, listening, session, api } = background();
    const port = connect();
    port.say(watch(1));
    port.say(watch(2));
    await settled();
    port.say(watch(2));
    await settled();
    expect(session).toEqual({ watchedTabs: [1] });
    api.webRequest.onBeforeRequest.dispatch(request(2));
    await vi.advanceTimersByTimeAsync(100);
    expect(types(port)).not.toContain('exchanges');
    port.close();
    await settled();
    expect([listening(), session]).toEqual([0, { watchedTabs: [] }]);
  });

  test('keeps nothing of a watcher that is gone before it is known which tab it gets', async () => {
    const { connect, settled, listening, session } = background();
    await settled();
    const port = connect();
    port.say(watch(1, { data: true }));
    port.close();
    await settled();
    expect(types(port)).toEqual([]);
    expect([listening(), session]).toEqual([0, {}]);
  });

  test.each([0, 1, 2, 3, 4, 5, 6, 8, 12])(
    'keeps nothing of a watcher that is gone %d steps after it asked',
    async (steps) => {
      const { connect, settled, listening, session, scripts } = background();
      await settled();
      const port = connect();
      port.say(watch(1));
      for (let step = 0; step < steps; step++) await Promise.resolve();
      port.close();
      await settled();
      expect(listening()).toBe(0);
      expect(session.watchedTabs ?? []).toEqual([]);
      expect(scripts).toEqual([]);
    },
  );

  test('keeps a tab as long as one of its watchers is there', async () => {
    const { connect, settled, listening, session } = background();
    const [one, other] = [connect(), connect()];
    one.say(watch(1));
    other.say(watch(1));
    await settled();
    one.close();
    await settled();
    expect([listening(), session]).toEqual([13, { watchedTabs: [1] }]);
    other.close();
    await settled();
    expect([listening(), session]).toEqual([0, { watchedTabs: [] }]);
  });

  test('tells of a tab that is closed, and ends with the watcher', async () => {
    const { connect, settled, listening, session, closeTab } = background();
    const port = connect();
    port.say(watch(1));
    await settled();
    closeTab(1);
    expect(types(port).at(-1)).toBe('gone');
    port.close();
    await settled();
    expect([listening(), session]).toEqual([0, { watchedTabs: [] }]);
  });

  test('tells a title that a page gives itself late, once where there are many', async () => {
    const { connect, settled, api } = background();
    const port = connect();
    port.say(watch(1));
    await settled();
    const told = () => types(port).filter((type) => type === 'frames').length;
    const before = told();
    for (const [tabId, change] of [
      [1, { title: 'A' }],
      [1, { title: 'B' }],
      [2, { title: 'C' }],
    ] as const)
      api.tabs.onUpdated.dispatch(tabId, change);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told()).toBe(before + 1);
    api.tabs.onUpdated.dispatch(1, { status: 'complete' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told()).toBe(before + 1);
  });

  test('tells what a loaded page names and the browser blocks without an event', async () => {
    const found = ['filter', 'https://other.example/f.svg#a'];
    const { connect, settled, api } = background({ scripted: [{ frameId: 0, result: [found] }] });
    const port = connect();
    port.say(watch(1));
    await settled();
    api.tabs.onUpdated.dispatch(2, { status: 'complete' });
    api.tabs.onUpdated.dispatch(1, { status: 'complete' });
    await settled();
    const told = port.heard.filter(({ type }) => type === 'page-hints');
    expect(told).toMatchObject([
      {
        frame: { frameId: 0, documentId: 'd', origin: 'https://shop.example' },
        withCalls: null,
        hints: [{ type: 'call', api: 'element', url: found[1], element: { name: 'filter' } }],
      },
    ]);
  });

  test('ends ten seconds after a start if the watchers of before never return', async () => {
    const { settled, listening, session } = background({ session: { watchedTabs: [1, 2] } });
    await settled();
    expect(listening()).toBe(12);
    await vi.advanceTimersByTimeAsync(9_900);
    expect(listening()).toBe(12);
    await vi.advanceTimersByTimeAsync(200);
    expect([listening(), session]).toEqual([0, { watchedTabs: [] }]);
  });

  test('gives a watcher that returns what happened meanwhile', async () => {
    const { connect, settled, api } = background({ session: { watchedTabs: [1] } });
    await settled();
    api.webRequest.onBeforeRequest.dispatch(request(1));
    const port = connect();
    port.say(watch(1));
    await vi.advanceTimersByTimeAsync(100);
    expect(types(port)).toContain('exchanges');
  });

  test.each([9, -1])('has no tab %d, and says so', async (tabId) => {
    const { connect, settled, listening, session, api } = background();
    await settled();
    const port = connect();
    port.say(watch(tabId));
    await settled();
    api.webRequest.onBeforeRequest.dispatch(request(-1));
    await vi.advanceTimersByTimeAsync(100);
    expect(types(port)).toEqual(['watching', 'gone']);
    expect([listening(), session]).toEqual([0, {}]);
  });

  test('is empty once all ports are closed, whatever they did', async () => {
    const step = fc.oneof(
      fc.record({ port: fc.nat(2), say: fc.constantFrom(1, 2, 3, 9, -1).map((tabId) => watch(tabId)) }),
      fc.record({ port: fc.nat(2), say: fc.constantFrom('flush', 'beat').map((type) => ({ type })) }),
      fc.record({ port: fc.nat(2), say: fc.boolean().map((on) => ({ type: 'data', on })) }),
      fc.record({
        port: fc.nat(2),
        say: fc.constantFrom(null, 'x', {}, { type: 'watch' }, { type: 'gone' }),
      }),
      fc.record({ port: fc.nat(2), close: fc.constant(true) }),
      fc.record({ tabClosed: fc.constantFrom(1, 2, 3, 9) }),
      fc.record({ waits: fc.nat(4) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const { connect, settled, listening, session, closeTab } = background();
        const ports = [connect(), connect(), connect()];
        for (const each of steps) {
          const port = ports['port' in each ? each.port : -1];
          if ('say' in each && port?.state.isOpen) port.say(each.say);
          if ('close' in each && port?.state.isOpen) port.close();
          if ('tabClosed' in each) closeTab(each.tabClosed);
          if ('waits' in each) for (let wait = 0; wait < each.waits; wait++) await Promise.resolve();
        }
        for (const port of ports) if (port.state.isOpen) port.close();
        await settled();
        expect(listening()).toBe(0);
        expect(session.watchedTabs ?? []).toEqual([]);
      }),
      { numRuns: runs(30) },
    );
  });
});

describe('a port', () => {
  const tab = { id: 1, incognito: false };
  const page = { id: 'own', origin: 'https://shop.example', url: 'https://shop.example/', frameId: 0, tab };
  const strangers: readonly (readonly [string, object])[] = [
    ['a content script', page],
    ['a content script that says it is our panel', { ...page, url: ownPage.url }],
    ['a page of ours that somebody frames', { ...ownPage, frameId: 3, tab }],
    ['another extension', { id: 'other', origin: 'chrome-extension://other', url: ownPage.url }],
  ];

  describe.each(strangers)('of %s', (_, sender) => {
    test.each(['watch', 'cookies', 'permit', ''])('named "%s" is closed, and not heard', async (name) => {
      const { connect, settled, listening, session, opened } = background();
      await settled();
      const port = connect(sender, name);
      expect(port.state.isOpen).toBe(false);
      for (const message of [watch(1, { data: true }), { type: 'flush' }, { type: 'permit' }])
        port.say(message);
      port.say({ type: 'kept', tabId: 1, hosts: ['shop.example'] });
      await settled();
      expect([port.heard, opened, listening(), session]).toEqual([[], [], 0, {}]);
    });
  });

  test('of our own page with another name is closed', async () => {
    const { connect } = background();
    expect(connect(ownPage, 'toString').state.isOpen).toBe(false);
  });

  test('of our own page that says what nobody understands is not heard', async () => {
    const { connect, settled, session } = background();
    const port = connect();
    const nonsense = [
      null,
      7,
      'watch',
      [],
      { type: 'watch' },
      watch(1.5),
      { type: 'toString' },
      { type: 'data' },
    ];
    for (const message of nonsense) port.say(message);
    await settled();
    expect([port.heard, session]).toEqual([[], {}]);
  });
});

describe('private windows', () => {
  test('are watched by who is in one, and not stored', async () => {
    const { connect, settled, session, api } = background();
    const port = connect({ ...ownPage, frameId: 0, tab: hidden });
    port.say(watch(3));
    await settled();
    api.webRequest.onBeforeRequest.dispatch(request(3));
    await vi.advanceTimersByTimeAsync(100);
    expect(types(port)).toContain('exchanges');
    expect(session).toEqual({ watchedTabs: [] });
  });

  test.each([
    ['a regular one', regular, 3],
    ['a private one', hidden, 1],
  ])('and others are not watched from %s', async (_, tab, tabId) => {
    const { connect, settled, session, listening } = background();
    await settled();
    const port = connect({ ...ownPage, frameId: 0, tab });
    port.say(watch(tabId));
    await settled();
    expect(types(port)).toEqual(['watching', 'gone']);
    expect([listening(), session]).toEqual([0, {}]);
  });

  test.each([
    ['are told', [], ['exchanges'], []],
    ['are counted while a private window is open', [{ id: 5, incognito: true }], ['withheld'], ['exchanges']],
    [
      'are told while another regular window is open',
      [{ id: 5, incognito: false }],
      ['exchanges'],
      ['withheld'],
    ],
  ])('requests of workers in regular ones %s', async (_, windows, told, untold) => {
    const { connect, settled, api } = background({ windows });
    const port = connect();
    port.say(watch(1));
    await settled();
    api.webRequest.onBeforeRequest.dispatch(request(-1));
    await vi.advanceTimersByTimeAsync(100);
    expect(types(port)).toEqual(expect.arrayContaining(told));
    for (const type of untold) expect(types(port)).not.toContain(type);
  });

  test('that open and close again change what is told of workers', async () => {
    const { connect, settled, api } = background();
    const port = connect();
    port.say(watch(1));
    await settled();
    api.windows.onCreated.dispatch({ id: 5, incognito: true });
    api.webRequest.onBeforeRequest.dispatch(request(-1, { requestId: 'a' }));
    await vi.advanceTimersByTimeAsync(100);
    expect(types(port)).not.toContain('exchanges');
    api.windows.onRemoved.dispatch(5);
    api.webRequest.onBeforeRequest.dispatch(request(-1, { requestId: 'b' }));
    await vi.advanceTimersByTimeAsync(100);
    expect(types(port).filter((type) => type === 'exchanges' || type === 'withheld')).toEqual([
      'withheld',
      'exchanges',
    ]);
  });
});
