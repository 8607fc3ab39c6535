import type { Report, ReportExchange } from './model';

type Cell = string | number | null;

/** The columns, by names that are the same in every language. */
const columns: Readonly<Record<string, (exchange: ReportExchange) => Cell>> = {
  id: ({ id }) => id,
  startedAt: ({ startedAt }) => startedAt,
  durationMs: ({ durationMs }) => durationMs,
  method: ({ method }) => method,
  url: ({ url }) => url,
  origin: ({ frame }) => frame.origin,
  kind: ({ kind }) => kind,
  class: (exchange) => exchange.class,
  mode: ({ mode }) => mode.value,
  credentialsMode: ({ credentialsMode }) => credentialsMode.value,
  status: ({ status }) => status,
  outcome: ({ outcome }) => outcome,
  findings: ({ findings }) => findings.map(({ code }) => code).join(' '),
  candidates: ({ candidates }) => candidates.join(' '),
  cause: ({ causes: [cause] }) => cause?.code ?? null,
  confidence: ({ causes: [cause] }) => cause?.confidence ?? null,
  browserReason: ({ browserReason }) => browserReason,
  error: ({ error }) => error,
  headline: ({ headline }) => headline,
  preflightFor: ({ preflightFor }) => preflightFor?.exchange ?? null,
  redirects: ({ hops }) => hops.length - 1,
};

/**
 * Returns a row for each exchange as CSV (RFC 4180). It begins with a byte order mark, because spreadsheets would read
 * it in another encoding.
 */
export function csv({ exchanges }: Report): readonly string[] {
  const names = Object.keys(columns);
  const row = (cells: readonly Cell[]) => `${cells.map(quoted).join(',')}\r\n`;
  return [
    `\ufeff${row(names)}`,
    ...exchanges.map((exchange) => row(Object.values(columns).map((read) => read(exchange)))),
  ];
}

/** Returns a cell. A spreadsheet would run a text as a formula if it begins like one. */
function quoted(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = /^[\s]*[=+\-@\t\r|%]/.test(cell) ? `'${cell}` : cell;
  return `"${text.replaceAll('"', '""')}"`;
}
