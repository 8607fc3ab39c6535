import { describe, expect, test } from 'vitest';
import { pairOf, type RuleName, ruleNames } from '../../src/channels/pair-rules';
import { registrableDomain, relationOf } from '../../src/engine/site';

const sites = { relationOf, registrableDomain };
const pair = (page: string, other: string) => pairOf(page, other, sites);
const ruleOf = (page: string, other: string, wanted: RuleName) =>
  pair(page, other).rules.find(({ rule }) => rule === wanted);

describe('the six rules', () => {
  // biome-ignore format: a table
  test.each([
    // page                      other                         relation       read       DOM       storage    cookies    embed      write
    ['https://a.example',        'https://a.example',          'same-origin', 'allowed', 'allowed', 'allowed', 'allowed', 'allowed', 'allowed'],
    ['https://www.a.com',        'https://api.a.com',          'same-site',   'consent', 'blocked', 'blocked', 'partly',  'allowed', 'allowed'],
    ['https://a.com',            'https://a.com:8443',         'same-site',   'consent', 'blocked', 'blocked', 'allowed', 'allowed', 'allowed'],
    ['http://a.com',             'https://a.com',              'cross-site',  'consent', 'blocked', 'blocked', 'partly',  'allowed', 'allowed'],
    ['https://a.com',            'http://a.com',               'cross-site',  'blocked', 'blocked', 'blocked', 'partly',  'partly',  'allowed'],
    ['https://a.com',            'https://b.com',              'cross-site',  'consent', 'blocked', 'blocked', 'blocked', 'allowed', 'allowed'],
    ['https://a.com',            'http://b.com',               'cross-site',  'blocked', 'blocked', 'blocked', 'blocked', 'partly',  'allowed'],
    ['https://a.com',            'http://localhost:3000',      'cross-site',  'consent', 'blocked', 'blocked', 'blocked', 'allowed', 'allowed'],
    ['https://a.com',            'http://127.0.0.1',           'cross-site',  'consent', 'blocked', 'blocked', 'blocked', 'allowed', 'allowed'],
    ['http://localhost:3000',    'http://localhost:8080',      'same-site',   'consent', 'blocked', 'blocked', 'allowed', 'allowed', 'allowed'],
    ['http://a.com',             'http://203.0.113.7',         'cross-site',  'consent', 'blocked', 'blocked', 'blocked', 'allowed', 'allowed'],
    ['null',                     'https://a.com',              'cross-site',  'consent', 'blocked', 'blocked', 'blocked', 'allowed', 'allowed'],
  ])('%s and %s', (page, other, relation, ...verdicts) => {
    const found = pair(page, other);
    expect(found.relation).toBe(relation);
    expect(found.rules.map(({ verdict }) => verdict)).toEqual(verdicts);
    expect(found.rules.map(({ rule }) => rule)).toEqual(ruleNames);
  });
});

describe('the reason', () => {
  // biome-ignore format: a table
  test.each([
    // rule         page                          other                          reason
    ['fetch',       'https://a.com',              'https://b.com',               'fetch-cors'],
    ['fetch',       'https://a.com',              'http://b.com',                'fetch-mixed-content'],
    ['fetch',       'null',                       'http://b.com',                'fetch-opaque-page'],
    ['dom',         'https://www.a.com',          'https://api.a.com',           'dom-document-domain'],
    ['dom',         'https://a.com',              'https://a.com:8443',          'dom-document-domain'],
    ['dom',         'http://127.0.0.1:1',         'http://127.0.0.1:2',          'dom-document-domain'],
    ['dom',         'http://a.com',               'https://a.com',               'dom-other-origin'],
    ['dom',         'https://one.github.io',      'https://two.github.io',       'dom-other-origin'],
    ['storage',     'https://a.com',              'https://a.com:8443',          'storage-other-origin'],
    ['storage',     'null',                       'https://a.com',               'storage-opaque-page'],
    ['cookies',     'https://a.com',              'https://a.com:8443',          'cookies-other-port'],
    ['cookies',     'https://a.com',              'http://a.com:8080',           'cookies-other-scheme'],
    ['cookies',     'https://www.a.com',          'https://api.a.com:8443',      'cookies-domain'],
    ['cookies',     'https://a.co.uk',            'https://x.y.a.co.uk',         'cookies-domain'],
    ['cookies',     'http://www.a.com',           'https://api.a.com',           'cookies-domain-other-scheme'],
    ['cookies',     'https://a.co.uk',            'https://b.co.uk',             'cookies-public-suffix'],
    ['cookies',     'https://one.github.io',      'https://two.github.io',       'cookies-public-suffix'],
    ['cookies',     'https://github.io',          'https://one.github.io',       'cookies-public-suffix'],
    ['cookies',     'https://a.com',              'https://b.com',               'cookies-public-suffix'],
    ['cookies',     'http://a.localhost',         'http://b.localhost',          'cookies-public-suffix'],
    ['cookies',     'https://a.com',              'https://a.org',               'cookies-other-host'],
    ['cookies',     'http://10.0.0.1',            'http://10.0.1.1',             'cookies-other-host'],
    ['cookies',     'http://[::1]',               'http://[::2]',                'cookies-other-host'],
    ['cookies',     'null',                       'https://a.com',               'cookies-opaque-page'],
    ['embedding',   'https://a.com',              'http://b.com',                'embedding-mixed-content'],
    ['writing',     'https://a.com',              'http://b.com',                'writing-insecure'],
    ['writing',     'http://a.com',               'https://b.com',               'writing-other-origin'],
  ] as const)('for %s between %s and %s is %s', (rule, page, other, reason) => {
    expect(ruleOf(page, other, rule)).toMatchObject({ rule, reason });
  });
});

describe('a pair', () => {
  test('is compared component by component, with explicit default ports', () => {
    expect(pair('http://a.com', 'https://a.com').components).toEqual([
      { component: 'scheme', page: 'http', other: 'https', isEqual: false },
      { component: 'host', page: 'a.com', other: 'a.com', isEqual: true },
      { component: 'port', page: '80', other: '443', isEqual: false },
    ]);
  });

  test('differs in every component if the page is opaque', () => {
    const { components, isOpaquePage } = pair('null', 'https://a.com');
    expect(isOpaquePage).toBe(true);
    expect(components.map(({ page, isEqual }) => [page, isEqual])).toEqual([
      ['', false],
      ['', false],
      ['', false],
    ]);
  });

  // biome-ignore format: a table
  test.each([
    ['https://www.a.com',  'http://api.a.com',   'a.com',     'a.com'],
    ['https://x.y.a.com',  'https://z.y.a.com',  'a.com',     'y.a.com'],
    ['https://a.co.uk',    'https://b.co.uk',    null,        'co.uk'],
    ['https://a.com',      'https://xa.com',     null,        'com'],
    ['https://a.com',      'https://a.org',      null,        null],
    ['http://1.2.3.4',     'http://5.6.3.4',     null,        null],
  ])('%s and %s: site %s, common domain %s', (page, other, site, parent) => {
    expect(pair(page, other)).toMatchObject({ site, parent });
  });
});
