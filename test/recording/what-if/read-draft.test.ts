import { describe, expect, test } from 'vitest';
import { type Draft, emptyDraft } from '../../../src/recording/what-if/draft';
import { readDraft } from '../../../src/recording/what-if/read-draft';

const read = (part: Partial<Draft>) => readDraft({ ...emptyDraft, ...part });
const response = (text: string) => read({ hops: [{ preflight: '', response: text }] });

describe('the head of a response', () => {
  // biome-ignore format: a table
  test.each<[string, string, string | null, number[]]>([
    // what                            text                                          read                    lines left out
    ['nothing',                        '',                                           null,                   []],
    ['blanks',                         ' \n ',                                       null,                   []],
    ['a status line',                  'HTTP/1.1 404 Not Found',                     '404',                  []],
    ['HTTP/2',                         'HTTP/2 204 ',                                '204',                  []],
    ['a number',                       '301',                                        '301',                  []],
    ['a number and a reason',          '301 Moved',                                  '301',                  []],
    ['no status',                      'Vary: Origin',                               '200 Vary=Origin',      []],
    ['blank lines first',              '\n\nHTTP/1.1 500\nA: 1',                     '500 A=1',              []],
    ['Windows line ends',              'HTTP/1.1 200 OK\r\nA: 1\r\nB: 2\r\n',        '200 A=1 B=2',          []],
    ['a header twice',                 '200\nA: 1\nA: 2',                            '200 A=1 A=2',          []],
    ['an empty value',                 '200\nA:',                                    '200 A=',               []],
    ['blanks around',                  '200\n  A :  1 ',                             '200 A=1',              []],
    ['half a name',                    '200\nAccess-Con',                            '200',                  [2]],
    ['a sentence',                     '200\nA: 1\nnot a header',                    '200 A=1',              [3]],
    ['a name that is no token',        '200\n{}: 1',                                 '200',                  [2]],
    ['half a status',                  'HTTP/1.1 40\nA: 1',                          '200 A=1',              [1]],
  ])('%s', (_, text, expected, left) => {
    const { exchange, problems } = response(text);
    const answer = exchange?.hops[0]?.response;
    const said = answer && [answer.status, ...answer.headerList.map((header) => header.join('='))].join(' ');
    expect(said ?? null).toBe(expected);
    expect(problems).toEqual(left.map((line) => ({ field: 'response', hop: 0, line })));
  });
});

describe('a field', () => {
  // biome-ignore format: a table
  test.each<[Partial<Draft>, string | null]>([
    [{ origin: 'https://a.test' },            'https://a.test GET https://api.example/items'],
    [{ origin: 'https://a.test/page?x' },     'https://a.test GET https://api.example/items'],
    [{ origin: ' null ' },                    'null GET https://api.example/items'],
    [{ origin: 'chrome-extension://abc' },    'chrome-extension://abc GET https://api.example/items'],
    [{ origin: 'a.test' },                    null],
    [{ origin: '' },                          null],
    [{ method: 'put' },                       'https://app.example PUT https://api.example/items'],
    [{ method: 'patch' },                     'https://app.example patch https://api.example/items'],
    [{ method: '' },                          null],
    [{ method: 'G T' },                       null],
    [{ url: 'https://b.test:443/x#y' },       'https://app.example GET https://b.test/x#y'],
    [{ url: '/items' },                       null],
  ])('%j', (part, expected) => {
    const { exchange, problems } = read(part);
    expect(exchange && `${exchange.origin} ${exchange.hops[0]?.method} ${exchange.hops[0]?.url}`).toBe(expected);
    expect(problems.map(({ field }) => field)).toEqual(expected === null ? Object.keys(part) : []);
  });

  test('with headers has names of which the value is not known', () => {
    const { exchange, headers } = read({
      headers: 'X-Token\nAccept: text/html\ncontent-type: application/json',
    });
    expect(exchange?.hops[0]?.unsafeHeaderNames).toEqual(['content-type', 'x-token']);
    expect(headers).toEqual([
      ['X-Token', ''],
      ['Accept', 'text/html'],
      ['content-type', 'application/json'],
    ]);
  });
});

describe('redirects', () => {
  const to = (location: string, status = 302) => `HTTP/1.1 ${status}\nLocation: ${location}`;

  // biome-ignore format: a table
  test.each<[string, Partial<Draft>, string[]]>([
    ['are followed',                    { hops: [{ preflight: '', response: to('/b') }] }, ['GET https://api.example/items', 'GET https://api.example/b']],
    ['are followed twice',              { hops: [{ preflight: '', response: to('/b') }, { preflight: '', response: to('https://c.test/') }] },
      ['GET https://api.example/items', 'GET https://api.example/b', 'GET https://c.test/']],
    ['change POST',                     { method: 'POST', hops: [{ preflight: '', response: to('/b') }] }, ['POST https://api.example/items', 'GET https://api.example/b']],
    ['keep POST',                       { method: 'POST', hops: [{ preflight: '', response: to('/b', 307) }] }, ['POST https://api.example/items', 'POST https://api.example/b']],
    ['are not followed on request',     { redirectMode: 'manual', hops: [{ preflight: '', response: to('/b') }] }, ['GET https://api.example/items']],
    ['end at what is no URL',           { hops: [{ preflight: '', response: to('http://[') }] }, ['GET https://api.example/items']],
  ])('%s', (_, part, expected) => {
    expect(read(part).exchange?.hops.map(({ method, url }) => `${method} ${url}`)).toEqual(expected);
  });

  test('end in time if they go round', () => {
    const hops = Array.from({ length: 100 }, () => ({ preflight: '', response: to('/items') }));
    expect(read({ hops }).exchange?.hops).toHaveLength(21);
  });
});

test('a long text is read in time', () => {
  const { exchange } = response('A: 1\n'.repeat(100_000));
  expect(exchange?.hops[0]?.response?.headerList.length).toBeLessThanOrEqual(500);
});
