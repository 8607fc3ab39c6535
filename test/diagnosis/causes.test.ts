import { describe, expect, test } from 'vitest';
import { causes } from '../../src/diagnosis/causes';
import { http } from '../support/http';
import { pageEvent } from '../support/page-events';
import { violation } from '../support/page-hints';
import { diagnosed, type Recorded } from './recorded';

const failed = 'net::ERR_FAILED';
const allowed = http`200
  Access-Control-Allow-Origin: http://page.test`;
/** A request that passed: CORS is configured on this server. */
const passed: Recorded = { asked: 'GET https://api.test/ok', answer: allowed };
const blocked = (answer: Recorded['answer'], part: Partial<Recorded> = {}): Recorded => ({
  asked: 'GET https://api.test/x',
  error: failed,
  ...(answer && { answer }),
  ...part,
});
const put = (preflight: Recorded['preflight'], part: Partial<Recorded> = {}): Recorded => ({
  asked: 'PUT https://api.test/x',
  error: failed,
  ...(preflight && { preflight }),
  ...part,
});
const origin = (value: string) => http`200
  Access-Control-Allow-Origin: ${value}`;
const redirected = (to: string, part: Partial<Recorded> = {}): Recorded => ({
  asked: 'GET https://api.test/x',
  answer: http`302
    Location: ${to}
    Access-Control-Allow-Origin: http://page.test`,
  next: [{ asked: `GET ${to}`, answer: http`200` }],
  error: failed,
  ...part,
});
const headersRequested = (names: string, list: string, part: Partial<Recorded> = {}): Recorded =>
  put(
    http`204
      Access-Control-Allow-Origin: http://page.test
      Access-Control-Allow-Methods: PUT
      Access-Control-Allow-Headers: ${list}`,
    {
      asks: `Access-Control-Request-Headers: ${names}`,
      call: { credentialsMode: 'same-origin', mode: 'cors', headerNames: names.split(',') },
      ...part,
    },
  );

const embedderViolation = violation({ type: 'coep-violation', blockedUrl: 'https://api.test/x' });
const plainPut: Partial<Recorded> = { call: { credentialsMode: 'same-origin', mode: 'cors' } };
const manifest = (sent: string): Recorded => ({
  asked: 'GET http://page.test/site.webmanifest',
  type: 'other',
  sent: `Sec-Fetch-Dest: manifest\n${sent}`,
  answer: http`302
    Location: https://login.test/?redirect_url=x`,
  next: [{ asked: 'GET https://login.test/?redirect_url=x', answer: http`200` }],
  error: failed,
});
const beacon = (line: string): Recorded => ({
  asked: 'POST https://api.test/x',
  type: 'beacon',
  error: failed,
  asks: 'Access-Control-Request-Headers: content-type',
  preflight: http`204
    Access-Control-Allow-Origin: http://page.test
    Access-Control-Allow-Methods: POST
    ${line}`,
  call: { api: 'beacon', mode: 'cors', credentialsMode: 'include', method: 'POST' },
});
const passedWith = (value: string): Recorded => ({
  asked: 'GET https://api.test/ok',
  answer: http`200
    Access-Control-Allow-Origin: ${value}
    Access-Control-Allow-Credentials: true`,
});
const blockedWildcard = blocked(origin('*'), {
  sent: 'Cookie: sid=1',
  call: { credentialsMode: 'include', mode: 'cors' },
});
const document = (line: string): Recorded => ({
  asked: 'GET http://page.test/',
  type: 'main_frame',
  mode: 'navigate',
  answer: http`200
    ${line}`,
});
const credentials = (value: string): Recorded =>
  blocked(
    http`200
      Access-Control-Allow-Origin: http://page.test
      Access-Control-Allow-Credentials: ${value}`,
    { sent: 'Cookie: sid=1', call: { credentialsMode: 'include', mode: 'cors' } },
  );
const session = (line: string): Recorded => ({
  asked: 'POST https://api.test/mcp',
  answer: http`200
    Access-Control-Allow-Origin: http://page.test
    Mcp-Session-Id: 7
    ${line}`,
});
const helper = (line: string): Recorded =>
  put(
    http`204
      Access-Control-Allow-Origin: http://page.test
      Access-Control-Allow-Methods: PUT
      ${line}`,
    { asks: 'Access-Control-Request-Headers: x-share', call: { headerNames: ['x-share'], mode: 'cors' } },
  );
