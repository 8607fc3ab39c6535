import type { Case, CaseStep, Place } from './cases';
import { writtenElements } from './written-elements';
import { writtenNeeds } from './written-needs';
import { writtenOwnPolicies } from './written-own-policies';
import { writtenPlaces } from './written-places';
import { writtenPolicies } from './written-policies';

const allowed = 'Access-Control-Allow-Origin: $O';
const other = 'Access-Control-Allow-Origin: https://other.example';
const nosniff = 'X-Content-Type-Options: nosniff';
const corp = (policy: string) => `Cross-Origin-Resource-Policy: ${policy}`;
/** The hash of the body `hello`; the other one matches no response. */
const right = 'sha256-LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=';
const wrong = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

/** A case that is written by hand. */
export type Written = readonly [id: string, about: string, step: CaseStep, place?: Place];

/** A redirect to another origin that allows everything. */
const toApi = { st: '302', h: [allowed], loc: { to: 'third', query: { h: [allowed] } } } as const;

/**
 * Requests that neither the CORS check nor a preflight nor a redirect rule decides, and those with an upload
 * listener, which the playground and the matrix do not have.
 */
const written: readonly Written[] = [
  ['redirect-manual', 'redirect: manual', { via: 'fetch', to: 'api', query: toApi, redirect: 'manual' }],
  ['redirect-error', 'redirect: error', { via: 'fetch', to: 'api', query: toApi, redirect: 'error' }],
  [
    'redirect-manual-own',
    'redirect: manual on the page’s origin',
    { via: 'fetch', to: 'page', query: toApi, redirect: 'manual' },
  ],
  [
    'redirect-error-own',
    'redirect: error on the page’s origin',
    { via: 'fetch', to: 'page', query: toApi, redirect: 'error' },
  ],
  [
    'redirect-manual-none',
    'redirect: manual, and no redirect',
    { via: 'fetch', to: 'api', query: { h: [allowed] }, redirect: 'manual' },
  ],
  ['same-origin-own', 'mode same-origin', { via: 'fetch', to: 'page', query: {}, mode: 'same-origin' }],
  [
    'same-origin-cross',
    'mode same-origin to another origin',
    { via: 'fetch', to: 'api', query: { h: [allowed] }, mode: 'same-origin' },
  ],
  [
    'same-origin-away',
    'mode same-origin, redirected to another origin',
    { via: 'fetch', to: 'page', query: toApi, mode: 'same-origin' },
  ],
  [
    'userinfo-own',
    'userinfo on a redirect within the page’s origin',
    {
      via: 'fetch',
      to: 'page',
      query: { st: '302', loc: { to: 'page', userinfo: 'user:secret', query: {} } },
    },
  ],
  [
    'integrity-right',
    'integrity that matches',
    { via: 'fetch', to: 'api', query: { h: [allowed] }, integrity: right },
  ],
  [
    'integrity-wrong',
    'integrity that does not match',
    { via: 'fetch', to: 'api', query: { h: [allowed] }, integrity: wrong },
  ],
  [
    'integrity-opaque',
    'integrity of an opaque response',
    { via: 'fetch', to: 'api', query: {}, mode: 'no-cors', integrity: right },
  ],
  ['no-cors-plain', 'mode no-cors', { via: 'fetch', to: 'api', query: {}, mode: 'no-cors' }],
  ['script-plain', 'a script', { via: 'script', to: 'api', query: { k: 'js' } }],
  [
    'script-cors',
    'a script by CORS',
    { via: 'script', to: 'api', query: { k: 'js', h: [allowed] }, crossOrigin: 'anonymous' },
  ],
  [
    'script-cors-missing',
    'a script by CORS, not allowed',
    { via: 'script', to: 'api', query: { k: 'js' }, crossOrigin: 'anonymous' },
  ],
  ['script-404', 'a script that is not there', { via: 'script', to: 'api', query: { k: 'js', st: '404' } }],
  ['script-picture', 'a script of type image/png', { via: 'script', to: 'api', query: { k: 'img' } }],
  [
    'script-nosniff',
    'a script of type text/plain, nosniff',
    { via: 'script', to: 'api', query: { k: 'text', h: [nosniff] } },
  ],
  [
    'script-integrity',
    'a script with integrity that does not match',
    {
      via: 'script',
      to: 'api',
      query: { k: 'js', h: [allowed] },
      crossOrigin: 'anonymous',
      integrity: wrong,
    },
  ],
  [
    'script-integrity-opaque',
    'a script with integrity and no crossorigin',
    { via: 'script', to: 'api', query: { k: 'js' }, integrity: wrong },
  ],
  ['module-allowed', 'a module script', { via: 'module', to: 'api', query: { k: 'js', h: [allowed] } }],
  ['module-missing', 'a module script, not allowed', { via: 'module', to: 'api', query: { k: 'js' } }],
  [
    'module-other',
    'a module script, another origin allowed',
    { via: 'module', to: 'sameSite', query: { k: 'js', h: [other] } },
  ],
  [
    'module-text',
    'a module script of type text/plain',
    { via: 'module', to: 'api', query: { k: 'text', h: [allowed] } },
  ],
  ['style-plain', 'a style sheet', { via: 'stylesheet', to: 'api', query: { k: 'css' } }],
  [
    'style-cors',
    'a style sheet by CORS',
    { via: 'stylesheet', to: 'api', query: { k: 'css', h: [allowed] }, crossOrigin: 'anonymous' },
  ],
  [
    'style-missing',
    'a style sheet by CORS, not allowed',
    { via: 'stylesheet', to: 'api', query: { k: 'css' }, crossOrigin: 'anonymous' },
  ],
  [
    'style-credentials',
    'a style sheet with credentials and *',
    {
      via: 'stylesheet',
      to: 'api',
      query: { k: 'css', h: ['Access-Control-Allow-Origin: *'] },
      crossOrigin: 'use-credentials',
    },
  ],
  ['style-text', 'a style sheet of type text/plain', { via: 'stylesheet', to: 'api', query: { k: 'text' } }],
  [
    'style-nosniff',
    'a style sheet of type text/plain, nosniff',
    { via: 'stylesheet', to: 'page', query: { k: 'text', h: [nosniff] } },
  ],
  ['font-missing', 'a font, not allowed', { via: 'font', to: 'api', query: { k: 'text' } }],
  [
    'font-other',
    'a font, another origin allowed',
    { via: 'font', to: 'sameSite', query: { k: 'text', h: [other] } },
  ],
  ['font-text', 'a font that is none', { via: 'font', to: 'api', query: { k: 'text', h: [allowed] } }],
  ['stream-allowed', 'an EventSource', { via: 'event-source', to: 'api', query: { k: 'es', h: [allowed] } }],
  ['stream-missing', 'an EventSource, not allowed', { via: 'event-source', to: 'api', query: { k: 'es' } }],
  [
    'stream-credentials',
    'an EventSource with credentials and *',
    {
      via: 'event-source',
      to: 'api',
      query: { k: 'es', h: ['Access-Control-Allow-Origin: *'] },
      credentials: 'include',
    },
  ],
  [
    'stream-text',
    'an EventSource of type text/plain',
    { via: 'event-source', to: 'api', query: { k: 'text', h: [allowed] } },
  ],
  [
    'stream-500',
    'an EventSource answered with 500',
    { via: 'event-source', to: 'api', query: { k: 'es', st: '500', h: [allowed] } },
  ],
  ['socket-open', 'a WebSocket', { via: 'web-socket', to: 'api', query: {} }],
  ['socket-403', 'a WebSocket that is refused', { via: 'web-socket', to: 'api', query: { st: '403' } }],
  ['socket-closed', 'a WebSocket to a closed port', { via: 'web-socket', to: 'closed', query: {} }],
  [
    'upload-post',
    'an upload listener, and a method that needs no leave',
    { via: 'upload', to: 'api', query: { h: [allowed], ph: [allowed] }, method: 'POST', body: 'hello' },
  ],
  [
    'upload-get',
    'an upload listener, and a body that no GET sends',
    { via: 'upload', to: 'api', query: { h: [allowed], ph: [allowed] }, method: 'GET', body: 'hello' },
  ],
  [
    'upload-post-missing',
    'an upload listener whose preflight is not allowed',
    { via: 'upload', to: 'api', query: { h: [allowed] }, method: 'POST', body: 'hello' },
  ],
  [
    'upload-put',
    'an upload listener, and a method that the preflight does not name',
    { via: 'upload', to: 'api', query: { h: [allowed], ph: [allowed] }, method: 'PUT', body: 'hello' },
  ],
  ['beacon-text', 'a beacon', { via: 'beacon', to: 'api', query: {}, body: 'hello' }],
  [
    'beacon-json',
    'a beacon of JSON, not allowed',
    { via: 'beacon', to: 'api', query: {}, headers: { 'Content-Type': 'application/json' }, body: '{}' },
  ],
  [
    'beacon-json-allowed',
    'a beacon of JSON',
    {
      via: 'beacon',
      to: 'api',
      query: { okc: '1', pokc: '1' },
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    },
  ],
  ['csp-fetch', 'CSP against a fetch', { via: 'fetch', to: 'api', query: { h: [allowed] } }, 'csp-frame'],
  [
    'csp-xhr',
    'CSP against an XMLHttpRequest',
    { via: 'xhr', to: 'api', query: { h: [allowed] } },
    'csp-frame',
  ],
  ['csp-own', 'CSP that lets a fetch through', { via: 'fetch', to: 'page', query: {} }, 'csp-frame'],
  [
    'csp-redirected',
    'CSP against where a fetch is redirected',
    { via: 'fetch', to: 'page', query: toApi },
    'csp-frame',
  ],
  [
    'port',
    'a port that pages may not request',
    { via: 'fetch', to: 'api', query: {}, base: 'http://api.b.localhost:25/x' },
  ],
  ['scheme', 'a scheme that nobody fetches', { via: 'fetch', to: 'api', query: {}, base: 'foo:x' }],
  ['hang-up', 'aborted by the page', { via: 'fetch', to: 'api', query: { act: 'hang' }, abortAfterMs: 300 }],
  [
    'stopped-fetch',
    'a fetch that another extension stops',
    { via: 'fetch', to: 'api', query: { h: [allowed] } },
  ],
  ['stopped-picture', 'a picture that it stops', { via: 'img', to: 'api', query: { k: 'img' } }],
  [
    'unasked-put',
    'a preflight that it stops',
    { via: 'fetch', to: 'api', query: { ok: '1', pok: '1' }, method: 'PUT' },
  ],
  ['refused', 'a closed port', { via: 'fetch', to: 'closed', query: {} }],
  ['reset', 'a connection that is reset', { via: 'xhr', to: 'api', query: { act: 'reset' } }],
  ['empty', 'a connection that is closed without a byte', { via: 'xhr', to: 'api', query: { act: 'empty' } }],
  ['dns', 'a host that is nowhere', { via: 'fetch', to: 'api', query: {}, base: 'http://nowhere.invalid/x' }],
  ['tls', 'a certificate that nobody vouches for', { via: 'fetch', to: 'otherScheme', query: {} }],
  [
    'login-omitted',
    'a login that is asked for without credentials',
    {
      via: 'fetch',
      to: 'api',
      query: { st: '401', h: [allowed, 'WWW-Authenticate: Basic realm="x"'] },
      credentials: 'omit',
    },
  ],
  [
    'header-hidden',
    'a header that the page may not read',
    { via: 'fetch', to: 'api', query: { h: [allowed, 'X-Total: 3'] }, reads: ['X-Total'] },
  ],
  [
    'corp-origin',
    'a picture for its own origin',
    { via: 'img', to: 'api', query: { k: 'img', h: [corp('same-origin')] } },
  ],
  [
    'corp-site',
    'a picture for its own site',
    { via: 'img', to: 'api', query: { k: 'img', h: [corp('same-site')] } },
  ],
  [
    'corp-site-own',
    'a picture of the page’s site',
    { via: 'img', to: 'sameSite', query: { k: 'img', h: [corp('same-site')] } },
  ],
  [
    'corp-no-cors',
    'mode no-cors, for its own origin',
    { via: 'fetch', to: 'api', query: { h: [corp('same-origin')] }, mode: 'no-cors' },
  ],
  [
    'corp-cors',
    'a fetch by CORS, for its own origin',
    { via: 'fetch', to: 'api', query: { h: [allowed, corp('same-origin')] } },
  ],
  ['orb-html', 'a picture that is HTML', { via: 'img', to: 'api', query: { k: 'html' } }],
  [
    'orb-json',
    'a picture that is JSON, nosniff',
    { via: 'img', to: 'api', query: { k: 'json', h: [nosniff] } },
  ],
  [
    'orb-script',
    'a script that is JSON, nosniff',
    { via: 'script', to: 'api', query: { k: 'json', h: [nosniff] } },
  ],
  [
    'orb-fetch',
    'mode no-cors of JSON, nosniff',
    { via: 'fetch', to: 'api', query: { k: 'json', h: [nosniff] }, mode: 'no-cors' },
  ],
  [
    'coep-picture',
    'COEP against a picture',
    { via: 'img', to: 'api', query: { k: 'img' } },
    'embedder-frame',
  ],
  [
    'coep-picture-allowed',
    'COEP, and a picture for everyone',
    { via: 'img', to: 'api', query: { k: 'img', h: [corp('cross-origin')] } },
    'embedder-frame',
  ],
  [
    'coep-no-cors',
    'COEP against mode no-cors',
    { via: 'fetch', to: 'api', query: {}, mode: 'no-cors' },
    'embedder-frame',
  ],
  [
    'coep-cors',
    'COEP, and a fetch by CORS',
    { via: 'fetch', to: 'api', query: { h: [allowed] } },
    'embedder-frame',
  ],
  ['coep-frame', 'COEP against a frame', { via: 'frame', to: 'api', query: { k: 'html' } }, 'embedder-frame'],
  [
    'coep-frame-named',
    'COEP against a frame that has it, for its own origin',
    { via: 'frame', to: 'api', query: { k: 'html', h: ['Cross-Origin-Embedder-Policy: require-corp'] } },
    'embedder-frame',
  ],
  [
    'dip-picture',
    'Document-Isolation-Policy against a picture',
    { via: 'img', to: 'api', query: { k: 'img' } },
    'isolated-frame',
  ],
  [
    'dip-no-cors',
    'Document-Isolation-Policy against mode no-cors',
    { via: 'fetch', to: 'api', query: {}, mode: 'no-cors' },
    'isolated-frame',
  ],
  [
    'local-fetch',
    'a fetch from a public address',
    { via: 'fetch', to: 'api', query: { h: [allowed] } },
    'public-frame',
  ],
  [
    'local-put',
    'a PUT from a public address',
    { via: 'fetch', to: 'api', query: { ok: '1' }, method: 'PUT' },
    'public-frame',
  ],
  [
    'local-picture',
    'a picture from a public address',
    { via: 'img', to: 'api', query: { k: 'img' } },
    'public-frame',
  ],
  ['frame-plain', 'a frame', { via: 'frame', to: 'api', query: { k: 'html' } }],
  [
    'frame-deny',
    'a frame that denies it',
    { via: 'frame', to: 'api', query: { k: 'html', h: ['X-Frame-Options: DENY'] } },
  ],
  [
    'frame-own',
    'a frame for its own origin',
    { via: 'frame', to: 'api', query: { k: 'html', h: ['X-Frame-Options: SAMEORIGIN'] } },
  ],
  [
    'frame-nobody',
    'a frame for nobody',
    { via: 'frame', to: 'api', query: { k: 'html', h: ["Content-Security-Policy: frame-ancestors 'none'"] } },
  ],
  [
    'frame-others',
    'a frame for another origin',
    {
      via: 'frame',
      to: 'api',
      query: { k: 'html', h: ['Content-Security-Policy: frame-ancestors https://other.example'] },
    },
  ],
  [
    'frame-same',
    'a frame for the origin that the page has, too',
    { via: 'frame', to: 'page', query: { k: 'html', h: ['X-Frame-Options: SAMEORIGIN'] } },
  ],
  [
    'frame-confused',
    'a frame that says two things of who may show it',
    { via: 'frame', to: 'page', query: { k: 'html', h: ['X-Frame-Options: SAMEORIGIN, DENY'] } },
  ],
  [
    'frame-not-self',
    'a frame for another origin, not even for its own',
    {
      via: 'frame',
      to: 'page',
      query: { k: 'html', h: ['Content-Security-Policy: frame-ancestors https://other.example'] },
    },
  ],
  [
    'frame-anyone',
    'a frame for anyone, against an older header',
    {
      via: 'frame',
      to: 'api',
      query: { k: 'html', h: ['X-Frame-Options: DENY', 'Content-Security-Policy: frame-ancestors *'] },
    },
  ],
  [
    'served-own',
    'a service worker that answers by itself',
    { via: 'fetch', to: 'api', query: { way: 'own' } },
    'served-frame',
  ],
  [
    'served-on',
    'a service worker that asks on',
    { via: 'fetch', to: 'api', query: { way: 'on', h: [allowed] } },
    'served-frame',
  ],
  [
    'served-on-missing',
    'a service worker that asks on, not allowed',
    { via: 'fetch', to: 'api', query: { way: 'on' } },
    'served-frame',
  ],
  [
    'served-opaque',
    'a service worker that answers with an opaque response',
    { via: 'xhr', to: 'api', query: { way: 'opaque' } },
    'served-frame',
  ],
  [
    'served-opaque-fetch',
    'a service worker that answers a fetch so',
    { via: 'fetch', to: 'api', query: { way: 'opaque' } },
    'served-frame',
  ],
  [
    'served-opaque-no-cors',
    'a service worker that answers mode no-cors so',
    { via: 'fetch', to: 'api', query: { way: 'opaque' }, mode: 'no-cors' },
    'served-frame',
  ],
  [
    'served-left',
    'a service worker that leaves it to the network',
    { via: 'fetch', to: 'api', query: { h: [allowed] } },
    'served-frame',
  ],
];

/** Returns the cases written by hand, for what no dimension of the matrix varies. */
export function handWrittenCases(): readonly Case[] {
  return [
    ...written,
    ...writtenNeeds,
    ...writtenElements,
    ...writtenPlaces,
    ...writtenPolicies,
    ...writtenOwnPolicies,
  ].map(([name, about, step, place = 'document']) => {
    const id = `h-${name}`;
    const isFramed = step.via === 'frame' || step.via === 'object';
    const ran = isFramed ? { b: `<script src="/x?k=js&ran=${id}&"></script>` } : {};
    const query = { ...ran, ...step.query };
    const part = step.via === 'upload' ? 'A' : 'B';
    return { id, place, scheme: 'trustworthy', part, step: { ...step, query }, about } as const;
  });
}
