import { describe, expect, test } from 'vitest';
import { isCrossing } from '../../../src/channels/kinds';
import { eventKind, eventKinds } from '../../../src/channels/read-page-event';
import { messagesStoreOf, readingOf } from '../../../src/devtools/store/messages-store';
import { wordsOf } from '../../../src/devtools/views/words';
import { messagesProseFor } from '../../../src/prose/messages';
import { visibleText } from '../../../src/prose/visible-text';
import { isRequest, rowId } from '../../../src/recording/crossings/timeline';
import { all, textOf, texts } from '../../support/drawn';
import { panelBeforeAnswer, panelOf } from '../../support/panels';
import { languages, messagesOf, shopPanel } from '../../support/views';

describe.each(languages)('the Messages view in %s', (language) => {
  const { ui, prose: requestsProse } = wordsOf(language);
  const prose = messagesProseFor(language);
  const emptyText = (view: ReturnType<typeof messagesOf>) => texts(view, '.empty');

  test('explains that the background has not answered', () => {
    const view = messagesOf(panelBeforeAnswer(), language);
    expect(emptyText(view)).toEqual([`${ui.empty.connecting}\n${ui.empty.connectingHint}`]);
  });

  test('explains that extensions cannot access the page', () => {
    const panel = panelOf([{ type: 'navigated', url: 'about:config', documentId: null, atMs: 2 }]);
    const { restricted, restrictedHint } = ui.empty;
    expect(emptyText(messagesOf(panel, language))).toEqual([`${restricted}\n${restrictedHint}`]);
  });

  test('suggests a reload while nothing is recorded', () => {
    const { what, hint } = prose.empty.recording;
    expect(emptyText(messagesOf(panelOf([]), language))).toEqual([`${what}\n${hint}\n${ui.bar.reload}`]);
  });

  test('explains which scripts are off', () => {
    const panel = panelOf([]);
    panel.store.setSettings({ pageWorld: false });
    const [text] = emptyText(messagesOf(panel, language));
    expect(text).toContain(prose.empty.pageWorldOff);
    expect(text).toContain(prose.empty.turnOn);
  });

  test('explains that the recording is paused', () => {
    const panel = panelOf([]);
    panel.store.setRecording(false);
    const { what, hint } = prose.empty.paused;
    expect(emptyText(messagesOf(panel, language))).toEqual([`${what}\n${hint}\n${ui.empty.resume}`]);
  });

  test('explains that the tab is closed', () => {
    const { what, hint } = prose.empty.gone;
    expect(emptyText(messagesOf(panelOf([{ type: 'gone' }]), language))).toEqual([`${what}\n${hint}`]);
  });

  test('explains that filters hide all events', () => {
    const panel = shopPanel();
    messagesStoreOf(panel.store).setText('nothing-has-this');
    const { what, hint } = prose.empty.filtered;
    expect(emptyText(messagesOf(panel, language))).toEqual([`${what}\n${hint}\n${ui.bar.clearFilter}`]);
  });

  test('has a row for each event, with its kind, its rule and its risk', () => {
    const { store } = shopPanel();
    const rows = all(messagesOf({ store }, language), '.table-row').filter(
      ({ attributes }) => attributes['data-id'],
    );
    const events = messagesStoreOf(store).rows.value;
    expect(events.length).toBeGreaterThan(30);
    expect(rows.map(({ attributes }) => attributes['data-id'])).toEqual(
      events.map(({ id }) => id).slice(0, 40),
    );
    for (const [index, row] of rows.entries()) {
      const event = events[index]!;
      const { rule, risk } = readingOf(event);
      const { label } = prose.rules[rule];
      expect(texts(row, '.cell-kind')).toEqual([prose.kinds[eventKind(event)].short]);
      expect(texts(row, '.cell-rule')).toEqual([risk ? `${label} · ${prose.risks[risk].label}` : label]);
    }
  });

  const shown = shopPanel().store.pageEvents.value.filter(isCrossing);

  test.each(shown.map((event) => [event.id, eventKind(event), event] as const))(
    'shows all known facts of event %s, %s',
    (id, kind, event) => {
      const { store } = shopPanel();
      messagesStoreOf(store).select(id);
      messagesStoreOf(store).setDetailOpen(true);
      const [aside] = all(messagesOf({ store }, language), 'aside');
      const { rule, risk, unseen, from, to } = readingOf(event);
      expect(texts(aside!, '.badge')).toEqual([prose.kinds[kind].label]);
      expect(texts(aside!, 'h2')).toEqual([prose.rules[rule].sentence]);
      expect(texts(aside!, '.detail-request')).toEqual([
        visibleText(`${from.origin ?? '–'} → ${to.origin ?? '–'}`),
      ]);
      const text = textOf(aside);
      if (risk) expect(text).toContain(prose.risks[risk].sentence);
      for (const code of unseen) expect(text).toContain(prose.unseen[code]);
      expect(text).toContain(new Date(event.atMs).toISOString());
      expect(text).toContain(prose.sources[event.source]);
    },
  );

  test('shows a summary of a request in the timeline', () => {
    const { store } = shopPanel();
    const messages = messagesStoreOf(store);
    messages.setWithRequests(true);
    messages.select(rowId(messages.timeline.value.find(isRequest)!));
    messages.setDetailOpen(true);
    const { facts, outcome } = messages.selectedRequest.value!;
    const [aside] = all(messagesOf({ store }, language), 'aside');
    const { label, meaning } = requestsProse.outcomes[outcome];
    const { method, url } = facts.hops.at(-1)!;
    expect(textOf(aside)).toBe(
      [prose.request.label, visibleText(`${method} ${url}`), `${label}: ${meaning}`, prose.request.show].join(
        '\n',
      ),
    );
  });
});

describe('the kinds of page events', () => {
  test('all appear in the test data', () => {
    const kinds = new Set(shopPanel().store.pageEvents.value.filter(isCrossing).map(eventKind));
    expect([...kinds].sort()).toEqual(eventKinds.toSorted());
  });
});
