import type { Language } from '../prose';
import { cliWords } from '../prose/cli-words';
import { brief, briefMarkdown } from './brief';
import { codeBlock, escapeMarkdown } from './escape-markdown';
import type { Report, ReportExchange } from './model';
import { isTrouble, summaryOf } from './summary';

/** How many requests an answer explains; the rest is asked for with the handle. */
const perAnswer = 5;

/** The requests of a report that did not pass, the blocked ones first. */
function troubles({ exchanges }: Report): readonly ReportExchange[] {
  const rank = ({ outcome }: ReportExchange) => ['blocked', 'failed', 'unknown'].indexOf(outcome);
  return exchanges.filter(isTrouble).sort((a, b) => rank(a) - rank(b));
}

/**
 * Returns what an agent is told of a report: a summary, and the requests from a number on, from 1. `handle` names the
 * report in further questions; null if there is only one.
 */
export function reportAnswer(
  report: Report,
  handle: string | null,
  from: number,
  language: Language,
): string {
  const words = cliWords.in(language).agent;
  const all = troubles(report);
  const shown = all.slice(from - 1, from - 1 + perAnswer);
  const rest = all.length - (from - 1) - shown.length;
  return [
    `${escapeMarkdown(summaryOf(report.exchanges, language))} ${handle === null ? '' : words.handle(handle)}`.trim(),
    ...shown.map((exchange, index) =>
      briefMarkdown(brief(exchange, language, report.exchanges), from + index),
    ),
    ...(rest > 0 ? [words.more(rest, handle, from + shown.length)] : []),
  ].join('\n\n');
}

/** A request, to find it again in another recording of the page. */
const keyOf = ({ method, url, frame }: ReportExchange) =>
  `${method} ${url.replace(/[?#].*$/s, '')} ${frame.origin}`;

/** Returns what has changed since another report of the page, and what still does not pass. */
export function verifyAnswer(
  before: Report,
  after: Report,
  handle: string | null,
  language: Language,
): string {
  const answer = reportAnswer(after, handle, 1, language);
  const left = troubles(after).length > 0 ? answer : answer.split('\n')[0];
  return [changeAnswer(before, after, language), left].filter(Boolean).join('\n\n');
}

/** Returns what is told of the texts of a fix. */
export function fixAnswer(texts: readonly string[], language: Language): string {
  if (texts.length === 0) return cliWords.in(language).agent.noPolicy;
  return texts.map((text) => codeBlock('', text.split('\n'))).join('\n\n');
}

function changeAnswer(before: Report, after: Report, language: Language): string {
  const words = cliWords.in(language).agent;
  const now = new Map(
    after.exchanges.filter(({ preflightFor }) => !preflightFor).map((each) => [keyOf(each), each]),
  );
  const old = troubles(before);
  const line = (exchange: ReportExchange, said: string) =>
    `- ${escapeMarkdown(`${exchange.method} ${exchange.url}`)}: ${said}`;
  const known = new Set(old.map(keyOf));
  return [
    ...old.map((exchange) => {
      const found = now.get(keyOf(exchange));
      if (!found) return line(exchange, words.gone);
      if (!isTrouble(found)) return line(exchange, words.passes);
      const isSame = found.findings[0]?.code === exchange.findings[0]?.code;
      return line(exchange, isSame ? words.still : words.next);
    }),
    ...troubles(after).flatMap((exchange) =>
      known.has(keyOf(exchange)) ? [] : [line(exchange, words.fresh)],
    ),
  ].join('\n');
}
