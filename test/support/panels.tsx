import { signal } from '@preact/signals';
import type { Settings } from '../../src/devtools/session/settings';
import { createPanelStore, type PanelStore } from '../../src/devtools/store/store';
import { aroundOf } from '../../src/devtools/views/detail/around';
import { Detail } from '../../src/devtools/views/detail/Detail';
import { Fix } from '../../src/devtools/views/fix/Fix';
import { wordsOf } from '../../src/devtools/views/words';
import type { BrowserName } from '../../src/engine';
import { registrableDomain, relationOf } from '../../src/engine/site';
import { judge } from '../../src/exchange/verdict/judge';
import type { Language } from '../../src/prose';
import { stackWords } from '../../src/prose/stacks';
import type { ExchangeFacts } from '../../src/protocol/facts';
import type { ToWatcher } from '../../src/protocol/messages';
import type { Log } from '../../src/recording/log/log';
import { openLog } from '../../src/recording/log/open-log';
import { type Drawn, drawn } from './drawn';

/** A panel's state, and the log under it. */
export interface OpenPanel {
  readonly log: Log;
  readonly store: PanelStore;
  readonly browser: BrowserName;
}

/** A panel over an empty log: the background has not answered yet. */
export function panelBeforeAnswer(nowMs?: () => number): Pick<OpenPanel, 'log' | 'store'> {
  const log = openLog(nowMs && { nowMs });
  const current = signal<Settings>({ language: null, preserveLog: false, pageWorld: true, fixChoices: [] });
  const store = createPanelStore({
    log,
    settings: {
      current,
      change: (part) => {
        current.value = { ...current.value, ...part };
      },
    },
    setRecording: () => {},
    nextFrame: (callback) => callback(),
  });
  return { log, store };
}

/** A panel over a log that watches a tab and was told this much. */
export function panelOf(
  messages: readonly ToWatcher[],
  browser: BrowserName = 'chrome',
  nowMs?: () => number,
): OpenPanel {
  const panel = panelBeforeAnswer(nowMs);
  const version = browser === 'chrome' ? '156.0' : '153.0';
  const watching = {
    browser: { name: browser, version },
    sinceMs: 1,
    hostPermission: true,
    isPrivate: false,
  };
  for (const message of [{ type: 'watching', ...watching } as const, ...messages]) panel.log.receive(message);
  return { ...panel, browser };
}

/** The message that tells of exchanges, as the background classifies them. */
export function told(exchanges: readonly ExchangeFacts[], browser: BrowserName): ToWatcher {
  const byId = new Map(exchanges.map((facts) => [facts.id, facts]));
  return {
    type: 'exchanges',
    exchanges: exchanges.map((facts) => {
      const { requestClass, outcome, mode } = judge(facts, browser, (id) => byId.get(id));
      return { facts, requestClass, outcome, mode: mode.value };
    }),
  };
}

/** What the panel draws of a request when it is selected. */
export function detailOf({ store, browser }: OpenPanel, id: string, language: Language): Drawn {
  const row = store.rowOf(id);
  if (!row) throw new Error(`panels: no request "${id}"`);
  return drawn(
    <Detail
      pane={{ current: null }}
      row={row}
      browser={browser}
      words={wordsOf(language)}
      around={aroundOf(store, browser, { relationOf, registrableDomain }, null)}
      answering={{ onCopy() {}, put: store.putAnswer, remove: store.removeAnswer }}
      fixing={{ Fix, words: stackWords.in(language), choices: store.fixChoices }}
      onClose={() => {}}
      onSelect={() => {}}
      onCopyTicket={() => {}}
      onWhatIf={() => {}}
      onCompare={() => {}}
      onOpenUrl={() => {}}
    />,
  );
}
