import { describe, expect, test } from 'vitest';
import { CompareDialog } from '../../../src/devtools/views/compare/CompareDialog';
import { compareWith, optionsOf, toShare } from '../../../src/devtools/views/compare/comparing';
import { aroundOf } from '../../../src/devtools/views/detail/around';
import { wordsOf } from '../../../src/devtools/views/words';
import { registrableDomain, relationOf } from '../../../src/engine/site';
import { comparisonWordsFor, firstSentence } from '../../../src/prose/comparison';
import { comparisonMarkdown } from '../../../src/report/comparison-markdown';
import { all, drawn, textOf, texts } from '../../support/drawn';
import { languages, shopPanel } from '../../support/views';

const nothing = () => {};

describe.each(languages)('the dialog that compares requests in %s', (language) => {
  const prose = comparisonWordsFor(language);
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
    const [best] = optionsOf(row, store, null);
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
    const [best] = optionsOf(row, store, null);
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
});
