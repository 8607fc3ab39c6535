import { http } from '../support/http';
import {
  blocked,
  type Examples,
  headersRequested,
  origin,
  passed,
  put,
  redirected,
} from './example-requests';
import type { Recorded } from './recorded';

/** Examples of causes that are about wrong header values and what a server does not allow. */
export const ofValues: Examples = {
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
};