const range = (line: string): Recorded => ({
  asked: 'GET https://api.test/x',
  sent: 'Range: bytes=0-9',
  answer: http`206
    Access-Control-Allow-Origin: http://page.test
    Content-Range: bytes 0-9/90
    ${line}`,
});
const byWorker: Recorded = {
  asked: 'GET https://api.test/x',
  facts: { end: { how: 'closed', atMs: 9_000, because: 'service-worker' } },
};
const inFrame = (isAllowed: boolean): Recorded => {
  const permissions = { isSecureContext: true, local: { isAllowed, state: null } } as const;
  const loopback = { isAllowed, state: 'prompt' } as const;
  return blocked(undefined, {
    asked: 'GET http://127.0.0.1/',
    error: 'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS',
    facts: {
      frameId: 2,
      localNetwork: [
        { frameId: 2, origin: 'https://inner.test', ...permissions, loopback },
        {
          frameId: 0,
          origin: 'https://top.test',
          ...permissions,
          loopback: { ...loopback, isAllowed: true },
        },
      ],
    },
  });
};
const insecure = (host: string): Recorded =>
  blocked(undefined, {
    asked: `GET http://${host}/x`,
    from: 'https://page.test',
    isUnsent: true,
    call: { mode: 'cors', credentialsMode: 'same-origin' },
  });
const badge = blocked(
  http`200
    Cross-Origin-Resource-Policy: same-origin`,
  { type: 'image', mode: 'no-cors', error: 'net::ERR_BLOCKED_BY_RESPONSE' },
);
const badgeFrame = (line: string): Recorded => ({
  asked: 'GET https://api.test/frame',
  type: 'sub_frame',
  mode: 'navigate',
  error: 'net::ERR_BLOCKED_BY_RESPONSE',
  answer: http`200
    ${line}`,
});
const login = (attributes: string, scheme = 'https'): Recorded => ({
  asked: `POST ${scheme}://api.test/login`,
  answer: http`200
    Access-Control-Allow-Origin: http://page.test
    Access-Control-Allow-Credentials: true
    Set-Cookie: sid=abc; ${attributes}`,
});
const me = (credentialsMode: 'include' | 'same-origin', site: string, scheme = 'https'): Recorded => ({
  asked: `GET ${scheme}://api.test/me`,
  sent: `Sec-Fetch-Site: ${site}`,
  call: { credentialsMode, mode: 'cors', method: 'GET' },
  answer: http`401
    Access-Control-Allow-Origin: http://page.test
    Access-Control-Allow-Credentials: true`,
});
const gate = (method: string, attributes: string): Recorded => ({
  asked: `${method} https://app.test/gate`,
  type: 'sub_frame',
  mode: 'navigate',
  sent: 'Sec-Fetch-Storage-Access: none',
  answer: http`303
    Location: https://app.test/login
    Set-Cookie: sid=1; ${attributes}`,
  next: [{ asked: 'GET https://app.test/login', sent: 'Sec-Fetch-Storage-Access: none', answer: http`200` }],
});
const picture: Recorded = {
  asked: 'GET https://img.example/cat.png',
  type: 'image',
  mode: 'no-cors',
  answer: http`200`,
};
const canvas = { ...pageEvent.canvasRefused() };
const font = (path: string, mode: 'cors' | 'no-cors'): Recorded => ({
  asked: `GET https://api.test${path}`,
  type: 'font',
  mode,
  answer: allowed,
});

