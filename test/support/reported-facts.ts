import { durationText } from '../../src/devtools/views/requests/duration';
import type { Words } from '../../src/devtools/views/words';
import { type BrowserName, type SectionId, sections } from '../../src/engine';
import { browserLabel } from '../../src/prose/browser-label';
import { detailProseFor } from '../../src/prose/detail';
import { pageSideProseFor } from '../../src/prose/page-side';
import { visibleText } from '../../src/prose/visible-text';
import type { Report, ReportExchange, ReportHop } from '../../src/report/model';
import type { Facts, ShownFacts } from './shown-facts';

/** A report, and how its exchanges are put into the words of the panel. */
interface Telling {
  readonly report: Report;
  readonly words: Words;
}

/** Text as it is shown: on one line, with what cannot be seen made visible. */
function line(text: string): string {
  return visibleText(text).replaceAll(/\s+/g, ' ').trim();
}

/** A value as it is shown: a long one by its beginning. */
function value(text: string, { ui }: Words): string {
  if (text === '') return ui.detail.empty;
  return line(text.length > 300 ? `${text.slice(0, 300)}… ${ui.detail.showAll(text.length)}` : text);
}

/** What the detail of an exchange has to show, by the report alone. */
export function reportedFacts(exchange: ReportExchange, reporting: Telling): ShownFacts {
  const { report, words } = reporting;
  const { language } = words;
  const { preflightFor } = exchange;
  const request = preflightFor && report.exchanges.find(({ id }) => id === preflightFor.exchange);
  // What was found on a preflight stands in a report at the request that it was made for.
  const about = request ?? exchange;
  const isCovered = ({ hop, on }: { readonly hop: number; readonly on: string }) =>
    !request || (hop === preflightFor?.hop && on === 'preflight');
  const findings = about.findings.filter(
    ({ code, hop }) => !about.candidates.includes(code) && (!request || hop === preflightFor?.hop),
  );
  const pageEnds = pageSideProseFor(language).ends;
  const { pageSaw } = exchange;
  return {
    headline: line(exchange.headline),
    facts: factsOf(exchange, words),
    findings: findings.map(({ code, severity, title, remedy, specUrl, section, step }) => ({
      code,
      title,
      isWarning: String(severity === 'warning'),
      remedy: line(`${words.ui.detail.labelled(words.ui.detail.remedy)} ${remedy}`),
      url: specUrl,
      step: words.ui.detail.step(nameOfSection(section, words), step),
    })),
    causes: about.causes.map(({ title, confidence, actor, remedy, evidence }) => ({
      title,
      confidence: words.prose.causeWords.confidences[confidence],
      actor: words.prose.causeWords.labelled(
        words.prose.causeWords.actor,
        words.prose.causeWords.actors[actor],
      ),
      remedy: line(remedy),
      evidence: evidence.map(line).join(' '),
    })),
    candidates: candidatesOf(about, words),
    assumptions: about.assumptions.map(({ because }) => line(because)),
    needs: about.needs.filter(isCovered).map((need) => needOf(need, about, words)),
    traces: about.traces.map(
      ({ section, result, step }) => `${nameOfSection(section, words)} → ${result}, ${step}`,
    ),
    reading: readingOf(exchange, words),
    hidden: exchange.hiddenHeaders.map(({ name, because }) => `${line(name)}: ${line(because)}`).toSorted(),
    cookies: cookiesOf(exchange, report.browser.name, words),
    hops: exchange.hops.length > 1 ? exchange.hops.map((hop) => hopOf(hop, words)) : [],
    otherBrowser: browsersOf(exchange, report.browser.name, words),
    pageSaw: pageSaw ? pageEnds[pageSaw.value].label + words.ui.detail.basis[pageSaw.basis].label : '',
    stack: (exchange.stack ?? []).length > 1 ? (exchange.stack ?? []).map(line) : [],
  };
}

/** The name of a section of the standards, by its title there. */
function nameOfSection(title: string, { prose }: Words): string {
  const found = Object.entries(prose.sections).find(([id]) => sections[id as SectionId].title === title);
  return found?.[1] ?? title;
}

