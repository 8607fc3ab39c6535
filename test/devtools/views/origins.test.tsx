import { describe, expect, test } from 'vitest';
import { OriginsView } from '../../../src/devtools/views/origins/OriginsView';
import { wordsOf } from '../../../src/devtools/views/words';
import type { Language } from '../../../src/prose';
import { originsProse } from '../../../src/prose/origins';
import { all, drawn, textOf, texts } from '../../support/drawn';
import { type OpenPanel, panelOf } from '../../support/panels';
import { languages, shopPanel } from '../../support/views';

const api = 'https://api.shop.example';

function originsOf({ store }: Pick<OpenPanel, 'store'>, language: Language) {
  return drawn(<OriginsView store={store} words={wordsOf(language)} onCopy={() => {}} />);
}

describe.each(languages)('the Origins view in %s', (language) => {
  const prose = originsProse.in(language);

  test('explains that the page is not known yet', () => {
    expect(texts(originsOf(panelOf([]), language), '.empty-what')).toEqual([prose.table.noPage]);
  });

  test('has a row for each contacted origin', () => {
    const view = originsOf(shopPanel(), language);
    const lines = all(view, 'tr').filter(({ attributes }) => attributes['data-origin']);
    const origins = lines.map(({ attributes }) => attributes['data-origin']);
    expect(origins).toEqual(
      expect.arrayContaining([api, 'https://pay.example', 'https://shop.example:8443']),
    );
    expect(new Set(origins).size).toBe(origins.length);
    const line = textOf(lines[origins.indexOf(api)]);
    expect(line).toContain('api.shop.example');
    expect(line).toContain('203.0.113.7');
    expect(line).toContain(prose.relations['same-site'].label);
  });

  test('shows the rules and the recorded requests for the page and one origin', () => {
    const panel = shopPanel();
    panel.store.setOriginDetail({ of: 'origin', origin: api });
    const [aside] = all(originsOf(panel, language), 'aside');
    const text = textOf(aside);
    expect(text).toContain(`https://shop.example → ${api}`);
    for (const title of [prose.detail.recorded, prose.detail.rules, prose.detail.ways]) {
      expect(texts(aside!, 'h3')).toContain(title);
    }
    expect(all(aside!, 'ul.pair-rules').flatMap((list) => texts(list, 'h4'))).toEqual(
      expect.arrayContaining(Object.values(prose.rules).map(({ name }) => name)),
    );
  });

  test('tests two typed URLs', () => {
    const panel = shopPanel();
    panel.store.setOriginDetail({ of: 'tester' });
    panel.store.setTested({ page: 'https://a.example', other: 'http://a.example' });
    const [aside] = all(originsOf(panel, language), 'aside');
    expect(textOf(aside)).toContain(prose.tester.title);
    expect(all(aside!, 'input').map(({ attributes }) => attributes.value)).toEqual([
      'https://a.example',
      'http://a.example',
    ]);
    expect(texts(aside!, 'h2')).toHaveLength(1);
    expect(texts(aside!, 'h3')).toContain(prose.detail.rules);
  });

  test('shows no result while a URL is incomplete', () => {
    const panel = shopPanel();
    panel.store.setOriginDetail({ of: 'tester' });
    panel.store.setTested({ page: 'https://a.example', other: '' });
    const [aside] = all(originsOf(panel, language), 'aside');
    expect(texts(aside!, 'h2')).toEqual([]);
    expect(texts(aside!, 'h3')).toEqual([prose.tester.examples]);
  });
});
