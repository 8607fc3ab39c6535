import { findings as kinds } from '../engine';
import type { Prose } from '../prose';
import { browserLabel } from '../prose/browser-label';
import type { DetailProse } from '../prose/detail';
import { bounded } from '../prose/short-url';
import type { UiProse } from '../prose/ui';
import { escapeMarkdown, inlineCode } from './escape-markdown';
import type { ReportCookie, ReportExchange, ReportHop, ReportPreflightCost } from './model';

const maxLength = 300;
const maxCookies = 60;

/** The words for the parts of a request besides its verdict. */
export interface RequestWords {
  readonly prose: Prose;
  readonly ui: UiProse;
  readonly more: DetailProse;
}

const code = (text: string) => inlineCode(bounded(text, maxLength));

/** Returns list items: the reasons for a preflight, its cache result and cost, what script can read, and more. */
export function requestFacts(
  { preflightTriggers, preflightCache, preflightCost, responseType, timing, workerLink }: ReportExchange,
  { ui, more }: RequestWords,
): readonly string[] {
  const { fact, cache } = ui.detail;
  const { reading, preflight } = more;
  return [
    ...(preflightTriggers.length > 0 ? [`${fact.triggers}: ${preflightTriggers.map(code).join(', ')}`] : []),
    ...(preflightCache ? [`${fact.preflightCache}: ${cache[preflightCache]}`] : []),
    ...(preflightCost === null ? [] : [`${preflight.cost}: ${costOf(preflightCost, preflight)}`]),
    ...(responseType === null
      ? []
      : [`${reading.type}: ${inlineCode(responseType)}, ${reading.types[responseType]}`]),
    ...(workerLink?.isModeChanged ? [escapeMarkdown(ui.detail.modeChanged)] : []),
    ...(timing === null || responseType === 'error' ? [] : [`${reading.timing}: ${reading.timings[timing]}`]),
  ];
}

function costOf(
  { preflightsMs, allMs, isAlone }: ReportPreflightCost,
  words: DetailProse['preflight'],
): string {
  const preflights = `${round(preflightsMs)} ms`;
  return isAlone || allMs === null
    ? words.costAlone(preflights)
    : words.costOf(preflights, `${round(allMs)} ms`);
}

/** Rounds to a tenth of a millisecond, the precision of durations in a report. */
function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}

/** Returns sections for redirects, for the other browser if its result differs, and for cookies. */
export function requestSections(exchange: ReportExchange, words: RequestWords): readonly string[] {
  const { hops, cookies } = exchange;
  const { more } = words;
  const other = otherBrowser(exchange, words);
  return [
    ...(hops.length > 1
      ? [`#### ${more.hops.title}`, hops.map((hop, index) => hopLine(hop, index, words)).join('\n')]
      : []),
    ...(other === null ? [] : [`#### ${more.browsers.title}`, other]),
    ...(cookies.length > 0
      ? [
          `#### ${more.cookies.title}`,
          cookies
            .slice(0, maxCookies)
            .map((cookie) => cookieLine(cookie, words))
            .join('\n'),
        ]
      : []),
  ];
}

function hopLine(
  { url, method, origin, status, internal }: ReportHop,
  index: number,
  { more }: RequestWords,
) {
  const { hops: words } = more;
  const answer = internal
    ? escapeMarkdown(words.internal[internal])
    : (status ?? escapeMarkdown(words.noAnswer));
  const sent = origin === null ? escapeMarkdown(words.noOrigin) : code(origin);
  return `${index + 1}. ${code(method)} ${code(url)} → ${answer}; ${words.origin}: ${sent}`;
}

function otherBrowser({ otherBrowser: other }: ReportExchange, { prose, more }: RequestWords): string | null {
  if (!other?.differs) return null;
  const { browser, outcome, finding, browserSays } = other;
  const first = finding !== null && Object.hasOwn(kinds, finding) ? prose.findings[finding].title : null;
  const parts = [
    prose.outcomes[outcome].label,
    ...(first === null ? [] : [escapeMarkdown(first)]),
    ...browserSays.map(code),
  ];
  return `- ${browserLabel({ name: browser })}: ${parts.join(', ')}. ${escapeMarkdown(more.browsers.hint)}`;
}

function cookieLine(cookie: ReportCookie, { ui, more }: RequestWords): string {
  const { name, direction, because, basis, attributes, kept } = cookie;
  const notes = [
    ui.detail.basis[basis].label,
    ...(attributes ? [code(attributes.join('; '))] : []),
    ...(kept ? [escapeMarkdown(more.cookies.kept[kept].label)] : []),
  ];
  const { label } = more.cookies.directions[direction];
  return `- ${code(name === '' ? '=' : name)} **${escapeMarkdown(label)}**: ${escapeMarkdown(because)} (${notes.join('; ')})`;
}
