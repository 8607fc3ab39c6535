import { http } from '../support/http';
import { pageEvent } from '../support/page-events';
import { violation } from '../support/page-hints';
import { allowed, blocked, type Examples, put } from './example-requests';
import type { Recorded } from './recorded';

const embedderViolation = violation({ type: 'coep-violation', blockedUrl: 'https://api.test/x' });

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

/** Examples of causes that are about the page, the browser and the network. */
export const ofPage: Examples = {
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
  'tainted-canvas': [[{ ...picture, events: [canvas] }], [picture]],
  'font-preload-mode': [
    [font('/a.woff2', 'no-cors'), font('/a.woff2', 'cors')],
    [font('/b.woff2', 'no-cors'), font('/a.woff2', 'cors')],
  ],
};
