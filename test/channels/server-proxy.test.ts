import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proxyEvidence } from '../../src/channels/server-proxy';
import type { HeaderList } from '../../src/engine';
import { exchangeFacts } from '../support/facts';

const page = 'https://page.example';
const evidenceOf = (headerList: HeaderList, status = 200, ofDocument: HeaderList | null = null) =>
  proxyEvidence(
    exchangeFacts([{ url: `${page}/api`, response: { status, headerList } }], {
      origin: page,
    }),
    ofDocument,
  );

describe('the signs of a proxy', () => {
  // biome-ignore format: a table
  test.each([
    // header                           value                                   mark               strength  by
    ['Via',                             '1.1 varnish, 1.1 abc.cloudfront.net',  'named-itself',    'strong', null],
    ['Forwarded',                       'for=192.0.2.60;proto=https',           'named-itself',    'strong', null],
    ['Proxy-Status',                    'edge.example; error=dns_timeout',      'named-itself',    'strong', null],
    ['X-Forwarded-For',                 '203.0.113.7',                          'forwarded-echo',  'medium', null],
    ['x-forwarded-proto',               'https',                                'forwarded-echo',  'medium', null],
    ['X-Real-IP',                       '203.0.113.7',                          'forwarded-echo',  'medium', null],
    ['Cache-Status',                    'ExampleCache; hit',                    'shared-cache',    'strong', null],
    ['X-Cache',                         'HIT from proxy.example',               'shared-cache',    'medium', null],
    ['X-Varnish',                       '32770 3',                              'shared-cache',    'strong', 'Varnish'],
    ['Age',                             '120',                                  'shared-cache',    'weak',   null],
    ['X-Served-By',                     'cache-fra-1234-FRA',                   'edge',            'strong', 'Fastly'],
    ['X-Served-By',                     'web-03',                               'upstream',        'medium', null],
    ['CF-RAY',                          '7d1-FRA',                              'edge',            'strong', 'Cloudflare'],
    ['cf-cache-status',                 'DYNAMIC',                              'edge',            'strong', 'Cloudflare'],
    ['X-Amz-Cf-Pop',                    'FRA56-P1',                             'edge',            'strong', 'CloudFront'],
    ['X-Akamai-Transformed',            '9 - 0 pmb=mRUM,1',                     'edge',            'strong', 'Akamai'],
    ['X-Vercel-Id',                     'fra1::iad1::x',                        'edge',            'strong', 'Vercel'],
    ['X-Nf-Request-Id',                 '01H',                                  'edge',            'strong', 'Netlify'],
    ['X-Azure-Ref',                     '0abc',                                 'edge',            'strong', 'Azure Front Door'],
    ['Fly-Request-Id',                  '01H-fra',                              'edge',            'strong', 'Fly.io'],
    ['x-amz-apigw-id',                  'abc=',                                 'gateway',         'strong', 'Amazon API Gateway'],
    ['X-Kong-Upstream-Latency',         '12',                                   'gateway',         'strong', 'Kong'],
    ['x-envoy-upstream-service-time',   '9',                                    'upstream',        'strong', 'Envoy'],
    ['X-Upstream-Addr',                 '10.0.0.3:8080',                        'upstream',        'strong', null],
    ['X-Middleware-Rewrite',            '/backend/users',                       'rewritten',       'strong', 'Next.js'],
    ['Server',                          'istio-envoy',                          'front-server',    'strong', 'Envoy'],
    ['Server',                          'cloudflare',                           'edge',            'strong', 'Cloudflare'],
    ['Server',                          'awselb/2.0',                           'front-server',    'strong', 'Elastic Load Balancing'],
    ['Server',                          'nginx/1.27.0',                         'front-server',    'weak',   null],
    ['Server-Timing',                   'cdn-cache; desc=HIT, edge; dur=1',     'edge',            'medium', null],
    ['Access-Control-Allow-Origin',     '*',                                    'cors-granted',    'weak',   null],
  ])('%s: %s', (header, value, mark, strength, by) => {
    expect(evidenceOf([[header, value]])).toEqual([{ mark, strength, header, value, by }]);
  });

  // biome-ignore format: a table
  test.each([
    ['Content-Type',   'text/html'],
    ['Server',         'gunicorn'],
    ['X-Powered-By',   'Express'],
    ['Age',            'none'],
    ['Set-Cookie',     'session=1'],
    ['Cache-Control',  'max-age=1'],
    ['Date',           'Sun, 22 Nov 2026 20:00:00 GMT'],
    ['X-Request-Id',   '1'],
  ])('do not include %s: %s', (header, value) => {
    expect(evidenceOf([[header, value]])).toEqual([]);
  });

  test('contain the name of a cookie, never its value', () => {
    expect(evidenceOf([['Set-Cookie', 'AWSALB=secret; Path=/']])).toEqual([
      {
        mark: 'balancer-cookie',
        strength: 'strong',
        header: 'Set-Cookie',
        value: 'AWSALB',
        by: 'Elastic Load Balancing',
      },
    ]);
  });

  test('include two servers in one response', () => {
    expect(
      evidenceOf([
        ['Server', 'nginx'],
        ['X-Powered-By', 'Express'],
      ])[0],
    ).toMatchObject({
      mark: 'two-servers',
      value: 'nginx + Express',
    });
  });

  // biome-ignore format: a table
  test.each([
    // document                          response                        found
    [[['Server', 'Vite']],               [['Server', 'gunicorn/22']],    'other-server'],
    [[['X-Powered-By', 'Next.js']],      [['Server', 'Kestrel']],        'other-server'],
    [[['Server', 'gunicorn/21']],        [['Server', 'gunicorn/22']],    undefined],
    [[],                                 [['Server', 'gunicorn']],       undefined],
  ] as const)('include a server other than the document’s: %j, %j', (ofDocument, response, mark) => {
    expect(evidenceOf(response, 200, ofDocument)[0]?.mark).toBe(mark);
  });

  // biome-ignore format: a table
  test.each([
    // URL                              server                mark                   by
    ['http://localhost:5173/api',       'gunicorn',           'development-server',  'Vite'],
    ['http://127.0.0.1:4200/api',       'Kestrel',            'development-server',  'Angular CLI'],
    ['http://localhost:5173/api',       'Vite',               undefined,             undefined],
    ['http://localhost:3000/api',       'gunicorn',           undefined,             undefined],
    ['https://page.example:5173/api',   'gunicorn',           undefined,             undefined],
  ])('include a development server’s port: %s, %s', (url, server, mark, by) => {
    const facts = exchangeFacts([{ url, response: { status: 200, headerList: [['Server', server]] } }], { origin: new URL(url).origin });
    expect(proxyEvidence(facts)[0]?.mark).toBe(mark);
    expect(proxyEvidence(facts)[0]?.by).toBe(by);
  });

  test('include a gateway’s status', () => {
    expect(evidenceOf([], 502)).toMatchObject([{ mark: 'gateway-status', header: ':status', value: '502' }]);
  });

  test('are found only on same-origin responses', () => {
    const hop = {
      url: 'https://api.example/',
      response: { status: 200, headerList: [['Via', '1.1 x']] },
    } as const;
    expect(proxyEvidence(exchangeFacts([hop], { origin: page }))).toEqual([]);
    expect(proxyEvidence(exchangeFacts([{ ...hop, url: page }, hop], { origin: page }))).toEqual([]);
    expect(proxyEvidence(exchangeFacts([hop], { origin: null }))).toEqual([]);
    expect(
      proxyEvidence(exchangeFacts([{ ...hop, response: null }], { origin: 'https://api.example' })),
    ).toEqual([]);
  });

  test('are sorted by strength', () => {
    const found = evidenceOf([
      ['Age', '1'],
      ['X-Cache', 'HIT'],
      ['Via', '1.1 x'],
    ]);
    expect(found.map(({ strength }) => strength)).toEqual(['strong', 'medium', 'weak']);
  });

  test('are read from any headers without an exception', () => {
    const headers = fc.array(
      fc.tuple(fc.constantFrom('Via', 'Set-Cookie', 'Server', 'X-Powered-By', 'Age', 'x'), fc.string()),
    );
    fc.assert(fc.property(headers, headers, (list, ofDocument) => void evidenceOf(list, 200, ofDocument)));
  });
});
