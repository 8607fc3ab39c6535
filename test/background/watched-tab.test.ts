import { describe, expect, test } from 'vitest';
import { openWatchedTab, type Watcher } from '../../src/background/watched-tab';
import type { ToWatcher } from '../../src/protocol/messages';
import { started } from '../support/facts';

/** A tab with one watcher, a clock that is set by hand, and the runs that wait for it. */
function openTab() {
  const clock = { nowMs: 10_000 };
  const waiting: { run: () => void; atMs: number }[] = [];
  const tab = openWatchedTab(
    'chrome',
    'default',
    (run, ms) => waiting.push({ run, atMs: clock.nowMs + ms }),
    () => clock.nowMs,
  );
  const reported: ToWatcher[] = [];
  const watcher: Watcher = {
    post: (message) => reported.push(message),
    onMessage: () => {},
    onClose: () => {},
    close: () => {},
  };
  tab.watchers.add(watcher);
  const advance = (ms: number) => {
    clock.nowMs += ms;
    for (const each of waiting.splice(0)) {
      if (each.atMs <= clock.nowMs) each.run();
      else waiting.push(each);
    }
  };
  const begin = (requestId: string) => tab.receive(started({ requestId, atMs: clock.nowMs }));
  return { tab, heard: reported, advance, begin };
}

/** The ids of each message, in order. */
const told = (reported: readonly ToWatcher[]) =>
  reported.map((message) =>
    message.type === 'exchanges' ? message.exchanges.map(({ facts }) => facts.id) : message.type,
  );

describe('what a watched tab tells', () => {
  test('comes 4 ms after the first change of a quiet moment', () => {
    const { heard: reported, advance, begin } = openTab();
    begin('1');
    begin('2');
    advance(3);
    expect(told(reported)).toEqual([]);
    advance(1);
    expect(told(reported)).toEqual([['1', '2']]);
  });

  test('comes every 50 ms while changes keep coming', () => {
    const { heard: reported, advance, begin } = openTab();
    begin('1');
    advance(4);
    begin('2');
    advance(20);
    begin('3');
    advance(29);
    expect(told(reported)).toEqual([['1']]);
    advance(1);
    expect(told(reported)).toEqual([['1'], ['2', '3']]);
  });

  test('of the request of a document comes before its commit, however quickly that comes', () => {
    const { tab, heard: reported, begin } = openTab();
    begin('1');
    expect(reported).toEqual([]);
    tab.committed('D', null, 10_000);
    expect(told(reported)).toEqual([['1']]);
  });
});

describe('a watched tab', () => {
  test('knows around which documents a frame is asked for, by its frames at that moment', () => {
    const { tab, heard: reported, advance } = openTab();
    const frame = { frameId: 0, parentFrameId: -1, documentId: 'd0', url: 'https://page.example/' };
    tab.frames = [
      { ...frame, origin: 'https://page.example' },
      { ...frame, frameId: 3, parentFrameId: 0, documentId: 'd3', origin: 'https://api.example' },
    ];
    const ask = (requestId: string, documentId: string | null, resourceType = 'sub_frame') =>
      tab.receive(started({ requestId, documentId, resourceType }));
    ask('of the page', 'd0');
    ask('of a frame', 'd3');
    ask('of an unknown one', 'd4');
    ask('of none', null);
    ask('no frame', 'd3', 'image');
    advance(4);
    const told = reported.flatMap((message) => (message.type === 'exchanges' ? message.exchanges : []));
    expect(Object.fromEntries(told.map(({ facts }) => [facts.id, facts.ancestors]))).toEqual({
      'of the page': ['https://page.example'],
      'of a frame': ['https://api.example', 'https://page.example'],
      'of an unknown one': null,
      'of none': null,
      'no frame': null,
    });
  });

  // biome-ignore format: a table
  test.each([
    // what was asked for                        how it ended              whether its row goes
    { resourceType: 'font',           error: 'net::ERR_CACHE_MISS',  gone: ['7'] },
    { resourceType: 'other',          error: 'net::ERR_CACHE_MISS',  gone: ['7'] },
    { resourceType: 'xmlhttprequest', error: 'net::ERR_CACHE_MISS',  gone: [] },
    { resourceType: 'other',          error: 'net::ERR_FAILED',      gone: [] },
  ])('of a $resourceType that ends with $error takes back $gone', ({ resourceType, error, gone }) => {
    const { tab, heard: reported, advance } = openTab();
    tab.receive(started({ requestId: '7', frameId: 3, resourceType }));
    advance(4);
    tab.receive({ type: 'failed', requestId: '7', atMs: 10_010, url: 'https://b.example/', error });
    advance(60);
    expect(reported.flatMap((message) => (message.type === 'retracted' ? message.ids : []))).toEqual(gone);
    expect(tab.has('7')).toBe(gone.length === 0);
  });

  test('is nothing at all of what DevTools asks the cache for as it opens', () => {
    const { tab, heard: reported, advance } = openTab();
    tab.receive(started({ requestId: '7', resourceType: 'other' }));
    advance(4);
    const error = 'net::ERR_CACHE_MISS';
    tab.receive({ type: 'failed', requestId: '7', atMs: 10_010, url: 'https://api.example/', error });
    advance(60);
    expect(reported).toEqual([]);
  });
});
