import type { Report, ReportExchange } from '../src/report/model';

const columns = ['class', 'outcome', 'method', 'URL', 'reason'] as const;
const maxUrl = 72;

/** The report as a table for a terminal: one line per request, preflights below their request. */
export function summary({ exchanges }: Report): string {
  const requests = exchanges.filter(({ preflightFor }) => preflightFor === null);
  const lines = requests.flatMap((exchange) => [
    line(exchange, ''),
    ...exchanges
      .filter(({ preflightFor }) => preflightFor?.exchange === exchange.id)
      .map((each) => line(each, '  ')),
  ]);
  const rows = [columns, ...lines];
  const widths = columns.map((_, index) => Math.max(...rows.map((row) => (row[index] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function line(
  { class: word, outcome, method, url, findings, candidates }: ReportExchange,
  indent: string,
): readonly string[] {
  const reason = candidates.length > 0 ? candidates.join(' or ') : (findings[0]?.code ?? '');
  return [indent + word, outcome, method, url.length > maxUrl ? `${url.slice(0, maxUrl - 1)}…` : url, reason];
}
