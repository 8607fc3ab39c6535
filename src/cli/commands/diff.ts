import { comparisonCandidates } from '../../diagnosis/compare/candidates';
import { type Comparison, compare } from '../../diagnosis/compare/compare';
import { registrableDomain, relationOf } from '../../engine/site';
import { type ComparedFile, comparedFile } from '../../files/compared-file';
import { cliWords } from '../../prose/cli-words';
import { comparedVerdict, differenceText, firstSentence } from '../../prose/comparison';
import { shortUrl } from '../../prose/short-url';
import { inOneForm } from '../../recording/compare/redact-compared';
import type { Redaction } from '../../recording/redaction/rules';
import type { Command } from '../command';
import { readInput } from '../input';
import { inert, type Output, styled } from '../terminal';
import { UsageError } from '../usage-error';

const maxDifferences = 12;
const redactions: readonly Redaction[] = ['everything', 'readable', 'minimal'];

/** Compares the requests of two files: what changed in verdicts and headers. Exit code 1: more is blocked in the second. */
export const diff: Command = {
  options: { all: { type: 'boolean' } },
  async run({ positionals, language, output, values }) {
    const [first, second, ...others] = positionals;
    if (first === undefined || second === undefined || others.length > 0)
      throw new UsageError('corscope diff BEFORE AFTER');
    const sites = { relationOf, registrableDomain };
    const before = comparedFile(await readInput(first, language, output), sites);
    const after = comparedFile(await readInput(second, language, output), sites);
    const words = cliWords.in(language).diff;
    const { pairs, added, removed } = pairsOf(before, after);
    const changed = pairs.filter(
      ({ comparison }) => comparison.result !== 'same-verdict' || values.all === true,
    );
    output.write(
      `${styled(words.summary(pairs.length, changed.length, added.length, removed.length), 'strong', output)}\n`,
    );
    for (const { comparison } of changed) output.write(`\n${comparisonText(comparison, language, output)}\n`);
    for (const [label, list] of [
      [words.added, added],
      [words.removed, removed],
    ] as const)
      for (const line of list) output.write(`\n${styled(`${label}:`, 'quiet', output)} ${inert(line)}\n`);
    const blocked = (file: ComparedFile) =>
      file.candidates.filter(({ outcome }) => outcome === 'blocked').length;
    return blocked(after) > blocked(before) ? 1 : 0;
  },
};

interface Pair {
  readonly comparison: Comparison;
}

/** Pairs each request with the nearest one of the other file that nothing else was paired with: same method and path. */
function pairsOf(before: ComparedFile, after: ComparedFile) {
  const left = new Map(after.candidates.map((candidate) => [candidate.id, candidate]));
  const redaction =
    redactions[Math.max(redactions.indexOf(before.redaction), redactions.indexOf(after.redaction))] ??
    'everything';
  const pairs: Pair[] = [];
  const removed: string[] = [];
  for (const candidate of before.candidates) {
    const others = [...left.values()].filter(
      ({ method, url }) => method === candidate.method && pathOf(url) === pathOf(candidate.url),
    );
    const [nearest] = comparisonCandidates({ ...candidate, id: '' }, others);
    const own = before.compared(candidate.id);
    const other = nearest && after.compared(nearest.candidate.id);
    if (!own || !other) {
      removed.push(`${candidate.method} ${candidate.url}`);
      continue;
    }
    left.delete(nearest.candidate.id);
    const [one, two] = redaction === 'everything' ? [own, other] : inOneForm(own, other, redaction);
    pairs.push({ comparison: compare(one, two) });
  }
  return { pairs, removed, added: [...left.values()].map(({ method, url }) => `${method} ${url}`) };
}

const pathOf = (url: string) => url.replace(/[?#].*$/s, '');

function comparisonText(
  comparison: Comparison,
  language: Parameters<typeof firstSentence>[1],
  output: Output,
): string {
  const { left, right, differences } = comparison;
  const [hop] = left.hops;
  const verdicts = [left, right].map((each) => {
    const { outcome, reason } = comparedVerdict(each, language);
    return [outcome, reason].filter(Boolean).join(', ');
  });
  const sentence = firstSentence(comparison, language);
  const lines = differences.slice(0, maxDifferences).map((difference) => {
    const { what, left: one, right: two } = differenceText(difference, language);
    return `   ${styled(`${inert(what)}:`, 'quiet', output)} ${inert(one)} → ${inert(two)}`;
  });
  return [
    `${styled(inert(`${hop?.method} ${shortUrl(hop?.url ?? '')}`), 'code', output)}: ${inert(verdicts.join(' → '))}`,
    ...(sentence === '' ? [] : [`   ${inert(sentence)}`]),
    ...lines,
  ].join('\n');
}
