import { describe, expect, test } from 'vitest';
import { mapSourceOf } from '../../src/devtools/store/map-of';
import { openLog } from '../../src/recording/log/open-log';
import { exchangeFacts, frameFacts } from '../support/facts';

const top = frameFacts(0, 'https://page.example/');
const child = frameFacts(1, `${top.url}sandboxed`);

/** Opens a log with both frames and one request with these facts. */
function logWith(part: Parameters<typeof exchangeFacts>[1]) {
  const log = openLog({ nowMs: () => 10_000, later: () => {} });
  log.receive({
    type: 'watching',
    browser: { name: 'chrome', version: '156' },
    sinceMs: 100,
    hostPermission: true,
    isPrivate: false,
  });
  log.receive({ type: 'frames', frames: [top, child], title: null });
  const facts = exchangeFacts([{}], { frameId: 1, documentId: 'd1', origin: 'null', ...part });
  log.receive({
    type: 'exchanges',
    exchanges: [{ facts, requestClass: 'simple', outcome: 'allowed', mode: 'cors' }],
  });
  return log;
}

describe('the frames of a log', () => {
  test('give a sandboxed document the opaque origin that its requests show', () => {
    expect(logWith({}).page.frames).toEqual([top, { ...child, origin: 'null' }]);
  });

  test('give the Map view the same origins', () => {
    const log = logWith({});
    const { frames } = mapSourceOf(log.page, log.entries, log.pageEvents, { all: [], parts: new Map() });
    expect(frames.map(({ origin }) => origin)).toEqual([top.origin, 'null']);
  });

  test('keep the opaque origin when the browser lists its frames again', () => {
    const log = logWith({});
    log.receive({ type: 'frames', frames: [top, child], title: 'A title' });
    expect(log.page.frames[1]?.origin).toBe('null');
  });

  // biome-ignore format: a table
  test.each([
    // a request that shows nothing of the document's origin
    ['a navigation of the frame',   { type: 'sub_frame' }],
    ['a request of a worker',       { initiator: 'dedicated-worker' }],
    ['a request with an origin',    { origin: 'https://page.example' }],
    ['a request of no document',    { documentId: null }],
  ] as const)('keep the origin of the URL after %s', (_, part) => {
    expect(logWith(part).page.frames).toEqual([top, child]);
  });

  test('are the same array until something changes', () => {
    const log = logWith({});
    const { frames } = log.page;
    log.receive({ type: 'permission', hostPermission: true });
    expect(log.page.frames).toBe(frames);
    expect(log.page).toBe(log.page);
  });
});
