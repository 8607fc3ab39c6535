import { describe, expect, test } from 'vitest';
import { classicPairs } from '../../src/channels/classic-pairs';
import { parseTypedUrl } from '../../src/channels/typed-url';
import { relationOf } from '../../src/engine/site';

describe('a typed URL', () => {
  // biome-ignore format: a table
  test.each([
    // typed                          origin                          notes
    ['https://a.com/b?c#d',           'https://a.com',                []],
    ['  https://A.com  ',             'https://a.com',                []],
    ['https://a.com:443/',            'https://a.com',                []],
    ['https://user:word@a.com',       'https://a.com',                []],
    ['a.com',                         'https://a.com',                ['https-assumed']],
    ['a.com:8080/x',                  'https://a.com:8080',           ['https-assumed']],
    ['//cdn.a.com/x.js',              'https://cdn.a.com',            ['https-assumed']],
    ['localhost:3000',                'http://localhost:3000',        ['http-assumed']],
    ['LOCALHOST',                     'http://localhost',             ['http-assumed']],
    ['app.localhost:3000/x',          'http://app.localhost:3000',    ['http-assumed']],
    ['127.0.0.1:5173',                'http://127.0.0.1:5173',        ['http-assumed']],
    ['[::1]:80',                      'http://[::1]',                 ['http-assumed']],
    ['192.168.1.2',                   'https://192.168.1.2',          ['https-assumed']],
    ['localhost.evil.com',            'https://localhost.evil.com',   ['https-assumed']],
    ['ws://a.com/chat',               'http://a.com',                 ['web-socket-as-http']],
    ['wss://a.com:8443',              'https://a.com:8443',           ['web-socket-as-http']],
    ['https://例え.jp',                 'https://xn--r8jz45g.jp',       ['host-converted']],
    ['http://0x7f.1',                 'http://127.0.0.1',             ['host-converted']],
    ['blob:https://a.com/1-2-3',      'https://a.com',                []],
    ['http:/a.com',                   'http://a.com',                 []],
  ])('"%s" has the origin %s', (typed, origin, notes) => {
    expect(parseTypedUrl(typed, 'other')).toEqual({ kind: 'origin', origin, notes });
  });

  // biome-ignore format: a table
  test.each([
    // typed                    problem
    ['http://',                 'no-host'],
    ['https://:8080/x',         'no-host'],
    ['http://a b.com',          'space'],
    ['two words',               'space'],
    ['http://a.com:99999',      'bad-port'],
    ['http://a.com:80a',        'bad-port'],
    ['a.com:65536',             'bad-port'],
    ['http://[::1',             'no-url'],
    ['::1',                     'no-url'],
    ['http://a%b.com',          'no-url'],
    ['mailto:a@b.com',          'other-scheme'],
    ['ftp://a.com',             'other-scheme'],
    ['chrome-extension://abc/', 'other-scheme'],
    ['data:text/html,x',        'opaque-target'],
    ['file:///tmp/x.html',      'opaque-target'],
    ['about:blank',             'opaque-target'],
    ['null',                    'opaque-target'],
  ])('"%s" is rejected: %s', (typed, problem) => {
    expect(parseTypedUrl(typed, 'other')).toEqual({ kind: 'wrong', problem });
  });

  test.each(['data:text/html,x', 'file:///tmp/x.html', 'about:blank', 'null'])(
    '"%s" is a page with an opaque origin',
    (typed) => {
      expect(parseTypedUrl(typed, 'page')).toEqual({ kind: 'origin', origin: 'null', notes: ['opaque'] });
    },
  );

  test('is empty if it is only white space', () => {
    expect(parseTypedUrl(' \n', 'page')).toEqual({ kind: 'empty' });
  });

  test('never throws, even if it is very long', () => {
    for (const typed of ['a'.repeat(1e6), '\u0000', '\u202e', '😀'.repeat(5000), '%', '/', ':', '@', '[]']) {
      expect(() => parseTypedUrl(typed, 'page')).not.toThrow();
    }
  });
});

describe('the classic pairs', () => {
  // biome-ignore format: a table
  test.each([
    ['same-folder',     'same-origin'],
    ['other-folder',    'same-origin'],
    ['other-port',      'same-site'],
    ['other-scheme',    'cross-site'],
    ['address-of-host', 'cross-site'],
    ['subdomain',       'same-site'],
    ['other-domain',    'cross-site'],
  ])('%s: %s', (name, relation) => {
    const pair = classicPairs.find((candidate) => candidate.name === name)!;
    const [page, other] = [parseTypedUrl(pair.page, 'page'), parseTypedUrl(pair.other, 'other')];
    if (page.kind !== 'origin' || other.kind !== 'origin') throw new Error(`no pair of origins: ${name}`);
    expect(relationOf(page.origin, other.origin)).toBe(relation);
  });

  test('are seven', () => {
    expect(classicPairs).toHaveLength(7);
  });
});