/** Each cause: a recording that has it, and a twin that differs only in the deciding fact. */
const table: Readonly<Record<string, readonly [has: readonly Recorded[], twin: readonly Recorded[]]>> = {
  'platform-answers-preflight': [
    [
      { asked: 'GET https://api.test/x', answer: allowed },
      put(
        http`204
      Access-Control-Allow-Origin: *
      Access-Control-Allow-Methods: GET`,
        plainPut,
      ),
    ],
    [
      { asked: 'GET https://api.test/x', answer: allowed },
      put(
        http`204
      Access-Control-Allow-Origin: http://page.test
      Access-Control-Allow-Methods: GET`,
        plainPut,
      ),
    ],
  ],
  'refused-origin-throws': [
    [
      put(http`500
      X-Powered-By: Express
      Content-Type: text/html; charset=utf-8
      Content-Security-Policy: default-src 'none'`),
    ],
    [
      put(http`500
      X-Powered-By: Express
      Content-Type: application/json
      Content-Security-Policy: default-src 'none'`),
    ],
  ],
  'deployment-protection': [
    [
      put(http`401
      Server: Vercel
      Content-Type: text/html
      Set-Cookie: _vercel_sso_nonce=a; Path=/`),
    ],
    [
      put(http`401
      Server: nginx
      Content-Type: text/html`),
    ],
  ],
  'oauth-metadata-without-cors': [
    [passed, blocked(http`404`, { asked: 'GET https://api.test/.well-known/oauth-protected-resource' })],
    [passed, blocked(http`404`, { asked: 'GET https://api.test/oauth-protected-resource' })],
  ],
  'local-model-server-refuses-origin': [
    [put(http`403`, { asked: 'PUT http://localhost:11434/api/chat' })],
    [put(http`403`, { asked: 'PUT https://api.test/api/chat' })],
  ],
  'event-stream-outside-cors': [
    [
      passed,
      blocked(http`200
      Content-Type: text/event-stream`),
    ],
    [
      passed,
      blocked(http`200
      Content-Type: text/plain`),
    ],
  ],
  'manifest-without-credentials': [[manifest('')], [manifest('Cookie: sid=1\n')]],
  'beacon-with-json': [
    [beacon('Access-Control-Allow-Headers: content-type')],
    [beacon('Access-Control-Allow-Credentials: true')],
  ],
  'route-with-own-cors': [
    [passedWith('http://page.test'), blockedWildcard],
    [passedWith('*'), blockedWildcard],
  ],
  'worker-from-data-url': [
    [
      { asked: 'GET https://api.test/ok', answer: allowed, facts: { documentId: 'D' } },
      blocked(http`200`, { from: 'null', facts: { documentId: 'D' } }),
    ],
    [
      { asked: 'GET https://api.test/ok', answer: allowed, facts: { documentId: 'E' } },
      blocked(http`200`, { from: 'null', facts: { documentId: 'D' } }),
    ],
  ],
  'csp-sandbox': [
    [document('Content-Security-Policy: sandbox allow-scripts'), blocked(http`200`, { from: 'null' })],
    [document('Content-Security-Policy: script-src *'), blocked(http`200`, { from: 'null' })],
  ],
  'credentials-twice': [[credentials('true, true')], [credentials('True')]],
  'mcp-header-not-allowed': [
    [headersRequested('mcp-protocol-version', 'content-type')],
    [headersRequested('x-protocol-version', 'content-type')],
  ],
  'mcp-session-not-exposed': [[session('')], [session('Access-Control-Expose-Headers: Mcp-Session-Id')]],
  'sdk-header-not-allowed': [
    [headersRequested('x-stainless-lang', 'content-type')],
    [headersRequested('x-lang', 'content-type')],
  ],
  'obsolete-private-network-header': [[helper('Access-Control-Allow-Private-Network: true')], [helper('')]],
  'range-headers-not-exposed': [[range('')], [range('Access-Control-Expose-Headers: Content-Range')]],
  'service-worker-cached-opaque': [
    [{ asked: 'GET https://api.test/x', type: 'image', mode: 'no-cors', answer: http`200` }, byWorker],
    [{ asked: 'GET https://api.test/x', answer: allowed }, byWorker],
  ],
  'local-network-frame-permission': [[inFrame(false)], [inFrame(true)]],
  'loopback-mixed-content': [[insecure('192.168.1.5')], [insecure('api.test')]],
  'frame-needs-embedder-policy': [
    [
      {
        asked: 'GET https://api.test/x',
        type: 'sub_frame',
        mode: 'navigate',
        answer: http`200`,
        error: 'net::ERR_BLOCKED_BY_RESPONSE',
      },
    ],
    [{ asked: 'GET https://api.test/x', type: 'sub_frame', mode: 'navigate', answer: http`200` }],
  ],
  'default-embedding-headers': [
    [badgeFrame('X-Frame-Options: SAMEORIGIN'), badge],
    [badgeFrame('X-Other: SAMEORIGIN'), badge],
  ],
  'dev-server-refuses-own-host': [
    [{ asked: 'POST http://page.test/_next/log', sent: 'Sec-Fetch-Site: same-origin', answer: http`403` }],
    [{ asked: 'POST http://page.test/orders', sent: 'Sec-Fetch-Site: same-origin', answer: http`403` }],
  ],
  'session-cookie-same-site': [
    [login('SameSite=Lax'), me('include', 'cross-site')],
    [login('SameSite=None; Secure'), me('include', 'cross-site')],
  ],
  'credentials-not-included': [
    [login('SameSite=Lax'), me('same-origin', 'same-site')],
    [login('SameSite=Lax'), me('include', 'same-site')],
  ],
  'secure-cookie-on-http': [
    [login('Secure', 'http'), me('include', 'same-site', 'http')],
    [login('Path=/', 'http'), me('include', 'same-site', 'http')],
  ],
  'login-loop-in-frame': [
    [gate('POST', 'SameSite=Lax'), gate('POST', 'SameSite=Lax')],
    [gate('POST', 'SameSite=None; Secure'), gate('POST', 'SameSite=None; Secure')],
  ],
  'tainted-canvas': [[{ ...picture, events: [canvas] }], [picture]],
  'font-preload-mode': [
    [font('/a.woff2', 'no-cors'), font('/a.woff2', 'cors')],
    [font('/b.woff2', 'no-cors'), font('/a.woff2', 'cors')],
  ],
  'windows-authentication': [
    [
      put(http`401
      WWW-Authenticate: Negotiate`),
    ],
    [
      put(http`401
      WWW-Authenticate: Bearer`),
    ],
  ],
  'api-gateway-preflight': [
    [
      put(http`403
      x-amzn-ErrorType: MissingAuthenticationTokenException`),
    ],
    [put(http`403`)],
  ],
  'api-gateway-error': [
    [
      blocked(http`504
      x-amzn-RequestId: 1
      x-amzn-ErrorType: X`),
    ],
    [blocked(http`504`)],
  ],
  'cloud-function-invoker': [
    [
      blocked(http`403
      Server: Google Frontend
      Content-Type: text/html`),
    ],
    [
      blocked(http`403
      Server: Google Frontend
      Content-Type: application/json`),
    ],
  ],
  'bot-challenge': [
    [
      blocked(http`403
      cf-mitigated: challenge`),
    ],
    [blocked(http`403`)],
  ],
  'preflight-login-redirect': [
    [
      put(http`302
      Location: https://api.test/login?next=x`),
    ],
    [
      put(http`302
      Location: https://api.test/other`),
    ],
  ],
  'login-redirect': [
    [redirected('https://login.microsoftonline.com/authorize?client_id=1')],
    [redirected('https://files.test/x')],
  ],
  'preflight-rate-limit': [[put(http`429`)], [put(http`400`)]],
  'rate-limit': [
    [passed, blocked(http`429`)],
    [passed, blocked(http`200`)],
  ],
  'body-too-large': [
    [blocked(http`413`, { asked: 'POST https://api.test/x' })],
    [blocked(http`400`, { asked: 'POST https://api.test/x' })],
  ],
  'preflight-authentication': [
    [passed, put(http`401`)],
    [
      passed,
      put(http`401
      Access-Control-Allow-Origin: https://other.test`),
    ],
  ],
  'client-certificate': [
    [blocked(undefined, { error: 'net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED' })],
    [blocked(undefined, { error: 'net::ERR_CONNECTION_RESET' })],
  ],
  'no-options-route': [
    [
      put(http`405
    Allow: GET, PUT`),
    ],
    [put(http`500`)],
  ],
  'options-by-server': [
    [
      put(http`200
      Allow: GET, PUT, OPTIONS
      Public: GET, PUT, OPTIONS`),
    ],
    [put(http`200`)],
  ],
  'options-handler-fails': [
    [passed, put(http`500`)],
    [passed, put(http`204`)],
  ],
  'nginx-header-not-always': [
    [
      {
        ...passed,
        answer: http`200
        Server: nginx
        Access-Control-Allow-Origin: http://page.test`,
      },
      blocked(http`404
        Server: nginx`),
    ],
    [
      passed,
      blocked(http`404
      Server: nginx`),
    ],
  ],
  'gateway-error': [
    [passed, blocked(http`502`)],
    [passed, blocked(http`500`)],
  ],
  'error-without-cors': [[passed, blocked(http`500`)], [blocked(http`500`)]],
  'hsts-redirect': [
    [
      put(
        http`307
        Location: https://api.test/x
        Non-Authoritative-Reason: HSTS`,
        { asked: 'PUT http://api.test/x' },
      ),
    ],
    [
      put(
        http`307
        Location: https://api.test/x`,
        { asked: 'PUT http://api.test/x' },
      ),
    ],
  ],
  'https-redirect': [
    [
      put(
        http`301
      Location: https://api.test/x`,
        { asked: 'PUT http://api.test/x' },
      ),
    ],
    [
      put(
        http`301
      Location: https://api.test/y`,
        { asked: 'PUT http://api.test/x' },
      ),
    ],
  ],
  'downgraded-redirect': [
    [
      put(http`307
      Location: http://api.test/x/`),
    ],
    [
      put(http`307
      Location: https://api.test/x/`),
    ],
  ],
  'slash-redirect': [
    [
      put(http`308
      Location: /x/`),
    ],
    [
      put(http`308
      Location: /y/`),
    ],
  ],
  'www-redirect': [
    [
      put(http`301
      Location: https://www.api.test/x`),
    ],
    [
      put(http`301
      Location: https://web.api.test/x`),
    ],
  ],
  'bucket-region-redirect': [
    [
      put(
        http`307
      Location: https://b.s3.eu-west-1.amazonaws.com/x
      x-amz-bucket-region: eu-west-1`,
        { asked: 'PUT https://b.s3.amazonaws.com/x' },
      ),
    ],
    [
      put(
        http`307
      Location: https://b.files.test/x`,
        { asked: 'PUT https://b.s3.amazonaws.com/x' },
      ),
    ],
  ],
  'tainted-origin': [
    [
      redirected('https://files.test/x', {
        next: [{ asked: 'GET https://files.test/x', sent: 'Origin: null', answer: http`200` }],
      }),
    ],
    [redirected('https://api.test/y', { next: [{ asked: 'GET https://api.test/y', answer: http`200` }] })],
  ],
  'stripped-authorization': [
    [
      redirected('https://files.test/x', {
        sent: 'Authorization: Bearer x',
        next: [{ asked: 'GET https://files.test/x', sent: 'Origin: null', answer: http`401` }],
      }),
    ],
    [
      redirected('https://files.test/x', {
        next: [{ asked: 'GET https://files.test/x', sent: 'Origin: null', answer: http`401` }],
      }),
    ],
  ],
  'preflight-redirect': [
    [
      put(http`302
      Location: https://api.test/other`),
    ],
    [put(http`404`)],
  ],
  'header-twice': [
    [blocked(origin('http://page.test, http://page.test'))],
    [blocked(origin('http://page.test, http://b.test'))],
  ],
  'origin-list': [[blocked(origin('http://a.test, http://page.test'))], [blocked(origin('http://a.test'))]],
  'misspelled-header': [
    [
      blocked(http`200
      Access-Control-Allowed-Origin: *`),
    ],
    [
      blocked(http`200
      X-Allowed-Origin: *`),
    ],
  ],
  'credentials-case': [
    [
      blocked(
        http`200
      Access-Control-Allow-Origin: http://page.test
      Access-Control-Allow-Credentials: True`,
        { sent: 'Cookie: a=b' },
      ),
    ],
    [
      blocked(
        http`200
      Access-Control-Allow-Origin: http://page.test
      Access-Control-Allow-Credentials: false`,
        { sent: 'Cookie: a=b' },
      ),
    ],
  ],
  'origin-with-path': [[blocked(origin('http://page.test/'))], [blocked(origin('http://other.test/'))]],
  'origin-without-scheme': [[blocked(origin('page.test'))], [blocked(origin('other.test'))]],
  'origin-wildcard-pattern': [[blocked(origin('http://*.test'))], [blocked(origin('http://a.test'))]],
  'loopback-spelling': [
    [blocked(origin('http://localhost:3000'), { from: 'http://127.0.0.1:3000' })],
    [blocked(origin('http://localhost:3000'), { from: 'http://page.test:3000' })],
  ],
  'opaque-origin': [[blocked(http`200`, { from: 'null' })], [blocked(http`200`)]],
  'cached-for-other-origin': [
    [
      blocked(http`200
      Access-Control-Allow-Origin: http://other.test
      Age: 12`),
    ],
    [
      blocked(http`200
      Access-Control-Allow-Origin: http://other.test
      Vary: Origin
      Age: 12`),
    ],
  ],
  'other-port': [[blocked(origin('http://page.test:8080'))], [blocked(origin('http://other.test:8080'))]],
  'cached-without-origin': [
    [
      { asked: 'GET https://api.test/x', type: 'image', mode: 'no-cors', answer: http`200` },
      blocked(http`200`, { fromCache: true }),
    ],
    [
      { asked: 'GET https://api.test/x', type: 'image', mode: 'no-cors', answer: http`200` },
      blocked(http`200`),
    ],
  ],
  'cdn-cached-without-origin': [
    [
      blocked(http`200
      Age: 90
      X-Cache: HIT`),
    ],
    [
      blocked(http`200
      Age: 0
      X-Cache: MISS`),
    ],
  ],
  'dev-server-origin': [
    [blocked(http`200`, { asked: 'GET http://localhost:5173/@vite/client' })],
    [blocked(http`200`, { asked: 'GET http://localhost:5173/client' })],
  ],
  'route-without-cors': [[passed, blocked(http`200`)], [blocked(http`200`)]],
  'unblocking-extension': [
    [
      ...[1, 2, 3].map(
        (n): Recorded => ({
          asked: `GET https://api.test/${n}`,
          answer: http`200
        Access-Control-Allow-Origin: *`,
        }),
      ),
      blocked(
        http`200
        Access-Control-Allow-Origin: *
        Access-Control-Allow-Methods: GET, PROPFIND, MKCOL`,
        { sent: 'Cookie: a=b' },
      ),
    ],
    [
      blocked(
        http`200
      Access-Control-Allow-Origin: *
      Access-Control-Allow-Methods: GET`,
        { sent: 'Cookie: a=b' },
      ),
    ],
  ],
  'wildcard-with-credentials': [
    [blocked(origin('*'), { sent: 'Cookie: a=b' })],
    [{ asked: 'GET https://api.test/x', answer: origin('*') }],
  ],
  'tracing-headers': [[headersRequested('sentry-trace', 'x-a')], [headersRequested('x-b', 'x-a')]],
  'extension-header': [[headersRequested('x-rq-one', 'x-a')], [headersRequested('x-b', 'x-a')]],
  'response-header-sent': [
    [headersRequested('access-control-allow-origin', 'x-a')],
    [headersRequested('x-b', 'x-a')],
  ],
  'wildcard-headers': [
    [
      put(
        http`204
        Access-Control-Allow-Origin: http://page.test
        Access-Control-Allow-Credentials: true
        Access-Control-Allow-Methods: PUT
        Access-Control-Allow-Headers: *`,
        {
          asks: 'Access-Control-Request-Headers: x-b',
          call: { credentialsMode: 'include', mode: 'cors', headerNames: ['x-b'] },
        },
      ),
    ],
    [headersRequested('x-b', 'x-a')],
  ],
  'header-not-listed': [[headersRequested('x-b', 'x-a')], [headersRequested('x-a', 'x-a')]],
  'lower-case-method': [
    [
      put(
        http`204
      Access-Control-Allow-Origin: *
      Access-Control-Allow-Methods: PATCH`,
        {
          asked: 'patch https://api.test/x',
          call: { credentialsMode: 'omit', mode: 'cors', headerNames: [] },
        },
      ),
    ],
    [
      put(
        http`204
      Access-Control-Allow-Origin: *
      Access-Control-Allow-Methods: PUT`,
        {
          asked: 'PATCH https://api.test/x',
          call: { credentialsMode: 'omit', mode: 'cors', headerNames: [] },
        },
      ),
    ],
  ],
  'method-not-listed': [
    [
      put(
        http`204
      Access-Control-Allow-Origin: *
      Access-Control-Allow-Methods: GET`,
        { call: { credentialsMode: 'omit', mode: 'cors', headerNames: [] } },
      ),
    ],
    [
      put(
        http`204
      Access-Control-Allow-Origin: *
      Access-Control-Allow-Methods: PUT`,
        { call: { credentialsMode: 'omit', mode: 'cors', headerNames: [] } },
      ),
    ],
  ],
  'upload-listener': [[put(http`404`, { asked: 'POST https://api.test/x', asks: '' })], [put(http`404`)]],
  'header-not-exposed': [
    [
      {
        asked: 'GET https://api.test/x',
        answer: http`200
      Access-Control-Allow-Origin: http://page.test
      X-Total-Count: 1`,
      },
    ],
    [
      {
        asked: 'GET https://api.test/x',
        answer: http`200
      Access-Control-Allow-Origin: http://page.test
      Access-Control-Expose-Headers: X-Total-Count
      X-Total-Count: 1`,
      },
    ],
  ],
  'no-cors-as-cure': [
    [
      {
        asked: 'GET https://api.test/x',
        mode: 'no-cors',
        call: { mode: 'no-cors' },
        answer: http`200
      Content-Type: application/json`,
      },
    ],
    [
      {
        asked: 'GET https://api.test/x',
        mode: 'no-cors',
        call: { mode: 'no-cors' },
        answer: http`200
      Content-Type: image/png`,
      },
    ],
  ],
  'unreachable-address': [
    [blocked(undefined, { asked: 'GET http://0.0.0.0:3000/', error: 'net::ERR_CONNECTION_REFUSED' })],
    [blocked(undefined, { asked: 'GET http://localhost:3000/', error: 'net::ERR_CONNECTION_REFUSED' })],
  ],
  'content-blocker': [
    [blocked(undefined, { error: 'net::ERR_BLOCKED_BY_CLIENT' })],
    [blocked(undefined, { error: 'net::ERR_CONNECTION_RESET' })],
  ],
  'untrusted-certificate': [
    [blocked(undefined, { error: 'net::ERR_CERT_AUTHORITY_INVALID' })],
    [blocked(undefined, { error: 'net::ERR_CONNECTION_RESET' })],
  ],
  'server-not-running': [
    [blocked(undefined, { error: 'net::ERR_CONNECTION_REFUSED' })],
    [blocked(undefined, { error: 'net::ERR_CONNECTION_RESET' })],
  ],
  'unknown-host': [
    [blocked(undefined, { error: 'net::ERR_NAME_NOT_RESOLVED' })],
    [blocked(undefined, { error: 'net::ERR_CONNECTION_RESET' })],
  ],
  'mixed-content': [
    [
      blocked(undefined, {
        asked: 'GET http://api.test/x',
        from: 'https://page.test',
        isUnsent: true,
        call: { mode: 'cors', credentialsMode: 'same-origin' },
      }),
    ],
    [
      blocked(undefined, {
        asked: 'GET http://api.test/x',
        from: 'http://page.test',
        isUnsent: true,
        call: { mode: 'cors', credentialsMode: 'same-origin' },
      }),
    ],
  ],
  'local-network-permission': [
    [
      blocked(undefined, {
        asked: 'GET http://127.0.0.1/',
        error: 'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS',
      }),
    ],
    [blocked(undefined, { asked: 'GET http://127.0.0.1/', error: 'net::ERR_CONNECTION_RESET' })],
  ],
  'resource-policy': [
    [
      blocked(
        http`200
      Cross-Origin-Resource-Policy: same-origin`,
        { type: 'image', mode: 'no-cors', error: 'net::ERR_BLOCKED_BY_RESPONSE' },
      ),
    ],
    [
      {
        asked: 'GET https://api.test/x',
        type: 'image',
        mode: 'no-cors',
        answer: http`200
      Cross-Origin-Resource-Policy: cross-origin`,
      },
    ],
  ],
  'error-page-for-resource': [
    [
      blocked(
        http`404
      Content-Type: text/html`,
        { type: 'image', mode: 'no-cors', error: 'net::ERR_BLOCKED_BY_ORB' },
      ),
    ],
    [
      {
        asked: 'GET https://api.test/x',
        type: 'image',
        mode: 'no-cors',
        answer: http`404
      Content-Type: image/png`,
      },
    ],
  ],
  'extension-script': [
    [blocked(http`200`, { call: { callSite: { stack: ['run (chrome-extension://abc/content.js:1:1)'] } } })],
    [blocked(http`200`, { call: { callSite: { stack: ['run (http://page.test/app.js:1:1)'] } } })],
  ],
  'socket-origin-check': [
    [
      blocked(http`403`, {
        asked: 'GET wss://api.test/x',
        type: 'websocket',
        error: 'net::ERR_INVALID_RESPONSE',
      }),
    ],
    [
      blocked(http`500`, {
        asked: 'GET wss://api.test/x',
        type: 'websocket',
        error: 'net::ERR_INVALID_RESPONSE',
      }),
    ],
  ],
  'cross-origin-worker': [
    [
      blocked(undefined, {
        asked: 'GET https://api.test/w.js',
        type: 'script',
        isUnsent: true,
        call: { api: 'worker' },
      }),
    ],
    [
      blocked(undefined, {
        asked: 'GET https://api.test/w.js',
        type: 'script',
        isUnsent: true,
        call: { api: 'fetch', mode: 'cors' },
      }),
    ],
  ],
  'content-security-policy': [
    [blocked(undefined, { isUnsent: true, call: { mode: 'cors' }, violation: 'connect-src' })],
    [blocked(undefined, { isUnsent: true, call: { mode: 'cors' } })],
  ],
  'own-policy': [
    [blocked(undefined, { error: 'net::ERR_NETWORK_ACCESS_REVOKED' })],
    [blocked(undefined, { error: 'net::ERR_CONNECTION_RESET' })],
  ],
  'embedder-policy': [
    [
      blocked(http`200`, {
        type: 'image',
        mode: 'no-cors',
        error: 'net::ERR_BLOCKED_BY_RESPONSE',
        facts: { page: { call: null, possible: [], isOneOfThem: false, violations: [embedderViolation] } },
      }),
    ],
    [{ asked: 'GET https://api.test/x', type: 'image', mode: 'no-cors', answer: http`200` }],
  ],
  'no-answer-to-preflight': [
    [put(undefined, { preflightError: 'net::ERR_CONNECTION_RESET', error: 'net::ERR_CONNECTION_RESET' })],
    [put(http`404`)],
  ],
  'server-has-done-it': [
    [blocked(http`201`, { asked: 'POST https://api.test/x' })],
    [blocked(http`201`, { asked: 'GET https://api.test/x' })],
  ],
};

describe('a cause', () => {
  test('has a row here', () => {
    expect(Object.keys(table)).toEqual(Object.keys(causes));
  });

  test.each(Object.entries(table).filter(([, [has]]) => has.length > 0))(
    '%s comes first in its recording',
    (code, [has]) => {
      expect(diagnosed(has).map((cause) => cause.code)[0]).toBe(code);
    },
  );

  test.each(Object.entries(table).filter(([, [has]]) => has.length > 0))(
    '%s is not found in its twin',
    (code, [, twin]) => {
      expect(diagnosed(twin).map((cause) => cause.code)).not.toContain(code);
    },
  );

  test('covers only causes that there are', () => {
    const covered = Object.values(causes).flatMap((cause) => ('covers' in cause ? cause.covers : []));
    expect(covered.filter((code) => !(code in causes))).toEqual([]);
  });
});

describe('the causes of a redacted recording', () => {
  test.each(
    Object.entries(table).flatMap(([code, [has]]) => [
      [code, 'minimal', has] as const,
      [code, 'readable', has] as const,
    ]),
  )('%s is found in a %s one', (code, redaction, has) => {
    expect(diagnosed(has, { redaction }).map((cause) => cause.code)[0]).toBe(code);
  });
});
