import { type Comparison, mostDifferences } from '../diagnosis/compare/compare';
import type { Compared } from '../diagnosis/compare/compared';
import type { Language } from '../prose';
import { comparedVerdict, comparisonWords, differenceText, firstSentence } from '../prose/comparison';
import { bounded, shortUrl } from '../prose/short-url';
import { escapeMarkdown, inlineCode } from './escape-markdown';
import { markdownTable } from './markdown-table';

/**
 * Returns a comparison in Markdown: the first difference, how both ended, and a table of the differences. Both requests must be
 * redacted, because it is meant to be shared.
 */
export function comparisonMarkdown(comparison: Comparison, language: Language): string {
  const words = comparisonWords.in(language);
  const { left, right, differences, result } = comparison;
  const verdicts = [comparedVerdict(left, language), comparedVerdict(right, language)] as const;
  const verdictRows = (['outcome', 'reason', 'cause'] as const)
    .map((key) => [words[key], ...verdicts.map((verdict) => verdict[key])])
    .filter(([, ...values]) => values.some(Boolean))
    .map((row) => row.map((text) => escapeMarkdown(text || words.absent)));
  const sentence = firstSentence(comparison, language);
  const listed = differences.slice(0, mostDifferences);
  const columns = [words.columns.what, words.this, words.other, words.columns.why].map(escapeMarkdown);
  const rows = listed.map((difference) => {
    const { what, left: one, right: two, why } = differenceText(difference, language);
    const name = difference.decides ? `**${escapeMarkdown(what)}**` : escapeMarkdown(what);
    return [name, inlineCode(one), inlineCode(two), escapeMarkdown(why)];
  });
  return [
    `## ${escapeMarkdown(words.title)}`,
    [
      `- ${escapeMarkdown(words.labelled(words.this, ''))} ${requestLine(left)}`,
      `- ${escapeMarkdown(words.labelled(words.other, ''))} ${requestLine(right)}`,
    ].join('\n'),
    ...(sentence === '' ? [] : [`**${escapeMarkdown(sentence)}**`]),
    ...(words.results[result] === '' ? [] : [escapeMarkdown(words.results[result])]),
    markdownTable(['', columns[1] ?? '', columns[2] ?? ''], verdictRows),
    ...(rows.length > 0 ? [markdownTable(columns, rows)] : []),
    ...(differences.length > listed.length
      ? [escapeMarkdown(words.more(differences.length - listed.length))]
      : []),
  ]
    .join('\n\n')
    .concat('\n');
}

function requestLine({ hops, file }: Compared): string {
  const [hop] = hops;
  const request = inlineCode(`${bounded(hop?.method ?? '', 40)} ${shortUrl(hop?.url ?? '')}`);
  return file === null ? request : `${request} (${inlineCode(bounded(file, 100))})`;
}
