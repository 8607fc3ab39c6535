import type { Words } from '../../src/devtools/views/words';
import { detailProseFor } from '../../src/prose/detail';
import { pageSideProseFor } from '../../src/prose/page-side';
import { all, type Drawn, sectionOf, textOf, texts, without } from './drawn';

/** Names and texts. A name that is missing stands for a fact that is not shown. */
export type Facts = Readonly<Record<string, string>>;

/** What a reader takes from the detail of a request, as far as a report has it too. */
export interface ShownFacts {
  readonly headline: string;
  readonly facts: Facts;
  readonly findings: readonly Facts[];
  readonly causes: readonly Facts[];
  readonly candidates: readonly string[];
  readonly assumptions: readonly string[];
  readonly needs: readonly Facts[];
  readonly traces: readonly string[];
  readonly reading: Facts;
  readonly hidden: readonly string[];
  readonly cookies: readonly Facts[];
  readonly hops: readonly Facts[];
  readonly otherBrowser: readonly Facts[];
  readonly pageSaw: string;
  /** The lines of the page's own call; empty if it has no more than one. */
  readonly stack: readonly string[];
}

/** The text of an element on one line. */
export function lineOf(element: Drawn | undefined): string {
  return textOf(element).replaceAll('\n', ' ');
}

/** The facts in a list, by their names. What is only said about a value is left out. */
function factsIn(element: Drawn | undefined): Facts {
  if (!element) return {};
  const [names, values] = [texts(element, 'dt'), all(element, 'dd')];
  return Object.fromEntries(names.map((name, index) => [name, lineOf(withoutNotes(values[index]))]));
}

function withoutNotes(element: Drawn | undefined): Drawn | undefined {
  return element && without(element, 'quiet');
}

function first(element: Drawn | undefined, selector: string): string {
  return element ? lineOf(all(element, selector)[0]) : '';
}

/** Reads what the detail of a request shows. */
export function shownFacts(detail: Drawn, words: Words): ShownFacts {
  const { ui, language } = words;
  const { cookies, hops, browsers, reading } = detailProseFor(language);
  const said = sectionOf(detail, reading.title);
  const page = sectionOf(detail, pageSideProseFor(language).title);
  return {
    headline: first(detail, 'h2.headline'),
    facts: factsIn(sectionOf(detail, ui.detail.facts)),
    findings: all(detail, 'li.finding').map(findingOf),
    causes: all(detail, 'li.cause').map(causeOf),
    candidates: all(detail, '.uncertain').flatMap((part) => all(part, 'li').map((item) => first(item, 'b'))),
    assumptions: all(detail, 'p.assumption').map((part) => lineOf(without(part, 'mark'))),
    needs: all(detail, 'section.needs').flatMap((part) => all(part, 'tr').slice(1).map(needOf)),
    traces: all(detail, 'details.trace').map(traceOf),
    reading: factsIn(said && withoutHidden(said, reading.hidden)),
    hidden: hiddenIn(said, reading.hidden),
    cookies: cookiesIn(sectionOf(detail, cookies.title)),
    hops: all(sectionOf(detail, hops.title) ?? nothing, 'li')
      .filter(isHop)
      .map(hopOf),
    otherBrowser: browsersIn(sectionOf(detail, browsers.title)),
    pageSaw: factsIn(page)[pageSideProseFor(language).got] ?? '',
    // Where several calls fit, none of them is known to be the one.
    stack: all(
      all(page ?? nothing, 'dl.page-call').length > 0 ? nothing : (page ?? nothing),
      'ol.stack',
    ).flatMap((part) => texts(part, 'li')),
  };
}

const nothing: Drawn = { tag: '', attributes: {}, children: [] };

function findingOf(item: Drawn): Facts {
  return {
    code: first(item, 'code'),
    title: lineOf(without(all(item, 'h4')[0] ?? nothing, 'mark')),
    isWarning: String(all(all(item, 'h4')[0] ?? nothing, '.mark').length > 0),
    remedy: first(item, 'p.remedy'),
    url: all(item, 'a')[0]?.attributes.href ?? '',
    step: first(item, 'a'),
  };
}

function causeOf(item: Drawn): Facts {
  return {
    title: lineOf(without(all(item, 'h4')[0] ?? nothing, 'mark')),
    confidence: first(item, '.mark'),
    actor: first(item, 'p.actor'),
    remedy: first(item, 'p.remedy'),
    evidence: texts(item, 'dd').join(' '),
  };
}

function needOf(row: Drawn): Facts {
  return {
    header: first(row, 'code'),
    place: lineOf(all(row, '.quiet')[0]),
    has: first(row, 'td.has'),
    needs: first(row, 'td.needed'),
  };
}

function traceOf(trace: Drawn): string {
  const returned = all(trace, 'li').find((item) => item.attributes['aria-current'] === 'step');
  return `${first(trace, 'h4')} ${first(trace, '.result')}, ${first(returned, '.step-number')}`;
}

/** Without the facts of a name. */
function withoutHidden(section: Drawn, name: string): Drawn {
  const facts = all(section, 'div').filter((part) => texts(part, 'dt')[0] !== name);
  return { ...nothing, children: facts.filter((part) => all(part, 'dt').length === 1) };
}

/** Each hidden header with the reason, in the order of the names. */
function hiddenIn(section: Drawn | undefined, name: string): readonly string[] {
  const groups = all(section ?? nothing, 'div').filter(
    (part) => all(part, 'dt').length === 1 && texts(part, 'dt')[0] === name,
  );
  return groups
    .flatMap((part) => texts(part, 'li').map((header) => `${header}: ${first(part, '.quiet')}`))
    .toSorted();
}

function cookiesIn(section: Drawn | undefined): readonly Facts[] {
  return all(section ?? nothing, '.cookies').flatMap((group) => {
    const direction = first(group, '.cookie-direction');
    const because = first(group, '.cookie-because');
    const [, ...others] = all({ ...group, children: group.children.slice(1) }, 'p');
    return all(group, 'li').map((item) => ({
      name: first(item, '.cookie-name'),
      direction,
      hop: first(all(group, 'h4')[0], '.quiet'),
      because,
      otherBrowser: others.map(lineOf).join(' '),
      basis: first(item, '.mark'),
      attributes: first(item, '.cookie-attributes'),
    }));
  });
}

function isHop(item: Drawn): boolean {
  return all(item, '.hop-line').length > 0;
}

function hopOf(item: Drawn): Facts {
  return {
    method: first(item, '.hop-method'),
    url: first(item, '.url'),
    status: first(item, '.hop-status'),
    ...factsIn(item),
  };
}

/** The columns of the table of browsers. */
function browsersIn(section: Drawn | undefined): readonly Facts[] {
  if (!section) return [];
  const [head, ...rows] = all(section, 'tr');
  return texts(head ?? nothing, 'th').map((browser, index) => {
    const [outcome, finding, says] = rows.map((row) => lineOf(all(row, 'td')[index]));
    return { browser, outcome: outcome ?? '', finding: finding ?? '', says: says ?? '' };
  });
}
