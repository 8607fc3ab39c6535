import { closeSync, openSync, writeSync } from 'node:fs';
import { extname } from 'node:path';
import type { Language } from '../prose';
import { cliWords } from '../prose/cli-words';
import { brief } from '../report/brief';
import { formatIds, formats } from '../report/formats';
import type { Report, ReportExchange, StreamedReport } from '../report/model';
import { briefText, type Output, styled } from './terminal';
import { UsageError } from './usage-error';

/** What is counted of a request. */
type Counted = Pick<ReportExchange, 'outcome' | 'preflightFor'>;

/** Whether a request did not pass: the preflight of one is not counted beside it. */
export function isTrouble({ outcome, preflightFor }: Counted): boolean {
  return preflightFor === null && (outcome === 'blocked' || outcome === 'failed' || outcome === 'unknown');
}

/** Prints one line about all requests. Returns the exit code. */
export function printSummary(requests: readonly Counted[], language: Language, output: Output): number {
  output.write(`${styled(summaryOf(requests, language), 'strong', output)}\n`);
  return requests.some(({ outcome, preflightFor }) => outcome === 'blocked' && preflightFor === null) ? 1 : 0;
}

/** Prints the requests of a report that did not pass, or all. */
export function printRequests(
  { exchanges }: Report,
  language: Language,
  output: Output,
  { all = false }: { readonly all?: boolean } = {},
): void {
  const shown = exchanges.filter((exchange) => (all ? exchange.preflightFor === null : isTrouble(exchange)));
  shown.forEach((exchange, index) => {
    output.write(`\n${briefText(brief(exchange, language, exchanges), index + 1, output)}\n`);
  });
}

/** Returns one line about all requests. */
export function summaryOf(all: readonly Counted[], language: Language): string {
  const words = cliWords.in(language).summary;
  const requests = all.filter(({ preflightFor }) => preflightFor === null);
  const count = (wanted: Counted['outcome']) => requests.filter(({ outcome }) => outcome === wanted).length;
  const [blocked, failed, unknown] = [count('blocked'), count('failed'), count('unknown')];
  if (requests.length === 0) return words.none;
  if (blocked + failed + unknown === 0) return words.passed(requests.length);
  return words.found(requests.length, blocked, failed, unknown);
}

/** Writes a report to files, each in the format of its extension. @throws UsageError if there is no such format */
export function writeReport(report: StreamedReport, paths: readonly string[]): void {
  for (const path of paths) {
    const extension = extname(path).slice(1);
    const id = formatIds.find((each) => formats[each].extension === extension);
    if (id === undefined) {
      const known = formatIds.map((each) => `.${formats[each].extension}`).join(', ');
      throw new UsageError(`--out ${path}: ${known}`);
    }
    const file = openSync(path, 'w');
    try {
      for (const piece of formats[id].write(report)) writeSync(file, piece);
    } finally {
      closeSync(file);
    }
  }
}
