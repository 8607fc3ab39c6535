import type { EventKind } from '../channels/read-page-event';
import { type Language, proseFor } from '../prose';
import { adviceWords } from '../prose/advice';
import { browserLabel } from '../prose/browser-label';
import { cliWords } from '../prose/cli-words';
import { messagesProseFor } from '../prose/messages';
import { reportProseFor } from '../prose/report-prose';
import { bounded } from '../prose/short-url';
import { visibleText } from '../prose/visible-text';
import { type BriefText, brief } from './brief';
import { htmlScript, htmlStyle } from './html-style';
import type { Report, ReportExchange, ReportFinding, ReportHop } from './model';
import { escapeXml } from './xml';

const maxValue = 2_000;
const mostEvents = 1_000;
const mostQuoted = 10;

/** The hash of the script, the only one that the file's policy lets run; a test computes it again. */
const scriptHash = 'sha256-7EHzKhifx12NJogVKzu0t7sTF/EDFxl7crLB6PQ6Dqg=';

/**
 * Returns a report as one HTML file, in pieces, that people send to each other. It needs no network and no script to be
 * read; the script only filters. It contains secrets if the report does.
 */
export function html(report: Report): readonly string[] {
  const { language, exchanges } = report;
  const { own } = wordsIn(language);
  const ids = new Set(exchanges.map(({ id }) => id));
  const requests = exchanges.filter(({ preflightFor }) => !preflightFor || !ids.has(preflightFor.exchange));
  const ranked = [...requests].sort((a, b) => rankOf(a) - rankOf(b));
  return [
    head(report),
    recording(report),
    counts(requests, language),
    `<h2>${shown(own.requests)}</h2>\n`,
    requests.length > 0 ? filterForm(requests, language) : `<p>${shown(own.noRequests)}</p>\n`,
    ...ranked.map((exchange) => request(exchange, language)),
    ...pageEvents(report),
    ...advice(report),
    `<script>${htmlScript}</script>\n</body>\n</html>\n`,
  ];
}

function wordsIn(language: Language) {
  return {
    prose: proseFor(language),
    own: reportProseFor(language).markdown,
    page: cliWords.in(language).html,
    ruleLabel: cliWords.in(language).brief.rule,
  };
}

/** What did not pass comes first. */
function rankOf({ outcome }: ReportExchange): number {
  const order: readonly string[] = ['blocked', 'failed', 'unknown', 'pending'];
  return order.includes(outcome) ? order.indexOf(outcome) : order.length;
}

/** Text from a page, in which what has no shape of its own is shown. */
function shown(text: string): string {
  return escapeXml(visibleText(bounded(text, maxValue)));
}

const code = (text: string) => `<code>${shown(text)}</code>`;

