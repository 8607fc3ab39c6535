import { type FindingCode, findings as kinds, type SectionId, sections, sectionUrl } from '../engine';
import { type Language, type Prose, proseFor } from '../prose';
import { browserLabel } from '../prose/browser-label';
import { type DetailProse, detailProseFor } from '../prose/detail';
import { listenersProseFor } from '../prose/listeners';
import { messagesProseFor } from '../prose/messages';
import { openersProseFor } from '../prose/openers';
import { type ReportProse, reportProseFor } from '../prose/report-prose';
import { bounded } from '../prose/short-url';
import { stackWords } from '../prose/stacks';
import type { UiProse } from '../prose/ui';
import type { Need } from '../remedy/need';
import { escapeMarkdown, inlineCode } from './escape-markdown';
import { changesMarkdown, policiesMarkdown } from './fix';
import { adviceMarkdown } from './markdown-advice';
import { causesMarkdown } from './markdown-causes';
import { listenersMarkdown, starsMarkdown } from './markdown-listeners';
import { pageEventsMarkdown } from './markdown-page-events';
import { relaysMarkdown } from './markdown-relays';
import { requestFacts, requestSections } from './markdown-request';
import { markdownTable } from './markdown-table';
import type { Report, ReportExchange, ReportFinding } from './model';
import { isNullOrigin, needsTable } from './needs-table';

const maxUrlInTable = 160;
const maxValueLength = 500;

interface Words {
  readonly prose: Prose;
  readonly ui: UiProse;
  readonly own: ReportProse['markdown'];
  readonly more: DetailProse;
  readonly language: Language;
}

/**
 * Returns a report in Markdown for a ticket: what was recorded, a table of all requests, and each failed
 * request with its reasons and the required changes. The text contains secrets if the report does.
 */
export function markdown(report: Report): string {
  const { language } = report;
  const words: Words = {
    prose: proseFor(language),
    ui: proseFor(language).ui,
    own: reportProseFor(language).markdown,
    more: detailProseFor(language),
    language,
  };
  const numbers = numbersOf(report.exchanges);
  const details = report.exchanges
    .filter((exchange) => numbers.has(exchange.id) && isTrouble(exchange))
    .map((exchange) => detail(exchange, numbers.get(exchange.id) ?? 0, words));
  return `${[
    `# ${words.own.title}`,
    recording(report, words),
    `## ${words.own.requests}`,
    summary(report, numbers, words),
    ...(details.length > 0 ? [`## ${words.own.details}`, ...details] : []),
    ...policies(report, words),
    ...(report.pageEvents.length > 0
      ? [
          `## ${words.own.pageEvents}`,
          ...pageEventsMarkdown(
            report.pageEvents,
            { ...messagesProseFor(language), opener: openersProseFor(language) },
            words.own,
          ),
        ]
      : []),
    ...relaysMarkdown(report.relays, language),
    ...listenersMarkdown(report.messageListeners, listenersProseFor(language), words.own),
    ...starsMarkdown(report.starTargets, listenersProseFor(language), words.own),
    ...adviceMarkdown(report, numbers),
  ].join('\n\n')}\n`;
}

/** Returns the smallest policy of each server that blocked a request. */
function policies({ exchanges }: Report, { language }: Words): readonly string[] {
  const written = policiesMarkdown(exchanges, language);
  return written.length > 0 ? [`## ${stackWords.in(language).policies}`, ...written] : [];
}

/** Numbers the requests for the table. A preflight gets a number only if its request is not in the report. */
function numbersOf(exchanges: readonly ReportExchange[]): ReadonlyMap<string, number> {
  const ids = new Set(exchanges.map(({ id }) => id));
  const requests = exchanges.filter(({ preflightFor }) => !preflightFor || !ids.has(preflightFor.exchange));
  return new Map(requests.map(({ id }, index) => [id, index + 1]));
}

function isTrouble({ outcome }: ReportExchange): boolean {
  return outcome === 'blocked' || outcome === 'failed' || outcome === 'unknown';
}

