import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { listen } from '../../playground/listen';
import type { QuestionCode } from '../../src/diagnosis/questions';
import { readTranscript } from '../../src/diagnosis/transcript';
import { curl } from '../../src/report/curl';
import { asked, diagnosed, type Recorded } from '../diagnosis/recorded';
import { http } from '../support/http';
import { echoed, json } from './answers';
import type { CaseAnswer, CaseContext, CaseRequest, CaseServer, Variant } from './case';
import { cachedForOtherOrigin } from './cases/cached-for-other-origin';
import { cachedWithoutOrigin } from './cases/cached-without-origin';
import { headerTwice } from './cases/header-twice';
import { nginxHeaderNotAlways } from './cases/nginx-header-not-always';

const page = 'http://page.test';
const failed = 'net::ERR_FAILED';

/** A question, asked of a server that has the one cause and of one that has the other. */
interface Asking {
  /** What was recorded, with the origin of the server. Its response is the same of both servers. */
  recorded(server: string): readonly Recorded[];
  /** The servers, each with the leading cause once it has answered; a server that is null does not listen. */
  readonly servers: readonly (readonly [lead: string | null, server: CaseServer | null])[];
}

/** A server of a case, in one of its variants. */
const ofCase = (server: CaseServer | undefined, variant: Variant): CaseServer => {
  if (!server) throw new Error('test: no such server');
  const context: CaseContext = { variant, state: {}, at: (_, path) => page + path, origin: () => page };
  return (request) => server(request, context);
};
const express = {
  'X-Powered-By': 'Express',
  'Content-Security-Policy': "default-src 'none'",
  'Content-Type': 'text/html; charset=utf-8',
};
const recordedExpress = http`500
  X-Powered-By: Express
  Content-Security-Policy: default-src 'none'
  Content-Type: text/html; charset=utf-8`;
const isOptions = ({ method }: CaseRequest) => method === 'OPTIONS';
const hasToken = ({ headers }: CaseRequest) => headers.authorization === 'Bearer t0ken';
const get = (server: string, path: string, part: Partial<Recorded>): Recorded => ({
  asked: `GET ${server}${path}`,
  error: failed,
  ...part,
});

const askings: Readonly<Partial<Record<QuestionCode, Asking>>> = {
  'preflight-with-token': {
    recorded: (server) => [{ asked: `PUT ${server}/x`, error: failed, preflight: http`401` }],
    servers: [
      [
        'preflight-authentication certain',
        (request) => (hasToken(request) ? { status: 204, headers: echoed(request) } : { status: 401 }),
      ],
      ['no-options-route certain', (request) => ({ status: hasToken(request) ? 405 : 401 })],
    ],
  },
  'redirect-with-token': {
    recorded: (server) => [
      {
        asked: `PUT ${server}/x`,
        error: failed,
        preflight: http`302
          Location: /elsewhere`,
      },
    ],
    servers: [
      [
        'preflight-login-redirect certain',
        (request) =>
          hasToken(request) ? { status: 204 } : { status: 302, headers: { Location: '/elsewhere' } },
      ],
      ['preflight-redirect likely', () => ({ status: 302, headers: { Location: '/elsewhere' } })],
    ],
  },
  'get-on-route': {
    recorded: (server) => [
      get(server, '/x', { preflight: http`404`, asks: 'Access-Control-Request-Headers: x-a' }),
    ],
    servers: [
      ['no-options-route certain', (request) => (isOptions(request) ? { status: 404 } : json())],
      [null, () => ({ status: 404 })],
    ],
  },
  'origin-in-get': {
    recorded: (server) => [
      {
        asked: `POST ${server}/x`,
        error: failed,
        preflight: recordedExpress,
        asks: 'Access-Control-Request-Headers: x-a',
      },
    ],
    servers: [
      ['refused-origin-throws likely', () => ({ status: 500, headers: express })],
      [
        'options-handler-fails certain',
        (request) => (isOptions(request) ? { status: 500, headers: express } : json(echoed(request))),
      ],
    ],
  },
  'policy-of-application': {
    recorded: (server) => [
      {
        asked: `GET ${server}/x`,
        error: failed,
        asks: 'Access-Control-Request-Headers: x-a',
        call: { credentialsMode: 'same-origin', mode: 'cors', headerNames: ['x-a'] },
        preflight: http`204
          Access-Control-Allow-Origin: http://page.test`,
      },
    ],
    servers: [
      ['header-not-listed likely', (request) => json(echoed(request))],
      ['platform-answers-preflight likely', () => json({ 'Access-Control-Allow-Origin': '*' })],
    ],
  },
  'past-shared-cache': {
    recorded: (server) => [
      {
        asked: `GET ${server}/ok`,
        answer: http`200
        Access-Control-Allow-Origin: http://page.test`,
      },
      get(server, '/feed', {
        answer: http`200
        X-Cache: HIT
        Age: 60`,
      }),
    ],
    servers: [
      ['cdn-cached-without-origin certain', (request) => cached(request, echoed(request))],
      ['route-without-cors certain', (request) => cached(request, {})],
    ],
  },
  'past-browser-cache': {
    recorded: (server) => [get(server, '/1.svg', { answer: http`200`, fromCache: true })],
    servers: [
      ['cached-without-origin certain', ofCase(cachedWithoutOrigin.servers.cdn, 'broken')],
      [null, ofCase(cachedWithoutOrigin.servers.cdn, 'twin')],
    ],
  },
  'origin-past-cache': {
    recorded: (server) => [
      get(server, '/iiif/1/info.json', {
        answer: http`200
          Access-Control-Allow-Origin: https://first.museum.example
          X-Cache: HIT
          Age: 322`,
      }),
    ],
    servers: [
      ['cached-for-other-origin certain', ofCase(cachedForOtherOrigin.servers.cdn, 'fix')],
      [null, ofCase(cachedForOtherOrigin.servers.cdn, 'twin')],
    ],
  },
  'header-twice-in-curl': {
    recorded: (server) => [
      get(server, '/series', {
        answer: http`200
          Access-Control-Allow-Origin: *
          Access-Control-Allow-Origin: *`,
      }),
    ],
    servers: [
      ['header-twice certain', ofCase(headerTwice.servers.api, 'broken')],
      // A browser extension added the second one.
      ['unblocking-extension likely', ofCase(headerTwice.servers.api, 'fix')],
    ],
  },
  'behind-nginx': {
    recorded: (server) => [
      {
        asked: `GET ${server}/recipes`,
        answer: http`200
        Server: nginx/1.24.0
        Access-Control-Allow-Origin: *`,
      },
      get(server, '/recipes/0', {
        answer: http`404
        Server: nginx/1.24.0`,
      }),
    ],
    servers: [
      ['error-without-cors certain', ofCase(nginxHeaderNotAlways.servers.api, 'twin')],
      ['nginx-header-not-always certain', () => json()],
    ],
  },
  'behind-gateway': {
    recorded: (server) => [get(server, '/orders', { answer: http`502` })],
    servers: [
      ['gateway-error likely', null],
      ['gateway-error likely', () => json()],
      [null, () => ({ status: 503 })],
    ],
  },
  'route-that-passes': {
    recorded: (server) => [
      {
        asked: `GET ${server}/ok`,
        answer: http`200
        Access-Control-Allow-Origin: http://page.test`,
      },
      get(server, '/mine', { answer: http`401` }),
    ],
    servers: [
      [
        'error-without-cors certain',
        (request) => (hasToken(request) ? json(echoed(request)) : { status: 401 }),
      ],
      ['route-without-cors certain', (request) => (hasToken(request) ? json() : { status: 401 })],
    ],
  },
  'does-it-answer': {
    recorded: (server) => [get(server, '/x', { error: 'net::ERR_CONNECTION_FAILED' })],
    servers: [
      ['server-not-running likely', null],
      [null, () => json()],
    ],
  },
};

