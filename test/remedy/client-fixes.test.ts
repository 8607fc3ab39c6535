import { readdirSync, readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../src/engine';
import { explainRecording } from '../../src/recording/explain-recording';
import { attribute, type ClientRequest, literal } from '../../src/remedy/client-fix';
import { clientFixesFor } from '../../src/remedy/client-fixes';
import { exactTarget, senderCheck } from '../../src/remedy/message-fixes';
import { neverFor } from '../../src/remedy/never';
import { replay } from '../causes/read-recording';
import type { CauseRecording } from '../causes/recording';
import { hop } from '../support/request';

const url = 'https://api.example/x';
const exchangeOf = (part: Partial<Exchange> = {}): Exchange => ({
  origin: 'https://page.example',
  mode: 'cors',
  credentialsMode: 'same-origin',
  redirectMode: 'follow',
  hops: [hop({ url })],
  ...part,
});
const allowed = {
  status: 200,
  headerList: [['Access-Control-Allow-Origin', 'https://page.example'] as const],
};
const any = { status: 200, headerList: [['Access-Control-Allow-Origin', '*'] as const] };

/** A request of fetch() that nothing is wrong with, changed where it matters. */
const requestOf = (part: Partial<ClientRequest>): ClientRequest => ({
  exchange: exchangeOf(),
  finding: null,
  causes: new Map(),
  api: 'fetch',
  element: null,
  headers: [],
  usesCredentials: false,
  finalUrl: null,
  ...part,
});
const caused = (code: string, values = {}) => new Map([[code, values]]);
const onPreflight = { code: 'preflight-allow-origin-missing', hop: 0, on: 'preflight' } as const;
const typed = (method: string) =>
  exchangeOf({
    hops: [
      hop({ url, method, unsafeHeaderNames: ['content-type'], preflight: { status: 405, headerList: [] } }),
    ],
  });
const including = (response: typeof any) =>
  exchangeOf({ credentialsMode: 'include', hops: [hop({ url, response })] });
const wildcard = { code: 'allow-origin-wildcard-with-credentials', hop: 0, on: 'response' } as const;

describe('a change of the page’s code', () => {
  // biome-ignore format: a table
  test.each<[string, Partial<ClientRequest>, string]>([
    // case                                   request                                                                                                   id, proof: before → after
    ['nothing is wrong',                      {},                                                                                                       ''],
    ['patch',                                 { causes: caused('lower-case-method'), exchange: exchangeOf({ hops: [hop({ url, method: 'patch' })] }) }, "method-case further: method: 'patch' → method: 'PATCH'"],
    ['patch of XHR',                          { causes: caused('lower-case-method'), api: 'xhr', exchange: exchangeOf({ hops: [hop({ url, method: 'patch' })] }) }, "method-case further: xhr.open('patch', …) → xhr.open('PATCH', …)"],
    ['a response header on the request',      { causes: caused('response-header-sent'), exchange: exchangeOf({ hops: [hop({ url, unsafeHeaderNames: ['access-control-allow-origin', 'x-a'] })] }) }, "response-headers further: 'access-control-allow-origin': …, → "],
    ['credentials without cookies',           { finding: wildcard, exchange: including(any) },                                                          "credentials passes: credentials: 'include' → credentials: 'same-origin'"],
    ['credentials of XHR',                    { finding: wildcard, api: 'xhr', exchange: including(any) },                                              'credentials passes: xhr.withCredentials = true → xhr.withCredentials = false'],
    ['credentials of EventSource',            { finding: wildcard, api: 'event-source', exchange: including(any) },                                     'credentials passes: new EventSource(url, { withCredentials: true }) → new EventSource(url)'],
    ['credentials of an element',             { finding: wildcard, api: null, element: { name: 'img', crossOrigin: 'use-credentials' }, exchange: including(any) }, 'credentials passes: crossorigin="use-credentials" → crossorigin="anonymous"'],
    ['credentials with cookies',              { finding: wildcard, usesCredentials: true, exchange: including(any) },                                   ''],
    ['credentials of an unknown call',        { finding: wildcard, api: null, exchange: including(any) },                                               ''],
    ['Content-Type of a GET',                 { finding: onPreflight, exchange: typed('GET'), headers: [['Content-Type', 'application/json']] },        "content-type further: 'Content-Type': 'application/json', → "],
    ['Content-Type of a POST',                { finding: onPreflight, exchange: typed('POST') },                                                        ''],
    ['a POST that the platform answers',      { finding: onPreflight, exchange: typed('POST'), causes: caused('platform-answers-preflight') },          "content-type further: 'Content-Type': 'application/json', → 'Content-Type': 'text/plain',"],
    ['a beacon with JSON',                    { finding: onPreflight, exchange: typed('POST'), api: 'beacon', causes: caused('beacon-with-json') },    "content-type further: new Blob([json], { type: 'application/json' }) → new Blob([json], { type: 'text/plain' })"],
    ['a redirect',                            { finalUrl: 'https://api.example/x/' },                                                                   "final-url further: fetch('https://api.example/x', …) → fetch('https://api.example/x/', …)"],
    ['a redirect to what was recorded',       { finalUrl: 'https://api.example/y', exchange: exchangeOf({ hops: [hop({ url }), hop({ url: 'https://api.example/y', response: allowed })] }) }, "final-url passes: fetch('https://api.example/x', …) → fetch('https://api.example/y', …)"],
    ['a redirect that made the origin null',  { finalUrl: 'https://b.example/', exchange: exchangeOf({ hops: [hop({ url }), hop({ url: 'https://b.example/', sentOrigin: 'null', response: { status: 200, headerList: [] } })] }) }, "final-url further: fetch('https://api.example/x', …) → fetch('https://b.example/', …)"],
    ['a redirect of a style sheet',           { api: null, element: { name: 'link', crossOrigin: 'anonymous' }, finalUrl: 'https://api.example/y' },    'final-url further: href="https://api.example/x" → href="https://api.example/y"'],
    ['a canvas, the server allows it',        { api: null, causes: caused('tainted-canvas'), exchange: exchangeOf({ mode: 'no-cors', hops: [hop({ url, response: any })] }) }, 'cross-origin-first passes: <img src="https://api.example/x"> → <img crossorigin="anonymous" src="https://api.example/x">\nimage.crossOrigin = \'anonymous\'; // first\nimage.src = \'https://api.example/x\';'],
    ['integrity without crossorigin',         { api: null, element: { name: 'script', crossOrigin: null }, finding: { code: 'integrity', hop: 0, on: 'response' }, exchange: exchangeOf({ mode: 'no-cors', hops: [hop({ url, response: { status: 200, headerList: [] } })] }) },
      'integrity not-enough (allow-origin-missing): <script src="https://api.example/x" integrity="…"></script> → <script src="https://api.example/x" integrity="…" crossorigin="anonymous"></script>'],
    ['a server in the local network',         { causes: caused('loopback-mixed-content'), exchange: exchangeOf({ hops: [hop({ url: 'http://192.168.0.2/' })] }) }, "target-address-space not-computed: fetch('http://192.168.0.2/') → fetch('http://192.168.0.2/', { targetAddressSpace: 'local' })"],
    ['a frame without the permission',        { causes: caused('local-network-frame-permission', { origin: 'https://f.example', name: 'local-network' }) }, 'frame-allow not-computed: <iframe src="https://f.example/…"> → <iframe src="https://f.example/…" allow="local-network">'],
  ])('%s', (_, part, expected) => {
    const fixes = clientFixesFor(requestOf(part));
    const said = fixes.map(
      ({ id, proof, next, before, after }) => `${id} ${proof}${next ? ` (${next})` : ''}: ${before} → ${after}`,
    );
    expect(said.join('\n')).toBe(expected);
  });

  test('is code, whatever the URL', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(runInNewContext(literal(text))).toBe(text);
        expect(attribute(text).slice(1, -1)).not.toMatch(/["<]/);
      }),
    );
  });
});

