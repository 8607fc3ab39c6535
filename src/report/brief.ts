import { findings as kinds } from '../engine';
import { type Language, proseFor } from '../prose';
import { browserLabel } from '../prose/browser-label';
import { cliWords } from '../prose/cli-words';
import { bounded, shortUrl } from '../prose/short-url';
import { escapeMarkdown, inlineCode } from './escape-markdown';
import type { ReportExchange, ReportNeed } from './model';

/** A piece of a line. `code` is a value of the recording, `strong` what the line is about. */
export interface BriefText {
  readonly as: 'plain' | 'strong' | 'code';
  readonly text: string;
}

/** A line of an answer: the first is its heading, the others say first what they are about. */
export interface BriefLine {
  readonly label: string | null;
  readonly texts: readonly BriefText[];
  /** Whether each text is an item of a list. */
  readonly isList?: boolean;
}

const maxSentence = 400;
const maxValue = 160;
const maxListed = 4;

const plain = (text: string): BriefText => ({ as: 'plain', text: bounded(text, maxSentence) });
const strong = (text: string): BriefText => ({ as: 'strong', text: bounded(text, maxSentence) });
const code = (text: string): BriefText => ({ as: 'code', text: bounded(text, maxValue) });

/**
 * Returns the shortest useful answer about a request: what happened, its cause, what to change and the rule. At most
 * about 400 tokens. `others` have its preflight.
 */
export function brief(
  exchange: ReportExchange,
  language: Language,
  others: readonly ReportExchange[] = [],
): readonly BriefLine[] {
  const prose = proseFor(language);
  const { brief: words } = cliWords.in(language);
  const { causeWords, outcomes, findings: texts } = prose;
  const { method, url, frame, status, outcome, headline, causes, findings, candidates } = exchange;
  const [cause] = causes;
  const error = findings.find(({ severity }) => severity === 'error');
  const isOpen = new Set(candidates).size > 1;
  const line = (label: string, ...parts: readonly BriefText[]): BriefLine => ({
    label: words.labelled(label),
    texts: parts,
  });
  const preflightId = exchange.hops.at(-1)?.preflight;
  const preflight = preflightId ? others.find(({ id }) => id === preflightId) : undefined;
  const statuses = [
    ...(preflight?.status == null ? [] : [words.preflightStatus(preflight.status)]),
    ...(status === null ? [] : [words.status(status)]),
  ];
  const heading = [
    strong(words.labelled(outcomes[outcome].label)),
    code(`${method} ${shortUrl(url)}`),
    ...(frame.origin === null ? [] : [plain(words.from(frame.origin))]),
    ...(statuses.length === 0 ? [] : [plain(statuses.join(', '))]),
  ];
  const titles = candidates.flatMap((each) =>
    each === 'none' ? [prose.nothingWrong] : each in kinds ? [texts[each].title] : [],
  );
  return [
    { label: null, texts: heading },
    { label: null, texts: [plain(headline)] },
    ...(cause
      ? [
          line(`${causeWords.title} (${causeWords.confidences[cause.confidence]})`, strong(cause.title)),
          line(causeWords.labelled(causeWords.actor, causeWords.actors[cause.actor]), plain(cause.remedy)),
          {
            ...line(causeWords.evidenceTitle, ...cause.evidence.slice(0, maxListed).map(code)),
            isList: true,
          },
        ]
      : []),
    ...(isOpen ? [line(words.candidates, plain([...new Set(titles)].slice(0, maxListed).join('; ')))] : []),
    ...exchange.needs.slice(0, maxListed).map((need) => line(words.change, ...needTexts(need, language))),
    ...exchange.fix.changes
      .slice(0, 2)
      .flatMap(({ sentence, after }) => [
        line(words.page, plain(sentence), ...(after === '' ? [] : [code(after.split('\n')[0] ?? '')])),
      ]),
    ...(!cause && error && !isOpen && exchange.needs.length === 0
      ? [line(words.change, plain(error.remedy))]
      : []),
    ...(error && !isOpen
      ? [line(words.rule, plain(`${prose.ticket.step(error.section, error.step)}, ${error.specUrl}`))]
      : []),
    ...otherBrowser(exchange, language),
  ];
}

function needTexts({ header, on, has, needs, seen }: ReportNeed, language: Language): readonly BriefText[] {
  const { ticket } = proseFor(language);
  const now = !seen ? plain(ticket.notSeen) : has === null ? plain(ticket.missing) : code(has);
  return [
    plain(ticket.on[on]),
    code(header === ':status' ? ticket.statusCode : header),
    now,
    plain('→'),
    code(needs),
  ];
}

function otherBrowser({ otherBrowser: other }: ReportExchange, language: Language): readonly BriefLine[] {
  if (!other?.differs) return [];
  const { brief: words } = cliWords.in(language);
  const { outcomes } = proseFor(language);
  const label = words.labelled(words.other(browserLabel({ name: other.browser })));
  const said = other.browserSays.slice(0, 1).map(code);
  return [{ label, texts: [plain(outcomes[other.outcome].label), ...said] }];
}

/** Returns an answer in Markdown, with the number of the request in its heading. */
export function briefMarkdown(lines: readonly BriefLine[], number: number): string {
  const shown = ({ as, text }: BriefText) =>
    as === 'code' ? inlineCode(text) : as === 'strong' ? `**${escapeMarkdown(text)}**` : escapeMarkdown(text);
  const [heading, ...others] = lines.map(({ label, texts, isList }) => {
    const body = texts.map(shown).join(isList ? ', ' : ' ');
    return label === null ? body : `- ${escapeMarkdown(label)} ${body}`;
  });
  return [`${number}. ${heading}`, ...others.map((line) => `   ${line}`)].join('\n');
}
