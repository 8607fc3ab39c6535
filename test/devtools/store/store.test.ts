import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import type { Settings } from '../../../src/devtools/session/settings';
import { createPanelStore } from '../../../src/devtools/store/store';
import type { ExchangeFacts, HopFacts, Outcome, RequestClass } from '../../../src/protocol/facts';
import { openLog } from '../../../src/recording/log/open-log';
import { between } from '../../../src/recording/requests/origins';
import { exchangeFacts } from '../../support/facts';

interface Seen {
  readonly id: string;
  readonly at?: number;
  readonly requestClass?: RequestClass;
  readonly outcome?: Outcome;
  readonly hop?: Partial<HopFacts>;
  readonly part?: Partial<ExchangeFacts>;
}

/** Returns a store for a log. Frames are drawn only when the test asks for it. */
function storeOver(...seen: readonly Seen[]) {
  const log = openLog({ nowMs: () => 10_000 });
  const frames: (() => void)[] = [];
  const chosen: Partial<Settings>[] = [];
  const store = createPanelStore({
    log,
    settings: {
      current: signal<Settings>({ language: null, preserveLog: false, pageWorld: true, fixChoices: [] }),
      change: (part) => chosen.push(part),
    },
    setRecording: () => {},
    nextFrame: (callback) => frames.push(callback),
  });
  const draw = () => {
    for (const frame of frames.splice(0)) frame();
  };
  const receive = (...more: readonly Seen[]) =>
    log.receive({
      type: 'exchanges',
      exchanges: more.map(
        ({ id, at = 1_000, requestClass = 'simple', outcome = 'allowed', hop = {}, part = {} }) => ({
          facts: exchangeFacts([{ startedAtMs: at, ...hop }], { id, startedAtMs: at, ...part }),
          requestClass,
          outcome,
          mode: 'cors',
        }),
      ),
    });
  log.receive({
    type: 'watching',
    browser: { name: 'chrome', version: '156' },
    sinceMs: 0,
    hostPermission: true,
    isPrivate: false,
  });
  receive(...seen);
  draw();
  return { log, store, frames, draw, receive, chosen, ids: () => store.rows.value.map(({ id }) => id) };
}

const a: Seen = { id: 'a', at: 1_000, hop: { url: 'https://api.example/users', method: 'GET' } };
const b: Seen = {
  id: 'b',
  at: 2_000,
  requestClass: 'preflighted',
  outcome: 'blocked',
  hop: {
    url: 'https://api.example/items',
    method: 'PUT',
    response: { status: 403, headerList: [] },
    preflight: 'p',
  },
};
const p: Seen = {
  id: 'p',
  at: 2_001,
  requestClass: 'preflight',
  outcome: 'blocked',
  hop: { method: 'OPTIONS' },
  part: { preflightFor: { exchange: 'b', hop: 0 } },
};
const c: Seen = {
  id: 'c',
  at: 3_000,
  requestClass: 'no-cors',
  outcome: 'opaque',
  hop: { url: 'https://cdn.example/x.png' },
  part: { type: 'image' },
};

describe('the rows', () => {
  test('are in order of start, each preflight under its request', () => {
    const { store, ids } = storeOver(c, p, b, a);
    expect(ids()).toEqual(['a', 'b', 'p', 'c']);
    expect(store.rows.value.map(({ depth }) => depth)).toEqual([0, 0, 1, 0]);
  });

  test('contain a preflight whose request is not in the log', () => {
    expect(storeOver(a, p).ids()).toEqual(['a', 'p']);
  });

  test('update once a frame when the log changes', () => {
    const { receive, frames, draw, ids } = storeOver(a);
    const seen = [ids()];
    receive(c);
    receive(b);
    seen.push(ids());
    expect(frames).toHaveLength(1);
    draw();
    seen.push(ids());
    expect(seen).toEqual([['a'], ['a'], ['a', 'b', 'c']]);
  });

  test('stay the same objects while their entries stay the same', () => {
    const { store, receive, draw } = storeOver(a, c);
    const [first] = store.rows.value;
    receive(c);
    draw();
    expect(store.rows.value[0]).toBe(first);
    expect(store.rows.value[1]?.id).toBe('c');
  });

  test('have a verdict each', () => {
    const { store } = storeOver(a);
    expect(store.rows.value[0]?.verdict.requestClass).toBe('no-cors');
  });

  test('do not update after the store was disposed', () => {
    const { store, receive, frames, ids } = storeOver(a);
    expect(ids()).toEqual(['a']);
    store.dispose();
    receive(c);
    expect(frames).toEqual([]);
    expect(ids()).toEqual(['a']);
  });
});

