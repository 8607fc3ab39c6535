import { describe, expect, test } from 'vitest';
import type { MapNode, NodeKind } from '../../src/map/model';
import { pageMap } from '../../src/map/page-map';
import { proseFor } from '../../src/prose';
import { edgeSentence, mapProseFor, nodeName, nodeWords } from '../../src/prose/map';
import { asked, channel, endOf, mapFrame, someFrame } from '../support/page-maps';
import { languages } from '../support/prose-texts';

const node = (part: Partial<MapNode> = {}): MapNode => ({
  ...{ id: 'f7', kind: 'frame', parent: 'f0', origin: 'https://pay.example', url: 'https://pay.example/a/b' },
  ...{ frameId: 7, tabId: null, count: 1 },
  ...part,
});
const words = (part: Partial<MapNode>) => Object.values(nodeWords(node(part), mapProseFor('en'))).join(' | ');

describe('what is written on a box', () => {
  // biome-ignore format: a table
  test.each<[string, Partial<MapNode>]>([
    ['https://pay.example | frame 7 · /a/b',                   {}],
    ['https://pay.example | top · /',                          { frameId: 0, url: 'https://pay.example' }],
    ['https://pay.example | frame 7 · /reset',                 { url: 'https://me:word@pay.example/reset?token=x#y' }],
    ['opaque origin | frame 7 · about:srcdoc',                 { origin: 'null', url: 'about:srcdoc' }],
    ['opaque origin | frame 7 · data:',                        { origin: 'null', url: 'data:text/html,hello' }],
    ['https://pay.example | frame 7 · blob:',                  { url: 'blob:https://pay.example/1' }],
    ['https://pay.example | 12 frames',                        { kind: 'frames', count: 12 }],
    ['https://pay.example | window in another tab',             { kind: 'window', tabId: 12 }],
    ['unknown origin | unloaded documents',             { kind: 'gone', origin: null }],
    ['https://pay.example | ',                                 { kind: 'origin' }],
    ['35 more origins that only responded | ',                  { kind: 'origins', origin: null, count: 35 }],
  ])('%s', (expected, part) => {
    expect(words(part)).toBe(expected);
  });
});

describe.each(languages)('a line in %s', (language) => {
  const prose = mapProseFor(language);
  const [top, inner] = [mapFrame(0, null), mapFrame(7, 0, 'https://pay.example')];
  const map = pageMap(
    {
      origin: top.origin,
      frames: [top, inner],
      channels: [channel(endOf(inner), endOf(top), 5), channel(someFrame(null), endOf(top))],
      requests: [asked(endOf(top), 'https://a.example', 'blocked', 2)],
    },
    false,
  );
  const nameOf = (id: string) => {
    const found = map.nodes.find((each) => each.id === id);
    return found ? nodeName(found, prose) : '';
  };

  test('says who reached whom, and how often', () => {
    const said = map.edges.map((edge) =>
      edgeSentence(edge, nameOf, proseFor(language).outcomes, (kind) => kind, prose),
    );
    const expected = {
      en: [
        'top https://page.example → https://a.example: 2 requests, blocked',
        'top https://page.example (other end not visible): 1 event (received)',
        'frame 7 https://pay.example → top https://page.example: 5 events (received)',
      ],
      'zh-CN': [
        '顶层 https://page.example → https://a.example：2 个请求，已拦截',
        '顶层 https://page.example（另一端不可见）：1 次（received）',
        '框架 7 https://pay.example → 顶层 https://page.example：5 次（received）',
      ],
    };
    expect(said).toEqual(expected[language]);
  });

  test('and every kind of box have words', () => {
    const kinds: readonly NodeKind[] = ['frame', 'frames', 'gone', 'window', 'workers', 'origin', 'origins'];
    for (const kind of kinds) expect(nodeName(node({ kind, tabId: 3 }), prose)).not.toMatch(/undefined|null/);
    expect(prose.node('a', 'b', 1, 2)).toContain('b');
    expect(prose.summary(1, 2, 3, 4)).toMatch(/1.*2.*3.*4/);
    expect(prose.table.more(200, 431)).toMatch(/431|200/);
  });
});