function recording(report: Report, { own, ui }: Words): string {
  const { page, browser, recorded, recording, redacted, redaction, language } = report;
  const { since, startedBefore, stops, dropped, hostPermission } = recording;
  const title = page.title === null || page.title === '' ? '' : ` (${escapeMarkdown(page.title)})`;
  const limits = [
    ...(hostPermission ? [] : [ui.status.noHostPermission]),
    ...(stops > 0 ? [ui.status.stops(stops)] : []),
    ...(dropped.exchanges > 0 ? [ui.status.dropped(dropped.exchanges)] : []),
    ...(dropped.pageEvents > 0 ? [messagesProseFor(language).bar.dropped(dropped.pageEvents)] : []),
    ...(dropped.workerRequests > 0 ? [ui.status.withheld(dropped.workerRequests)] : []),
    ...(startedBefore > 0
      ? [ui.status.startedBefore(startedBefore)]
      : since === 'after-load'
        ? [ui.status.afterLoad]
        : []),
  ];
  return [
    `${own.page}: ${inlineCode(bounded(page.url, maxValueLength))}${title}`,
    `${own.browser}: ${escapeMarkdown(`${browserLabel(browser)} ${browser.version}`)}`,
    `${own.recorded}: ${escapeMarkdown(own.span(recorded.from, recorded.to))}`,
    ...limits.map(escapeMarkdown),
    redacted ? own.redactions[redaction] : `**${own.redactions[redaction]}**`,
  ]
    .map((line) => `- ${line}`)
    .join('\n');
}

function summary({ exchanges }: Report, numbers: ReadonlyMap<string, number>, words: Words): string {
  if (exchanges.length === 0) return words.own.noRequests;
  const { classes, outcomes } = words.prose;
  const preflights = new Map<string, ReportExchange[]>();
  for (const exchange of exchanges) {
    if (numbers.has(exchange.id) || !exchange.preflightFor) continue;
    const requestId = exchange.preflightFor.exchange;
    preflights.set(requestId, [...(preflights.get(requestId) ?? []), exchange]);
  }
  const row = (exchange: ReportExchange, number: string) => [
    number,
    classes[exchange.class].label,
    outcomes[exchange.outcome].label,
    inlineCode(bounded(exchange.method, 40)),
    inlineCode(bounded(exchange.url, maxUrlInTable)),
    reasons(exchange, words).map(escapeMarkdown).join(' / '),
    exchange.status === null ? '' : String(exchange.status),
  ];
  const rows = exchanges
    .filter(({ id }) => numbers.has(id))
    .flatMap((exchange) => [
      row(exchange, String(numbers.get(exchange.id))),
      ...(preflights.get(exchange.id) ?? []).map((preflight) => row(preflight, '↳')),
    ]);
  return markdownTable(words.own.columns, rows);
}

/** Returns the short reasons of a request: its candidates, or else its first finding. */
function reasons(exchange: ReportExchange, { prose }: Words): readonly string[] {
  const candidates = fitting(exchange);
  const { findings } = exchange;
  if (candidates.length > 0) return candidates.map((code) => reason(code, prose));
  return findings.slice(0, 1).map(({ code }) => reason(code, prose));
}

/**
 * Returns the distinct candidates; none if it was allowed, because then only its use by the page is
 * uncertain.
 */
function fitting({ candidates, outcome }: ReportExchange): readonly (FindingCode | 'none')[] {
  return outcome === 'allowed' || outcome === 'opaque' ? [] : [...new Set(candidates)];
}

function reason(code: FindingCode | 'none', prose: Prose): string {
  if (code === 'none') return prose.nothingWrong;
  return isKnown(code) ? prose.findings[code].reason : code;
}

/** Whether this version has words for a code. A report may come from a later version. */
function isKnown(code: string): code is FindingCode {
  return Object.hasOwn(kinds, code);
}

function detail(exchange: ReportExchange, number: number, words: Words): string {
  const { method, url, outcome, hops, assumptions } = exchange;
  const { changes } = exchange.fix;
  const needs = exchange.needs
    .filter(({ purpose }) => purpose === 'pass' && !isOfPage(exchange))
    .map(
      ({ has, needs, seen, ...place }): Need => ({
        ...place,
        current: has,
        required: needs,
        isSeen: seen,
      }),
    );
  const { prose, own, language } = words;
  const stacks = stackWords.in(language);
  const heading = `### ${number}. ${inlineCode(bounded(method, 40))} ${inlineCode(bounded(url, maxUrlInTable))}`;
  return [
    `${heading} ${prose.outcomes[outcome].label}`,
    escapeMarkdown(exchange.headline),
    ...causesMarkdown(exchange, language),
    facts(exchange, words),
    ...(needs.length > 0
      ? [`#### ${prose.ticket.change}`, needsTable(needs, hops, prose.ticket, (_, value) => shown(value))]
      : []),
    ...(changes.length > 0 ? [`#### ${stacks.client.title}`, ...changesMarkdown(changes, stacks)] : []),
    ...(needs.some(isNullOrigin) ? [`**${escapeMarkdown(prose.ticket.neverNull)}**`] : []),
    ...problems(exchange, words),
    ...requestSections(exchange, words),
    ...(assumptions.length > 0
      ? [assumptions.map(({ because }) => `- ${escapeMarkdown(own.assumed(because))}`).join('\n')]
      : []),
  ].join('\n\n');
}

