import type { Language } from '../prose';
import { relaysProseFor } from '../prose/relays';
import { reportProseFor } from '../prose/report-prose';
import { bounded } from '../prose/short-url';
import type { ReportRelay } from './crossing-model';
import { escapeMarkdown, inlineCode } from './escape-markdown';
import { listTable } from './markdown-table';

const maxLength = 160;

/** Returns the relays of a report in Markdown: the frames, the certainty, and what is not visible. */
export function relaysMarkdown(relays: readonly ReportRelay[], language: Language): readonly string[] {
  if (relays.length === 0) return [];
  const prose = relaysProseFor(language);
  const row = ({ kind, certainty, frames, rounds, unseen }: ReportRelay) => [
    escapeMarkdown(prose.names[kind]),
    ...frames.map(({ origin }) => inlineCode(bounded(origin ?? '', maxLength))),
    rounds.length.toLocaleString('en'),
    escapeMarkdown(`${prose.certainties[certainty]}: ${prose.because[kind][certainty]}`),
    escapeMarkdown(unseen.map((code) => prose.unseen[code]).join(' ')),
  ];
  const markdownProse = reportProseFor(language).markdown;
  return [`## ${escapeMarkdown(prose.heading)}`, ...listTable(prose.columns, relays, row, markdownProse)];
}
