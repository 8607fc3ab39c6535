import type { Language } from '../../prose';
import { cliWords } from '../../prose/cli-words';
import { brief } from '../../report/brief';
import type { Report, ReportExchange } from '../../report/model';
import { summaryOf } from '../../report/summary';
import { briefText } from '../terminal';
import type { BlockedRequestsOptions } from './corscope-fixture';

const maxShown = 10;
const plain = { hasColours: false };

/** Returns the blocked requests of a report, without those that the test excepts. */
export function blockedRequests(
  { exchanges }: Pick<Report, 'exchanges'>,
  { except = [] }: BlockedRequestsOptions,
): readonly ReportExchange[] {
  const excepted = except instanceof RegExp || typeof except === 'string' ? [except] : except;
  return exchanges.filter(
    (exchange) =>
      exchange.outcome === 'blocked' &&
      exchange.preflightFor === null &&
      !excepted.some((each) => isExcepted(exchange, each)),
  );
}

function isExcepted({ url, findings }: ReportExchange, except: string | RegExp): boolean {
  // A pattern with the flag g or y starts where its last search ended.
  if (except instanceof RegExp) return new RegExp(except, except.flags.replace(/[gy]/g, '')).test(url);
  return except !== '' && (url.startsWith(except) || findings.some(({ code }) => code === except));
}

/** Returns what a failed test says: each blocked request, and what the test itself changed. */
export function blockedText(
  { exchanges }: Pick<Report, 'exchanges'>,
  blocked: readonly ReportExchange[],
  notes: readonly string[],
  language: Language,
): string {
  const words = cliWords.in(language);
  const shown = blocked.slice(0, maxShown);
  return [
    summaryOf(exchanges, language),
    ...shown.map((each, index) => briefText(brief(each, language, exchanges), index + 1, plain)),
    ...(blocked.length > shown.length ? [words.playwright.more(blocked.length - shown.length)] : []),
    ...notes,
  ].join('\n\n');
}
