import { loadWords } from '../../src/cli/language';
import { registrableDomain, relationOf } from '../../src/engine/site';
import { streamReportOfFile } from '../../src/files/file-report';
import { openFileLog } from '../../src/files/open-file-log';
import { readFile } from '../../src/files/read-file';
import { formats } from '../../src/report/formats';
import { harPieces } from './har-pieces';

// Runs in a process of its own, with --expose-gc, so that its memory can be measured: `work.js read BODY-LENGTH`, or
// `work.js write`.

const size = 200_000_000;
const toMb = (bytes: number) => bytes / 1_000_000;

/** The memory in use after a collection. */
function usedNow(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** Watches the memory while work runs. Returns the most, in bytes. */
async function peakOf(work: () => Promise<void>): Promise<number> {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  await work();
  clearInterval(timer);
  return Math.max(peak, process.memoryUsage.rss());
}

/** Reads a HAR file as the panel and the command line do. */
async function read(bodyLength: number): Promise<Readonly<Record<string, number>>> {
  // One piece as large as those that are read from a disk.
  const pieces = [...merged(harPieces(size, bodyLength), 256 * 1024)];
  const before = process.memoryUsage.rss();
  const startedAtMs = performance.now();
  let [readMs, requests] = [0, 0];
  let kept: unknown = null;
  const peak = await peakOf(async () => {
    const file = await readFile({ name: 'x.har', size: null, read: () => pieces });
    readMs = performance.now() - startedAtMs;
    if ('code' in file) throw new Error(file.code);
    const log = await openFileLog(file, { relationOf, registrableDomain });
    requests = log.entries.length;
    kept = log;
  });
  const wholeMs = performance.now() - startedAtMs;
  const own = usedNow();
  return {
    requests,
    readMbPerSecond: toMb(size) / (readMs / 1_000),
    importMbPerSecond: toMb(size) / (wholeMs / 1_000),
    peakMb: toMb(peak - before),
    keptMb: kept === null ? 0 : toMb(own),
    vsParse: wholeMs / parseMs(pieces),
  };
}

/** How long JSON.parse takes for the same file, without anything that is done with it. */
function parseMs(pieces: readonly Uint8Array[]): number {
  const text = Buffer.concat(pieces).toString('utf8');
  const startedAtMs = performance.now();
  JSON.parse(text);
  return performance.now() - startedAtMs;
}

function* merged(pieces: Iterable<Uint8Array>, length: number): Generator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let total = 0;
  for (const piece of pieces) {
    parts.push(piece);
    total += piece.length;
    if (total < length) continue;
    yield Buffer.concat(parts);
    [parts, total] = [[], 0];
  }
  yield Buffer.concat(parts);
}

/** Writes 100,000 requests as JSON and HAR, without keeping the text. */
async function write(): Promise<Readonly<Record<string, number>>> {
  await loadWords('en');
  const file = await readFile({ name: 'x.har', size: null, read: () => harPieces(185_000_000, 0) });
  if ('code' in file) throw new Error(file.code);
  const part = { ...file, exchanges: file.exchanges.slice(0, 100_000) };
  const figures: Record<string, number> = { exchanges: part.exchanges.length, keptMb: toMb(usedNow()) };
  const options = { version: '0', language: 'en', browser: { name: 'chrome', version: '' } } as const;
  for (const id of ['json', 'har'] as const) {
    let bytes = 0;
    const startedAtMs = performance.now();
    const report = streamReportOfFile(part, { ...options, redaction: 'minimal' });
    for (const piece of formats[id].write(report)) bytes += Buffer.byteLength(piece);
    figures[`${id}Mb`] = toMb(bytes);
    figures[`${id}MbPerSecond`] = toMb(bytes) / ((performance.now() - startedAtMs) / 1_000);
    // With the verdicts and the redacted facts, which the report keeps until it is written.
    figures[`${id}UsedMb`] = toMb(usedNow());
    if (report.schema === undefined) throw new Error('bench: the report must live until here');
  }
  return figures;
}

const [job, bodyLength = '0'] = process.argv.slice(2);
const found = await (job === 'read' ? read(Number(bodyLength)) : write());
console.log(JSON.stringify(found));
