import type { ListenersProse } from '../prose/listeners';
import { bounded } from '../prose/short-url';
import type { ReportMessageListener, ReportStarTarget } from './crossing-model';
import { escapeMarkdown, inlineCode } from './escape-markdown';
import { markdownTable } from './markdown-table';

const mostListed = 100;
const maxLength = 160;
const code = (text: string) => inlineCode(bounded(text, maxLength));

/** The listeners of a report in Markdown, those with a risk first. */
export function listenersMarkdown(
  listeners: readonly ReportMessageListener[],
  prose: ListenersProse,
): readonly string[] {
  if (listeners.length === 0) return [];
  const sorted = [...listeners].sort((a, b) => Number(b.risk !== null) - Number(a.risk !== null));
  const rows = sorted
    .slice(0, mostListed)
    .map(({ name, registeredAt, frame, verdict, example, risk }) => [
      [...(name === '' ? [] : [code(name)]), ...(registeredAt?.[0] ? [code(registeredAt[0])] : [])].join(' '),
      frame.origin === null ? '' : code(frame.origin),
      escapeMarkdown(prose.verdicts[verdict].label),
      example === null ? '' : code(example),
      risk === null ? '' : escapeMarkdown(`${risk.title}. ${risk.remedy}`),
    ]);
  return [`## ${prose.title}`, markdownTable(prose.columns, rows)];
}

/** The calls written with `'*'` in Markdown. */
export function starsMarkdown(
  stars: readonly ReportStarTarget[],
  { stars: prose }: ListenersProse,
): readonly string[] {
  if (stars.length === 0) return [];
  const rows = stars
    .slice(0, mostListed)
    .map(({ url, inline, listener, line, column, text }) => [
      url === null
        ? `${escapeMarkdown(prose.ofListener)} ${listener ? code(listener) : ''}`.trim()
        : `${code(url)}${inline === null ? '' : ` ${escapeMarkdown(prose.inline(inline))}`}`,
      `${line}:${column}`,
      code(text),
    ]);
  return [
    `## ${escapeMarkdown(prose.title)}`,
    escapeMarkdown(prose.meaning),
    markdownTable(prose.columns, rows),
  ];
}
