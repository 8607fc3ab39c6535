import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadWords } from '../../src/cli/language';
import { reportOfFile } from '../../src/files/file-report';
import type { FileSource } from '../../src/files/file-source';
import { readFile } from '../../src/files/read-file';
import { formatIds, reportText } from '../../src/report/formats';
import { readRecording, replay } from '../causes/read-recording';
import { reportOfFacts } from '../support/reports';
import { runs } from '../support/runs';

beforeAll(() => loadWords('en'));

const { recorded } = replay(readRecording('preflight-authentication', 'broken', 'chromium'));
const report = reportOfFacts(recorded.exchanges, { pageEvents: recorded.pageEvents });
const files = { report: reportText(report, 'json'), har: reportText(report, 'har') } as const;
/** A HAR file of another program, without our report in it. */
const foreign = files.har.replaceAll('_corscope', '_other');

const sourceOf = (bytes: Uint8Array): FileSource => ({ name: 'x', size: bytes.length, read: () => [bytes] });
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Reads a file as the command line does: it is explained, and written in every format. Returns what is wrong with it. */
async function readAll(bytes: Uint8Array): Promise<string | null> {
  const file = await readFile(sourceOf(bytes));
  if ('code' in file) {
    if (/^(not-json|cut|too-deep)$/.test(file.code)) expect(file.place).not.toBeNull();
    return file.code;
  }
  const browser = { name: 'chrome', version: '' } as const;
  const made = reportOfFile(file, { version: '0', language: 'en', browser, redaction: 'readable' });
  for (const id of formatIds) expect(reportText(made, id).length).toBeGreaterThan(0);
  return null;
}

const odd: readonly unknown[] = [
  ...[null, true, -1, 1e308, '', 'x', [], {}, [[]], { length: 5 }, '\u0000', '\ud800', '__proto__'],
  ...['a'.repeat(70_000), Array(500).fill(null), { constructor: 1, toString: 1 }],
];

/** Every place of a JSON value. */
function placesIn(value: unknown): readonly (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [key],
    ...placesIn(inner).map((path) => [key, ...path]),
  ]);
}

function replaced(text: string, path: readonly (string | number)[], by: unknown): string {
  const root = JSON.parse(text);
  const last = path.at(-1) ?? '';
  const parent = path.slice(0, -1).reduce((value, key) => value[key], root);
  parent[last] = by;
  return JSON.stringify(root);
}

describe.each([
  ['a report', files.report],
  ['our HAR file', files.har],
  ['a HAR file', foreign],
] as const)('%s', (_, text) => {
  const places = placesIn(JSON.parse(text));

  test('with a value of another type anywhere is read, or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(places.length - 1), fc.constantFrom(...odd), async (index, value) => {
        const problem = await readAll(bytesOf(replaced(text, places[index]!, value)));
        expect(problem === null || /^(other-format|other-version|no-requests)$/.test(problem)).toBe(true);
      }),
      { numRuns: runs(150) },
    );
  }, 240_000);

  test('with changed, removed and repeated bytes is read, or refused with the place', async () => {
    const bytes = bytesOf(text);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.nat(200),
        fc.uint8Array({ maxLength: 20 }),
        async (at, length, put) => {
          await readAll(Buffer.concat([bytes.slice(0, at), put, bytes.slice(at + length)]));
        },
      ),
      { numRuns: runs(150) },
    );
  }, 240_000);

  test('that is cut anywhere says so, and where', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: text.trimEnd().length - 1 }), async (length) => {
        expect(await readAll(bytesOf(text.slice(0, length)))).toBe('cut');
      }),
      { numRuns: runs(150) },
    );
  });
});

describe('a file of another kind', () => {
  const deep = (pair: string, count: number) => pair[0]!.repeat(count) + pair[1]!.repeat(count);
  // biome-ignore format: a table
  test.each<[string, Uint8Array, string | null]>([
    ['nothing',                   new Uint8Array(),                                        'other-format'],
    ['spaces',                    bytesOf(' '.repeat(100_000)),                            'other-format'],
    ['zero bytes',                new Uint8Array(100_000),                                 'other-format'],
    ['a gzip file',               gzipSync(files.har),                                     'other-format'],
    ['random bytes',              new Uint8Array(50_000).map((_, index) => (index * 7919) % 251), 'other-format'],
    ['Latin-1 in JSON',           Buffer.from('{"log": {"entries": [], "x": "é"}}', 'latin1'), 'no-requests'],
    ['UTF-16 with its mark',      Buffer.from(`\ufeff${foreign}`, 'utf16le'),              null],
    ['UTF-16 without its mark',   Buffer.from(foreign, 'utf16le'),                         'not-json'],
    ['UTF-8 with its mark',       bytesOf(`\ufeff${foreign}`),                             null],
    ['nested lists',              bytesOf(deep('[]', 500_000)),                            'too-deep'],
    ['nested objects',            bytesOf(`{"log":{"entries":[${'{"a":'.repeat(100_000)}`), 'too-deep'],
    ['two documents',             bytesOf(`${foreign}${foreign}`),                         'not-json'],
    ['a number',                  bytesOf('[12e'),                                         'cut'],
    ['a list',                    bytesOf(JSON.stringify(Array(10_000).fill(0))),          'other-format'],
    ['many keys',                 bytesOf(JSON.stringify(Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`k${index}`, index])))), 'other-format'],
    ['a newer report',            bytesOf(files.report.replace('corscope/report@1', 'corscope/report@2')), 'other-version'],
    ['entries that are no list',  bytesOf('{"log": {"version": "1.2", "entries": {"0": {}}}}'), 'no-requests'],
    ['entries of nothing',        bytesOf('{"log": {"version": "1.2", "entries": [null, 1, "x", [], {}]}}'), 'no-requests'],
    ['a page of HTML',            bytesOf('<!doctype html><title>Not found</title>'.repeat(100)), 'other-format'],
  ])('%s', async (_, bytes, problem) => {
    expect(await readAll(bytes)).toBe(problem);
  });
});

test.each([
  ['time', '1e308'],
  ['time', '8640000000000000'],
  ['startedDateTime', '"+275760-09-13T00:00:00.000Z"'],
  ['startedAtMs', '1e308'],
  ['atMs', '1e308'],
])('%s of %s is no time', async (member, value) => {
  for (const text of [files.report, files.har, foreign])
    await readAll(
      bytesOf(text.replace(new RegExp(`"${member}":\\s*(?:"[^"]*"|[\\d.]+)`, 'g'), `"${member}": ${value}`)),
    );
});

test('a name that cannot become a text is no name', async () => {
  await readAll(bytesOf(foreign.replace(/"name": ?"(?:Host|host)"/, '"name":{"toString":1}')));
  await readAll(bytesOf(foreign.replaceAll(/"name": ?"[^"]*"/g, '"name":{"toString":1}')));
});
