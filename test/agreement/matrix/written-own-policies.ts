import type { Hop } from '../../../playground/scenario';
import type { CaseStep, Place } from './cases';
import type { Written } from './hand-written';

const h = ['Access-Control-Allow-Origin: $O'];
const ok = { h, k: 'text' };
const script = { h, k: 'js', b: 'hello' };
/** The hash of the body `hello`. */
const right = 'sha256-LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=';
const wrong = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

type To = 'page' | 'api' | 'third';

const embedded = (via: CaseStep['via'], to: To): CaseStep => ({ via, to, query: { k: 'html' } });
const socket = (to: To): CaseStep => ({ via: 'web-socket', to, query: {} });
const fetched = (to: To, more: Partial<CaseStep> = {}): CaseStep => ({
  via: 'fetch',
  to,
  query: ok,
  ...more,
});
const redirected = (via: CaseStep['via'], from: To, to: To, query: Hop['query'] = ok): CaseStep => ({
  via,
  to: from,
  query: { st: '302', h, loc: { to, query } },
});
/** The document of a frame that reports that it ran. */
const running = (id: string) => ({ k: 'html', b: `<script src="/x?k=js&ran=h-${id}&"></script>` });
const put = (to: To) => fetched(to, { method: 'PUT', query: { k: 'text', ok: '1' } });

/** What a frame's Connection-Allowlist decides, for requests that webRequest shows, shows in part or not at all. */
const ofLists: readonly Written[] = (
  [
    // The list has the frame's own origin only.
    ['list-ws', 'a WebSocket that an allowlist does not name', socket('api'), 'allowlist-frame'],
    ['list-ws-own', 'a WebSocket that an allowlist names', socket('page'), 'allowlist-frame'],
    ['list-frame', 'a frame that an allowlist does not name', embedded('frame', 'api'), 'allowlist-frame'],
    ['list-frame-own', 'a frame that an allowlist names', embedded('frame', 'page'), 'allowlist-frame'],
    [
      'list-frame-away',
      'a frame, redirected away',
      redirected('frame', 'page', 'api', running('list-frame-away')),
      'allowlist-frame',
    ],
    [
      'list-object',
      'an object that an allowlist does not name',
      embedded('object', 'api'),
      'allowlist-frame',
    ],
    ['list-object-own', 'an object that an allowlist names', embedded('object', 'page'), 'allowlist-frame'],
    ['list-put', 'a PUT that an allowlist does not name', put('api'), 'allowlist-frame'],
    ['list-put-own', 'a PUT that an allowlist names', put('page'), 'allowlist-frame'],
    ['list-no-cors', 'mode no-cors', fetched('api', { mode: 'no-cors' }), 'allowlist-frame'],
    [
      'list-script',
      'a script that an allowlist does not name',
      { via: 'script', to: 'api', query: script },
      'allowlist-frame',
    ],
    [
      'list-style',
      'a style sheet that an allowlist does not name',
      { via: 'stylesheet', to: 'api', query: { k: 'css' } },
      'allowlist-frame',
    ],
    [
      'list-manual',
      'a redirect that is not followed',
      { ...redirected('fetch', 'page', 'api'), redirect: 'manual' },
      'allowlist-frame',
    ],
    // The list has a pattern for the other site, and allows redirects.
    ['pattern-fetch', 'fetch() that a pattern names', fetched('api'), 'list-frame'],
    ['pattern-fetch-third', 'fetch() that no pattern names', fetched('third'), 'list-frame'],
    [
      'pattern-away',
      'a redirect to what no pattern names',
      redirected('fetch', 'page', 'third'),
      'list-frame',
    ],
    ['pattern-frame', 'a frame that a pattern names', embedded('frame', 'api'), 'list-frame'],
    ['pattern-frame-third', 'a frame that no pattern names', embedded('frame', 'third'), 'list-frame'],
    [
      'pattern-frame-away',
      'a frame, redirected to what no pattern names',
      redirected('frame', 'page', 'third', running('pattern-frame-away')),
      'list-frame',
    ],
    ['pattern-ws', 'a WebSocket that a pattern names', socket('api'), 'list-frame'],
    ['pattern-ws-third', 'a WebSocket that no pattern names', socket('third'), 'list-frame'],
    // The list only reports.
    ['reported-fetch', 'fetch() under a list that only reports', fetched('api'), 'report-only-frame'],
    [
      'reported-missing',
      'the same without Access-Control-Allow-Origin',
      fetched('api', { query: {} }),
      'report-only-frame',
    ],
    [
      'reported-away',
      'a redirect under such a list',
      redirected('fetch', 'page', 'api'),
      'report-only-frame',
    ],
    ['reported-frame', 'a frame under such a list', embedded('frame', 'api'), 'report-only-frame'],
    ['reported-ws', 'a WebSocket under such a list', socket('api'), 'report-only-frame'],
    [
      'reported-img',
      'an image under such a list',
      { via: 'img', to: 'api', query: { k: 'img' } },
      'report-only-frame',
    ],
  ] satisfies readonly (readonly [string, string, CaseStep, Place])[]
).map((one): Written => one);

