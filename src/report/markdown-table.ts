import type { ReportProse } from '../prose/report-prose';
import { escapeMarkdown } from './escape-markdown';

const mostListed = 100;

/** The first of these items as a table of Markdown, and in words which they are where there are more. */
export function listTable<T>(
  columns: readonly string[],
  items: readonly T[],
  row: (item: T) => readonly string[],
  { more }: Pick<ReportProse['markdown'], 'more'>,
): readonly string[] {
  return [
    ...(items.length > mostListed ? [escapeMarkdown(more(mostListed, items.length))] : []),
    markdownTable(columns, items.slice(0, mostListed).map(row)),
  ];
}

/** A table of Markdown; its cells are Markdown already, on one line each. */
export function markdownTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
