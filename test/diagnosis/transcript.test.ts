import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createHttp2Server } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen } from '../../playground/listen';
import { firstAnswer, readTranscript } from '../../src/diagnosis/transcript';

/** What counts of a text: the status and headers of the response, or curl's error. */
function counted(text: string) {
  const transcript = readTranscript(text);
  const answer = transcript && firstAnswer(transcript);
  return answer
    ? `${answer.status} ${answer.headers.map((line) => line.join('=')).join(' ')}`.trim()
    : transcript && `curl ${transcript.curlError}`;
}

describe('text from a terminal', () => {
  // biome-ignore format: a table
  test.each([
    ['curl -i',                  'HTTP/1.1 200 OK\nA: 1\nB:2\n\nbody',                               '200 A=1 B=2'],
    ['Windows line ends',        'HTTP/1.1 200 OK\r\nA: 1\r\n\r\nbody\r\n',                          '200 A=1'],
    ['HTTP/2',                   'HTTP/2 204 \r\naccess-control-allow-origin: *\r\n\r\n',            '204 access-control-allow-origin=*'],
    ['HTTP/1.0, no reason',      'HTTP/1.0 404\n\n',                                                 '404'],
    ['a header twice',           'HTTP/1.1 200 OK\nA: 1\nA: 2\n\n',                                  '200 A=1 A=2'],
    ['an empty header',          'HTTP/1.1 200 OK\nA:\n\n',                                          '200 A='],
    ['prompts around it',        '$ curl -i https://a.test/\nHTTP/1.1 401 No\nA: 1\n\nuser@host:~$ ', '401 A=1'],
    ['no blank line at the end', 'HTTP/1.1 401 No\nA: 1\nuser@host:~$ ',                             '401 A=1'],
    ['the prompt of Windows',    'C:\\Users\\x>curl -i x\r\nHTTP/1.1 200 OK\r\nA: 1\r\nC:\\Users\\x>', '200 A=1'],
    ['an interim response',      'HTTP/1.1 100 Continue\n\nHTTP/1.1 403 Forbidden\nA: 1\n\n',        '403 A=1'],
    ['two interim ones',         'HTTP/1.1 103 Early Hints\nLink: x\n\nHTTP/1.1 200 OK\nA: 1\n\n',   '200 A=1'],
    ['the tunnel of a proxy',    'HTTP/1.1 200 Connection established\n\nHTTP/2 500 \na: 1\n\n',     '500 a=1'],
    ['redirects: the first',     'HTTP/1.1 302 Found\nLocation: /b\n\nHTTP/1.1 200 OK\nA: 1\n\n',    '302 Location=/b'],
    ['a handshake',              'HTTP/1.1 101 Switching Protocols\nUpgrade: websocket\n\n',         '101 Upgrade=websocket'],
    ['an indented paste',        '    HTTP/1.1 200 OK\n    A: 1\n\n',                                '200 A=1'],
    ['bold names',               'HTTP/1.1 200 OK\n\u001b[1mA\u001b[0m: 1\n\n',                      '200 A=1'],
    ['a link',                   'HTTP/1.1 301 X\nLocation: \u001b]8;;https://a.test/\u001b\\/b\u001b]8;;\u001b\\\n\n', '301 Location=/b'],
    ['a body that looks like it','HTTP/1.1 200 OK\nA: 1\n\nHTTP/1.1 500 No\nB: 1\n',                 '200 A=1'],
    ['a body with headers',      'HTTP/1.1 200 OK\n\nAccess-Control-Allow-Origin: *\n',              '200'],
    ['curl -v',                  '* Trying\n> OPTIONS /x HTTP/1.1\n> Host: a.test\n>\n< HTTP/1.1 401 No\n< A: 1\n* note\n< B: 2\n<\n{}', '401 A=1 B=2'],
    ['curl -iv, lines twice',    '< HTTP/1.1 200 OK\nHTTP/1.1 200 OK\n< A: 1\nA: 1\n< \n\nHTTP/1.1 500 No\n', '200 A=1'],
    ['an error',                 'curl: (7) Failed to connect to a.test port 443: refused',          'curl 7'],
    ['a late error',             'HTTP/1.1 200 OK\nA: 1\n\ncurl: (28) Operation timed out',          '200 A=1'],
    ['nothing of HTTP',          'Access-Control-Allow-Origin: *\nIt works on my machine.',          null],
    ['a word of it',             'The answer was HTTP/1.1 200 OK',                                   null],
    ['no text',                  '',                                                                 null],
  ])('%s', (_, text, expected) => {
    expect(counted(text)).toBe(expected);
  });

  test('contains the method only if curl -v printed it', () => {
    const text = '> OPTIONS /x?y HTTP/2\n> Host: a.test\n< HTTP/2 204\n< a: 1\n';
    expect(readTranscript(text)?.method).toBe('OPTIONS');
    expect(readTranscript('HTTP/2 204\na: 1\n')?.method).toBeNull();
  });

  test.each([
    ['status lines', 'HTTP/1.1 100 Continue\n'],
    ['headers', 'a: b\n'],
    ['one line', 'HTTP/1.1 200 '],
    ['marked lines', '< a: b\n'],
    ['blanks', ' '],
    ['tabs and line ends', '\t\r\n'],
    ['escapes', '\u001b]8;;'],
    ['errors', 'curl: (7) '],
    ['requests', '> GET  HTTP/1'],
    ['colons', ':'],
  ])('is read in time and bounded: %s', (_, part) => {
    const text = `HTTP/1.1 200 OK\n${part.repeat(100_000 / part.length)}`;
    const transcript = readTranscript(text);
    // The machine may be busy, so the fastest of several counts.
    const times = Array.from({ length: 5 }, () => {
      const startedMs = performance.now();
      readTranscript(text);
      return performance.now() - startedMs;
    });
    expect(Math.min(...times)).toBeLessThan(50);
    expect(JSON.stringify(transcript).length).toBeLessThan(100_000);
  });

  test('is read without an error whatever it is', () => {
    const parts = [
      'HTTP/1.1 200 OK',
      '< HTTP/2 401',
      '\r\n',
      '\n\n',
      'A: 1',
      ':',
      '> GET / HTTP/1.1',
      '\u001b[1m',
      'curl: (6)',
      '\ud800',
    ];
    let seed = 7;
    const next = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed;
    };
    for (let run = 0; run < 2_000; run++) {
      const text = Array.from({ length: next() % 20 }, () => parts[next() % parts.length]).join('');
      const transcript = readTranscript(text);
      for (const { status } of transcript?.responses ?? []) expect(status).toBeGreaterThanOrEqual(100);
    }
  });
});

