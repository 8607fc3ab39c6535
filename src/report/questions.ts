import type { AskedQuestion } from '../diagnosis/answers';
import { type Language, proseFor } from '../prose';
import { questionText } from '../prose/question';
import { questionProse } from '../prose/questions';
import type { ExchangeFacts } from '../protocol/facts';
import { curl } from './curl';
import { codeBlock, escapeMarkdown, inlineCode } from './escape-markdown';
import type { ReportQuestion } from './model';

/** Returns a question in Markdown: what to do, the command, and what was pasted as its answer. */
export function questionBlocks(
  { between, ask, curl, answer }: Pick<ReportQuestion, 'between' | 'ask' | 'curl' | 'answer'>,
  language: Language,
): readonly string[] {
  const { questionWords: words } = questionProse.in(language);
  const { causeWords } = proseFor(language);
  return [
    `**${answer ? words.settled : between.length > 1 ? words.apart : words.sure}** ${escapeMarkdown(ask)}`,
    ...(curl === null ? [] : [codeBlock('sh', curl.split('\n'))]),
    ...(answer === null
      ? []
      : [
          causeWords.labelled(
            words.answered,
            `${answer.said.map(inlineCode).join(', ')} ${escapeMarkdown(answer.meaning)}`,
          ),
        ]),
  ];
}

/** Returns a question as it is in a report. */
export function toQuestion(
  question: AskedQuestion,
  facts: ExchangeFacts,
  language: Language,
): ReportQuestion {
  const { code, between, curl: request } = question;
  const { ask, replace, answer } = questionText(facts, question, language);
  return {
    code,
    between,
    ask: replace === null ? ask : `${ask} ${replace}`,
    curl: request && curl(request.method, request.url, request.headers, request.options),
    answer,
  };
}
