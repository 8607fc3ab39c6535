import { describe, expect, test } from 'vitest';
import { AdviceDetail } from '../../../src/devtools/views/advice/AdviceDetail';
import { AdviceTable } from '../../../src/devtools/views/advice/AdviceTable';
import { wordsOf } from '../../../src/devtools/views/words';
import { advise, type GivenAdvice } from '../../../src/diagnosis/advise';
import { adviceWords } from '../../../src/prose/advice';
import { all, drawn, textOf, texts } from '../../support/drawn';
import { languages, shopPanel } from '../../support/views';

const nothing = () => {};

describe.each(languages)('the Advice view in %s', (language) => {
  const words = wordsOf(language);
  const advice = adviceWords.in(language);
  const { store } = shopPanel();
  const recording = { exchanges: store.exchanges.value, pageEvents: store.pageEvents.value };
  const { lookup, verdictOf } = store;
  const [found] = advise({ browser: 'chrome', ...recording, listeners: [], stars: [], lookup, verdictOf });
  if (!found) throw new Error('advice: the shop calls for none');
  const given: GivenAdvice = found;
  const detailOf = (each: GivenAdvice) =>
    drawn(
      <AdviceDetail
        given={each}
        advice={advice}
        panel={store}
        words={words}
        onRequest={nothing}
        onEvent={nothing}
        onClose={nothing}
      />,
    );

  test('lists each piece with its severity, kind and number of requests', () => {
    const view = drawn(
      <AdviceTable given={[given]} selected={null} advice={advice} words={words} onSelect={nothing} />,
    );
    expect(texts(view, '.advice-title')).toEqual([advice.texts[given.code].title]);
    const row = textOf(all(view, 'tr')[1]!);
    expect(row).toContain(advice.severities[given.severity]);
    expect(row).toContain(advice.kinds[given.kind]);
    expect(row).toContain(advice.count(given.total));
  });

  test('explains one with its evidence, and links to its requests', () => {
    const view = detailOf(given);
    expect(texts(view, 'h2')).toEqual([advice.texts[given.code].title]);
    expect(texts(view, 'code')).toEqual(given.evidence?.slice(0, 20));
    const [rests] = all(view, 'ul.advice-rests');
    expect(all(rests!, 'button').length).toBeGreaterThan(0);
  });

  test('says so where a request is no longer recorded', () => {
    const [rests] = all(detailOf({ ...given, exchanges: ['gone'], total: 1 }), 'ul.advice-rests');
    expect(texts(rests!, 'li')).toEqual([advice.gone]);
  });
});
