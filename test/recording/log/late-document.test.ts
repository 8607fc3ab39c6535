import { describe, expect, test } from 'vitest';
import type { ToWatcher } from '../../../src/protocol/messages';
import { openLog } from '../../../src/recording/log/open-log';
import { exchangeFacts } from '../../support/facts';

const url = 'https://page.example/next';

const watching: ToWatcher = {
  type: 'watching',
  browser: { name: 'firefox', version: '156' },
  sinceMs: 100,
  hostPermission: true,
  isPrivate: false,
};
const navigated: ToWatcher = { type: 'navigated', url: `${url}#top`, documentId: 'd2', atMs: 300 };

function document(id: string, startedAtMs: number, at = url): ToWatcher {
  const facts = exchangeFacts([{ startedAtMs, url: at }], {
    id,
    requestId: id,
    startedAtMs,
    type: 'main_frame',
  });
  return {
    type: 'exchanges',
    exchanges: [{ facts, requestClass: 'navigation', outcome: 'allowed', mode: 'cors' }],
  };
}

function logWith(...messages: readonly ToWatcher[]) {
  const log = openLog({ nowMs: () => 10_000 });
  for (const message of [watching, ...messages]) log.receive(message);
  return { startedBefore: log.recording.startedBefore, ids: log.entries.map(({ facts }) => facts.id) };
}

describe('a document’s request that is reported after the navigation committed', () => {
  test('belongs to the new page', () => {
    expect(logWith(navigated, document('a', 200))).toEqual({ startedBefore: 0, ids: ['a'] });
  });

  test('belongs to the new page if it was redirected there', () => {
    const early = document('a', 200, 'https://page.example/first');
    expect(logWith(navigated, early, document('a', 200))).toEqual({ startedBefore: 0, ids: ['a'] });
  });

  test('does not belong to it if it leads elsewhere, began before the recording, or the page has one already', () => {
    expect(logWith(navigated, document('a', 200, 'https://page.example/')).startedBefore).toBe(1);
    expect(logWith(navigated, document('a', 99)).startedBefore).toBe(1);
    expect(logWith(document('a', 200), navigated, document('b', 150))).toEqual({
      startedBefore: 1,
      ids: ['a'],
    });
  });
});
