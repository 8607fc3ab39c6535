import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { escaped } from '../../playground/html';
import { scenarios } from '../../playground/scenarios';
import { type Playground, playgroundKey, servePlayground } from '../../playground/server';
import { serverCode } from '../../playground/technique-servers';
import { techniques } from '../../playground/techniques';

let playground: Playground;

beforeAll(async () => {
  playground = await servePlayground({ ports: [0, 0] });
});

afterAll(() => playground.close());

const origin = 'http://www.a.localhost';
const preflight = { Origin: origin, 'Access-Control-Request-Method': 'PUT' };

async function ask(path: string, method = 'GET', headers = {}): Promise<IncomingMessage> {
  const asked = request({ host: '127.0.0.1', port: playground.ports[0], path, method, headers });
  asked.end();
  const [response] = await once(asked, 'response');
  return response;
}

/** The header lines of that name, in their order. */
const lines = ({ rawHeaders }: IncomingMessage, name: string) =>
  rawHeaders.filter((_, index) => rawHeaders[index - 1]?.toLowerCase() === name.toLowerCase());

const query = (...parameters: readonly (readonly [string, string])[]) =>
  `/x?${new URLSearchParams(parameters.map(([name, value]) => [name, value]))}`;

describe('/x', () => {
  test('sends two headers of one name as two lines', async () => {
    const path = query(['h', 'Access-Control-Allow-Origin: a'], ['h', 'Access-Control-Allow-Origin: $O']);
    const response = await ask(path, 'GET', { Origin: origin });
    expect(lines(response, 'Access-Control-Allow-Origin')).toEqual(['a', origin]);
  });

  test('responds to a preflight by the parameters with a p', async () => {
    const path = query(['st', '500'], ['pst', '299'], ['ph', 'X-Asked: $M $H']);
    const response = await ask(path, 'OPTIONS', { ...preflight, 'Access-Control-Request-Headers': 'x-a' });
    expect([response.statusCode, lines(response, 'X-Asked')]).toEqual([299, ['PUT x-a']]);
  });

  test('does not treat an OPTIONS request without a requested method as a preflight', async () => {
    const response = await ask(query(['st', '418'], ['pst', '299']), 'OPTIONS');
    expect(response.statusCode).toBe(418);
  });

  test('allows everything that no header line overrides', async () => {
    const path = query(['okc', '1'], ['ph', 'Access-Control-Allow-Methods: GET']);
    const response = await ask(path, 'OPTIONS', preflight);
    expect(lines(response, 'Access-Control-Allow-Origin')).toEqual([origin]);
    expect(lines(response, 'Access-Control-Allow-Credentials')).toEqual(['true']);
    expect(lines(response, 'Access-Control-Allow-Methods')).toEqual(['GET']);
  });

  test('redirects', async () => {
    const response = await ask(query(['loc', '/blank']));
    expect([response.statusCode, lines(response, 'Location')]).toEqual([302, ['/blank']]);
  });

  test('waits until it is released', async () => {
    const answered = ask(query(['hold', 'one'], ['b', 'released']));
    await playground.held('one');
    playground.release('one');
    expect(await text(await answered)).toBe('released');
  });

  test('ends the connection without a byte', async () => {
    await expect(ask(query(['act', 'empty']))).rejects.toThrow('socket hang up');
  });
});

describe('the other scheme', () => {
  test('has a certificate whose key has the published hash', async () => {
    const { port } = new URL(playground.origins.otherScheme);
    const socket = connect({ host: '127.0.0.1', port: Number(port), rejectUnauthorized: false });
    await once(socket, 'secureConnect');
    const { publicKey, subjectAltName } = socket.getPeerX509Certificate() ?? {};
    socket.destroy();
    expect(subjectAltName).toBe('DNS:www.a.localhost');
    const spki = publicKey?.export({ type: 'spki', format: 'der' }) ?? '';
    expect(createHash('sha256').update(spki).digest('base64')).toBe(playgroundKey);
  });
});

describe('a WebSocket', () => {
  const url = (path: string) => `ws://127.0.0.1:${playground.ports[1]}${path}`;

  test('receives its own messages', async () => {
    const socket = new WebSocket(url('/socket'));
    await once(socket, 'open');
    socket.send('hello');
    const [data] = await once(socket, 'message');
    expect(String(data)).toBe('hello');
    socket.close();
  });

  test('is rejected with a status', async () => {
    const socket = new WebSocket(url('/socket?st=403'));
    await expect(once(socket, 'open')).rejects.toThrow('403');
  });
});

