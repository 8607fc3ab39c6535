import { leadingCause } from '../diagnosis/diagnose';
import {
  type FindingCode,
  isCorsSafelistedMethod,
  findings as kinds,
  parseUrl,
  preflightHeaders,
  type SectionId,
  sections,
  sectionUrl,
} from '../engine';
import type { Verdict } from '../exchange/verdict/verdict';
import { type Language, type Prose, proseFor } from '../prose';
import { causeText } from '../prose/cause';
import { candidateContext, findingContext, headline } from '../prose/headline';
import { distinctCandidates } from '../prose/reason';
import { bounded, shortUrl } from '../prose/short-url';
import { type StackWords, stackWords } from '../prose/stacks';
import { placeholderPattern } from '../recording/redaction/placeholder-pattern';
import { isPageWrong } from '../recording/requests/client-fixes';
import type { ExplainedExchange } from '../recording/requests/explain-exchanges';
import type { Need } from '../remedy/need';
import type { StackPart } from '../remedy/stack';
import { curl } from './curl';
import { codeBlock, escapeMarkdown, inlineCode } from './escape-markdown';
import { changesMarkdown } from './fix';
import { isNullOrigin, needsTable } from './needs-table';
import { questionBlocks, toQuestion } from './questions';
import { asked, originHeader, requestAsSent, responses, shown, shownUrl } from './ticket-http';

/** The input of a ticket. The exchange must be redacted, because a ticket is meant to be shared. */
export interface TicketSource
  extends Pick<
    ExplainedExchange,
    'facts' | 'verdict' | 'needs' | 'cachedAnswer' | 'causes' | 'questions' | 'clientFixes'
  > {
  /** The smallest policy for the server's stack, under a heading. */
  readonly configuration?: {
    readonly title: string;
    readonly parts: readonly StackPart[];
    /** Where it goes, if its comments do not say so. */
    readonly place?: string | null;
  };
  readonly language: Language;
  /** The name and version for people, such as `Chrome 156`. */
  readonly browser: string;
}

/**
 * Returns a ticket in Markdown for the developers of the server: what happened, what to change on which
 * response, the rule, and how to verify the fix. It never contains Cookie, Set-Cookie or Authorization
 * headers. The caller must replace all other secrets in the facts.
 */
