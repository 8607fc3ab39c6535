import { describe, expect, test } from 'vitest';
import {
  differingComponents,
  isPotentiallyTrustworthy,
  isRedirectTainted,
  isSameOrigin,
  originOf,
  parseUrl,
  portOf,
  serializeRequestOrigin,
} from '../../src/engine/origin';

describe('the origin of a URL', () => {
  // biome-ignore format: a table
  test.each([
    ['https://a.example/x?y#z',      'https://a.example'],
    ['https://a.example:443/',       'https://a.example'],
    ['http://a.example:80/',         'http://a.example'],
    ['https://a.example:8443/',      'https://a.example:8443'],
    ['http://a.example:443/',        'http://a.example:443'],
    ['HTTPS://A.EXAMPLE/',           'https://a.example'],
    ['https://user:pw@a.example/',   'https://a.example'],
    ['https://xn--bcher-kva.example','https://xn--bcher-kva.example'],
    ['https://bücher.example',       'https://xn--bcher-kva.example'],
    ['http://[::1]:8080/',           'http://[::1]:8080'],
    ['http://0x7f.1/',               'http://127.0.0.1'],
    ['ws://a.example/',              'ws://a.example'],
    ['blob:https://a.example/1',     'https://a.example'],
    ['data:,x',                      'null'],
    ['about:blank',                  'null'],
    ['file:///x',                    'null'],
    ['chrome-extension://abc/x',     'null'],
    ['no URL',                       'null'],
    ['',                             'null'],
  ])('%s is %s', (url, origin) => {
    expect(originOf(url)).toBe(origin);
  });
});

test('the origin of a host with other letters stays right after many URLs', () => {
  const origins = new Set(Array.from({ length: 20_000 }, () => originOf('https://bücher.example')));
  expect([...origins]).toEqual(['https://xn--bcher-kva.example']);
});

describe('same origin', () => {
  // biome-ignore format: a table
  test.each([
    ['https://a.example',   'https://a.example',      true],
    ['https://a.example',   'http://a.example',       false],
    ['https://a.example',   'https://b.a.example',    false],
    ['https://a.example',   'https://a.example:8443', false],
    ['null',                'null',                   false],
    ['null',                'https://a.example',      false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(isSameOrigin(a, b)).toBe(same);
    expect(isSameOrigin(b, a)).toBe(same);
  });
});

describe('redirect-taint, and the origin that each hop sends', () => {
  const page = 'https://page.example';
  const home = `${page}/`;
  const a = 'https://a.example/';
  const b = 'https://b.example/';

  // biome-ignore format: a table
  test.each([
    // chain                                  origin   presented by its last hop
    [[home],                                  page,    page],
    [[a],                                     page,    page],
    [[home, a],                               page,    page],
    [[home, home, a],                         page,    page],
    [[a, a],                                  page,    page],
    [[a, 'https://a.example/other'],          page,    page],
    [[a, b],                                  page,    'null'],
    [[a, home],                               page,    'null'],
    [[a, home, home],                         page,    'null'],
    [[home, a, home],                         page,    'null'],
    [[home, a, b],                            page,    'null'],
    [[a, b, b],                               page,    'null'],
    [[a, a, b],                               page,    'null'],
    [['http://a.example/', a],                page,    'null'],
    [[a, 'https://a.example:8443/'],          page,    'null'],
    [[a, 'https://www.a.example/'],           page,    'null'],
    [[a],                                     'null',  'null'],
    [[home, a],                               'null',  'null'],
  ])('%j from %s sends %s', (urlList, origin, presented) => {
    expect(serializeRequestOrigin({ origin, urlList })).toBe(presented);
    if (origin !== 'null') expect(isRedirectTainted({ origin, urlList })).toBe(presented === 'null');
  });

  test('is that of the first request until a redirect taints the chain', () => {
    const urlList = [home, a, b, home];
    const presented = urlList.map((_, index) =>
      serializeRequestOrigin({ origin: page, urlList: urlList.slice(0, index + 1) }),
    );
    expect(presented).toEqual([page, page, 'null', 'null']);
  });
});

describe('the components in which two origins differ', () => {
  // biome-ignore format: a table
  test.each([
    ['https://a.example',       'https://a.example',        []],
    ['https://a.example',       'https://b.example',        ['host']],
    ['https://a.example',       'https://a.example:8443',   ['port']],
    ['http://a.example',        'https://a.example',        ['scheme', 'port']],
    ['http://a.example:8080',   'https://a.example:8080',   ['scheme']],
    ['http://a.example',        'https://b.example:8443',   ['scheme', 'host', 'port']],
    ['https://a.example',       'wss://a.example',          []],
    ['http://a.example',        'ws://a.example',           []],
    ['https://a.example',       'ws://a.example',           ['scheme', 'port']],
    ['https://a.example',       'https://a.example:443',    []],
    ['null',                    'https://a.example',        ['scheme', 'host', 'port']],
    ['null',                    'null',                     ['scheme', 'host', 'port']],
  ])('%s, %s: %j', (a, b, components) => {
    expect(differingComponents(a, b)).toEqual(components);
    expect(differingComponents(b, a)).toEqual(components);
  });

  // biome-ignore format: a table
  test.each([
    ['http://a.example',        '80'],
    ['https://a.example',       '443'],
    ['ws://a.example',          '80'],
    ['wss://a.example',         '443'],
    ['http://a.example:8080',   '8080'],
    ['foo://a.example',         ''],
  ])('the port of %s is "%s"', (url, port) => {
    expect(portOf(parseUrl(url)!)).toBe(port);
  });
});

describe('a potentially trustworthy URL', () => {
  // biome-ignore format: a table
  test.each([
    ['https://a.example/',             true],
    ['wss://a.example/',               true],
    ['http://localhost:3000/',         true],
    ['http://LOCALHOST/',              true],
    ['http://api.localhost/',          true],
    ['http://127.0.0.1:8080/',         true],
    ['http://127.9.9.9/',              true],
    ['http://[::1]/',                  true],
    ['ws://localhost/',                true],
    ['http://a.example/',              false],
    ['ws://a.example/',                false],
    ['http://localhost.example/',      false],
    ['http://notlocalhost/',           false],
    ['http://127.0.0.1.example/',      false],
    ['http://128.0.0.1/',              false],
    ['http://192.168.0.1/',            false],
    ['http://[::2]/',                  false],
    ['http://0.0.0.0/',                false],
    ['null',                           false],
    ['',                               false],
  ])('%s: %s', (url, is) => {
    expect(isPotentiallyTrustworthy(url)).toBe(is);
  });
});