describe('the servers of the techniques', () => {
  const json = '{"name":"liam"}';

  // biome-ignore format: a table
  test.each([
    // path                                                  status, type and body
    ['/technique/jsonp/crossDomain?callback=callback',       200, 'text/javascript',  `callback(${json})`],
    ['/technique/jsonp/crossDomain',                         200, 'application/json', json],
    ['/technique/jsonp/crossDomain?callback=alert(1)//',     400, undefined,          ''],
    ['/technique/document-domain/crossDomain2',              200, 'application/json', json],
    ['/technique/server-proxy/crossDomain3',                 200, 'application/json', json],
    ['/technique/server-proxy/proxy',                        200, 'application/json', json],
    ['/technique/canvas/picture.svg',                        200, 'image/svg+xml',    expect.stringContaining('<svg')],
    ['/technique/cors/cors',                                 200, 'text/plain',       'no cookie'],
  ])('%s', async (path, status, type, body) => {
    const answer = await ask(path);
    expect([answer.statusCode, answer.headers['content-type'], await text(answer)]).toEqual([status, type, body]);
  });

  test('the proxy adds Via on both sides, and does not forward cookies', async () => {
    const since = playground.requests.length;
    const answer = await ask('/technique/server-proxy/proxy', 'GET', {
      Cookie: 'sid=1',
      Host: 'www.a.localhost',
    });
    expect(answer.headers.via).toBe('1.1 playground');
    const { host, headers } = playground.requests.slice(since)[1] ?? {};
    expect(host).toBe(new URL(playground.origins.api).host);
    expect(headers).toMatchObject({ via: '1.1 playground', 'x-forwarded-host': 'www.a.localhost' });
    expect(headers).not.toHaveProperty('cookie');
  });

  test.each([
    ['the page', () => playground.origins.page, 'Hello, Client!'],
    ['another page', () => playground.origins.third, 'Unexpected server response: 403'],
  ])('a WebSocket of %s', async (_, origin, reported) => {
    const url = `ws://127.0.0.1:${playground.ports[0]}/technique/web-socket/socket`;
    const socket = new WebSocket(url, { origin: origin() });
    socket.on('open', () => socket.send('Hello, Server!'));
    const said = await Promise.race([
      once(socket, 'message').then(([data]) => String(data)),
      once(socket, 'error').then(([error]) => error.message),
    ]).catch((error: Error) => error.message);
    socket.terminate();
    expect(said).toBe(reported);
  });

  test('are shown in the pages as they run', async () => {
    for (const { id, servers = [] } of techniques) {
      const shown = await text(await ask(`/technique/${id}`));
      for (const { file } of servers) expect(shown).toContain(escaped(serverCode(file)));
    }
  });
});

describe('the log', () => {
  test('contains the requests that reached the server', async () => {
    await ask('/x?c=log&n=1', 'PUT', { Host: 'api.b.localhost', Origin: origin });
    const seen = await playground.seen(({ path }) => path.startsWith('/x?c=log'));
    expect(seen).toMatchObject({ method: 'PUT', host: 'api.b.localhost', path: '/x?c=log&n=1' });
    expect(seen.headers.origin).toBe(origin);
  });
});

describe('the pages', () => {
  test('are in the language that the browser prefers', async () => {
    expect(await text(await ask('/', 'GET', { 'Accept-Language': 'zh-CN,zh;q=0.9' }))).toContain('演练场');
    expect(await text(await ask('/', 'GET', { 'Accept-Language': 'de' }))).toContain('playground');
  });

  test.each(techniques)(
    'explain $id in both languages, with the code that runs',
    async ({ id, documents }) => {
      for (const lang of ['en', 'zh-CN'] as const) {
        const shown = await text(await ask(`/technique/${id}?lang=${lang}`));
        for (const { file, prints } of documents) {
          const [, body = ''] = (await text(await ask(`/technique/${id}/${file}?lang=${lang}`))).split(
            '<script src="/printed.js"></script>\n',
          );
          expect(body).toContain('<script>');
          expect(shown).toContain(escaped(body.trim()));
          for (const line of prints) expect(shown).toContain(escaped(line));
        }
      }
    },
  );

  test('request an agent cluster per site only for the technique that needs it', async () => {
    const header = async (file: string) =>
      (await ask(`/technique/document-domain/${file}`)).headers['origin-agent-cluster'];
    expect([await header('a.html'), await header('b.html')]).toEqual(['?0', '?0']);
    expect([await header('c.html'), await header('d.html')]).toEqual([undefined, undefined]);
  });

  test.each(['/', '/demo'])('%s lists every technique and every scenario', async (path) => {
    const shown = await text(await ask(path));
    for (const { id } of techniques) expect(shown).toContain(`/technique/${id}?`);
    for (const { id } of scenarios) expect(shown).toContain(`/run/${id}?`);
  });

  test.each(['/technique/none', '/technique/post-message/c.html', '/run/none'])('has no %s', async (path) => {
    expect((await ask(path)).statusCode).toBe(404);
  });

  test('give every run unique URLs', async () => {
    const run = async () => /"url":"([^"]*)"/.exec(await text(await ask('/run/preflighted-put')))?.[1];
    expect(await run()).not.toBe(await run());
  });
});
