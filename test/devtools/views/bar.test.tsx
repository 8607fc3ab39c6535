import { describe, expect, test } from 'vitest';
import { Bar } from '../../../src/devtools/views/bar/Bar';
import { SettingsChoices } from '../../../src/devtools/views/bar/SettingsChoices';
import { StatusLine } from '../../../src/devtools/views/bar/StatusLine';
import { wordsOf } from '../../../src/devtools/views/words';
import type { Language } from '../../../src/prose';
import { settingsProseFor } from '../../../src/prose/settings';
import type { ToWatcher } from '../../../src/protocol/messages';
import { all, drawn, textOf, texts } from '../../support/drawn';
import { type OpenPanel, panelBeforeAnswer, panelOf } from '../../support/panels';
import { languages, shopPanel } from '../../support/views';

const nothing = () => {};

function barOf({ store }: Pick<OpenPanel, 'store'>, language: Language) {
  const exporting = {
    report: () => Promise.reject(new Error('unused')),
    save: nothing,
    copy: async () => true,
  };
  return drawn(
    <Bar
      store={store}
      words={wordsOf(language)}
      filterField={{ current: null }}
      exporting={exporting}
      file={null}
      problem={null}
      progress={null}
      onStopReading={nothing}
      onProblemRead={nothing}
      onReload={nothing}
      onFile={nothing}
      onCloseFile={nothing}
    />,
  );
}

function statusOf({ store }: Pick<OpenPanel, 'store'>, language: Language, notice: string | null = null) {
  return drawn(
    <StatusLine
      recording={store.recording.value}
      counts={store.counts.value}
      isRecording={store.isRecording.value}
      notice={notice}
      words={wordsOf(language)}
      onPermit={nothing}
    />,
  );
}

describe.each(languages)('the bar in %s', (language) => {
  const { ui, prose } = wordsOf(language);

  test('lists the views and selects the current one', () => {
    const tabs = all(barOf(shopPanel(), language), 'button').filter(
      ({ attributes }) => attributes.role === 'tab',
    );
    const { requests, origins, messages, map, advice } = ui.views;
    expect(tabs.map(textOf)).toEqual([requests, origins, messages, map, advice]);
    expect(tabs.map(({ attributes }) => attributes['aria-selected'])).toEqual([
      'true',
      'false',
      'false',
      'false',
      'false',
    ]);
  });

  test('counts the requests of each outcome and class', () => {
    const panel = shopPanel();
    const { classes, outcomes } = panel.store.counts.value;
    const chips = texts(barOf(panel, language), '.chip');
    expect(outcomes.blocked).toBeGreaterThan(3);
    expect(chips).toContain(`${prose.outcomes.blocked.label} ${outcomes.blocked}`);
    expect(chips).toContain(`${prose.classes.preflighted.label} ${classes.preflighted}`);
    expect(chips).toContain(`${prose.classes['no-cors'].label} ${classes['no-cors']}`);
  });

  test('offers to clear filters only while there are some', () => {
    const panel = shopPanel();
    expect(textOf(barOf(panel, language))).not.toContain(ui.bar.clearFilter);
    panel.store.toggleOutcome('blocked');
    expect(textOf(barOf(panel, language))).toContain(ui.bar.clearFilter);
  });

  test('has no request filter in another view', () => {
    const panel = shopPanel();
    panel.store.setView('map');
    expect(texts(barOf(panel, language), '.chip')).toEqual([]);
  });

  test('shows whether it records', () => {
    const panel = shopPanel();
    const titles = () => all(barOf(panel, language), 'button').map(({ attributes }) => attributes.title);
    expect(titles()).toContain(ui.bar.recordOn);
    panel.store.setRecording(false);
    expect(titles()).toContain(ui.bar.recordOff);
  });
});

describe.each(languages)('the settings in %s', (language) => {
  test('show the current choices', () => {
    const prose = settingsProseFor(language);
    const { store } = shopPanel();
    store.setSettings({ language: 'zh-CN', pageWorld: false });
    const view = drawn(<SettingsChoices store={store} words={wordsOf(language)} />);
    const chosen = all(view, 'label').filter(
      (label) => all(label, 'input')[0]?.attributes.checked !== undefined,
    );
    expect(chosen.map(textOf)).toEqual(['简体中文']);
    const labels = texts(view, 'label');
    expect(labels).toContain(prose.automatic);
    expect(labels).toContain(prose.pageWorld.label);
    expect(textOf(view)).toContain(prose.pageWorld.meaning);
  });
});

describe.each(languages)('the status line in %s', (language) => {
  const { status } = wordsOf(language).ui;

  test('shows that it is connecting', () => {
    expect(textOf(statusOf(panelBeforeAnswer(), language))).toContain(status.connecting);
  });

  test.each<[string, readonly ToWatcher[], string]>([
    ['a page that was loaded before', [], status.afterLoad],
    ['missing access to sites', [{ type: 'permission', hostPermission: false }], status.noHostPermission],
    ['a closed tab', [{ type: 'gone' }], status.gone],
    ['requests from before', [{ type: 'started-before', ids: ['a', 'b', 'c'] }], status.startedBefore(3)],
    ['dropped requests', [{ type: 'lost', requests: 7, hints: 0 }], status.dropped(7)],
    ['worker requests that were not recorded', [{ type: 'withheld', count: 2 }], status.withheld(2)],
  ])('shows %s', (_what, messages, expected) => {
    expect(textOf(statusOf(panelOf(messages), language))).toContain(expected);
  });

  test('shows a pause, stops, a lost connection and a notice', () => {
    const panel = shopPanel();
    panel.store.setRecording(false);
    panel.log.noteStop();
    panel.log.noteCutOff();
    const text = textOf(statusOf(panel, language, 'Just done'));
    for (const part of [status.paused, status.stops(1), status.cutOff, 'Just done'])
      expect(text).toContain(part);
  });

  test('shows the number of shown and of all requests', () => {
    const panel = shopPanel();
    const { total } = panel.store.counts.value;
    expect(texts(statusOf(panel, language), '.status-count')).toEqual([status.shown(total, total)]);
    panel.store.setText('pixel.gif');
    expect(texts(statusOf(panel, language), '.status-count')).toEqual([status.shown(1, total)]);
  });
});
