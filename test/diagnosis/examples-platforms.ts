import { http } from '../support/http';
import {
  allowed,
  blocked,
  type Examples,
  failed,
  headersRequested,
  origin,
  passed,
  put,
} from './example-requests';
import type { Recorded } from './recorded';

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
const ofWorker = (mode: 'cors' | 'no-cors', answer: Recorded['answer']): Recorded => ({
  asked: 'GET https://api.test/x',
  mode,
  ...(answer && { answer }),
  facts: { tabId: -1 },
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
/** Examples of causes that are about platforms, sessions and documents. */
export const ofPlatforms: Examples = {
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
    [ofWorker('no-cors', http`200`), byWorker],
    [ofWorker('cors', allowed), byWorker],
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
};
