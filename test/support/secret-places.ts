import type { Header } from '../../src/engine';
import type { StoredCookies } from '../../src/protocol/cookies';
import type { ExchangeFacts, FrameFacts, HopFacts } from '../../src/protocol/facts';
import type { PageEventFacts } from '../../src/protocol/page-events';
import type { PageCall, PageReport } from '../../src/protocol/page-hints';
import type { FoundStar } from '../../src/reading/find-stars';
import { exchangeFacts, hopFacts, keptCookie } from './facts';
import { pageEvent, ranListener } from './page-events';
import { pageCall, pageWord, violation } from './page-hints';

// A recording that is as full of secrets as one can be: each place has one of its own, so that a test can tell which
// one got out. Words of the seeds are made of letters that no text of ours has in that order.

/** What of a recording a secret is in. */
interface Planted {
  readonly exchanges?: readonly ExchangeFacts[];
  readonly pageEvents?: readonly PageEventFacts[];
  readonly frames?: readonly FrameFacts[];
  readonly stars?: readonly FoundStar[];
  readonly kept?: StoredCookies['cookies'];
  readonly title?: string;
}

type Shape = 'hex' | 'b62' | 'base32' | 'uuid' | 'email' | 'letters' | 'digits' | 'jwt' | 'base64' | 'phrase';

interface Place {
  readonly name: string;
  readonly shape: Shape;
  plant(secret: string, id: string): Planted;
}

/** A `'*'` that a script of the page writes, changed where it matters. */
function star(part: Partial<FoundStar>): FoundStar {
  return {
    url: 'https://page.example/app.js',
    inline: null,
    listener: null,
    line: 1,
    column: 1,
    text: '',
    ...part,
  };
}

let seed = 1;
const random = (below: number) => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % below;
};
const from = (alphabet: string, length: number) =>
  Array.from({ length }, () => alphabet.charAt(random(alphabet.length))).join('');
const small = 'bcdfghjklmnpqrstvwxz';
const b62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

