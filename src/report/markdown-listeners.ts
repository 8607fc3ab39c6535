import type { ListenersProse } from '../prose/listeners';
import type { ReportProse } from '../prose/report-prose';
import { bounded } from '../prose/short-url';
import type { ReportMessageListener, ReportStarTarget } from './crossing-model';
import { escapeMarkdown, inlineCode } from './escape-markdown';
import { listTable } from './markdown-table';

const maxLength = 160;
const code = (text: string) => inlineCode(bounded(text, maxLength));

/** Returns the listeners of a report in Markdown. Listeners with a risk come first. */
export function listenersMarkdown(
  listeners: readonly ReportMessageListener[],
  prose: ListenersProse,
  markdownProse: ReportProse['markdown'],
): readonly string[] {
  if (listeners.length === 0) return [];
  const sorted = [...listeners].sort((a, b) => Number(b.risk !== null) - Number(a.risk !== null));
  const row = ({ name, registeredAt, frame, verdict, example, risk }: ReportMessageListener) => [
    [...(name === '' ? [] : [code(name)]), ...(registeredAt?.[0] ? [code(registeredAt[0])] : [])].join(' '),
    frame.origin === null ? '' : code(frame.origin),
    escapeMarkdown(prose.verdicts[verdict].label),
    example === null ? '' : code(example),
    risk === null ? '' : escapeMarkdown(`${risk.title}. ${risk.remedy}`),
  ];
  return [`## ${prose.title}`, ...listTable(prose.columns, sorted, row, markdownProse)];
}

/** Returns the calls written with `'*'` in Markdown. */
export function starsMarkdown(
  stars: readonly ReportStarTarget[],
  { stars: prose }: ListenersProse,
  markdownProse: ReportProse['markdown'],
): readonly string[] {
  if (stars.length === 0) return [];
  const row = ({ url, inline, listener, line, column, text }: ReportStarTarget) => [
    url === null
      ? `${escapeMarkdown(prose.ofListener)} ${listener ? code(listener) : ''}`.trim()
      : `${code(url)}${inline === null ? '' : ` ${escapeMarkdown(prose.inline(inline))}`}`,
    `${line}:${column}`,
    code(text),
  ];
  return [
    `## ${escapeMarkdown(prose.title)}`,
    escapeMarkdown(prose.meaning),
    ...listTable(prose.columns, stars, row, markdownProse),
  ];
}