export function ticket(source: TicketSource): string {
  const prose = proseFor(source.language);
  const { ticket: words } = prose;
  const stacks = stackWords.in(source.language);
  const inPage = section(stacks.client.title, pageChanges(source, stacks));
  const isOfPage = isPageWrong(source);
  const sections = [
    `## ${escapeMarkdown(titleOf(source, prose))}`,
    section(words.happened, escapeMarkdown(happened(source))),
    section(
      prose.causeWords.title,
      [cause(source, prose), ...questions(source)].filter(Boolean).join('\n\n'),
    ),
    isOfPage && inPage,
    !isOfPage && section(words.change, changes(source, prose)),
    section(source.configuration?.title ?? '', configuration(source)),
    !isOfPage && inPage,
    section(hasCandidates(source) ? words.candidates : words.problems, problems(source, prose)),
    section(words.request, requestAsSent(source, prose)),
    section(words.responseHeaders, responses(source, prose)),
    section(words.verify, verification(source, prose)),
    section(words.source, basis(source, prose)),
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

function pageChanges({ clientFixes }: TicketSource, words: StackWords): string {
  const changes = clientFixes.map((fix) => ({ ...fix, sentence: words.client.fixes[fix.id] }));
  return changesMarkdown(changes, words).join('\n\n');
}

function section(title: string, body: string): string {
  return body === '' ? '' : `### ${title}\n\n${body}`;
}

const hasCandidates = ({ verdict }: TicketSource) => distinctCandidates(verdict).length > 0;

function titleOf({ facts, verdict }: TicketSource, { ticket: words }: Prose): string {
  const hop = verdict.exchange.hops.at(-1);
  const url = shortUrl(hop?.url ?? '');
  return words.title(verdict.outcome, bounded(hop?.method ?? '', 40), url, facts.origin ?? 'null');
}

function happened({ facts, verdict, language, browser, cachedAnswer, causes }: TicketSource): string {
  return headline(facts, verdict, language, browser, { mayBeCached: cachedAnswer !== null, causes });
}

/** Returns the causes: for each what to do and the evidence, and what happened unless it is said above. */
function cause({ facts, verdict, causes, language }: TicketSource, { causeWords: words }: Prose): string {
  const leading = leadingCause(causes, verdict);
  return causes
    .map((each) => {
      const { title, sentence, remedy, evidence } = causeText(facts, each, language);
      return [
        `- **${escapeMarkdown(title)}** (${words.confidences[each.confidence]})`,
        ...(each === leading ? [] : [`  ${escapeMarkdown(sentence)}`]),
        `  ${escapeMarkdown(words.labelled(words.actor, words.actors[each.actor]))}. ${escapeMarkdown(remedy)}`,
        `  ${words.labelled(words.evidenceTitle, evidence.map(inlineCode).join(', '))}`,
      ].join('\n\n');
    })
    .join('\n\n');
}

function questions({ facts, questions, language }: TicketSource): readonly string[] {
  return questions.flatMap((question) => questionBlocks(toQuestion(question, facts, language), language));
}

function configuration({ configuration: written }: TicketSource): string {
  const parts = (written?.parts ?? []).map(
    ({ file, text }) => `${inlineCode(file)}:\n\n${codeBlock('', text.replaceAll('\t', '    ').split('\n'))}`,
  );
  return [...(written?.place ? [escapeMarkdown(written.place)] : []), ...parts].join('\n\n');
}

function changes(source: TicketSource, { ticket: words }: Prose): string {
  const { verdict } = source;
  const { outcome, exchange } = verdict;
  const needs = passing(source);
  const unseen = exchange.hops
    .filter((_, index) => needs.some(({ hop, isSeen }) => hop === index && !isSeen))
    .map(({ method }) => bounded(method, 40));
  if (needs.length === 0) {
    const isFine = outcome === 'allowed' || outcome === 'opaque';
    return isFine ? words.nothingWrong : verdict.findings.length > 0 ? words.seeProblems : '';
  }
  const origins = needs.filter(({ header }) => header === 'Access-Control-Allow-Origin');
  return [
    needsTable(needs, exchange.hops, words, shown),
    ...unseen.map((method) => escapeMarkdown(words.unseenResponse(method))),
    ...(origins.some(({ required: value }) => value !== '*' && value !== 'null')
      ? [escapeMarkdown(words.allowListed)]
      : []),
    ...(presentsNull(verdict) || origins.some(isNullOrigin)
      ? [`**${escapeMarkdown(words.neverNull)}**`]
      : []),
  ].join('\n\n');
}

/** Returns the changes that let the request pass. A ticket has no Set-Cookie headers. */
function passing({ needs }: TicketSource): readonly Need[] {
  return needs.filter(({ purpose }) => purpose === 'pass');
}

function presentsNull({ findings }: Verdict): boolean {
  return findings.some(({ evidence }) => evidence.requestOrigin === 'null');
}

/** Returns every problem with its rule and remedy, or every candidate if there are several. */
function problems(source: TicketSource, prose: Prose): string {
  const { facts, verdict, browser } = source;
  const mayBeCached = source.cachedAnswer !== null;
  if (hasCandidates(source)) {
    const items = distinctCandidates(verdict).map((code) => {
      if (code === 'none') return `- ${escapeMarkdown(prose.nothingWrong)}`;
      const { title, remedy } = prose.findings[code];
      const context = candidateContext(facts, verdict, code, browser, mayBeCached);
      return [
        `- **${escapeMarkdown(title)}**${ruleOf(code, prose)}`,
        `  ${escapeMarkdown(remedy(context))}`,
      ].join('\n\n');
    });
    return items.join('\n\n');
  }
  const items = verdict.findings.map((finding, index) => {
    const context = findingContext(facts, verdict, finding, browser, mayBeCached);
    const { title, sentence, remedy } = prose.findings[finding.code];
    const isSaid = happened(source).startsWith(sentence(context).slice(0, -1));
    return [
      `${index + 1}. **${escapeMarkdown(title)}**${linkTo(finding.section, finding.step, prose)}`,
      ...(isSaid ? [] : [`   ${escapeMarkdown(sentence(context))}`]),
      `   ${escapeMarkdown(remedy(context))}`,
    ].join('\n\n');
  });
  return items.join('\n\n');
}

function ruleOf(code: FindingCode, prose: Prose): string {
  return linkTo(kinds[code].section, kinds[code].step, prose);
}

function linkTo(id: SectionId, step: string, { sections: names, ticket: words }: Prose): string {
  const isInFetch = !('document' in sections[id]);
  const name = isInFetch ? words.step(names[id], step) : names[id];
  return words.rule(`[${escapeMarkdown(name)}](<${sectionUrl(id)}>)`);
}

function verification(source: TicketSource, { ticket: words }: Prose): string {
  const { verdict } = source;
  const needs = passing(source);
  const commands = verdict.exchange.hops.flatMap((hop, index) => {
    const protocol = parseUrl(hop.url)?.protocol;
    if (protocol !== 'http:' && protocol !== 'https:') return [];
    const failsOn = (on: Need['on']) => needs.some((need) => need.hop === index && need.on === on);
    const url = shownUrl(hop.url);
    const origin = originHeader(verdict, index);
    const preflight = curl('OPTIONS', url, [...origin, ...preflightHeaders(asked(hop, verdict)).slice(1)]);
    const request = curl(hop.method, url, origin);
    const isHarmless = hop.method !== 'POST' && isCorsSafelistedMethod(hop.method);
    return [
      ...(hop.preflight || failsOn('preflight')
        ? [words.verifyPreflight, codeBlock('sh', preflight.split('\n'))]
        : []),
      ...(hop.response && !failsOn('preflight')
        ? [
            isHarmless ? words.verifyRequest : `${words.verifyRequest} ${words.verifyRepeats}`,
            codeBlock('sh', request.split('\n')),
          ]
        : []),
    ];
  });
  if (commands.length === 0) return '';
  const isAnyReplaced = verdict.exchange.hops.some(
    ({ url }) => shownUrl(url).search(placeholderPattern) !== -1,
  );
  const notes = [words.verifyNote, words.noLogin, ...(isAnyReplaced ? [words.withheld] : [])];
  return [...commands, notes.map((note) => `- ${escapeMarkdown(note)}`).join('\n')].join('\n\n');
}

function basis({ verdict, browser }: TicketSource, prose: Prose): string {
  const { ticket: words } = prose;
  const how = verdict.outcomeBasis === 'observed' ? words.observed(browser) : words.computed(browser);
  const assumed = verdict.assumptions.map(
    ({ because }) => `- ${escapeMarkdown(words.assumed(prose.assumptions[because]))}`,
  );
  return [escapeMarkdown(how), ...(assumed.length > 0 ? [assumed.join('\n')] : [])].join('\n\n');
}
