import { describe, expect, test } from 'vitest';
import type { WhatIfSubject } from '../../../src/devtools/store/dialogs';
import { aroundOf } from '../../../src/devtools/views/detail/around';
import { WhatIfDialog } from '../../../src/devtools/views/what-if/WhatIfDialog';
import { wordsOf } from '../../../src/devtools/views/words';
import { registrableDomain, relationOf } from '../../../src/engine/site';
import { whatIfWords } from '../../../src/prose/what-if';
import { all, type Drawn, drawn, textOf, texts } from '../../support/drawn';
import { languages, shopPanel } from '../../support/views';

const nothing = () => {};
const headsIn = (view: Drawn, part: string) => all(view, part).flatMap((each) => texts(each, 'h3'));

describe.each(languages)('the dialog for what would be in %s', (language) => {
  const prose = whatIfWords.in(language);
  const words = wordsOf(language);
  const { store } = shopPanel();
  const around = aroundOf(store, 'chrome', { registrableDomain, relationOf }, null);
  const dialogOf = (subject: WhatIfSubject) =>
    drawn(
      <WhatIfDialog subject={subject} around={around} words={words} onClose={nothing} onOpenUrl={nothing} />,
    );
  const requests = store.rows.value.filter(({ depth }) => depth === 0);

  test.each(
    requests.map(({ id, verdict, entry }) => ({
      id,
      outcome: verdict.outcome,
      url: entry.facts.hops[0]?.url,
    })),
  )('starts with what was recorded: $outcome $url', ({ id, outcome }) => {
    const view = dialogOf({ of: 'request', id });
    const [chrome] = all(view, '.what-if-result');
    // Nothing is decided while the request runs, or if a service worker answered.
    if (outcome !== 'pending') expect(chrome?.attributes.class).toContain(`outcome-${outcome}`);
    expect(textOf(view)).toContain(prose.fields.response);
  });

  test('has the fields of a preflight only if there is one', () => {
    const isPreflighted = ({ verdict }: (typeof requests)[number]) => verdict.requestClass === 'preflighted';
    const labels = (row: (typeof requests)[number]) =>
      texts(dialogOf({ of: 'request', id: row.id }), 'label.what-if-field').filter((text) =>
        text.startsWith(prose.fields.preflight),
      );
    expect(labels(requests.find(isPreflighted)!)).toHaveLength(1);
    expect(labels(requests.find((row) => row.verdict.requestClass === 'simple')!)).toEqual([]);
  });

  test('starts from nothing, with a request that both browsers block', () => {
    const view = dialogOf({ of: 'text', text: '' });
    expect(all(view, '.what-if-result.outcome-blocked')).toHaveLength(2);
    expect(headsIn(view, '.what-if-printed')).toEqual([prose.console('Chrome'), prose.console('Firefox')]);
    expect(headsIn(view, '.what-if-traces')).toEqual([prose.whySame]);
  });

  test('starts from pasted text', () => {
    const view = dialogOf({ of: 'text', text: 'HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *\n' });
    expect(all(view, '.what-if-result.outcome-allowed')).toHaveLength(2);
    expect(headsIn(view, '.what-if-printed')).toEqual([]);
  });

  test('starts from nothing if the request is gone', () => {
    expect(all(dialogOf({ of: 'request', id: 'gone' }), '.what-if-result')).toHaveLength(2);
  });
});
