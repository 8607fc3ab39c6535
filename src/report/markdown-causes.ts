import { type Language, proseFor } from '../prose';
import { bounded } from '../prose/short-url';
import { escapeMarkdown, inlineCode } from './escape-markdown';
import type { ReportExchange } from './model';
import { questionBlocks } from './questions';

const maxValueLength = 500;

/** Returns the causes, each with what to do and its evidence, and what would tell them apart. */
export function causesMarkdown(
  { causes, questions, headline }: ReportExchange,
  language: Language,
): readonly string[] {
  const { causeWords } = proseFor(language);
  const items = causes.map(({ title, sentence, confidence, actor, remedy, evidence }) =>
    [
      `- **${escapeMarkdown(title)}** (${causeWords.confidences[confidence]})`,
      ...(headline.startsWith(sentence.slice(0, -1)) ? [] : [`  ${escapeMarkdown(sentence)}`]),
      `  ${escapeMarkdown(causeWords.labelled(causeWords.actor, causeWords.actors[actor]))}. ${escapeMarkdown(remedy)}`,
      `  ${causeWords.labelled(causeWords.evidenceTitle, evidence.map((line) => inlineCode(bounded(line, maxValueLength))).join(', '))}`,
    ].join('\n\n'),
  );
  return [
    ...(items.length > 0
      ? [`#### ${causes.length > 1 ? causeWords.several : causeWords.title}`, items.join('\n\n')]
      : []),
    ...questions.flatMap((question) => questionBlocks(question, language)),
  ];
}
