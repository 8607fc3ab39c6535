import type { Language } from '../prose';
import { cliWords } from '../prose/cli-words';
import type { ReportExchange } from './model';

/** What is counted of a request. */
export type Counted = Pick<ReportExchange, 'outcome' | 'preflightFor'>;

/** Whether a request did not pass: the preflight of one is not counted beside it. */
export function isTrouble({ outcome, preflightFor }: Counted): boolean {
  return preflightFor === null && (outcome === 'blocked' || outcome === 'failed' || outcome === 'unknown');
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