const makers: Readonly<Record<Shape, () => string>> = {
  hex: () => from('0123456789abcdef', 32),
  b62: () => from(b62, 22),
  base32: () => from('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 26),
  uuid: () => [8, 4, 4, 4, 12].map((length) => from('0123456789abcdef', length)).join('-'),
  email: () => `${from(small, 8)}.${from(small, 8)}@${from(small, 10)}.${from(small, 3)}`,
  letters: () => from(small, 11),
  digits: () => from('123456789', 16),
  jwt: () => `eyJ${from(b62, 20)}.eyJ${from(b62, 30)}.${from(b62, 40)}`,
  base64: () => `${from(`${b62}+/`, 38)}==`,
  phrase: () => `${from(small, 9)} ${from(small, 9)} ${from(small, 9)}`,
};

const shapes = Object.keys(makers) as Shape[];

/** A request to `https://api.example` that failed, so that every sentence about it is written. */
function request(id: string, hop: Partial<HopFacts>, part: Partial<ExchangeFacts> = {}): Planted {
  return { exchanges: [failing(id, hop, part)] };
}

function failing(id: string, hop: Partial<HopFacts>, part: Partial<ExchangeFacts> = {}): ExchangeFacts {
  const end = { how: 'failed', atMs: 1_012, error: 'net::ERR_FAILED' } as const;
  return exchangeFacts([hop], { id, requestId: id, end, ...part });
}

const asUrl = (local: string) => (secret: string, id: string) =>
  request(id, { url: `https://api.example${local.replaceAll('SECRET', () => secret)}` });
const inUrl =
  (local: string, encode: (text: string) => string = encodeURIComponent) =>
  (secret: string, id: string) =>
    asUrl(local)(encode(secret), id);
const sent = (name: string, value: string) => (secret: string, id: string) =>
  request(id, { requestHeaders: [headerOf(name, value, secret)] });
const received = (name: string, value: string) => (secret: string, id: string) =>
  request(id, { response: { status: 200, headerList: [headerOf(name, value, secret)] } });
/** Before a host a secret is encoded: else a part of it would be one. */
const headerOf = (name: string, value: string, secret: string): Header => [
  name,
  value
    .replace(/(?<=\/\/[^/]*|\[)SECRET(?=[@/])/, () => encodeURIComponent(secret))
    .replaceAll('SECRET', () => secret),
];
const event = (make: (secret: string, id: string) => PageEventFacts) => (secret: string, id: string) => ({
  pageEvents: [make(secret, id)],
});
const message = (text: string) =>
  event((secret, id) =>
    pageEvent.messageReceived({ id, data: { text: text.replaceAll('SECRET', () => secret), length: null } }),
  );
const stack = (line: string) =>
  event((secret, id) =>
    pageEvent.messageSent({ id, callSite: { stack: [line.replaceAll('SECRET', () => secret)] } }),
  );
const reported =
  (call: (secret: string) => Partial<PageCall>, word: (secret: string) => Partial<PageReport> = () => ({})) =>
  (secret: string, id: string) =>
    request(id, {}, { page: { ...wordOf(call(secret)), ...word(secret) } });

function wordOf(part: Partial<PageCall>): PageReport {
  return pageWord(pageCall({ id: 'script 1', atMs: 1_000, ...part }));
}

const listens = (text: string) =>
  event((secret, id) =>
    pageEvent.messageReceived({
      id,
      listeners: [
        ranListener({
          id: Number(id.replace(/\D/g, '')),
          text: text.replaceAll('SECRET', () => secret),
          reads: ['data'],
        }),
      ],
    }),
  );

type Row = readonly [name: string, plant: Place['plant'], shape?: Shape];

const thrice = (text: string) => encodeURIComponent(encodeURIComponent(encodeURIComponent(text)));
const twice = (text: string) => encodeURIComponent(encodeURIComponent(text));

const parameters = [
  ...['pswd', 'psw', 'passkey', 'accesskey', 'authkey', 'authcode', 'appkey', 'licensekey', 'hash', 'h'],
  ...[
    'invite',
    'magic',
    'verify',
    'confirmation',
    'reset',
    'u',
    'email',
    'ssn',
    'state',
    'wresult',
    'k',
    'p',
    't',
  ],
  ...[
    '__cf_chl_tk',
    'webhook',
    'login_hint',
    'token',
    'access_token',
    'code',
    'sid',
    'q',
    'name',
    'phone',
    'page',
  ],
  ...[
    'id_token_hint',
    'nonce',
    'client_secret',
    'SAMLResponse',
    'RelayState',
    'X-Amz-Signature',
    'sig',
    'id',
  ],
  ...[
    'redirect_uri',
    'user',
    'format',
    'filter[name]',
    'utm_content',
    'gclid',
    '_',
    'callback',
    'cb',
    'transport',
    'EIO',
  ],
];

const requestHeaders: readonly (readonly [string, string])[] = [
  ['Authentication', 'SECRET'],
  ['X-Login', 'SECRET'],
  ['X-Access', 'SECRET'],
  ['X-Accesskey', 'SECRET'],
  ['X-Appkey', 'SECRET'],
  ['X-Tenant', 'SECRET'],
  ['X-Forwarded-User', 'SECRET'],
  ['X-Anything', 'SECRET'],
  ['Authorization', 'Bearer SECRET'],
  ['Authorization', 'SECRET'],
  ['Authorization', 'Basic SECRET'],
  ['Authorization', 'Digest username="SECRET", response="a"'],
  ['Proxy-Authorization', 'Basic SECRET'],
  ['Authorization', 'AWS4-HMAC-SHA256 Credential=SECRET/20260101/us-east-1/s3, Signature=b'],
  ['Cookie', 'session=SECRET'],
  ['Cookie', 'theme=dark; SECRET=1'],
  ['Cookie', 'SECRET'],
  ['Cookie', '__Host-SECRET=1'],
  ['Cookie', 'a="SECRET"'],
  ['Cookie', 'BIGipServerSECRET=1'],
  ['Referer', 'https://page.example/SECRET'],
  ['Referer', 'https://page.example/?code=SECRET'],
  ['Origin', 'SECRET'],
  ['Accept', 'application/vnd.SECRET+json'],
  ['Accept', 'text/html;token=SECRET'],
  ['Accept-Language', 'SECRET'],
  ['Content-Type', 'multipart/form-data; boundary=SECRET'],
  ['Content-Type', 'application/SECRET'],
  ['Content-Type', 'application/json; x="SECRET"'],
  ['User-Agent', 'Mozilla/5.0 SECRET'],
  ['If-None-Match', '"SECRET"'],
  ['If-Match', 'W/"SECRET"'],
  ['If-Modified-Since', 'SECRET'],
  ['Last-Event-ID', 'SECRET'],
  ['Mcp-Session-Id', 'SECRET'],
  ['traceparent', '00-SECRET-01'],
  ['baggage', 'user=SECRET'],
  ['sentry-trace', 'SECRET-1'],
  ['Sec-WebSocket-Key', 'SECRET'],
  ['Sec-WebSocket-Protocol', 'chat, SECRET'],
  ['Sec-WebSocket-Protocol', 'bearer, SECRET'],
  ['Range', 'SECRET'],
  ['X-Requested-With', 'SECRET'],
  ['X-CSRF-Token', 'SECRET'],
  ['X-Real-IP', 'SECRET'],
  ['Forwarded', 'for=SECRET'],
  ['X-Client-Data', 'SECRET'],
  ['Idempotency-Key', 'SECRET'],
  ['DPoP', 'SECRET'],
  ['Cache-Control', 'SECRET'],
  ['Access-Control-Request-Method', 'SECRET'],
  ['Upgrade', 'SECRET'],
  ['Sec-CH-UA', '"SECRET";v="1"'],
];

const responseHeaders: readonly (readonly [string, string])[] = [
  ['ETag', '"SECRET"'],
  ['WWW-Authenticate', 'Bearer realm="SECRET"'],
  ['WWW-Authenticate', 'Negotiate SECRET'],
  ['WWW-Authenticate', 'Bearer error="invalid_token", error_description="for SECRET"'],
  ['WWW-Authenticate', 'SECRET'],
  ['Content-Disposition', 'attachment; filename="SECRET.pdf"'],
  ['Content-Disposition', "attachment; filename*=UTF-8''SECRET.pdf"],
  ['Set-Login', 'SECRET'],
  ['Set-Cookie', 'session=SECRET; Path=/; HttpOnly'],
  ['Set-Cookie', 'SECRET=1; Secure'],
  ['Set-Cookie', 'SECRET'],
  ['Set-Cookie', 'a=1; Path=/users/SECRET'],
  ['Set-Cookie', 'a=1; Note=SECRET'],
  ['Set-Cookie', 'a=1; SECRET'],
  ['Set-Cookie', 'a=1; Domain=SECRET'],
  ['Set-Cookie', 'a=1; Expires=SECRET'],
  ['Set-Cookie', 'a=1; SameSite=SECRET'],
  ['Set-Cookie', 'a=1\nb=SECRET'],
  ['Set-Cookie', 'a=1; Max-Age=SECRET'],
  ['Set-Cookie', '__Secure-SECRET=1; Secure'],
  ['Set-Cookie', 'a=\u0001SECRET'],
  ['Set-Cookie', 'a=1; Priority=SECRET'],
  ['Location', '/SECRET'],
  ['Location', 'https://other.example/?token=SECRET'],
  ['Location', 'https://SECRET@other.example/'],
  ['Location', 'https://u:SECRET@other.example/'],
  ['Location', '//other.example/SECRET'],
  ['Location', 'app:SECRET'],
  ['Location', '/a#SECRET'],
  ['Location', 'http://[SECRET/'],
  ['Location', '?SECRET'],
  ['Location', 'data:text/html,SECRET'],
  ['Location', '\\\\other.example\\SECRET'],
  ['Location', 'https:/b.example/SECRET'],
  ['Content-Location', '/x/SECRET'],
  ['Refresh', '5; url=/login?next=SECRET'],
  ['Refresh', 'SECRET'],
  ['Link', '</a?k=SECRET>; rel=preload'],
  ['Link', '</a>; rel=preload; title="SECRET"'],
  ['SourceMap', '/SECRET.map'],
  ['Access-Control-Allow-Origin', 'SECRET'],
  ['Access-Control-Allow-Origin', 'https://page.example/SECRET'],
  ['Access-Control-Allow-Origin', 'https://u:SECRET@page.example'],
  ['Access-Control-Allow-Credentials', 'SECRET'],
  ['Access-Control-Allow-Methods', 'GET, SECRET'],
  ['Access-Control-Max-Age', 'SECRET'],
  ['Content-Security-Policy', "script-src 'nonce-SECRET'"],
  ['Content-Security-Policy', "script-src 'sha256-SECRET'"],
  ['Content-Security-Policy', 'img-src https://img.example/SECRET'],
  ['Content-Security-Policy', 'report-uri /csp?key=SECRET'],
  ['Content-Security-Policy', 'report-to SECRET'],
  ['Content-Security-Policy', 'SECRET'],
  ['Content-Security-Policy', 'trusted-types SECRET'],
  ['Content-Security-Policy', 'sandbox SECRET'],
  ['Content-Security-Policy', "script-src 'SECRET'"],
  ['Content-Security-Policy-Report-Only', 'connect-src SECRET'],
  ['Report-To', '{"group":"SECRET"}'],
  ['Reporting-Endpoints', 'a="https://r.example/SECRET"'],
  ['NEL', '{"report_to":"SECRET"}'],
  ['Permissions-Policy', 'camera=(self "https://cam.example/SECRET")'],
  ['Permissions-Policy', 'SECRET=()'],
  ['Cross-Origin-Opener-Policy', 'same-origin; report-to="SECRET"'],
  ['Cross-Origin-Embedder-Policy', 'SECRET'],
  ['Cross-Origin-Resource-Policy', 'SECRET'],
  ['Document-Isolation-Policy', 'isolate-and-require-corp; report-to="SECRET"'],
  ['Connection-Allowlist', '("https://a.example/SECRET")'],
  ['Integrity-Policy', 'blocked-destinations=(script), endpoints=(SECRET)'],
  ['X-Frame-Options', 'ALLOW-FROM https://a.example/SECRET'],
  ['X-Frame-Options', 'SECRET'],
  ['Timing-Allow-Origin', 'SECRET'],
  ['Server', 'nginx (SECRET)'],
  ['Via', '1.1 SECRET'],
  ['X-Powered-By', 'SECRET'],
  ['X-Served-By', 'cache-SECRET'],
  ['Server-Timing', 'db;desc="SECRET"'],
  ['Server-Timing', 'SECRET;dur=1'],
  ['X-Request-Id', 'SECRET'],
  ['CF-Ray', 'SECRET'],
  ['X-Amz-Cf-Id', 'SECRET'],
  ['X-Cache', 'HIT SECRET'],
  ['Age', 'SECRET'],
  ['Cache-Control', 'private="SECRET"'],
  ['Content-Type', 'text/html; charset=SECRET'],
  ['Content-Range', 'bytes SECRET'],
  ['Retry-After', 'SECRET'],
  ['Allow', 'SECRET'],
  ['Clear-Site-Data', '"SECRET"'],
  ['Alt-Svc', 'h3=":443"; SECRET'],
  ['P3P', 'CP="SECRET"'],
  ['Last-Modified', 'SECRET'],
  ['Strict-Transport-Security', 'max-age=1; SECRET'],
  ['X-Debug', '{"user":"SECRET"}'],
  ['Referrer-Policy', 'SECRET'],
  ['Service-Worker-Allowed', '/SECRET/'],
  ['Authentication-Info', 'nextnonce="SECRET"'],
];

const paths: readonly (readonly [string, string, Shape])[] = [
  ['a reset link', '/reset/SECRET', 'hex'],
  ['an invitation', '/invite/SECRET', 'b62'],
  ['a bot', '/bot123:SECRET/getMe', 'b62'],
  ['a webhook', '/services/T0/B0/SECRET', 'b62'],
  ['a calendar', '/calendar/ical/SECRET/private/basic.ics', 'email'],
  ['a private calendar', '/calendar/ical/x/private-SECRET/basic.ics', 'hex'],
  ['an id', '/orders/SECRET', 'uuid'],
  ['a person', '/users/SECRET', 'email'],
  ['base32', '/otp/SECRET', 'base32'],
  ['a name', '/people/SECRET', 'letters'],
  ['a number', '/cards/SECRET', 'digits'],
  ['a file', '/files/SECRET.pdf', 'letters'],
  ['a file with a hash', '/assets/app.SECRET.js', 'hex'],
  ['a matrix parameter', '/login;jsessionid=SECRET', 'hex'],
  ['the name of a matrix parameter', '/login;SECRET', 'letters'],
  ['a callback in a path', '/data/callback_SECRET9.jsonp', 'letters'],
  ['a bare word', '/?SECRET', 'letters'],
  ['a name of a parameter', '/?SECRET=1', 'letters'],
  ['a name that holds a callback', '/?callbackSECRET=1', 'letters'],
  ['a path in a query', '/?/SECRET/x', 'hex'],
  ['base64', '/t/SECRET', 'base64'],
  ['a token in a path', '/t/SECRET', 'jwt'],
  ['words', '/t/SECRET', 'phrase'],
  ['after an at sign', '/@SECRET', 'letters'],
  ['beside a word', '/users/user-SECRET', 'letters'],
];

const data = [
  '"SECRET"',
  '{password: "SECRET"}',
  '{note: "SECRET"}',
  '["SECRET", 1]',
  '["password", "SECRET"]',
  '{name: "password", value: "SECRET"}',
  'Map [["token", "SECRET"]]',
  'Set ["SECRET"]',
  '{"SECRET": 1}',
  '{SECRET: true}',
  '{a: {b: ["SECRET"]}}',
  '"{\\"token\\":\\"SECRET\\"}"',
  '{text: "SECRET',
  '/SECRET/i',
  'Error("SECRET")',
  'SECRET',
  '"my password is SECRET"',
  '{a: "x=SECRET&y=2"}',
];

const stacks = [
  'at SECRET (https://page.example/app.js:1:2)',
  'at f (https://page.example/SECRET/app.js:1:2)',
  'SECRET@https://page.example/app.js:1:2',
  'f@https://page.example/app.js?v=SECRET:1:2',
  'at Object.SECRET [as x] (https://page.example/app.js:1:2)',
  'at async SECRET (file:///home/x/app.js:1:2)',
  'at file:///home/SECRET/app.js:1:2',
  'at /home/SECRET/app.js:1:2',
  'at eval (eval at SECRET (https://page.example/a.js:1:1), <anonymous>:1:1)',
  'at webpack-internal:///./src/SECRET.js:1:2',
  'SECRET',
];

const codes = [
  "function (e) { if (e.data === 'SECRET') go(); }",
  "function (e) { if (e.origin.indexOf('SECRET') > -1) go(e.data); }",
  'function (e) { if (/SECRET/.test(e.origin)) go(e.data); }',
  'function (SECRET) { if (SECRET.origin === trusted) go(); }',
  'function (e) { SECRET(e); }',
  "function (e) { if (e.origin.startsWith('https://x.example/SECRET')) go(e.data); }",
];

const rows: readonly Row[] = [
  ...parameters.map((name): Row => [`?${name}=`, inUrl(`/data?${name}=SECRET`)]),
  ['JSON in a query', inUrl('/?v=SECRET', (text) => encodeURIComponent(JSON.stringify({ password: text })))],
  [
    'a pair in JSON',
    inUrl('/?v=SECRET', (text) => encodeURIComponent(JSON.stringify([{ name: 'password', value: text }]))),
  ],
  ['an array in JSON', inUrl('/?v=SECRET', (text) => encodeURIComponent(JSON.stringify([text, 1])))],
  ['a number in JSON', inUrl('/?v=SECRET', (text) => encodeURIComponent(`{"pin":${text}}`)), 'digits'],
  ['encoded twice', inUrl('/?v=SECRET', twice), 'phrase'],
  ['encoded thrice', inUrl('/?v=SECRET', thrice), 'phrase'],
  ['a name of JSON, encoded thrice', inUrl('/?v=SECRET', (text) => thrice(JSON.stringify({ [text]: 1 })))],
  [
    'GraphQL in a query',
    inUrl('/graphql?query=SECRET', (text) => encodeURIComponent(`{ user(token: "${text}") { id } }`)),
  ],
  ['base64 in a query', inUrl('/?v=SECRET', (text) => btoa(text)), 'hex'],
  ['a URL in a query', inUrl('/?to=SECRET', (text) => encodeURIComponent(`https://b.example/?a=${text}`))],
  ['a fragment', inUrl('/#SECRET')],
  ['a parameter of a fragment', inUrl('/#access_token=SECRET&state=1')],
  ['a name in a fragment', inUrl('/#SECRET=1'), 'letters'],
  ['a route in a fragment', inUrl('/#/users/SECRET')],
  ['a user name', (secret, id) => request(id, { url: `https://${encodeURIComponent(secret)}@api.example/` })],
  [
    'a password',
    (secret, id) => request(id, { url: `https://u:${encodeURIComponent(secret)}@api.example/` }),
  ],
  ...paths.map(([name, path, shape]): Row => [name, inUrl(path), shape]),
  ...requestHeaders.map(([name, value]): Row => [`${name}: ${value} (sent)`, sent(name, value)]),
  ...responseHeaders.map(([name, value]): Row => [`${name}: ${value} (received)`, received(name, value)]),
  ...data.map((text): Row => [`a message ${text}`, message(text)]),
  ...stacks.map((line): Row => [`a stack ${line}`, stack(line), 'letters']),
  ...codes.map((text): Row => [`a listener ${text}`, listens(text), 'letters']),
  [
    'where a redirect goes',
    (secret, id) =>
      request(id, { redirectedTo: `https://b.example/${secret}`, response: { status: 302, headerList: [] } }),
  ],
  ['a method', (secret, id) => request(id, { method: secret }), 'letters'],
  [
    'an error',
    (secret, id) => request(id, {}, { end: { how: 'failed', atMs: 1, error: `it failed for ${secret}` } }),
  ],
  ['the URL of a call', reported((secret) => ({ url: `https://api.example/${secret}` }))],
  ['integrity of a call', reported((secret) => ({ integrity: `sha256-${secret}` })), 'b62'],
  ['integrity that is none', reported((secret) => ({ integrity: secret })), 'letters'],
  [
    'the stack of a call',
    reported((secret) => ({ callSite: { stack: [`at ${secret} (https://page.example/a.js:1:1)`] } })),
    'letters',
  ],
  [
    'the element of a call',
    reported((secret) => ({ api: 'element', element: { name: secret, crossOrigin: null, isModule: false } })),
    'letters',
  ],
  [
    'what a call threw',
    (secret, id) => {
      const word = wordOf({});
      return request(
        id,
        {},
        { requestId: '', page: { ...word, call: word.call && { ...word.call, threw: secret } } },
      );
    },
    'letters',
  ],
  [
    'what a policy blocked',
    reported(
      () => ({}),
      (secret) => ({
        violations: [
          violation({ blockedUrl: `https://b.example/${secret}?x=${secret}`, directive: 'connect-src' }),
        ],
      }),
    ),
    'hex',
  ],
  [
    'the directive of a policy',
    reported(
      () => ({}),
      (secret) => ({
        violations: [violation({ blockedUrl: 'inline', directive: secret })],
      }),
    ),
    'letters',
  ],
  ['a title', (secret) => ({ title: `Inbox of ${secret}` }), 'email'],
  [
    'a frame',
    (secret) => ({
      frames: [
        {
          frameId: 9,
          parentFrameId: 0,
          documentId: 'd9',
          url: `https://page.example/${secret}`,
          origin: 'https://page.example',
        },
      ],
    }),
    'uuid',
  ],
  [
    'a name of a window',
    event((secret, id) => pageEvent.windowName({ id, value: { text: secret, length: secret.length } })),
  ],
  [
    'a name that was kept',
    event((secret, id) =>
      pageEvent.windowName({
        id,
        action: 'survived',
        value: { text: `{"t":"${secret}"}`, length: 1 },
        before: null,
      }),
    ),
  ],
  [
    'a new fragment',
    event((secret, id) =>
      pageEvent.fragmentChanged({ id, newUrl: `https://page.example/#${encodeURIComponent(secret)}` }),
    ),
  ],
  [
    'an old fragment',
    event((secret, id) =>
      pageEvent.fragmentChanged({ id, oldUrl: `https://page.example/?${encodeURIComponent(secret)}` }),
    ),
  ],
  [
    'a callback',
    event((secret, id) =>
      pageEvent.scriptLoaded({
        id,
        script: {
          url: `https://api.example/data?callback=${secret}`,
          isInjected: true,
          functions: [secret],
          calls: [{ name: secret, holds: 'data', size: 1 }],
          isRemoved: true,
        },
      }),
    ),
    'letters',
  ],
  [
    'a callback of an object',
    event((secret, id) =>
      pageEvent.scriptLoaded({
        id,
        script: {
          url: `https://api.example/data?cb=app.${secret}`,
          isInjected: true,
          functions: [`app.${secret}`],
          calls: [{ name: `app.${secret}`, holds: 'data', size: 1 }],
          isRemoved: true,
        },
      }),
    ),
    'letters',
  ],
  [
    'a made-up callback',
    event((secret, id) =>
      pageEvent.scriptLoaded({
        id,
        script: {
          url: `https://api.example/data?cb=cb${secret}`,
          isInjected: true,
          functions: [`cb${secret}`],
          calls: [{ name: `cb${secret}`, holds: 'data', size: 1 }],
          isRemoved: true,
        },
      }),
    ),
    'digits',
  ],
  [
    'a script',
    event((secret, id) =>
      pageEvent.scriptLoaded({
        id,
        script: {
          url: `https://api.example/data?callback=take&key=${encodeURIComponent(secret)}`,
          isInjected: true,
          functions: ['take'],
          calls: [{ name: 'take', holds: 'data', size: 1 }],
          isRemoved: true,
        },
      }),
    ),
  ],
  [
    'a socket',
    event((secret, id) =>
      pageEvent.socketTraffic({ id, url: `wss://live.example/feed?token=${encodeURIComponent(secret)}` }),
    ),
  ],
  [
    'a channel',
    event((secret, id) => pageEvent.channelTraffic({ id, channel: 'broadcast-channel', name: secret })),
  ],
  [
    'a channel of a person',
    event((secret, id) =>
      pageEvent.channelTraffic({ id, channel: 'broadcast-channel', name: `user-${secret}` }),
    ),
    'letters',
  ],
  [
    'a worker',
    event((secret, id) =>
      pageEvent.channelTraffic({ id, channel: 'worker', name: `https://page.example/${secret}.js` }),
    ),
    'hex',
  ],
  [
    'a worker of a blob',
    event((secret, id) =>
      pageEvent.channelTraffic({ id, channel: 'shared-worker', name: `blob:https://page.example/${secret}` }),
    ),
    'uuid',
  ],
  [
    'a domain',
    event((secret, id) => pageEvent.domainAssigned({ id, value: secret, errorName: 'SecurityError' })),
    'letters',
  ],
  [
    'the error of a domain',
    event((secret, id) => pageEvent.domainAssigned({ id, errorName: secret })),
    'letters',
  ],
  [
    'a frame that gave no document',
    event((secret, id) => pageEvent.domAccess({ id, url: `https://other.example/${secret}` })),
    'hex',
  ],
  [
    'a property of a window',
    event((secret, id) => pageEvent.domAccess({ id, what: 'property', url: '', property: secret })),
    'letters',
  ],
  [
    'a picture',
    event((secret, id) =>
      pageEvent.canvasRefused({
        id,
        images: [{ url: `https://img.example/${secret}.png`, crossOrigin: null }],
      }),
    ),
    'hex',
  ],
  ['a method of a canvas', event((secret, id) => pageEvent.canvasRefused({ id, method: secret })), 'letters'],
  [
    'a cookie that a script wrote',
    event((secret, id) => pageEvent.storageUse({ id, name: `${secret}=; Path=/` })),
    'letters',
  ],
  [
    'where a script wrote a cookie',
    event((secret, id) => pageEvent.storageUse({ id, path: `/users/${secret}` })),
    'hex',
  ],
  [
    'the path of such a cookie',
    event((secret, id) => pageEvent.storageUse({ id, name: `a=; Path=/${secret}` })),
    'hex',
  ],
  [
    'a key of a store',
    event((secret, id) =>
      pageEvent.storageUse({
        id,
        what: 'local-storage',
        outcome: 'changed',
        name: secret,
        path: 'https://page.example/',
      }),
    ),
  ],
  [
    'who changed a store',
    event((secret, id) =>
      pageEvent.storageUse({
        id,
        what: 'local-storage',
        outcome: 'changed',
        name: 'k',
        path: `https://page.example/${secret}`,
      }),
    ),
    'uuid',
  ],
  [
    'a method of storage',
    event((secret, id) =>
      pageEvent.storageUse({ id, what: 'storage-access', outcome: 'asked', name: secret }),
    ),
    'letters',
  ],
  [
    'an opened document',
    event((secret, id) => pageEvent.openedDocument({ id, url: `https://other.example/${secret}` })),
    'hex',
  ],
  [
    'a name of a listener',
    event((secret, id) =>
      pageEvent.messageReceived({ id, listeners: [ranListener({ id: 900, name: secret, text: null })] }),
    ),
    'letters',
  ],
  [
    'where a listener was registered',
    event((secret, id) =>
      pageEvent.messageReceived({
        id,
        listeners: [
          ranListener({ id: 901, registeredAt: { stack: [`at f (https://page.example/${secret}.js:1:1)`] } }),
        ],
      }),
    ),
    'hex',
  ],
  ['a star', (secret) => ({ stars: [star({ text: `postMessage({ token: '${secret}' }, '*')` })] }), 'b62'],
  ['a star of a name', (secret) => ({ stars: [star({ text: `${secret}.postMessage(x, '*')` })] }), 'letters'],
  [
    'the file of a star',
    (secret) => ({
      stars: [
        star({
          url: `https://page.example/${secret}.js`,
          listener: secret,
          text: `parent.postMessage(x, '*')`,
        }),
      ],
    }),
    'letters',
  ],
  [
    'a cookie that is kept',
    (secret) => ({
      kept: [keptCookie({ name: secret, value: 'x' })],
    }),
    'letters',
  ],
  [
    'the path of a cookie that is kept',
    (secret) => ({
      kept: [keptCookie({ name: 'theme', value: 'x', path: `/${secret}` })],
    }),
    'hex',
  ],
];

/** A secret, where it is, and what of a recording that is. */
export interface PlantedSecret {
  readonly name: string;
  readonly secret: string;
  readonly planted: Planted;
}

/** A recording with a secret in every place; another seed gives other secrets, of other shapes. */
export function plantSecrets(from: number) {
  seed = from;
  const secrets = rows.map(
    ([name, plant, shape = shapes[random(shapes.length)] ?? 'hex'], index): PlantedSecret => {
      const secret = makers[shape]();
      return { name, secret, planted: plant(secret, `e${index}`) };
    },
  );
  const all = secrets.map(({ planted }) => planted);
  return {
    secrets,
    exchanges: [
      exchangeFacts([hopFacts()], { id: 'plain' }),
      ...all.flatMap(({ exchanges = [] }) => exchanges),
    ],
    pageEvents: all.flatMap(({ pageEvents = [] }) => pageEvents),
    frames: [
      {
        frameId: 0,
        parentFrameId: -1,
        documentId: 'd1',
        url: 'https://page.example/',
        origin: 'https://page.example',
      },
      ...all.flatMap(({ frames = [] }) => frames),
    ],
    stars: all.flatMap(({ stars = [] }) => stars),
    title: all.map(({ title = '' }) => title).join(''),
    storedCookies: { atMs: 2_000, cookies: all.flatMap(({ kept = [] }) => kept) },
  };
}