const scriptOf = (to: To, more: Partial<CaseStep> = {}): CaseStep => ({
  via: 'script',
  to,
  query: script,
  ...more,
});

/** The other policies of a page, and the address space that it declares. */
const others: readonly Written[] = [
  [
    'integrity-none',
    'a script without integrity under Integrity-Policy',
    scriptOf('page'),
    'integrity-frame',
  ],
  [
    'integrity-no-cors',
    'a script with integrity only',
    scriptOf('page', { integrity: right }),
    'integrity-frame',
  ],
  [
    'integrity-cors',
    'a script with crossorigin only',
    scriptOf('api', { crossOrigin: 'anonymous' }),
    'integrity-frame',
  ],
  [
    'integrity-both',
    'a script with both',
    scriptOf('api', { integrity: right, crossOrigin: 'anonymous' }),
    'integrity-frame',
  ],
  [
    'integrity-both-own',
    'a script of its origin with both',
    scriptOf('page', { integrity: right, crossOrigin: 'anonymous' }),
    'integrity-frame',
  ],
  [
    'integrity-both-wrong',
    'a script with a wrong hash',
    scriptOf('api', { integrity: wrong, crossOrigin: 'anonymous' }),
    'integrity-frame',
  ],
  [
    'integrity-module',
    'a module with integrity',
    scriptOf('page', { via: 'module', integrity: right }),
    'integrity-frame',
  ],
  [
    'integrity-style',
    'a style sheet, which the policy does not cover',
    { via: 'stylesheet', to: 'page', query: { k: 'css' } },
    'integrity-frame',
  ],
  [
    'sync-xhr',
    'a synchronous XMLHttpRequest that Permissions-Policy forbids',
    { via: 'sync-xhr', to: 'api', query: ok },
    'quiet-frame',
  ],
  ['sync-xhr-allowed', 'a synchronous XMLHttpRequest', { via: 'sync-xhr', to: 'api', query: ok }],
  ['sync-xhr-missing', 'one without Access-Control-Allow-Origin', { via: 'sync-xhr', to: 'api', query: {} }],
  ['space-right', 'the right address space', fetched('api', { targetAddressSpace: 'loopback' })],
  ['space-wrong', 'a wrong address space', fetched('api', { targetAddressSpace: 'local' })],
  ['space-public', 'another wrong address space', fetched('api', { targetAddressSpace: 'public' })],
  ['space-unknown', 'the address space unknown', fetched('api', { targetAddressSpace: 'unknown' })],
  [
    'space-wrong-framed',
    'a wrong address space in a public page',
    fetched('api', { targetAddressSpace: 'local' }),
    'public-frame',
  ],
  ['public-ws', 'a WebSocket of a public page to this machine', socket('api'), 'public-frame'],
  [
    'private-header',
    'an obsolete header on the preflight',
    { ...put('api'), query: { ...put('api').query, ph: 'Access-Control-Allow-Private-Network: true' } },
  ],
];

/** Requests under policies of their own page. */
export const writtenOwnPolicies: readonly Written[] = [...ofLists, ...others];
