import type { CaseStep } from './cases';
import type { Written } from './hand-written';

const allowed = 'Access-Control-Allow-Origin: $O';
const star = 'Access-Control-Allow-Origin: *';
const withCredentials = 'Access-Control-Allow-Credentials: true';
const corp = (policy: string) => `Cross-Origin-Resource-Policy: ${policy}`;

/** The requests of a dedicated worker, by fetch() and by XMLHttpRequest where both can make them. */
const ofWorkers = [
  ['plain', 'allowed', { query: { h: [allowed] } }],
  ['missing', 'not allowed', { query: {} }],
  ['star', '* with credentials', { query: { h: [star, withCredentials] }, credentials: 'include' }],
  ['included', 'allowed with credentials', { query: { okc: '1' }, credentials: 'include' }],
  [
    'other',
    'another origin allowed',
    { query: { h: ['Access-Control-Allow-Origin: https://other.example'] } },
  ],
  ['put', 'a PUT whose preflight names no method', { method: 'PUT', query: { h: [allowed], ph: [allowed] } }],
  ['login', 'a preflight that is answered with 401', { method: 'PUT', query: { ok: '1', pst: '401' } }],
  ['denied', 'status 403 without the header', { query: { st: '403' } }],
] as const satisfies readonly (readonly [string, string, Partial<CaseStep>])[];

const workers: readonly Written[] = (['fetch', 'xhr'] as const).flatMap((via) =>
  ofWorkers.map(
    ([name, about, step]): Written => [
      `worker-${via}-${name}`,
      `${via} in a worker: ${about}`,
      { via, to: 'api', ...step } as CaseStep,
      'dedicated-worker',
    ],
  ),
);

const opaqueInWorkers: readonly Written[] = (['same-origin', 'same-site', 'cross-origin'] as const).map(
  (policy): Written => [
    `worker-corp-${policy}`,
    `mode no-cors in a worker: ${policy}`,
    { via: 'fetch', to: 'api', query: { h: [corp(policy)] }, mode: 'no-cors' },
    'dedicated-worker',
  ],
);

/** What the frame's own policy stops, or lets through. */
const policies: readonly Written[] = [
  ['csp-image', 'CSP against an image', { via: 'img', to: 'api', query: { k: 'img' } }, 'csp-frame'],
  ['csp-image-own', 'CSP that allows an image', { via: 'img', to: 'page', query: { k: 'img' } }, 'csp-frame'],
  [
    'csp-image-cors',
    'CSP against an image by CORS',
    { via: 'img', to: 'api', query: { k: 'img', h: [allowed] }, crossOrigin: 'anonymous' },
    'csp-frame',
  ],
  [
    'csp-script',
    'CSP without a rule for scripts',
    { via: 'script', to: 'api', query: { k: 'js' } },
    'csp-frame',
  ],
  [
    'csp-opaque',
    'CSP against mode no-cors',
    { via: 'fetch', to: 'api', query: {}, mode: 'no-cors' },
    'csp-frame',
  ],
  [
    'csp-put',
    'CSP against a PUT',
    { via: 'fetch', to: 'api', query: { ok: '1', pok: '1' }, method: 'PUT' },
    'csp-frame',
  ],
  [
    'csp-included',
    'CSP against an XMLHttpRequest with credentials',
    { via: 'xhr', to: 'api', query: { okc: '1' }, credentials: 'include' },
    'csp-frame',
  ],
];

/** The first of two requests of one URL that differ. Firefox's console does not tell which one it is about. */
const pairs: readonly Written[] = [
  ['included', { query: { okc: '1' }, credentials: 'include', twin: {} }],
  ['omitted', { query: { h: [star] }, credentials: 'omit', twin: { credentials: 'include' } }],
  ['refused', { query: { h: [star] }, credentials: 'include', twin: {} }],
  ['header', { query: { h: [allowed], ph: [allowed] }, headers: { 'X-Token': '1' }, twin: {} }],
  ['plain', { query: { h: [allowed], ph: [allowed] }, twin: { headers: { 'X-Token': '1' } } }],
  ['method', { query: { ok: '1', pok: '1' }, method: 'PUT', twin: { method: 'POST' } }],
  ['opaque', { query: {}, mode: 'no-cors', twin: { mode: 'cors' } }],
  ['cors', { query: {}, twin: { mode: 'no-cors' } }],
].map(
  ([name, step]): Written => [
    `pair-${name as string}`,
    `the first of two requests of one URL: ${name as string}`,
    { via: 'pair', to: 'api', ...(step as Partial<CaseStep>) } as CaseStep,
  ],
);

/** Schemes to which a redirect cannot lead. */
const schemes: readonly Written[] = [
  ['foo', 'foo:x?'],
  ['mailto', 'mailto:a@b.example?'],
  ['ftp', 'ftp://api.b.localhost/?'],
  ['ws', 'ws://api.b.localhost/x?'],
  ['view-source', 'view-source:http://api.b.localhost/x?'],
  ['blob', 'blob:http://api.b.localhost/1?'],
].flatMap(([scheme = '', target = '']) =>
  (['fetch', 'img'] as const).map((via): Written => {
    const id = `${via}-to-${scheme}`;
    const query = { st: '302', h: [allowed], loc: `${target}c=h-${id}&` };
    return [id, `${via} redirected to ${scheme}:`, { via, to: 'api', query }];
  }),
);

/** Refused handshakes, of which Chrome shows no status. Firefox delays them. */
const sockets: readonly Written[] = ['200', '400', '401', '403', '404', '500', '503'].map(
  (st): Written => [
    `refused-socket-${st}`,
    `a WebSocket answered ${st}`,
    { via: 'web-socket', to: 'api', query: { st } },
  ],
);

/** Requests in workers, under a policy, of one URL twice, redirected to other schemes, and for WebSockets. */
export const writtenPlaces: readonly Written[] = [
  ...workers,
  ...opaqueInWorkers,
  ...policies,
  ...pairs,
  ...schemes,
  ...sockets,
];

/** The ids of the cases that Firefox's run leaves out. */
export const onlyInChromium = /^h-(pair|refused-socket)-/;
