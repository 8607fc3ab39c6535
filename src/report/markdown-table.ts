import type { ReportProse } from '../prose/report-prose';
import { escapeMarkdown } from './escape-markdown';

const mostListed = 100;

/** Returns a Markdown table of the first items, after a sentence with the numbers if there are more. */
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

/** Returns a Markdown table. Its cells must be single lines of Markdown. */
export function markdownTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
