import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { harPieces } from '../../bench/files/har-pieces';

// Files of 200 MB, read by the built command line with less memory than they have bytes.

const folder = mkdtempSync(join(tmpdir(), 'corscope-large-'));
const path = join(folder, 'large.har');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const size = 200_000_000;
const heapMb = 256;

function write(pieces: Iterable<string | Uint8Array>): void {
  const file = openSync(path, 'w');
  for (const piece of pieces) writeSync(file, typeof piece === 'string' ? Buffer.from(piece) : piece);
  closeSync(file);
}

/** A text, as often as it fits between two others. */
function* filled(start: string, text: string, end = ''): Generator<string> {
  yield start;
  const piece = text.repeat(Math.max(1, Math.floor(1_000_000 / text.length)));
  for (let length = start.length; length + piece.length <= size - end.length; length += piece.length)
    yield piece;
  yield end;
}

async function explain(mb = heapMb) {
  const args = [`--max-old-space-size=${mb}`, resolve('dist/cli/corscope.js'), 'explain', path];
  const child = spawn(process.execPath, args, { env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '' } });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data) => {
    stdout += String(data);
  });
  child.stderr.on('data', (data) => {
    stderr += String(data);
  });
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, stdout, stderr };
}

const entry =
  '{"startedDateTime":"2026-12-03T08:00:00.000Z","request":{"method":"GET","url":"https://api.example/x","headers":[]},"response":{"status":200,"headers":[]}}';
const log = '{"log":{"version":"1.2","creator":{"name":"x"},"entries":[';

describe('a file of 200 MB', () => {
  // biome-ignore format: a table
  test.each<[string, () => Iterable<string | Uint8Array>, number, string]>([
    ['lists in lists',             () => filled('', '['),                                 2, 'nested too deeply for a report or HAR file (line 1, column 101)'],
    ['one text, which never ends', () => filled('{"log":{"entries":["', 'a'),             2, 'cut'],
    ['one text in an entry',       () => filled(`${log}{"x":"`, 'a', '"}]}}'),            2, 'no requests in it'],
    ['one number',                 () => filled('[', '1'),                                2, 'too early'],
    ['spaces in JSON',             () => filled('{', ' '),                                2, 'cut'],
    ['keys that mean nothing',     () => filled('{', '"k":1,'),                           2, 'more values in one place'],
    ['items that mean nothing',    () => filled(log, 'null,', 'null]}}'),                 2, 'no requests in it'],
    ['lines',                      () => filled('', 'a\n'),                               2, 'longer than'],
    ['zero bytes',                 () => filled('', '\0'),                                2, 'not a CORScope report'],
    ['escapes',                    () => filled(`${log}"`, '\\u0041', '"]}}'),            2, 'no requests in it'],
    ['headers of one request',     () => filled(`${log}${entry.slice(0, -4)}[`, '{"name":"X","value":"y"},', '{}]}}]}}'), 2, 'more values in one place'],
    ['bodies',                     () => harPieces(size, 1_000_000),                      1, ''],
  ])('%s', async (_, pieces, code, said) => {
    write(pieces());
    const ended = await explain();
    expect(ended.stderr).toContain(said);
    expect(ended.code).toBe(code);
  }, 120_000);

  test('that is cut says where', async () => {
    write(filled(log, `${entry},\n`));
    const { code, stderr } = await explain(4_000);
    expect(code).toBe(2);
    expect(stderr).toMatch(/cut \(line \d+, column \d+\)/);
  }, 240_000);
});