describe('the filter', () => {
  // biome-ignore format: a table
  test.each([
    // text                  rows
    ['',                     ['a', 'b', 'p', 'c']],
    ['  ',                   ['a', 'b', 'p', 'c']],
    ['users',                ['a']],
    ['API.EXAMPLE',          ['a', 'b', 'p']],
    ['api put',              ['b', 'p']],
    ['put api',              ['b', 'p']],
    ['api -put',             ['a']],
    ['403',                  ['b', 'p']],
    ['image',                ['c']],
    ['opaque',               ['c']],
    ['no-cors',              ['c']],
    ['-',                    ['c']],
    ['chicken',              []],
  ])('"%s" shows %j', (text, rows) => {
    const { store, ids } = storeOver(a, b, p, c);
    store.setText(text);
    // A single hyphen is an ordinary text; `no-cors` contains one.
    expect(ids()).toEqual(rows);
  });

  test('shows the selected classes and outcomes, or all if none is selected', () => {
    const { store, ids } = storeOver(a, b, p, c);
    store.toggleClass('no-cors');
    expect(ids()).toEqual(['c']);
    store.toggleClass('preflight');
    expect(ids()).toEqual(['b', 'p', 'c']);
    store.toggleOutcome('blocked');
    expect(ids()).toEqual(['b', 'p']);
    store.toggleOutcome('blocked');
    store.toggleClass('no-cors');
    store.toggleClass('preflight');
    expect(ids()).toEqual(['a', 'b', 'p', 'c']);
  });

  test('can be cleared completely', () => {
    const { store, ids } = storeOver(a, b, p, c);
    store.setText('chicken');
    store.toggleClass('simple');
    store.toggleOutcome('failed');
    store.clearFilter();
    expect(ids()).toEqual(['a', 'b', 'p', 'c']);
  });
});

describe('the counts', () => {
  test('count the log and the shown rows', () => {
    const { store } = storeOver(a, b, p, c);
    expect(store.counts.value).toEqual({
      classes: { simple: 1, preflighted: 1, preflight: 1, 'no-cors': 1 },
      outcomes: { allowed: 1, blocked: 1, opaque: 1 },
      total: 3,
      shown: 3,
    });
    store.setText('put');
    expect(store.counts.value).toMatchObject({ total: 3, shown: 1 });
  });
});

describe('the sort', () => {
  const slow: Seen = {
    id: 'slow',
    at: 1_500,
    hop: { url: 'https://api.example/item10', method: 'DELETE', response: { status: 500, headerList: [] } },
    part: { end: { how: 'completed', atMs: 9_000, status: 500 } },
  };
  const open: Seen = {
    id: 'open',
    at: 1_600,
    outcome: 'pending',
    hop: { url: 'https://api.example/item9', method: 'GET', response: null },
    part: { end: null },
  };
  const quick: Seen = {
    id: 'quick',
    at: 1_700,
    outcome: 'blocked',
    hop: { url: 'https://api.example/item1', method: 'POST', response: { status: 204, headerList: [] } },
    part: { end: { how: 'completed', atMs: 1_701, status: 204 } },
  };

  // biome-ignore format: a table
  test.each([
    // column     ascending
    ['started',  ['slow', 'open', 'quick']],
    ['url',      ['quick', 'open', 'slow']],
    ['method',   ['slow', 'open', 'quick']],
    ['status',   ['open', 'quick', 'slow']],
    ['time',     ['quick', 'slow', 'open']],
    ['class',    ['quick', 'slow', 'open']],
  ] as const)('by %s', (column, ascending) => {
    const { store, ids } = storeOver(slow, open, quick);
    if (column !== 'started') store.sortBy(column);
    expect(ids()).toEqual(ascending);
    store.sortBy(column);
    expect(store.sort.value).toEqual({ column, descending: true });
    // The sort is stable, so only the first and last rows are certain.
    expect(ids()[0]).toBe(ascending.at(-1));
    store.sortBy(column);
    expect(store.sort.value).toEqual({ column: 'started', descending: false });
    expect(ids()).toEqual(['slow', 'open', 'quick']);
  });

  test('by access groups reading requests of all types', () => {
    const { store, ids } = storeOver(
      { id: 'font', at: 1, part: { type: 'font' } },
      { id: 'image', at: 2, requestClass: 'no-cors', part: { type: 'image' } },
      { id: 'fetch', at: 3, part: { type: 'xmlhttprequest' } },
    );
    store.sortBy('access');
    expect(ids()).toEqual(['image', 'font', 'fetch']);
  });

  test('keeps preflights under their requests', () => {
    const { store, ids } = storeOver(a, b, p, c);
    store.sortBy('started');
    expect(ids()).toEqual(['c', 'b', 'p', 'a']);
  });
});

