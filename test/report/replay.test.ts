import { spawnSync } from 'node:child_process';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadWords } from '../../src/cli/language';
import type { ExchangeFacts } from '../../src/protocol/facts';
import { explainRecording } from '../../src/recording/explain-recording';
import { replayKit } from '../../src/report/replay';
import { exchangesOf, explainingContext, recordingsOf } from '../support/reports';
import { factsOf, nastyValues } from './copy/requests';

beforeAll(() => Promise.all([loadWords('en'), loadWords('zh-CN')]));

/** Returns the parts of the kit for the first of these requests, by the syntax of their code. */
function kitOf(exchanges: readonly ExchangeFacts[], wanted = 0) {
  const page = { url: 'https://page.example/', title: null, frames: [] };
  const recorded = { page, exchanges, pageEvents: [], audit: null, stars: [], storedCookies: null };
  const { facts, verdictOf } = explainRecording(recorded, explainingContext('chrome'));
  const each = facts[wanted]!;
  const text = replayKit({ facts: each, verdict: verdictOf(each) }, 'en') ?? '';
  const blocks = [...text.matchAll(/^([^\n]*)\n\n(`{3,})(\w+)\n(.*?)\n\2$/gms)];
  return Object.fromEntries(blocks.map(([, title = '', , , code = '']) => [title, code]));
}

const parts = {
  preflight: 'The preflight:',
  request: 'The request:',
  fetch: 'In the console of a page of the same origin:',
  test: 'A test for Playwright:',
  check: 'A check for CI, which needs no browser:',
} as const;

/** Runs a test of Playwright without it. Returns the pages that it opened and the calls that they made. */
async function calls(text: string): Promise<readonly unknown[]> {
  const made: unknown[] = [];
  const page = { goto: (url: string) => made.push(url), evaluate: (run: () => unknown) => run() };
  const context = {
    fetch: (...args: unknown[]) => made.push(...args),
    test: (_: string, run: (fixtures: { page: typeof page }) => Promise<void>) => run({ page }),
  };
  await runInNewContext(text.replace(/^import .*\n/, ''), context);
  return JSON.parse(JSON.stringify(made));
}

/** The words that a shell passes to npx. */
function wordsOf(command: string): readonly string[] {
  const { stdout, status } = spawnSync('sh', ['-c', `npx() { printf '%s\\0' "$@"; }\n${command}`], {
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  return stdout.split('\0').slice(0, -1);
}

describe('what sends a request again', () => {
  test('has all parts of a preflighted request, although Chrome shows no headers of a blocked one', async () => {
    const { recording, index } = recordingsOf('chrome')
      .map((each) => ({ recording: exchangesOf(each), index: 0 }))
      .map(({ recording: all }) => ({
        recording: all,
        index: all.findIndex(
          (each) => each.hops[0]?.requestHeaders === null && each.hops[0].preflight !== null,
        ),
      }))
      .find((each) => each.index >= 0)!;
    const kit = kitOf(recording, index);
    expect(Object.keys(kit)).toEqual(Object.values(parts));
    expect(kit[parts.preflight]).toContain('-X OPTIONS');
    expect(kit[parts.preflight]).toContain('Access-Control-Request-');
    const [origin, url] = await calls(kit[parts.test]!);
    const { hops, origin: page } = recording[index]!;
    expect([origin, url]).toEqual([`${page}/`, hops[0]?.url]);
    expect(wordsOf(kit[parts.check]!).slice(0, 5)).toEqual([
      'corscope',
      'check',
      hops[0]?.url,
      '--origin',
      page,
    ]);
  });

  test.each(nastyValues)('gives the value of a header as it was sent: %j', async (value) => {
    const requestHeaders = [['Origin', 'https://page.example'] as const, ['X-A', value] as const];
    const kit = kitOf([factsOf({ method: 'PUT', requestHeaders })]);
    const [, , options] = (await calls(kit[parts.test]!)) as readonly [string, string, { headers: unknown }];
    expect(options.headers).toEqual([['X-A', value]]);
    const words = wordsOf(kit[parts.check]!);
    expect(words.slice(0, 7)).toEqual([
      ...[
        'corscope',
        'check',
        'https://api.example/a',
        '--origin',
        'https://page.example',
        '--method',
        'PUT',
      ],
    ]);
    const isPrintable = /^[ -~]*$/.test(value);
    const header = value === '' ? 'X-A;' : `X-A: ${value}`;
    expect(words.slice(7)).toEqual(isPrintable ? ['--header', header, ...words.slice(9)] : words.slice(7));
    expect(words.includes('--header')).toBe(isPrintable);
  });

  test.each([
    "https://api.example/'+alert(1)+'",
    'https://api.example/$(touch f)`x`',
    'https://api.example/</script>',
  ])('gives the URL as it was sent: %s', async (url) => {
    const kit = kitOf([factsOf({ url, requestHeaders: [['Sec-Fetch-Mode', 'cors']] })]);
    expect((await calls(kit[parts.test]!))[1]).toBe(url);
    expect(wordsOf(kit[parts.check]!)[2]).toBe(url);
  });

  test('has no test and no check for what fetch() cannot send', () => {
    const socket = kitOf([factsOf({ url: 'wss://api.example/' }, { kind: 'websocket', type: 'websocket' })]);
    expect(Object.keys(socket)).not.toContain(parts.test);
    expect(Object.keys(socket)).not.toContain(parts.check);
    const image = kitOf([
      factsOf({ requestHeaders: [['Sec-Fetch-Mode', 'no-cors']] }, { kind: 'image', type: 'image' }),
    ]);
    expect(Object.keys(image)).toEqual([parts.request, parts.fetch]);
  });

  test('is nothing if the URL was cut', () => {
    expect(kitOf([factsOf({ url: 'https://api.example/a… (100000)' })])).toEqual({});
  });
});
