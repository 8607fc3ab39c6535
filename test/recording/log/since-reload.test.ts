import { describe, expect, test } from 'vitest';
import type { HeaderList } from '../../../src/engine';
import type { ToWatcher } from '../../../src/protocol/messages';
import { openLog } from '../../../src/recording/log/open-log';
import { exchangeFacts } from '../../support/facts';

const watching: ToWatcher = {
  type: 'watching',
  browser: { name: 'chrome', version: '156' },
  sinceMs: 1,
  hostPermission: true,
  isPrivate: false,
};
const navigated = (atMs: number, url = 'https://page.example/'): ToWatcher => ({
  type: 'navigated',
  url,
  documentId: `d${atMs}`,
  atMs,
});

const asks: HeaderList = [
  ['Origin', 'https://page.example'],
  ['Sec-Fetch-Mode', 'cors'],
];
const allows = (value: string): HeaderList => [['Access-Control-Allow-Origin', value]];
const [nothing, wrong, right] = [[], allows('https://other.example'), allows('https://page.example')];

/** A cross-origin GET that Chrome allowed or blocked, depending on these response headers. */
function seen(
  id: string,
  startedAtMs: number,
  headerList: HeaderList,
  url = 'https://api.example/',
): ToWatcher {
  const isBlocked = headerList !== right;
  const hop = {
    url,
    startedAtMs,
    requestHeaders: asks,
    response: { status: 200, headerList },
    responseStartedAtMs: isBlocked ? null : startedAtMs + 2,
  };
  const facts = exchangeFacts([hop], {
    id,
    requestId: id,
    startedAtMs,
    type: 'xmlhttprequest',
    origin: 'https://page.example',
    end: isBlocked
      ? { how: 'failed', atMs: startedAtMs + 3, error: 'net::ERR_FAILED' }
      : { how: 'completed', atMs: startedAtMs + 3, status: 200 },
  });
  const outcome = isBlocked ? 'blocked' : 'allowed';
  return { type: 'exchanges', exchanges: [{ facts, requestClass: 'simple', outcome, mode: 'cors' }] };
}

function logWith(...messages: readonly ToWatcher[]) {
  const log = openLog();
  for (const message of [watching, navigated(10), ...messages]) log.receive(message);
  return log;
}

describe('a request after a reload', () => {
  // biome-ignore format: a table
  test.each<[string, HeaderList, HeaderList, string | null]>([
    // what                           before    after     marked
    ['blocked, then allowed',         nothing,  right,    'now-allowed'],
    ['blocked twice for one reason',  nothing,  nothing,  'still-blocked'],
    ['blocked for another reason',    nothing,  wrong,    'next-reason'],
    ['allowed, then blocked',         right,    nothing,  null],
    ['allowed twice',                 right,    right,    null],
  ])('that was %s', (_, before, after, marked) => {
    const log = logWith(seen('1', 20, before), navigated(100), seen('2', 120, after));
    expect(log.sinceReload('2')).toBe(marked);
  });

  test('is recognized by its position among equal ones', () => {
    const log = logWith(
      seen('1', 20, right),
      seen('2', 30, nothing),
      navigated(100),
      seen('3', 120, right),
      seen('4', 130, right),
    );
    expect([log.sinceReload('3'), log.sinceReload('4')]).toEqual([null, 'now-allowed']);
  });

  test('is recognized without its fragment', () => {
    const log = logWith(
      seen('1', 20, nothing, 'https://api.example/#a'),
      navigated(100),
      seen('2', 120, right, 'https://api.example/#b'),
    );
    expect(log.sinceReload('2')).toBe('now-allowed');
  });

  test('is compared with the previous load, not with an earlier one', () => {
    const log = logWith(
      seen('1', 20, nothing),
      navigated(100),
      seen('2', 120, right),
      navigated(200),
      seen('3', 220, right),
    );
    expect(log.sinceReload('3')).toBe(null);
  });

  test('is also compared in a preserved log', () => {
    const log = openLog();
    log.setPreserve(true);
    for (const message of [
      watching,
      navigated(10),
      seen('1', 20, nothing),
      navigated(100),
      seen('2', 120, right),
    ]) {
      log.receive(message);
    }
    expect(log.entries).toHaveLength(2);
    expect([log.sinceReload('1'), log.sinceReload('2')]).toEqual([null, 'now-allowed']);
  });

  test('is not compared with requests of another page', () => {
    const log = logWith(
      seen('1', 20, nothing),
      navigated(100, 'https://page.example/else'),
      seen('2', 120, right),
    );
    expect(log.sinceReload('2')).toBe(null);
  });
});
