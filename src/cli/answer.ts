import { closeSync, openSync, writeSync } from 'node:fs';
import { extname } from 'node:path';
import type { Language } from '../prose';
import { brief } from '../report/brief';
import { formatIds, formats } from '../report/formats';
import type { Report, StreamedReport } from '../report/model';
import { type Counted, isTrouble, summaryOf } from '../report/summary';
import { briefText, type Output, styled } from './terminal';
import { UsageError } from './usage-error';

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