function head({ language, page }: Report): string {
  const title = `${wordsIn(language).own.title}: ${page.url}`;
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src '${scriptHash}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${shown(title)}</title>
<style>${htmlStyle}</style>
</head>
<body>
`;
}

function recording(report: Report): string {
  const { page, browser, recorded, redaction, language } = report;
  const { own } = wordsIn(language);
  const rows = [
    [own.page, `${code(page.url)}${page.title ? ` ${shown(page.title)}` : ''}`],
    [own.browser, shown(`${browserLabel(browser)} ${browser.version}`)],
    [own.recorded, shown(own.span(recorded.from, recorded.to))],
  ];
  const list = rows.map(([name, value]) => `<dt>${shown(name ?? '')}</dt><dd>${value}</dd>`).join('');
  return `<h1>${shown(own.title)}</h1>\n<dl>${list}</dl>\n<p class="quiet">${shown(own.redactions[redaction])}</p>\n`;
}

function outcomesOf(requests: readonly ReportExchange[]): readonly ReportExchange['outcome'][] {
  return [...new Set([...requests].sort((a, b) => rankOf(a) - rankOf(b)).map(({ outcome }) => outcome))];
}

function counts(requests: readonly ReportExchange[], language: Language): string {
  const { outcomes } = proseFor(language);
  const items = outcomesOf(requests).map((outcome) => {
    const count = requests.filter((each) => each.outcome === outcome).length;
    return `<li><b class="${outcome}">${count}</b> ${shown(outcomes[outcome].label)}</li>`;
  });
  return `<ul class="counts">${items.join('')}</ul>\n`;
}

function filterForm(requests: readonly ReportExchange[], language: Language): string {
  const { prose, page } = wordsIn(language);
  const options = outcomesOf(requests).map(
    (outcome) => `<option value="${outcome}">${shown(prose.outcomes[outcome].label)}</option>`,
  );
  return `<div class="filter" hidden><input type="search" aria-label="${shown(page.filter)}" placeholder="${shown(page.filter)}"><select aria-label="${shown(page.outcome)}"><option value="">${shown(page.all)}</option>${options.join('')}</select></div>\n`;
}

function request(exchange: ReportExchange, language: Language): string {
  const { prose, own, page, ruleLabel } = wordsIn(language);
  const { method, url, outcome, status, findings, browserSays, hops } = exchange;
  const [first] = findings;
  const [, ...lines] = brief(exchange, language);
  const paragraphs = lines.flatMap(({ label, texts }) =>
    label === null ? [`<p>${texts.map(piece).join(' ')}</p>`] : [],
  );
  const row = (name: string, value: string) => `<dt>${shown(name)}</dt><dd>${value}</dd>`;
  const rows = [
    ...lines.flatMap(({ label, texts }) =>
      // The rule is a link here.
      label === null || label === ruleLabel ? [] : [row(label, texts.map(piece).join(' '))],
    ),
    ...(first?.severity === 'error' ? [row(ruleLabel, ruleLink(first, language))] : []),
    ...(browserSays.length > 0 ? [row(own.browserSays, browserSays.map(code).join(' '))] : []),
  ];
  const reason = first
    ? ` <span class="quiet">${shown(prose.findings[first.code]?.reason ?? first.code)}</span>`
    : '';
  const shownHeaders = hops.map((hop) => headers(hop, hops.length > 1, language)).join('');
  return `<details data-outcome="${outcome}"${rankOf(exchange) < 3 ? ' open' : ''}><summary><span class="outcome ${outcome}">${shown(prose.outcomes[outcome].label)}</span> ${code(`${method} ${bounded(url, 300)}`)}${status === null ? '' : ` ${status}`}${reason}</summary>
<div>${paragraphs.join('')}<dl>${rows.join('')}</dl>${problems(findings, language)}${shownHeaders === '' ? '' : `<details><summary class="quiet">${shown(page.headers)}</summary>${shownHeaders}</details>`}</div></details>
`;
}

function ruleLink({ section, step, specUrl }: ReportFinding, language: Language): string {
  const { ticket } = proseFor(language);
  return `<a href="${escapeXml(safeUrl(specUrl))}">${shown(ticket.step(section, step))}</a>`;
}

function piece({ as, text }: BriefText): string {
  return as === 'code' ? code(text) : as === 'strong' ? `<b>${shown(text)}</b>` : shown(text);
}

function problems(findings: readonly ReportFinding[], language: Language): string {
  if (findings.length < 2) return '';
  const { ticket } = proseFor(language);
  const items = findings.map(
    (finding) =>
      `<li><b>${shown(finding.title)}</b> (${ruleLink(finding, language)})<br>${shown(finding.remedy)}</li>`,
  );
  return `<h3>${shown(ticket.problems)}</h3><ul>${items.join('')}</ul>`;
}

function safeUrl(url: string): string {
  return /^https:\/\/[^\s<>]+$/.test(url) ? url : '#';
}

function headers(
  { method, url, requestHeaders, responseHeaders }: ReportHop,
  isChain: boolean,
  language: Language,
): string {
  const { page } = wordsIn(language);
  const table = (title: string, list: ReportHop['requestHeaders']) =>
    list === null || list.length === 0
      ? ''
      : `<h3>${shown(title)}</h3><table>${list.map(([name, value]) => `<tr><th scope="row">${shown(name)}</th><td>${code(value)}</td></tr>`).join('')}</table>`;
  const heading = isChain ? `<h3>${code(`${method} ${url}`)}</h3>` : '';
  return `${heading}${table(page.requestHeaders, requestHeaders)}${table(page.responseHeaders, responseHeaders)}`;
}

function pageEvents({ pageEvents: events, language }: Report): readonly string[] {
  if (events.length === 0) return [];
  const { own } = wordsIn(language);
  const { kinds, parties, frame } = messagesProseFor(language);
  const [kind, from, to, , count, rule] = own.pageEventColumns;
  const end = ({ who, origin }: (typeof events)[number]['reading']['from']) =>
    origin !== null && who !== 'store'
      ? code(origin)
      : shown(who === 'frame' || who === 'some-frame' ? frame.unknownOrigin : parties[who].label);
  const rows = events.slice(0, mostEvents).map((event) => {
    const name = (event.kind === 'post-message' ? event.direction : event.kind) as EventKind;
    const { reading, count: times } = event;
    const { rule: of, risk } = reading;
    return `<tr><td>${shown(kinds[name].label)}</td><td>${end(reading.from)}</td><td>${end(reading.to)}</td><td>${times}</td><td>${shown(`${of.title} ${risk?.title ?? ''}`.trim())}</td></tr>`;
  });
  return [
    `<h2>${shown(own.pageEvents)}</h2>\n`,
    ...(events.length > mostEvents
      ? [`<p class="quiet">${shown(own.more(mostEvents, events.length))}</p>\n`]
      : []),
    `<table><tr>${[kind, from, to, count, rule].map((title) => `<th>${shown(title)}</th>`).join('')}</tr>${rows.join('')}</table>\n`,
  ];
}

function advice({ advice: given, language }: Report): readonly string[] {
  if (given.length === 0) return [];
  const items = given.map(({ title, sentence, remedy, evidence }) => {
    const quoted = evidence.length > 0 ? `<br>${evidence.slice(0, mostQuoted).map(code).join(' ')}` : '';
    return `<li><b>${shown(title)}</b><br>${shown(sentence)} ${shown(remedy)}${quoted}</li>`;
  });
  return [`<h2>${shown(adviceWords.in(language).title)}</h2>\n<ul>${items.join('')}</ul>\n`];
}
