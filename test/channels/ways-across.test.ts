import { describe, expect, test } from 'vitest';
import { pairOf } from '../../src/channels/pair-rules';
import { type Way, waysAcross } from '../../src/channels/ways-across';
import { registrableDomain, relationOf } from '../../src/engine/site';
import { originsProse } from '../../src/prose/origins';
import { someOrigins } from '../support/origins';

const sites = { relationOf, registrableDomain };
const found = (page: string, other: string) => waysAcross(pairOf(page, other, sites));
const reasonOf = (page: string, other: string, wanted: Way) =>
  found(page, other).find(({ way }) => way === wanted)?.reason;

describe('the techniques', () => {
  test('stand in the order in which to consider them', () => {
    expect(found('https://a.com', 'https://b.com').map(({ way }) => way)).toEqual([
      'cors',
      'server-proxy',
      'post-message',
      'web-socket',
      'jsonp',
      'document-domain',
      'location-hash',
      'window-name',
    ]);
  });

  // biome-ignore format: a table
  test.each([
    // page               other                 CORS    proxy   post    ws      JSONP   domain  hash    name
    ['https://a.com',     'https://b.com',      'with', 'yes',  'with', 'with', 'with', 'no',   'with', 'with'],
    ['https://w.a.com',   'https://x.a.com',    'with', 'yes',  'with', 'with', 'with', 'with', 'with', 'with'],
    ['https://a.com',     'https://a.com:8443', 'with', 'yes',  'with', 'with', 'with', 'with', 'with', 'with'],
    ['http://a.com',      'https://a.com',      'with', 'yes',  'with', 'with', 'with', 'no',   'with', 'with'],
    ['https://a.com',     'http://a.com',       'no',   'yes',  'with', 'no',   'no',   'no',   'no',   'no'],
    ['https://a.com',     'http://localhost:1', 'with', 'yes',  'with', 'with', 'with', 'no',   'with', 'with'],
    ['null',              'https://a.com',      'with', 'with', 'with', 'with', 'with', 'no',   'with', 'with'],
  ])('from %s to %s', (page, other, ...works) => {
    expect(found(page, other).map((way) => way.works)).toEqual(works);
  });

  test('are not needed for the same origin', () => {
    for (const { works, reason } of found('https://a.com', 'https://a.com')) {
      expect([works, reason]).toEqual(['unneeded', 'same-origin']);
    }
  });
});

describe('the reason', () => {
  // biome-ignore format: a table
  test.each([
    // way               page                       other                      reason
    ['document-domain',  'https://www.a.com',       'https://api.a.com',       'document-domain-site'],
    ['document-domain',  'https://www.a.com:1',     'https://api.a.com:2',     'document-domain-site'],
    ['document-domain',  'https://a.com',           'https://a.com:8443',      'document-domain-port'],
    ['document-domain',  'http://localhost:1',      'http://localhost:2',      'document-domain-port'],
    ['document-domain',  'http://127.0.0.1:1',      'http://127.0.0.1:2',      'document-domain-port'],
    ['document-domain',  'http://a.com',            'https://a.com',           'document-domain-scheme'],
    ['document-domain',  'http://www.a.com',        'https://api.a.com',       'document-domain-scheme'],
    ['document-domain',  'https://one.github.io',   'https://two.github.io',   'document-domain-suffix'],
    ['document-domain',  'https://a.com',           'https://a.org',           'document-domain-host'],
    ['document-domain',  'http://10.0.0.1',         'http://10.0.0.2',         'document-domain-host'],
    ['document-domain',  'null',                    'https://a.com',           'document-domain-opaque-page'],
    ['cors',             'null',                    'https://a.com',           'cors-opaque-page'],
    ['cors',             'https://a.com',           'http://b.com',            'mixed-content'],
    ['server-proxy',     'https://a.com',           'http://b.com',            'proxy-mixed-content'],
    ['post-message',     'https://a.com',           'http://b.com',            'post-message-mixed-content'],
    ['web-socket',       'https://a.com',           'http://b.com',            'web-socket-mixed-content'],
    ['location-hash',    'null',                    'https://a.com',           'hash-one-way'],
    ['location-hash',    'https://a.com',           'http://b.com',            'frame-mixed-content'],
    ['window-name',      'null',                    'https://a.com',           'window-name-opaque-page'],
  ] as const)('of %s from %s to %s is %s', (way, page, other, reason) => {
    expect(reasonOf(page, other, way)).toBe(reason);
  });

  test('has a pair for each code', () => {
    const reasons = someOrigins.flatMap((page) =>
      someOrigins.slice(1).flatMap((other) => found(page, other).map(({ reason }) => reason)),
    );
    expect([...new Set(reasons)].sort()).toEqual(Object.keys(originsProse.in('en').wayReasons).sort());
  });
});
