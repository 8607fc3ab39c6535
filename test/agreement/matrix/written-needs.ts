import type { CaseStep, Place } from './cases';
import type { Written } from './hand-written';

const origin = 'Access-Control-Allow-Origin: $O';
const anyOrigin = 'Access-Control-Allow-Origin: *';
const credentials = 'Access-Control-Allow-Credentials: true';
const methods = (list: string) => `Access-Control-Allow-Methods: ${list}`;
const names = (list: string) => `Access-Control-Allow-Headers: ${list}`;
const corp = (policy: string) => `Cross-Origin-Resource-Policy: ${policy}`;
const coep = (policy: string) => `Cross-Origin-Embedder-Policy: ${policy}`;

interface Needing {
  readonly name: string;
  readonly about: string;
  readonly step: Omit<CaseStep, 'to' | 'query'>;
  /** The preflight's status and headers as they fail, and as they are required. */
  readonly fails: { readonly pst?: string; readonly ph?: readonly string[] };
  readonly preflight: readonly string[];
  /** What the response requires. */
  readonly response: readonly string[];
  readonly place?: Place;
}

const json = { 'Content-Type': 'application/json' };
const include = { credentials: 'include' } as const;

/** Requests whose preflight fails, with what it requires and what their response requires then. */
const needing: readonly Needing[] = [
  {
    name: 'put-401',
    about: 'a PUT whose preflight is answered with 401',
    step: { via: 'fetch', method: 'PUT' },
    fails: { pst: '401' },
    preflight: [origin, methods('PUT')],
    response: [origin],
  },
  {
    name: 'delete-lost',
    about: 'a DELETE whose preflight is answered with 404',
    step: { via: 'xhr', method: 'DELETE' },
    fails: { pst: '404', ph: [anyOrigin] },
    preflight: [anyOrigin, methods('DELETE')],
    response: [origin],
  },
  {
    name: 'json-500',
    about: 'JSON whose preflight is answered with 500',
    step: { via: 'fetch', method: 'POST', headers: json, body: '{}' },
    fails: { pst: '500' },
    preflight: [origin, names('content-type')],
    response: [origin],
  },
  {
    name: 'token-star',
    about: 'a header and credentials, against *',
    step: { via: 'fetch', headers: { 'X-Token': '1' }, ...include },
    fails: { ph: [anyOrigin, credentials, names('*')] },
    preflight: [origin, credentials, names('x-token')],
    response: [origin, credentials],
  },
  {
    name: 'delete-credentials',
    about: 'a DELETE with credentials that are not allowed',
    step: { via: 'fetch', method: 'DELETE', ...include },
    fails: { ph: [origin, methods('DELETE')] },
    preflight: [origin, credentials, methods('DELETE')],
    response: [origin, credentials],
  },
  {
    name: 'put-malformed',
    about: 'a PUT whose preflight has no valid list of methods',
    step: { via: 'fetch', method: 'PUT' },
    fails: { ph: [origin, methods('PUT; DELETE')] },
    preflight: [origin, methods('PUT')],
    response: [origin],
  },
  {
    name: 'put-mismatch',
    about: 'a PUT whose preflight allows another origin',
    step: { via: 'xhr', method: 'PUT' },
    fails: { ph: ['Access-Control-Allow-Origin: https://other.example', methods('PUT')] },
    preflight: [origin, methods('PUT')],
    response: [origin],
  },
  {
    name: 'authorization',
    about: 'an Authorization header that is not allowed',
    step: { via: 'fetch', headers: { Authorization: 'Bearer x' } },
    fails: { ph: [origin] },
    preflight: [origin, names('authorization')],
    response: [origin],
  },
  {
    name: 'put-opaque',
    about: 'a PUT from an opaque origin',
    step: { via: 'fetch', method: 'PUT' },
    fails: { ph: [methods('PUT')] },
    preflight: [anyOrigin, methods('PUT')],
    response: [anyOrigin],
    place: 'sandboxed-frame',
  },
  {
    name: 'put-worker',
    about: 'a PUT in a worker',
    step: { via: 'fetch', method: 'PUT' },
    fails: { pst: '403' },
    preflight: [origin, methods('PUT')],
    response: [origin],
    place: 'dedicated-worker',
  },
  {
    name: 'put-error',
    about: 'a PUT whose own response is an error',
    step: { via: 'fetch', method: 'PUT' },
    fails: {},
    preflight: [origin, methods('PUT')],
    response: [origin],
  },
];

const inFull = needing.flatMap(({ name, about, step, fails, preflight, response, place }): Written[] => {
  const st = name === 'put-error' ? '500' : '200';
  const at = place ?? 'document';
  return [
    [`needs-${name}`, about, { ...step, to: 'api', query: { ...fails } }, at],
    [
      `needs-${name}-half`,
      `${about}, allowed by it alone`,
      { ...step, to: 'api', query: { st, ph: preflight } },
      at,
    ],
    [
      `needs-${name}-whole`,
      `${about}, allowed by both responses`,
      { ...step, to: 'api', query: { st, ph: preflight, h: response } },
      at,
    ],
  ];
});

/** Responses that a page may not embed, with what allows it, and methods in the wrong case. */
const embedded: readonly Written[] = [
  ['needs-case', 'a method in lower case', patch('patch')],
  ['needs-case-right', 'the same in upper case', patch('PATCH')],
  [
    'needs-corp',
    'a script that is allowed to every page',
    { via: 'script', to: 'api', query: { k: 'js', h: [corp('cross-origin')] } },
  ],
  [
    'needs-corp-no-cors',
    'mode no-cors that is allowed to every page',
    { via: 'fetch', to: 'api', query: { h: [corp('cross-origin')] }, mode: 'no-cors' },
  ],
  [
    'needs-corp-site',
    'a picture that is allowed to its site',
    { via: 'img', to: 'sameSite', query: { k: 'img', h: [corp('same-site')] } },
  ],
  [
    'needs-framing',
    'a frame that denies it, and allows the page',
    frame(['X-Frame-Options: DENY', 'Content-Security-Policy: frame-ancestors {page}']),
  ],
  [
    'needs-framing-self',
    'a frame for its own origin, and the page',
    frame(['X-Frame-Options: SAMEORIGIN', "Content-Security-Policy: frame-ancestors 'self' {page}"]),
  ],
  [
    'needs-framing-rest',
    'a frame with another rule and the page',
    frame(["Content-Security-Policy: img-src 'none'; frame-ancestors {page}"]),
  ],
  [
    'needs-framing-two',
    'a frame with two policies, one for the page',
    frame(["Content-Security-Policy: frame-ancestors {page}, img-src 'none'"]),
  ],
  [
    'needs-coep-both',
    'COEP, and a frame that has both',
    frame([corp('cross-origin'), coep('require-corp')]),
    'embedder-frame',
  ],
];

function patch(method: string): CaseStep {
  return { via: 'fetch', to: 'api', query: { h: [origin], ph: [origin, methods('PATCH')] }, method };
}

function frame(h: readonly string[]): CaseStep {
  return { via: 'frame', to: 'api', query: { k: 'html', h } };
}

/** Requests that lack a header, and the same with the headers that CORScope lists as required. */
export const writtenNeeds: readonly Written[] = [...inFull, ...embedded];