/** A cache that has stored a path without a query. */
function cached({ path }: CaseRequest, headers: CaseAnswer['headers']): CaseAnswer {
  return path.includes('?') ? json({ 'X-Cache': 'MISS', ...headers }) : json({ 'X-Cache': 'HIT', Age: '60' });
}

/** Listens with a server, or, without one, gives the port back. */
async function serve(server: CaseServer | null) {
  const context: CaseContext = {
    variant: 'broken',
    state: {},
    at: (_, path) => page + path,
    origin: () => page,
  };
  const open = () =>
    createServer((request, response) => {
      const { method = 'GET', url: path = '/', headers } = request;
      const {
        status = 200,
        headers: own = {},
        body = '',
      } = server?.({ method, path, headers, body: '' }, context) ?? {};
      const lines = Object.entries(own).flatMap(([name, value]) =>
        [value].flat().flatMap((each) => [name, each]),
      );
      response.writeHead(status, lines).end(body);
    });
  const listening = await listen(open, 0);
  if (!server) await listening.close();
  return { port: listening.port, close: server ? listening.close : async () => {} };
}

describe.each(Object.entries(askings) as readonly (readonly [QuestionCode, Asking])[])(
  'the command of %s',
  (code, { recorded, servers }) => {
    test.each(servers)('run by a shell, leads to %s', async (lead, server) => {
      const { port, close } = await serve(server);
      try {
        const recording = recorded(`http://127.0.0.1:${port}`);
        const request = asked(recording).find((question) => question.code === code)?.curl;
        if (!request) throw new Error(`test: "${code}" is not asked`);
        const line = curl(request.method, request.url, request.headers, request.options)
          .replaceAll('YOUR-TOKEN', 't0ken')
          .replaceAll('YOUR-PORT', `${port}`);
        const { stdout } = await promisify(execFile)('sh', ['-c', `${line} 2>&1 || true`]);
        const transcript = readTranscript(`$ ${line}\n${stdout}$ `);
        if (!transcript) throw new Error(`test: no HTTP in "${stdout}"`);
        const [first] = diagnosed(recording, { answers: [{ question: code, transcript }] });
        expect(first ? `${first.code} ${first.confidence}` : null).toBe(lead);
        const again = asked(recording, { answers: [{ question: code, transcript }] });
        expect(again.find((question) => question.code === code)?.answer).not.toBeNull();
      } finally {
        await close();
      }
    });
  },
);
