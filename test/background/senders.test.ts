import { describe, expect, test } from 'vitest';
import { openSenders } from '../../src/background/senders';

type Sender = Parameters<ReturnType<typeof openSenders>['frameOf']>[0];

const a = 'https://a.example';
const b = 'https://b.example';
const tab = { id: 1 };
const sender = (part: object) =>
  ({ id: 'own', tab, frameId: 4, documentId: 'd', ...part }) as unknown as Sender;

describe('a message comes from', () => {
  // biome-ignore format: a table
  test.each<[string, object, string]>([
    // the document             what the browser says                   its origin
    ['a page',                  { url: `${a}/x`, origin: a },           a],
    ['about:blank',             { url: 'about:blank', origin: a },      a],
    ['srcdoc',                  { url: 'about:srcdoc', origin: a },     a],
    ['a blob',                  { url: `blob:${a}/1`, origin: a },      a],
    ['a sandboxed page',        { url: `${a}/x`, origin: 'null' },      'null'],
    ['a sandboxed srcdoc',      { url: 'about:srcdoc', origin: 'null' }, 'null'],
    ['data:',                   { url: 'data:text/html,x', origin: 'null' }, 'null'],
    ['a file',                  { url: 'file:///x', origin: 'file://' }, 'null'],
    ['a page of no origin',     { url: `${a}/x` },                      'null'],
  ])('%s, as the browser says', (_, said, origin) => {
    for (const contextId of [undefined, 7]) {
      const frame = openSenders().frameOf(sender({ ...said, contextId }));
      expect(frame).toEqual({ frameId: 4, documentId: 'd', origin });
    }
  });

  test('the document that spoke first, though Firefox names the next one by now', () => {
    const senders = openSenders();
    const first = senders.frameOf(sender({ contextId: 7, url: `${a}/x`, origin: a }));
    const left = { contextId: 7, url: `${a}/x`, origin: 'null', documentId: 'next' };
    expect(senders.frameOf(sender(left))).toEqual(first);
    expect(senders.frameOf(sender({ ...left, contextId: 8 }))).toMatchObject({ documentId: 'next' });
  });

  test('nobody known where Firefox names another origin than that of the document that speaks', () => {
    const late = sender({ contextId: 7, url: `${a}/x`, origin: b, documentId: 'next' });
    expect(openSenders().frameOf(late)).toEqual({ frameId: 4, documentId: null, origin: 'null' });
  });

  test('no frame outside of tabs', () => {
    expect(openSenders().frameOf(sender({ tab: undefined, url: `${a}/x`, origin: a }))).toBeNull();
    expect(openSenders().frameOf(sender({ frameId: undefined, url: `${a}/x`, origin: a }))).toBeNull();
  });
});
