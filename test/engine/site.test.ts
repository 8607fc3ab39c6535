import { describe, expect, test } from 'vitest';
import { registrableDomain, relationOf } from '../../src/engine/site';

describe('the relation of two origins', () => {
  // biome-ignore format: a table
  test.each([
    ['https://a.example.com',      'https://a.example.com',        'same-origin'],
    ['https://a.example.com',      'https://b.example.com',        'same-site'],
    ['https://example.com',        'https://a.b.example.com',      'same-site'],
    ['https://example.com',        'https://example.com:8443',     'same-site'],
    ['https://example.com',        'http://example.com',           'cross-site'],
    ['https://example.com',        'https://example.org',          'cross-site'],
    ['https://a.co.uk',            'https://b.co.uk',              'cross-site'],
    ['https://x.a.co.uk',          'https://y.a.co.uk',            'same-site'],
    ['https://one.github.io',      'https://two.github.io',        'cross-site'],
    ['https://a.one.github.io',    'https://one.github.io',        'same-site'],
    ['https://github.io',          'https://one.github.io',        'cross-site'],
    ['http://localhost:3000',      'http://localhost:8080',        'same-site'],
    ['http://a.localhost',         'http://b.localhost',           'cross-site'],
    ['http://127.0.0.1:3000',      'http://127.0.0.1:8080',        'same-site'],
    ['http://127.0.0.1',           'http://127.0.0.2',             'cross-site'],
    ['http://localhost',           'http://127.0.0.1',             'cross-site'],
    ['http://[::1]:1',             'http://[::1]:2',               'same-site'],
    ['http://[::1]',               'http://[::2]',                 'cross-site'],
    ['https://com',                'https://com:8443',             'same-site'],
    ['https://intranet',           'https://intranet:8443',        'same-site'],
    ['https://www.a.test',         'https://api.a.test',           'same-site'],
    ['https://www.a.test',         'https://api.b.test',           'cross-site'],
    ['null',                       'null',                         'cross-site'],
    ['null',                       'https://example.com',          'cross-site'],
  ])('%s and %s are %s', (a, b, relation) => {
    expect(relationOf(a, b)).toBe(relation);
    expect(relationOf(b, a)).toBe(relation);
  });
});

// biome-ignore format: a table
test.each([
  ['a.b.example.co.uk',   'example.co.uk'],
  ['example.com',         'example.com'],
  ['one.github.io',       'one.github.io'],
  ['github.io',           null],
  ['co.uk',               null],
  ['localhost',           null],
  ['127.0.0.1',           null],
  ['[::1]',               null],
  ['',                    null],
])('the registrable domain of %s is %s', (host, domain) => {
  expect(registrableDomain(host)).toBe(domain);
});
