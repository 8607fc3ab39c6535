import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diff } from '../../src/cli/commands/diff';
import { explain } from '../../src/cli/commands/explain';
import { fix } from '../../src/cli/commands/fix';
import { replay as replayRequests } from '../../src/cli/commands/replay';
import { loadWords } from '../../src/cli/language';
import { reportText } from '../../src/report/formats';
import type { Report } from '../../src/report/model';
import { readRecording, replay } from '../causes/read-recording';
import { reportOfFacts } from '../support/reports';
import { called } from './called';

const folder = mkdtempSync(join(tmpdir(), 'corscope-cli-'));
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

let blocked: Report;
let passed: Report;
beforeAll(async () => {
  await Promise.all([loadWords('en'), loadWords('zh-CN')]);
  const report = (variant: 'broken' | 'fix') => {
    const { recorded } = replay(readRecording('nginx-header-not-always', variant, 'chromium'));
    return reportOfFacts(recorded.exchanges, { frames: recorded.page.frames });
  };
  blocked = report('broken');
  passed = report('fix');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = (report: Report, id: 'json' | 'har') => reportText(report, id);

describe('corscope explain', () => {
  test.each(['json', 'har'] as const)('names the cause in a report as %s, with exit code 1', async (id) => {
    const { code, text, notes } = await called(explain, [file(`a.${id}`, written(blocked, id))]);
    expect(code).toBe(1);
    expect(text).toContain('1 blocked');
    expect(text).toMatch(
      /Cause \((certain|likely)\): nginx adds the CORS headers to successful responses only/,
    );
    expect(text).toContain('add always to each add_header');
    expect(text).toContain('Access-Control-Allow-Origin');
    expect(notes).toContain('CORScope report');
  });

  test('has exit code 0 if nothing is blocked, and lists all with --all', async () => {
    const path = file('b.json', written(passed, 'json'));
    expect(await called(explain, [path])).toMatchObject({ code: 0 });
    const { text } = await called(explain, [path], { all: true });
    expect(text).toContain('allowed:');
  });

  test('says what a HAR file of another program does not show', async () => {
    const entry = {
      startedDateTime: '2026-12-03T08:00:00.000Z',
      request: {
        method: 'GET',
        url: 'https://api.example/',
        headers: [{ name: 'Origin', value: 'https://app.example' }],
      },
      response: { status: 200, headers: [] },
    };
    const path = file('c.har', JSON.stringify({ log: { creator: { name: 'mitmproxy' }, entries: [entry] } }));
    const { code, text, notes } = await called(explain, [path]);
    expect(code).toBe(1);
    expect(text).toContain('without Access-Control-Allow-Origin');
    expect(notes).toContain('mitmproxy');
    expect(notes).toContain('does not say which browser');
    expect(notes).toContain('how requests ended');
  });

  test.each([
    [
      'raw HTTP',
      'GET /items HTTP/1.1\nHost: api.example\nOrigin: https://app.example\n\nHTTP/1.1 200 OK\nContent-Type: text/html\n',
    ],
    [
      'output of curl -v',
      '* Connected to api.example (1.2.3.4) port 443\n> GET /items HTTP/1.1\n> Host: api.example\n> Origin: https://app.example\n>\n< HTTP/1.1 200 OK\n< Content-Type: text/html\n<\n',
    ],
    [
      'a message of Chrome',
      "Access to fetch at 'https://api.example/items' from origin 'https://app.example' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    [
      'a message of Firefox',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/items. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.',
    ],
  ])('reads %s', async (_, text) => {
    const { code, text: answer } = await called(explain, [file('d.txt', text)]);
    expect(code).toBe(1);
    expect(answer).toContain('https://api.example/items');
  });

  test('writes reports by their extensions', async () => {
    const path = file('e.json', written(blocked, 'json'));
    const out = ['json', 'md', 'har', 'csv', 'sarif', 'xml', 'svg'].map((extension) =>
      join(folder, `out.${extension}`),
    );
    await called(explain, [path], { out });
    for (const each of out) expect(readFileSync(each, 'utf8').length).toBeGreaterThan(200);
    expect(await called(explain, [join(folder, 'out.har')])).toMatchObject({ code: 1 });
    await expect(called(explain, [path], { out: [join(folder, 'out.doc')] })).rejects.toThrow('.har');
  });

  test('shows nothing that a terminal obeys', async () => {
    const url = 'https://api.example/\u001b[31mred\u0007\u202e';
    const [first] = blocked.exchanges.filter(({ outcome }) => outcome === 'blocked');
    const changed = { ...first!, hops: first!.hops.map((hop) => ({ ...hop, url })) };
    const text = written({ ...blocked, exchanges: [changed] }, 'json');
    const answer = await called(explain, [file('f\u001b.json', text)], { redact: 'everything' });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a terminal obeys
    expect(answer.text + answer.notes).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });

  test('leaves no secret in its answers unless it is asked to', async () => {
    const token = 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P';
    const [first] = blocked.exchanges.filter(({ outcome }) => outcome === 'blocked');
    const hops = first!.hops.map((hop) => ({
      ...hop,
      requestHeaders: [...(hop.requestHeaders ?? []), ['Authorization', token] as const],
    }));
    const path = file('g.json', written({ ...blocked, exchanges: [{ ...first!, hops }] }, 'json'));
    const out = [join(folder, 'g.out.json')];
    await called(explain, [path], { out });
    expect(readFileSync(out[0]!, 'utf8')).not.toContain(token.slice(7));
    await called(explain, [path], { out, redact: 'everything' });
    expect(readFileSync(out[0]!, 'utf8')).toContain(token.slice(7));
  });

  test.each([
    ['a file that is not there', [join(folder, 'none')], {}, 'ENOENT'],
    ['a file that is cut', [file('cut.har', '{"log": {"entries": [{')], {}, 'cut (line 1, column 23)'],
    ['no file', [], {}, 'corscope explain FILE'],
    ['a browser that there is not', [file('x.json', '{}')], { browser: 'lynx' }, 'not a CORScope report'],
  ])('of %s says so', async (_, positionals, values, message) => {
    await expect(called(explain, positionals, values)).rejects.toThrow(message);
  });

  test('speaks Chinese', async () => {
    const { text } = await called(explain, [file('h.json', written(blocked, 'json'))], {}, 'zh-CN');
    expect(text).toContain('被阻止');
  });
});

describe('corscope fix', () => {
  test('writes the policy for the stack that responses name, or that is asked for', async () => {
    const path = file('i.json', written(blocked, 'json'));
    const { code, text } = await called(fix, [path], { stack: 'express' });
    expect(code).toBe(1);
    expect(text).toContain('app.use');
    expect(text).toContain(blocked.page.origin);
    await expect(called(fix, [path], { stack: 'emacs' })).rejects.toThrow('nginx');
  });

  test('has nothing to write if nothing is blocked', async () => {
    const { code, text, notes } = await called(fix, [file('j.json', written(passed, 'json'))]);
    expect([code, text]).toEqual([0, '']);
    expect(notes).toContain('No policy');
  });
});

describe('corscope diff', () => {
  test('says what changed, and has exit code 1 only if more is blocked', async () => {
    const before = file('k.json', written(blocked, 'json'));
    const after = file('l.har', written(passed, 'har'));
    const { code, text } = await called(diff, [before, after]);
    expect(code).toBe(0);
    expect(text).toMatch(/blocked.* → allowed/);
    expect(text).toContain('Access-Control-Allow-Origin');
    expect(await called(diff, [after, before])).toMatchObject({ code: 1 });
  });

  test('has nothing to say of a file and itself', async () => {
    const path = file('m.json', written(blocked, 'json'));
    const { code, text } = await called(diff, [path, path]);
    expect(code).toBe(0);
    expect(text).toMatch(/ 0 of them with another result; 0 only in the second, 0 only in the first\.\n$/);
  });
});

describe('corscope replay', () => {
  test('writes what sends the blocked requests again', async () => {
    const { code, text } = await called(replayRequests, [file('a.json', written(blocked, 'json'))]);
    expect(code).toBe(1);
    expect(text.match(/^## /gm)).toHaveLength(1);
    for (const part of ['curl ', 'await fetch(', "from '@playwright/test'", 'npx corscope check '])
      expect(text).toContain(part);
  });

  test('writes those whose URL is asked for, and says if there are none', async () => {
    const path = file('b.json', written(passed, 'json'));
    expect(await called(replayRequests, [path])).toMatchObject({ code: 0, text: '' });
    const url = passed.exchanges.find((each) => each.class === 'simple')?.url ?? '';
    expect((await called(replayRequests, [path], { url }, 'zh-CN')).text).toContain('Playwright 测试');
    await expect(called(replayRequests, [])).rejects.toThrow('corscope replay FILE');
  });
});
