import { describe, expect, test } from 'vitest';
import { compare } from '../../src/diagnosis/compare/compare';
import { textSource } from '../../src/files/file-source';
import { maxFileSize, readFile } from '../../src/files/read-file';
import { inOneForm } from '../../src/recording/compare/redact-compared';
import { toCompared } from '../../src/recording/compare/to-compared';
import { explainRecording } from '../../src/recording/explain-recording';
import type { Redaction } from '../../src/recording/redaction/rules';
import { readRecording, replay } from '../causes/read-recording';
import { readCompared } from '../support/compared-file';
import { reportOfFacts } from '../support/reports';

const { recorded, context } = replay(readRecording('preflight-authentication', 'broken', 'chromium'));
const byId = new Map(recorded.exchanges.map((facts) => [facts.id, facts]));
const own = explainRecording(recorded, context)
  .exchanges.filter(({ facts }) => facts.preflightFor === null)
  .map((explained) =>
    toCompared(explained, { browser: 'chrome', exchanges: recorded.exchanges, lookup: (id) => byId.get(id) }),
  );

function written(redaction: Redaction): string {
  return JSON.stringify(reportOfFacts(recorded.exchanges, { redaction, pageEvents: recorded.pageEvents }));
}

const read = (text: string) => readCompared('report.json', text);
const problemOf = (text: string) => readFile(textSource('x', text));

describe('a report in JSON', () => {
  test.each(['everything', 'minimal', 'readable'] as const)(
    'with redaction %s has the requests of its recording without a difference',
    async (redaction) => {
      const file = await read(written(redaction));
      expect(file.redaction).toBe(redaction);
      expect(file.requests).toHaveLength(own.length);
      for (const [index, mine] of own.entries()) {
        const { differences, result } = compare(...inOneForm(mine, file.requests[index]!, redaction));
        expect(differences).toEqual([]);
        expect(result).toBe('same-verdict');
      }
    },
  );
});

describe('a file that cannot be read', () => {
  test.each([
    ['not-json', '{"a": hello}', { line: 1, column: 7 }],
    ['not-json', '{\n  "a": 1,\n  "b": x\n}', { line: 3, column: 8 }],
    ['cut', '{"log": {"entries": [\n{"a', { line: 2, column: 4 }],
    ['other-format', 'hello', null],
    ['other-format', '7', null],
    ['other-format', '', null],
    ['other-format', '[]', null],
    ['other-format', '{"schema":"something"}', null],
    ['other-version', '{"schema":"corscope/report@2","exchanges":[]}', null],
    ['no-requests', '{"schema":"corscope/report@1","exchanges":[null,{"hops":[7]}]}', null],
    ['no-requests', '{"log":{"entries":[]}}', null],
    ['no-requests', '{"log":{"entries":[{"request":{"url":"nothing"}}]}}', null],
  ])('is %s: %s', async (code, text, place) => {
    expect(await problemOf(text)).toEqual({ code, place });
  });

  test('is too large', async () => {
    const piece = new Uint8Array(maxFileSize / 4).fill(0x20);
    const source = {
      name: 'x',
      size: null,
      read: () => [piece.slice(0, 1).fill(0x5b), ...Array(5).fill(piece)],
    };
    expect(await readFile(source)).toEqual({ code: 'too-large', place: null });
    expect(await readFile({ ...source, size: maxFileSize + 1 })).toEqual({ code: 'too-large', place: null });
  });
});

describe('a HAR file', () => {
  const header = (name: string, value: string) => ({ name, value });
  const entry = (method: string, url: string, status: number, sent: object[], got: object[]) => ({
    startedDateTime: '2026-12-02T08:00:00.000Z',
    request: { method, url, headers: sent },
    response: { status, headers: got },
    _resourceType: 'fetch',
  });
  const url = 'https://api.example/x';
  const text = JSON.stringify({
    log: {
      browser: { name: 'Firefox', version: '153.0' },
      entries: [
        entry(
          'OPTIONS',
          url,
          204,
          [header('Access-Control-Request-Method', 'PUT')],
          [header('Access-Control-Allow-Methods', 'PUT')],
        ),
        entry(
          'PUT',
          url,
          307,
          [header(':authority', 'api.example'), header('Origin', 'https://app.example')],
          [header('Location', '/y')],
        ),
        entry('PUT', 'https://api.example/y', 200, [], []),
        entry('GET', 'https://api.example/z', 0, [header('Sec-Fetch-Mode', 'cors')], []),
      ],
    },
  });

  test('has preflights and redirects with their requests', async () => {
    const { requests, browser, format } = await read(text);
    expect([format, browser]).toEqual(['har', 'Firefox 153']);
    expect(requests).toHaveLength(2);
    const [put, get] = requests;
    expect(put).toMatchObject({
      // The redirect was followed although its response has no CORS headers.
      outcome: 'unknown',
      browser: 'firefox',
      origin: 'https://app.example',
      kind: 'fetch',
    });
    expect(put?.hops.map(({ url: to }) => to)).toEqual([url, 'https://api.example/y']);
    expect(put?.hops[0]).toMatchObject({ hasPreflight: true, preflight: { status: 204 } });
    expect(put?.hops[0]?.requestHeaders).toEqual([['Origin', 'https://app.example']]);
    expect(get).toMatchObject({ mode: 'cors' });
    expect(get?.outcome).toBe('unknown');
    expect(get?.hops[0]?.response).toBeNull();
  });

  test('is compared without a claim about what it lacks', async () => {
    const [put] = (await read(text)).requests;
    const { result } = compare(own[0]!, put!);
    expect(result).not.toBe('same-verdict');
  });
});
