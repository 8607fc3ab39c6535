import { describe, expect, test } from 'vitest';
import { MapView } from '../../../src/devtools/views/map/MapView';
import { wordsOf } from '../../../src/devtools/views/words';
import type { Language } from '../../../src/prose';
import { mapProseFor } from '../../../src/prose/map';
import { messagesProseFor } from '../../../src/prose/messages';
import { relayLine, relaysProseFor } from '../../../src/prose/relays';
import { relaysOf } from '../../../src/recording/crossings/relays-of';
import { all, drawn, textOf, texts } from '../../support/drawn';
import { type OpenPanel, panelOf } from '../../support/panels';
import { languages, shopPanel } from '../../support/views';

function mapOf({ store }: Pick<OpenPanel, 'store'>, language: Language) {
  return drawn(<MapView panel={store} words={wordsOf(language)} />);
}

describe.each(languages)('the Map view in %s', (language) => {
  const prose = mapProseFor(language);
  const { outcomes } = wordsOf(language).prose;

  test('explains what to do while there is nothing to draw', () => {
    const view = mapOf(panelOf([]), language);
    expect(texts(view, '.empty')).toEqual([`${prose.nothing}\n${prose.nothingHint}`]);
    expect(all(view, 'table')).toEqual([]);
  });

  test('names each frame and origin and lists every line', () => {
    const view = mapOf(shopPanel(), language);
    const boxes = all(view, 'g.map-node').map(({ attributes }) => attributes['aria-label']);
    for (const name of ['https://shop.example', 'https://pay.example', 'https://api.shop.example']) {
      expect(boxes.some((box) => box?.includes(name))).toBe(true);
    }
    const what = texts(view, 'td');
    expect(what).toContain(prose.table.requests(outcomes.blocked.label));
    expect(what).toContain(prose.table.requests(outcomes.allowed.label));
    const lines = all(view, 'g').filter(({ attributes }) => attributes['data-edge']);
    const rows = all(view, 'tr').length - 1;
    expect(rows).toBeGreaterThan(10);
    expect(lines).toHaveLength(rows);
  });

  test('lists each relay as one channel', () => {
    const panel = shopPanel();
    const { pageEvents, entries, page } = panel.store;
    const { all: relays } = relaysOf(pageEvents.value, entries.value, page.value.frames);
    const [prose, messages] = [relaysProseFor(language), messagesProseFor(language)];
    expect(relays.length).toBeGreaterThan(0);
    const [list] = all(mapOf(panel, language), 'ul.map-relays');
    expect(textOf(list)).toBe(relays.map((relay) => relayLine(relay, prose, messages)).join('\n'));
  });
});
