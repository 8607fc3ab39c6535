import { describe, expect, test } from 'vitest';
import { maxListenerText, maxTexts } from '../../src/protocol/content';
import { parseFromContent } from '../../src/protocol/parse-from-content';

const changed = { kind: 'location-hash', atMs: 1, count: 1, oldUrl: 'https://a.example/', by: 'not-visible' };

describe('the parser of messages from a frame', () => {
  test.each([
    { type: 'here', hasOpener: true, cameBack: false, name: { length: 3, hash: 7 } },
    { type: 'name', state: { length: 0, hash: 1 } },
    {
      type: 'where',
      whereabouts: [{ tab: 'opened', openedFrom: [], spot: [[1, 2]], origin: 'https://a.example' }, null],
    },
    { type: 'page-events', events: [changed] },
    { type: 'page-hints', hints: [], withCalls: true, dropped: 3 },
  ])('returns a valid message unchanged: %j', (message) => {
    expect(parseFromContent(message)).toEqual(message);
  });

  test('leaves out an event whose time is no date', () => {
    const events = [changed, { ...changed, atMs: 1e308 }];
    expect(parseFromContent({ type: 'page-events', events })).toEqual({
      type: 'page-events',
      events: [changed],
    });
  });

  test('removes an origin from a message', () => {
    const message = { type: 'here', hasOpener: false, cameBack: false, name: { length: 0, hash: 1 } };
    expect(parseFromContent({ ...message, origin: 'https://a.example' })).toEqual(message);
  });

  test.each([
    { type: 'page-events' },
    { type: 'page-events', events: {} },
    { type: 'page-hints', hints: 'x' },
    { type: 'name', state: { length: -1, hash: 0 } },
    { type: 'watch', tabId: 1, open: [], data: true },
    { type: 'settings' },
    'here',
    null,
  ])('returns null for %j', (message) => {
    expect(parseFromContent(message)).toBeNull();
  });

  test('keeps as many hints as a frame sends in a second, and none that is too large', () => {
    const hints = [...Array.from({ length: 1_500 }, () => ({ type: 'call' })), 1];
    expect(parseFromContent({ type: 'page-hints', hints })).toMatchObject({ hints: hints.slice(0, 1_000) });
    const large = [{ type: 'call', url: 'x'.repeat(4_000_000) }, { type: 'ended', atMs: 1n }, 'call'];
    expect(parseFromContent({ type: 'page-hints', hints: large })).toMatchObject({ hints: [] });
  });

  test('replaces a path without one of its steps by null', () => {
    const whereabouts = [{ tab: 'here', openedFrom: null, spot: [[0, 1], 'x'], origin: 'null' }];
    expect(parseFromContent({ type: 'where', whereabouts })).toEqual({ type: 'where', whereabouts: [null] });
  });
});

describe('the parser of page events from a frame', () => {
  test('returns an event of any kind unchanged', () => {
    expect(parseFromContent({ type: 'page-events', events: [changed] })).toMatchObject({ events: [changed] });
  });

  // biome-ignore format: a table
  test.each([
    null, 7, 'text', [], {},
    { ...changed, kind: 7 },
    { ...changed, count: 0 },
    { ...changed, count: 1.5 },
    { ...changed, atMs: Number.NaN },
    { ...changed, oldUrl: 'x'.repeat(4_000_000) },
    { ...changed, oldUrl: 1n },
  ])('drops what is not an event: %#', (value) => {
    expect(parseFromContent({ type: 'page-events', events: [value] })).toMatchObject({ events: [] });
  });

  test('accepts an event with all the listener texts that a frame sends', () => {
    const text = '\0'.repeat(maxListenerText);
    const listeners = Array.from({ length: maxTexts / maxListenerText }, () => ({ text }));
    const message = { kind: 'post-message', atMs: 1, count: 1, listeners };
    expect(parseFromContent({ type: 'page-events', events: [message] })).toMatchObject({ events: [message] });
  });
});