function factsOf(exchange: ReportExchange, words: Words): Facts {
  const { ui, prose, language } = words;
  const { fact, basis, cache, servers, initiators } = ui.detail;
  const { preflight } = detailProseFor(language);
  const { mode, credentialsMode, outcome, preflightCost: cost, servedBy } = exchange;
  const { preflightTriggers: triggers, preflightCache: cached } = exchange;
  const isDirect = exchange.class === 'preflight';
  const serverIp = exchange.hops.at(-1)?.serverIp;
  const { origin } = exchange.frame;
  const costs = cost
    ? cost.isAlone || cost.allMs === null
      ? preflight.costAlone(durationText(cost.preflightsMs))
      : preflight.costOf(durationText(cost.preflightsMs), durationText(cost.allMs))
    : preflight.saved;
  return {
    [fact.class]: prose.classes[exchange.class].label,
    [fact.outcome]:
      prose.outcomes[outcome].label + (outcome === 'pending' ? '' : basis[exchange.outcomeBasis].label),
    ...(!isDirect && { [fact.mode]: mode.value + basis[mode.basis].label }),
    ...(!isDirect && {
      [fact.credentialsMode]: credentialsMode.value + basis[credentialsMode.basis].label,
    }),
    [fact.origin]: origin === null ? ui.table.noOrigin : value(origin, words),
    [fact.initiator]: initiators[exchange.initiator],
    [fact.type]: exchange.type,
    [fact.access]: ui.table.access[exchange.access].label,
    ...(triggers.length > 0 && { [fact.triggers]: triggers.map((one) => value(one, words)).join(' ') }),
    ...(cached && { [fact.preflightCache]: cache[cached] }),
    ...((cost || cached === 'hit') && { [preflight.cost]: costs }),
    ...((exchange.requestId !== '' || servedBy !== 'unknown') && { [fact.servedBy]: servers[servedBy] }),
    ...(serverIp && { [fact.serverIp]: serverIp }),
    ...(exchange.browserSays.length > 0 && { [fact.browserSays]: exchange.browserSays.join('') }),
    ...(exchange.error !== null && { [fact.error]: value(exchange.error, words) }),
  };
}

/** What may keep the page from using a response that passed is an assumption in the detail, not a list of causes. */
function candidatesOf({ candidates, outcome }: ReportExchange, { ui, prose }: Words): readonly string[] {
  const distinct = outcome === 'allowed' || outcome === 'opaque' ? [] : [...new Set(candidates)];
  if (distinct.length < 2) return [];
  return distinct.map((code) => (code === 'none' ? ui.detail.nothingWrong : prose.findings[code].title));
}

function needOf(need: ReportExchange['needs'][number], { hops }: ReportExchange, words: Words): Facts {
  const { detail } = words.ui;
  const { hop, on, header, has, needs, seen } = need;
  const place = detail.place(on === 'preflight' ? 'preflight-response' : 'response');
  return {
    header: header === ':status' ? detail.statusCode : header,
    place: hops.length > 1 ? `${place} · ${detail.hop(hop + 1)}` : place,
    has: has === null ? (seen ? detail.missing : detail.notSeen) : value(has, words),
    needs: value(needs, words),
  };
}

function readingOf({ responseType, readableHeaders, timing }: ReportExchange, words: Words): Facts {
  const { reading } = detailProseFor(words.language);
  return {
    ...(responseType && { [reading.type]: responseType }),
    ...(readableHeaders && {
      [reading.readable]:
        readableHeaders.length === 0 ? reading.readableNone : readableHeaders.map(line).join(' '),
    }),
    ...(timing && { [reading.timing]: reading.timings[timing] }),
  };
}

function cookiesOf(exchange: ReportExchange, browser: BrowserName, words: Words): readonly Facts[] {
  const { cookies } = detailProseFor(words.language);
  const other = browserLabel({ name: browser === 'chrome' ? 'firefox' : 'chrome' });
  return exchange.cookies.map(({ hop, name, direction, because, basis, attributes, otherBrowser }) => ({
    name: name === '' ? '=' : line(name),
    direction: cookies.directions[direction].label,
    hop: exchange.hops.length > 1 ? words.ui.detail.hop(hop + 1) : '',
    because: line(because),
    otherBrowser: otherBrowser === null ? '' : line(cookies.elsewhere(other, otherBrowser)),
    basis: words.ui.detail.basis[basis].label,
    attributes: line((attributes ?? []).join('; ')),
  }));
}

function hopOf({ method, url, status, internal, origin, requestHeaders }: ReportHop, words: Words): Facts {
  const { hops } = detailProseFor(words.language);
  return {
    method,
    url: line(url),
    status: internal ? hops.internal[internal] : String(status ?? hops.noAnswer),
    ...(internal === null &&
      requestHeaders && {
        [hops.origin]:
          origin === null ? hops.noOrigin : value(origin, words) + words.ui.detail.basis.observed.label,
      }),
  };
}

function browsersOf(exchange: ReportExchange, browser: BrowserName, words: Words): readonly Facts[] {
  const { otherBrowser, findings, outcome, outcomeBasis, browserSays } = exchange;
  if (!otherBrowser?.differs) return [];
  const { browsers } = detailProseFor(words.language);
  const own = findings.find(({ severity }) => severity === 'error')?.code ?? null;
  return [
    { browser, outcome, finding: own, basis: outcomeBasis, browserSays },
    { ...otherBrowser, basis: 'computed' as const },
  ].map((column) => ({
    browser: browserLabel({ name: column.browser }),
    outcome: `${words.prose.outcomes[column.outcome].label}${words.ui.detail.basis[column.basis].label}`,
    finding: column.finding ? words.prose.findings[column.finding].title : browsers.nothing,
    says: column.browserSays.length === 0 ? browsers.nothing : column.browserSays.map(line).join(''),
  }));
}