test('the recorded causes of pages have changes, and fixed pages have none', () => {
  const folder = 'test/causes/recordings';
  const found = new Set<string>();
  for (const file of readdirSync(folder)) {
    const [cause, variant] = file.split('.');
    const { recorded, context } = replay(
      JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as CauseRecording<string>,
    );
    const fixes = explainRecording(recorded, context).exchanges.flatMap(({ clientFixes }) => clientFixes);
    for (const { id } of fixes) found.add(`${cause} ${variant} ${id}`);
  }
  expect([...found].filter((text) => text.includes(' fix '))).toEqual([]);
  expect(
    [...found].filter((text) => text.includes(' broken ')).map((text) => text.replace(' broken', '')),
  ).toEqual([
    'beacon-with-json content-type',
    'bucket-region-redirect final-url',
    'credentials-case credentials',
    'credentials-twice credentials',
    'https-redirect final-url',
    'lower-case-method method-case',
    'manifest-without-credentials manifest-credentials',
    'response-header-sent response-headers',
    'route-with-own-cors credentials',
    'slash-redirect final-url',
    'tainted-canvas cross-origin-first',
    'tainted-origin final-url',
    'wildcard-with-credentials credentials',
    'worker-from-data-url worker-from-blob',
  ]);
});

describe('wrong advice', () => {
  const refused = (status: number) =>
    exchangeOf({ hops: [hop({ url, method: 'PUT', preflight: { status, headerList: [] } })] });

  // biome-ignore format: a table
  test.each<[string, Exchange, Parameters<typeof neverFor>[1], string]>([
    ['of a request that passed',          exchangeOf(),                                              null,                                                       ''],
    ['of a failure of the network',       exchangeOf(),                                              { code: 'network-refused', hop: 0, on: 'response' },        ''],
    ['of any failure of CORS',            exchangeOf({ mode: 'no-cors' }),                           { code: 'allow-origin-missing', hop: 0, on: 'response' },   'web-security unblocking-extension'],
    ['of a call',                         exchangeOf(),                                              { code: 'allow-origin-missing', hop: 0, on: 'response' },   'web-security unblocking-extension no-cors'],
    ['with credentials',                  exchangeOf({ credentialsMode: 'include' }),                wildcard,                                                   'web-security unblocking-extension no-cors any-origin-with-credentials'],
    ['of an opaque origin',               exchangeOf({ origin: 'null' }),                            { code: 'allow-origin-mismatch', hop: 0, on: 'response' },  'web-security unblocking-extension no-cors null-origin'],
    ['of a preflight with 401',           refused(401),                                              onPreflight,                                                'web-security unblocking-extension no-cors all-options-without-authentication'],
    ['of a preflight with 404',           refused(404),                                              onPreflight,                                                'web-security unblocking-extension no-cors'],
  ])('%s', (_, exchange, finding, expected) => {
    expect(neverFor(exchange, finding).join(' ')).toBe(expected);
  });
});

describe('the code for messages', () => {
  // biome-ignore format: a table
  test.each<[string | null, string | null, string | null]>([
    // origin                check of a sender                                            call for a receiver
    ['https://a.example',    "if (event.origin !== 'https://a.example') return;",          "postMessage(data, 'https://a.example')"],
    ['null',                 'if (event.source !== frame.contentWindow) return;',          null],
    ["https://a'b",          "if (event.origin !== 'https://a\\'b') return;",              "postMessage(data, 'https://a\\'b')"],
    [null,                   null,                                                         null],
    ['',                     null,                                                         null],
  ])('%s', (origin, check, call) => {
    expect(senderCheck(origin)).toBe(check);
    expect(exactTarget(origin)).toBe(call);
  });
});