/** Whether the page itself is wrong, so that no header is the fix. */
function isOfPage({ causes: [cause], fix }: ReportExchange): boolean {
  return cause?.actor === 'front-end' && cause.confidence !== 'possible' && fix.changes.length > 0;
}

function facts(exchange: ReportExchange, words: Words): string {
  const { prose, ui, own } = words;
  const { frame, initiator, mode, credentialsMode, browserSays, error, outcomeBasis } = exchange;
  const basis = (name: keyof typeof ui.detail.basis) => ui.detail.basis[name].label;
  const modes = own.and([
    `${own.mode} ${inlineCode(mode.value)} (${basis(mode.basis)})`,
    `${own.credentialsMode} ${inlineCode(credentialsMode.value)} (${basis(credentialsMode.basis)})`,
  ]);
  return [
    prose.classes[exchange.class].meaning,
    ...(frame.origin === null ? [] : [`${own.origin}: ${inlineCode(frame.origin)}`]),
    ...(frame.frameId === -1 ? [ui.table.workerOrigin] : []),
    ...(initiator === 'unknown' ? [] : [`${own.madeBy}: ${ui.detail.initiators[initiator]}`]),
    modes,
    ...requestFacts(exchange, words),
    ...(browserSays.length > 0
      ? [
          `${own.browserSays}: ${own.and(browserSays.map((text) => inlineCode(bounded(text, maxValueLength))))}`,
        ]
      : []),
    ...(error === null ? [] : [`${own.error}: ${inlineCode(bounded(error, maxValueLength))}`]),
    own.basis[outcomeBasis],
  ]
    .map((line) => `- ${line}`)
    .join('\n');
}

/** Returns the candidates, and every problem with its rule, remedy and evidence. */
function problems(exchange: ReportExchange, words: Words): readonly string[] {
  const { findings } = exchange;
  const { ticket, findings: known } = words.prose;
  const fits = fitting(exchange);
  const listed = fits.map((code) =>
    code === 'none' || !isKnown(code)
      ? `- ${escapeMarkdown(reason(code, words.prose))}`
      : `- **${escapeMarkdown(known[code].title)}**${rule(kinds[code].section, kinds[code].step, words)}`,
  );
  return [
    ...(listed.length > 0 ? [`#### ${ticket.candidates}`, listed.join('\n')] : []),
    ...(findings.length > 0
      ? [
          `#### ${ticket.problems}`,
          findings.map((finding, index) => problem(finding, index + 1, words)).join('\n\n'),
        ]
      : []),
  ];
}

function problem(
  { title, section, step, specUrl, remedy, evidence }: ReportFinding,
  number: number,
  words: Words,
) {
  const indent = ' '.repeat(`${number}. `.length);
  const seen = Object.entries(evidence).map(
    ([name, value]) =>
      `${indent}- ${inlineCode(name)}: ${value === null ? words.own.absent : inlineCode(shown(value))}`,
  );
  const link = `[${escapeMarkdown(placeOf(section, step, words.prose))}](<${safeUrl(specUrl)}>)`;
  return [
    `${number}. **${escapeMarkdown(title)}**${words.prose.ticket.rule(link)}`,
    `${indent}${escapeMarkdown(remedy)}`,
    ...(seen.length > 0 ? [`${indent}${words.own.evidence}:\n\n${seen.join('\n')}`] : []),
  ].join('\n\n');
}

function rule(id: SectionId, step: string, { prose }: Words): string {
  return prose.ticket.rule(`[${escapeMarkdown(placeIn(id, step, prose))}](<${sectionUrl(id)}>)`);
}

/** Returns the link text for a section title: the section's name in the report's language, with the step. */
function placeOf(title: string, step: string, prose: Prose): string {
  const id = (Object.keys(sections) as SectionId[]).find((candidate) => sections[candidate].title === title);
  return id ? placeIn(id, step, prose) : prose.ticket.step(title, step);
}

function placeIn(id: SectionId, step: string, { sections: names, ticket }: Prose): string {
  return 'document' in sections[id] ? names[id] : ticket.step(names[id], step);
}

function safeUrl(url: string): string {
  return /^https:\/\/[^\s<>]+$/.test(url) ? url : '';
}

function shown(value: string): string {
  return bounded(value, maxValueLength);
}