describe('the selection', () => {
  test('moves by rows, including preflights, and stops at the ends', () => {
    const { store } = storeOver(a, b, p, c);
    const movedBy = (by: number) => {
      store.move(by);
      return store.selected.value?.id;
    };
    expect([movedBy(1), movedBy(1), movedBy(1), movedBy(1), movedBy(1)]).toEqual(['a', 'b', 'p', 'c', 'c']);
    expect([movedBy(-2), movedBy(-9)]).toEqual(['b', 'a']);
  });

  test('starts at the last row when it moves up', () => {
    const { store } = storeOver(a, b, p, c);
    store.move(-1);
    expect(store.selected.value?.id).toBe('c');
  });

  test('starts again if the filter hides the selected row', () => {
    const { store } = storeOver(a, b, p, c);
    store.select('a');
    store.setText('png');
    expect(store.selected.value?.id).toBe('a');
    store.move(1);
    expect(store.selected.value?.id).toBe('c');
  });

  test('does not move in an empty table', () => {
    const { store } = storeOver();
    store.move(1);
    expect(store.selected.value).toBeNull();
  });

  test('updates with the selected row and ends with it', () => {
    const { store, receive, draw, log } = storeOver({ ...a, outcome: 'pending' });
    store.select('a');
    receive(a);
    draw();
    expect(store.selected.value?.entry.outcome).toBe('allowed');
    log.receive({ type: 'retracted', ids: ['a'] });
    draw();
    expect(store.selected.value).toBeNull();
  });

  test('ends when the log is cleared', () => {
    const { store, draw, ids } = storeOver(a);
    store.select('a');
    store.clear();
    draw();
    expect(store.selected.value).toBeNull();
    expect(ids()).toEqual([]);
  });
});

test('a drawn row still has a verdict after the log has dropped it', () => {
  const { store, log } = storeOver(a);
  const [row] = store.rows.value;
  log.clear();
  expect(row?.verdict.outcome).toBeDefined();
  expect(row?.sinceReload).toBeNull();
});

test('Preserve log is set on the log and stored in the settings', () => {
  const { store, log, chosen } = storeOver();
  store.setPreserve(true);
  expect(log.preserve).toBe(true);
  expect(store.preserve.value).toBe(true);
  expect(chosen).toEqual([{ preserveLog: true }]);
});

describe('the views', () => {
  test('start with the requests and keep their state', () => {
    const { store } = storeOver(a);
    expect(store.view.value).toBe('requests');
    store.setView('origins');
    store.setOriginDetail({ of: 'origin', origin: 'https://api.example' });
    store.setView('requests');
    store.setView('origins');
    expect(store.originDetail.value).toEqual({ of: 'origin', origin: 'https://api.example' });
  });

  test('show the requests of a count and clear the other filters', () => {
    const { store, ids } = storeOver(a, b, p, c);
    store.setView('origins');
    store.setText('users');
    store.showBetween(between('https://page.example', 'https://api.example', 'blocked'));
    expect(store.view.value).toBe('requests');
    expect(store.filter.value.text).toBe('');
    expect(ids()).toEqual(['b', 'p']);
    store.showBetween(null);
    expect(ids()).toEqual(['a', 'b', 'p', 'c']);
  });

  test('show the requests between two origins until the filter is cleared', () => {
    const { store, ids } = storeOver(a, c);
    store.showBetween(between('https://page.example', 'https://cdn.example', null));
    expect(ids()).toEqual(['c']);
    store.setText('png');
    expect(ids()).toEqual(['c']);
    store.clearFilter();
    expect(ids()).toEqual(['a', 'c']);
  });

  test('have all entries with any filter', () => {
    const { store } = storeOver(a, b, p, c);
    store.setText('users');
    expect(store.entries.value).toHaveLength(4);
  });
});
