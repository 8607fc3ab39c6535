import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Language } from '../prose';
import { cliWords } from '../prose/cli-words';
import { brief } from '../report/brief';
import { formatIds, formats } from '../report/formats';
import type { Report, ReportExchange } from '../report/model';
import { briefText, type Output, styled } from './terminal';
import { UsageError } from './usage-error';

/** Whether a request did not pass: the preflight of one is not counted beside it. */
export function isTrouble({ outcome, preflightFor }: ReportExchange): boolean {
  return preflightFor === null && (outcome === 'blocked' || outcome === 'failed' || outcome === 'unknown');
}

/** Prints the requests of a report that did not pass, or all, after one line about all of them. Returns the exit code. */
export function printReport(
  report: Report,
  language: Language,
  output: Output,
  { all = false }: { readonly all?: boolean } = {},
): number {
  const requests = report.exchanges.filter(({ preflightFor }) => preflightFor === null);
  output.write(`${styled(summaryOf(report, language), 'strong', output)}\n`);
  const shown = all ? requests : requests.filter(isTrouble);
  shown.forEach((exchange, index) => {
    output.write(`\n${briefText(brief(exchange, language, report.exchanges), index + 1, output)}\n`);
  });
  return requests.some(({ outcome }) => outcome === 'blocked') ? 1 : 0;
}

/** Returns one line about all requests of a report. */
export function summaryOf({ exchanges }: Report, language: Language): string {
  const words = cliWords.in(language).summary;
  const requests = exchanges.filter(({ preflightFor }) => preflightFor === null);
  const count = (wanted: ReportExchange['outcome']) =>
    requests.filter(({ outcome }) => outcome === wanted).length;
  const [blocked, failed, unknown] = [count('blocked'), count('failed'), count('unknown')];
  if (requests.length === 0) return words.none;
  if (blocked + failed + unknown === 0) return words.passed(requests.length);
  return words.found(requests.length, blocked, failed, unknown);
}

/** Writes a report to files, each in the format of its extension. @throws UsageError if there is no such format */
export function writeReport(report: Report, paths: readonly string[]): void {
  for (const path of paths) {
    const extension = extname(path).slice(1);
    const id = formatIds.find((each) => formats[each].extension === extension);
    if (id === undefined) {
      const known = formatIds.map((each) => `.${formats[each].extension}`).join(', ');
      throw new UsageError(`--out ${path}: ${known}`);
    }
    writeFileSync(path, formats[id].write(report).join(''));
  }
}