describe('the output of the installed curl', () => {
  const servers: { port: number; close(): Promise<void> }[] = [];
  let [http1, http2] = ['', ''];
  const run = promisify(execFile);
  const curl = async (...options: readonly string[]) => {
    const result = await run('curl', options).catch((error: { stdout: string; stderr: string }) => error);
    return counted(`${result.stderr}${result.stdout}`);
  };

  beforeAll(async () => {
    const plain = await listen(
      () =>
        createServer((request, response) => {
          response.sendDate = false;
          if (request.url === '/moved') return response.writeHead(302, { Location: '/x' }).end('moved');
          if (request.url === '/early') response.writeEarlyHints({ link: '</a.css>; rel=preload' });
          response
            .writeHead(401, ['Access-Control-Allow-Origin', '*', 'X', 'a', 'X', 'b'])
            .end('HTTP/1.1 200 OK\nno');
        }),
      0,
    );
    const second = createHttp2Server((_, response) => {
      response.writeHead(403, { 'x-a': '1', date: 'x' }).end('no');
    });
    second.listen(0, '127.0.0.1');
    await once(second, 'listening');
    const { port } = second.address() as AddressInfo;
    http1 = `http://127.0.0.1:${plain.port}`;
    http2 = `http://127.0.0.1:${port}`;
    servers.push(plain, { port: 0, close: async () => void second.close() });
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
  });

  const end = 'Connection=keep-alive Keep-Alive=timeout=5 Transfer-Encoding=chunked';
  const rejected = `401 Access-Control-Allow-Origin=* X=a X=b ${end}`;

  test.each([
    ['-i', ['-sS', '-i'], '/x', rejected],
    ['-D -', ['-sS', '-D', '-', '-o', '/dev/null'], '/x', rejected],
    ['-I', ['-sS', '-I'], '/x', rejected.replace(' Transfer-Encoding=chunked', '')],
    ['-v', ['-v'], '/x', rejected],
    ['-v -i', ['-v', '-i'], '/x', rejected],
    ['-i after early hints', ['-sS', '-i'], '/early', rejected],
    ['-i -L', ['-sS', '-i', '-L'], '/moved', `302 Location=/x ${end}`],
    ['-v -L', ['-v', '-L'], '/moved', `302 Location=/x ${end}`],
  ])('%s', async (_, options, path, expected) => {
    expect(await curl(...options, http1 + path)).toBe(expected);
  });

  test.each([
    ['-i', ['-sS', '-i']],
    ['-v', ['-v']],
  ])('HTTP/2 with %s', async (_, options) => {
    expect(await curl(...options, '--http2-prior-knowledge', `${http2}/x`)).toBe('403 x-a=1 date=x');
  });

  test('its errors', async () => {
    expect(await curl('-sS', '-i', 'http://name.invalid/')).toBe('curl 6');
    expect(await curl('-sS', '-i', 'http://127.0.0.1:1/')).toBe('curl 7');
  });
});
