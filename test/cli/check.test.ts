import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import cors from 'cors';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { listen } from '../../playground/listen';
import { check } from '../../src/cli/commands/check';
import { loadWords } from '../../src/cli/language';
import { called } from './called';

const folder = mkdtempSync(join(tmpdir(), 'corscope-cli-'));
const app = 'https://app.example';
const admin = 'https://admin.example';
beforeAll(() => loadWords('en'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let close: (() => Promise<void>) | null = null;
afterEach(async () => {
  await close?.();
  close = null;
});

/** Serves on a free port of this machine. Returns the origin. */
async function serve(answer: Answer): Promise<string> {
  const listening = await listen(() => createServer(answer), 0);
  close = listening.close;
  return `http://127.0.0.1:${listening.port}`;
}

/** A way in which a server can be wrong. */
interface Wrong {
  readonly preflight?: (headers: Record<string, string>, request: IncomingMessage) => Record<string, string>;
  readonly response?: (headers: Record<string, string>, request: IncomingMessage) => Record<string, string>;
  readonly preflightStatus?: number;
  readonly barePaths?: RegExp;
}

const allowed = [app, admin];

/** A server with a policy for two origins, or one that is wrong in one way. */
function server({
  preflight = (h) => h,
  response = (h) => h,
  preflightStatus = 204,
  barePaths,
}: Wrong = {}): Answer {
  return (request, answer) => {
    const { origin, method = '', url = '' } = { ...request, origin: request.headers.origin };
    const isBare = barePaths?.test(url) ?? false;
    const isAllowed = origin !== undefined && allowed.includes(origin);
    const common: Record<string, string> = {
      Vary: 'Origin',
      ...(isAllowed && { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' }),
    };
    if (method === 'OPTIONS') {
      const headers = preflight(
        {
          ...common,
          ...(isAllowed && {
            'Access-Control-Allow-Methods': 'PUT, DELETE',
            'Access-Control-Allow-Headers': 'authorization, content-type',
            'Access-Control-Max-Age': '600',
          }),
        },
        request,
      );
      return answer.writeHead(preflightStatus, headers).end();
    }
    const headers = response(
      { ...common, ...(isAllowed && { 'Access-Control-Expose-Headers': 'X-Total' }) },
      request,
    );
    const status = url === '/fail' ? 500 : url === '/data' || url === '/list' ? 200 : 404;
    answer.writeHead(status, isBare ? {} : headers).end('{}');
  };
}

const policy = {
  origins: [app, admin],
  methods: ['PUT', 'DELETE'],
  headers: ['Authorization', 'Content-Type'],
  exposed: ['X-Total'],
  credentials: true,
  maxAgeSeconds: 600,
  routes: ['/data', '/list'],
  errors: ['/missing', '/fail'],
};

async function hold(answer: Answer, own: object = policy) {
  const path = join(folder, 'policy.json');
  writeFileSync(path, JSON.stringify(own));
  return called(check, [path], { server: await serve(answer) });
}

const without = (headers: Record<string, string>, ...names: readonly string[]) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));

describe('a server that is held against a policy', () => {
  test('passes if it keeps the policy', async () => {
    const { code, text } = await hold(server());
    expect(text).toMatch(/^\d+ checks passed, 0 failed\.\n$/);
    expect(code).toBe(0);
  });

  const echo = (headers: Record<string, string>, { headers: { origin } }: IncomingMessage) => ({
    ...headers,
    'Access-Control-Allow-Origin': origin ?? '*',
    'Access-Control-Allow-Credentials': 'true',
  });
  const echoIf = (fits: (origin: string) => boolean): Wrong => {
    const change = (headers: Record<string, string>, request: IncomingMessage) =>
      fits(request.headers.origin ?? '') ? echo(headers, request) : headers;
    return { response: change, preflight: change };
  };

  const wrong: Readonly<Record<string, Wrong>> = {
    'no Vary': { response: (headers) => without(headers, 'Vary') },
    'no Vary without an Origin header': {
      response: (headers, { headers: { origin } }) =>
        origin === undefined ? without(headers, 'Vary') : headers,
    },
    'another Vary': { response: (headers) => ({ ...headers, Vary: 'Accept-Encoding' }) },
    'no headers on errors': { barePaths: /missing|fail/ },
    'no headers on 500': { barePaths: /fail/ },
    'no headers on one route': { barePaths: /list/ },
    'a method gone': { preflight: (headers) => ({ ...headers, 'Access-Control-Allow-Methods': 'PUT' }) },
    'a method in lower case': {
      preflight: (headers) => ({ ...headers, 'Access-Control-Allow-Methods': 'put, delete' }),
    },
    'a header gone': {
      preflight: (headers) => ({ ...headers, 'Access-Control-Allow-Headers': 'content-type' }),
    },
    'a star for headers with credentials': {
      preflight: (headers) => ({ ...headers, 'Access-Control-Allow-Headers': '*' }),
    },
    'every method echoed': {
      preflight: (headers, request) => ({
        ...headers,
        'Access-Control-Allow-Methods': String(request.headers['access-control-request-method']),
      }),
    },
    'every header echoed': {
      preflight: (headers, request) => ({
        ...headers,
        'Access-Control-Allow-Headers': String(request.headers['access-control-request-headers'] ?? ''),
      }),
    },
    'every origin echoed': echoIf(() => true),
    'the origin null allowed': echoIf((origin) => origin === 'null'),
    'origins that begin alike': echoIf((origin) => origin.startsWith(app)),
    'origins that end alike': echoIf((origin) => origin.endsWith('app.example')),
    'the same host over http': echoIf((origin) => origin === 'http://app.example'),
    'no credentials': { response: (headers) => without(headers, 'Access-Control-Allow-Credentials') },
    'credentials in another case': {
      response: (headers) => ({ ...headers, 'Access-Control-Allow-Credentials': 'True' }),
    },
    'no exposed headers': { response: (headers) => without(headers, 'Access-Control-Expose-Headers') },
    'a star for exposed headers with credentials': {
      response: (headers) => ({ ...headers, 'Access-Control-Expose-Headers': '*' }),
    },
    'another max-age': { preflight: (headers) => ({ ...headers, 'Access-Control-Max-Age': '5' }) },
    'a preflight with status 401': { preflightStatus: 401 },
    'a preflight that redirects': {
      preflightStatus: 302,
      preflight: (headers) => ({ ...headers, Location: '/login' }),
    },
    'one origin for all': {
      response: (headers) => ({ ...headers, 'Access-Control-Allow-Origin': app }),
      preflight: (headers) => ({ ...headers, 'Access-Control-Allow-Origin': app }),
    },
  };

  test.each(Object.entries(wrong))('fails with %s', async (_, way) => {
    const { code, text } = await hold(server(way));
    expect(text).toContain('FAILED');
    expect(code).toBe(1);
  });

  const open = {
    origins: '*',
    methods: ['PUT'],
    headers: ['x-team'],
    exposed: ['X-Total'],
    routes: ['/data'],
    errors: ['/missing'],
  };
  test.each([
    ['for any origin', open, { methods: ['PUT'], allowedHeaders: ['x-team'], exposedHeaders: ['X-Total'] }],
    [
      'for any origin, with a star for what can be read',
      open,
      { methods: ['PUT'], allowedHeaders: ['x-team'], exposedHeaders: ['*'] },
    ],
    [
      'of one origin',
      { origins: [app], routes: ['/data'] },
      { origin: [app], methods: [], allowedHeaders: [] },
    ],
    [
      'of two origins',
      { origins: [app, admin], methods: ['PATCH'], routes: ['/data'] },
      { origin: allowed, methods: ['PATCH'], allowedHeaders: [] },
    ],
    [
      'with credentials',
      {
        origins: [app],
        credentials: true,
        methods: ['DELETE'],
        headers: ['authorization'],
        maxAgeSeconds: 60,
        routes: ['/data'],
      },
      {
        origin: [app],
        credentials: true,
        methods: ['DELETE'],
        allowedHeaders: ['authorization'],
        maxAge: 60,
      },
    ],
  ])('passes in the cors package with a policy %s', async (_, own, options) => {
    const withCors = cors(options);
    const answer: Answer = (request, response) =>
      withCors(request, response, () => {
        response.statusCode = request.url === '/data' ? 200 : 404;
        response.end();
      });
    expect(await hold(answer, own)).toMatchObject({ code: 0 });
  });
});

describe('a policy file', () => {
  test.each([
    ['an origin with a path', { origins: ['https://app.example/'] }],
    ['no origins', { origins: [] }],
    ['any origin with credentials', { origins: '*', credentials: true }],
    ['a misspelled member', { origins: [app], method: ['PUT'] }],
    ['a method that is none', { origins: [app], methods: ['P T'] }],
    ['a route without a slash', { origins: [app], routes: ['data'] }],
    ['a time that is no number', { origins: [app], maxAgeSeconds: '5' }],
  ])('with %s is not used', async (_, own) => {
    await expect(hold(server(), own)).rejects.toThrow(/policy\.json: /);
  });

  test('that is no JSON is not used', async () => {
    const path = join(folder, 'policy.json');
    writeFileSync(path, '{"origins": ');
    await expect(called(check, [path], { server: 'http://127.0.0.1:1' })).rejects.toThrow(/policy\.json: /);
  });
});

describe('a request that is checked', () => {
  test('shows both browsers, and passes', async () => {
    const url = `${await serve(server())}/data`;
    const { code, text } = await called(check, [url], {
      origin: app,
      method: 'put',
      header: ['Authorization: x'],
    });
    expect(code).toBe(0);
    expect(text).toContain('In Chrome and Firefox:');
    expect(text).toContain('allowed:');
  });

  test('shows what the preflight lacks, and does not send the request', async () => {
    const sent: string[] = [];
    const answer = server();
    const url = `${await serve((request, response) => {
      sent.push(request.method ?? '');
      answer(request, response);
    })}/data`;
    const { code, text } = await called(check, [url], { origin: app, method: 'PATCH' });
    expect(code).toBe(1);
    expect(text).toContain('Access-Control-Allow-Methods');
    expect(sent).toEqual(['OPTIONS']);
  });

  test('follows redirects as a browser does', async () => {
    const target = server();
    const url = await serve((request, response) =>
      request.url === '/old'
        ? response
            .writeHead(302, { Location: '/data', 'Access-Control-Allow-Origin': app, Vary: 'Origin' })
            .end()
        : target(request, response),
    );
    expect(await called(check, [`${url}/old`], { origin: app })).toMatchObject({ code: 0 });
    expect(await called(check, [`${url}/old`], { origin: admin })).toMatchObject({ code: 1 });
  });

  test.each([
    ['no origin', {}, '--origin'],
    ['an origin that is none', { origin: 'app' }, '--origin'],
    ['a method that is none', { origin: app, method: 'a b' }, '--method'],
    ['a header that is none', { origin: app, header: ['a b: c'] }, '--header'],
  ])('with %s is not sent', async (_, values, message) => {
    await expect(called(check, ['http://127.0.0.1:1/'], values)).rejects.toThrow(message);
  });

  test('to a server that does not run says so', async () => {
    await expect(called(check, ['http://127.0.0.1:1/'], { origin: app })).rejects.toThrow('ECONNREFUSED');
  });
});
