import { describe, expect, test } from 'vitest';
import { CompareDialog } from '../../../src/devtools/views/compare/CompareDialog';
import { ComparisonView } from '../../../src/devtools/views/compare/ComparisonView';
import { compareWith, recordedOptions, toShare } from '../../../src/devtools/views/compare/comparing';
import { aroundOf } from '../../../src/devtools/views/detail/around';
import { wordsOf } from '../../../src/devtools/views/words';
import { compare } from '../../../src/diagnosis/compare/compare';
import { registrableDomain, relationOf } from '../../../src/engine/site';
import { comparisonWords, firstSentence } from '../../../src/prose/comparison';
import { comparisonMarkdown } from '../../../src/report/comparison-markdown';
import { all, drawn, textOf, texts } from '../../support/drawn';
import { languages, shopPanel } from '../../support/views';

const nothing = () => {};

describe.each(languages)('the dialog that compares requests in %s', (language) => {
  const prose = comparisonWords.in(language);
  const words = wordsOf(language);
  const { store } = shopPanel();
  const row = store.rows.value.find(({ verdict, depth }) => verdict.outcome === 'blocked' && depth === 0)!;
  const around = aroundOf(store, 'chrome', { registrableDomain, relationOf }, null);
  const view = drawn(
    <CompareDialog
      store={store}
      row={row}
      around={around}
      words={words}
      onCopy={() => Promise.resolve(true)}
      onClose={nothing}
    />,
  );

  test('offers every other request and no preflight', () => {
    const requests = store.entries.value.filter(({ facts }) => facts.preflightFor === null);
    expect(all(view, 'option')).toHaveLength(requests.length - 1);
    expect(all(view, 'optgroup').map(({ attributes }) => attributes.label)).toContain(prose.groups.other);
  });

  test('has the first difference on top, and how both ended', () => {
    const [best] = recordedOptions(row, store);
    const comparison = compareWith(row, best!, around, null)!;
    const sentence = firstSentence(comparison, language);
    expect(sentence).not.toBe('');
    expect(texts(view, '.compare-first')).toEqual([sentence]);
    const [verdict] = all(view, 'tr.compare-verdict');
    expect(textOf(verdict)).toContain(words.prose.outcomes.blocked.label);
    expect(all(view, 'tr.is-deciding').length).toBe(
      comparison.differences.filter(({ decides }) => decides).length,
    );
  });

  test('copies it as Markdown without credentials', () => {
    const [best] = recordedOptions(row, store);
    const comparison = toShare(compareWith(row, best!, around, null)!);
    const text = comparisonMarkdown(comparison, language);
    expect(text.startsWith('## ')).toBe(true);
    expect(text).not.toMatch(/Bearer |sid=/);
    expect(text.split('\n').filter((line) => line.startsWith('| **')).length).toBeGreaterThan(0);
  });

  test('opens a file by a button that the keyboard reaches', () => {
    expect(texts(view, 'button')).toContain(prose.open);
    expect(all(view, 'input')[0]?.attributes.type).toBe('file');
  });

  test('draws at most 40 differences, and says how many more there are', () => {
    const [best] = recordedOptions(row, store);
    const { left, right } = compareWith(row, best!, around, null)!;
    const policies = (value: string) => ({
      ...right,
      hops: Array.from({ length: 30 }, () => ({
        ...right.hops[0]!,
        requestHeaders: [['X-A', value] as const, ['X-B', value] as const],
      })),
    });
    const comparison = compare(policies('1'), policies('2'));
    expect(comparison.differences).toHaveLength(60);
    const drawnOf = drawn(<ComparisonView comparison={comparison} words={words} />);
    expect(all(drawnOf, 'td.quiet')).toHaveLength(40);
    expect(texts(drawnOf, '.compare-unlisted')).toEqual([prose.more(20)]);
    const few = drawn(<ComparisonView comparison={compare(left, right)} words={words} />);
    expect(all(few, '.compare-unlisted')).toEqual([]);
  });
});
