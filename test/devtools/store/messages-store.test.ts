import { signal } from '@preact/signals';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Settings } from '../../../src/devtools/session/settings';
import { messagesStoreOf } from '../../../src/devtools/store/messages-store';
import { shownPageEvents } from '../../../src/devtools/store/shown-page-events';
import { createPanelStore } from '../../../src/devtools/store/store';
import type { PageEventFacts } from '../../../src/protocol/page-events';
import { openLog } from '../../../src/recording/log/open-log';
import { pageEvent } from '../../support/page-events';

const stack = ['at send (https://page.example/app.js:1:2)'];
const a = pageEvent.messageReceived({
  id: 'a',
  atMs: 1,
  senderOrigin: 'https://b.test',
  data: { text: '{go: "Home"}', length: 12 },
});
const b = pageEvent.messageSent({ id: 'b', atMs: 2, callSite: { stack }, count: 7 });
const c = pageEvent.windowName({ id: 'c', atMs: 3, value: { text: 'a name', length: 6 } });
const d = pageEvent.fragmentChanged({ id: 'd', atMs: 4, newUrl: 'https://page.example/#B' });

function openPanel(log = openLog()) {
  return createPanelStore({
    log,
    settings: {
      current: signal<Settings>({ language: null, preserveLog: false, pageWorld: true, fixChoices: [] }),
      change: () => {},
    },
    setRecording: () => {},
    nextFrame: (callback) => callback(),
  });
}

function storeOver(...events: readonly PageEventFacts[]) {
  const recorded = signal<readonly PageEventFacts[]>(events);
  const store = messagesStoreOf({ ...openPanel(), pageEvents: recorded });
  return { recorded, store, ids: () => store.rows.value.map(({ id }) => id).join('') };
}

describe('the rows', () => {
  test('are the recorded array while nothing is filtered', () => {
    const { recorded, store } = storeOver(a, b, c, d);
    expect(store.rows.value).toBe(recorded.value);
  });

  // biome-ignore format: a table
  test.each([
    ['home',         'a'],
    ['b.test',       'a'],
    ['app.js',       'b'],
    ['NAME',         'c'],
    ['#b',           'd'],
    ['sent',         'b'],
    ['-message',     'cd'],
    ['page -window', 'abd'],
    ['no such',      ''],
    ['  ',           'abcd'],
  ])('that match “%s”: %s', (text, ids) => {
    const { store, ids: shown } = storeOver(a, b, c, d);
    store.setText(text);
    expect(shown()).toBe(ids);
  });

  test('match the selected kinds and origin', () => {
    const { store, ids } = storeOver(a, b, c, d);
    store.toggleKind('received');
    store.toggleKind('location-hash');
    expect(ids()).toBe('ad');
    store.toggleKind('received');
    expect(ids()).toBe('d');
    store.clearFilter();
    store.setOrigin('https://b.test');
    expect(ids()).toBe('a');
    store.setOrigin(null);
    expect(ids()).toBe('abcd');
  });

  test('are sorted by a column, then in reverse, then by time again', () => {
    const { store, ids } = storeOver(a, b, c, d);
    const seen = [1, 2, 3].map(() => {
      store.sortBy('kind');
      return ids();
    });
    expect(seen).toEqual(['dabc', 'cbad', 'abcd']);
    store.sortBy('time');
    expect(ids()).toBe('dcba');
    store.sortBy('rule');
    expect(ids()).toBe('adcb');
    store.sortBy('from');
    expect(ids()).toBe('dabc');
  });

  test('count all events of a row', () => {
    const { store } = storeOver(a, b, c, d);
    store.toggleKind('sent');
    expect(store.counts.value).toEqual({
      kinds: { received: 1, sent: 7, 'window-name': 1, 'location-hash': 1 },
      origins: [
        ['https://page.example', 10],
        ['https://b.test', 1],
      ],
      total: 4,
      shown: 1,
      shownEvents: 7,
    });
  });
});

describe('the selection', () => {
  test('moves within the shown rows and stops at the ends', () => {
    const { store } = storeOver(a, b, c, d);
    const id = () => store.selected.value?.id;
    store.move(1);
    expect(id()).toBe('a');
    store.move(2);
    expect(id()).toBe('c');
    store.move(9);
    expect(id()).toBe('d');
    store.select(null);
    store.move(-1);
    expect(id()).toBe('d');
  });

  test('stays while the filter hides it and ends with its event', () => {
    const { recorded, store } = storeOver(a, b);
    store.select('b');
    store.toggleKind('received');
    expect(store.selected.value).toBe(b);
    recorded.value = [a];
    expect(store.selected.value).toBeNull();
  });

  test('stays null without rows', () => {
    const { store } = storeOver();
    store.move(1);
    expect(store.selected.value).toBeNull();
  });
});

describe('the filtered page events of an export', () => {
  const browser = { name: 'chrome', version: '156' } as const;
  let panel: ReturnType<typeof openPanel>;
  beforeEach(() => {
    const log = openLog();
    panel = openPanel(log);
    log.receive({ type: 'watching', browser, sinceMs: 0, hostPermission: true, isPrivate: false });
    log.receive({ type: 'page-events', pageEvents: [a, b, c, d] });
  });

  test('are null before the view was opened and while nothing is filtered', () => {
    expect(shownPageEvents(panel)).toBeNull();
    messagesStoreOf(panel);
    expect(shownPageEvents(panel)).toBeNull();
  });

  test('are the shown events, and the view keeps its state', () => {
    messagesStoreOf(panel).toggleKind('window-name');
    expect(shownPageEvents(panel)).toEqual(new Set(['c']));
    expect(messagesStoreOf(panel).filter.value.kinds).toEqual(new Set(['window-name']));
  });
});
