import { MessagesView } from '../../src/devtools/views/messages/MessagesView';
import { RequestsView } from '../../src/devtools/views/requests/RequestsView';
import { wordsOf } from '../../src/devtools/views/words';
import type { Language } from '../../src/prose';
import type { ToWatcher } from '../../src/protocol/messages';
import { frames, pageEvents } from '../devtools/gallery/page-events';
import { situations, startMs } from '../devtools/gallery/situations';
import { type Drawn, drawn } from './drawn';
import { relayed } from './page-events';
import { type OpenPanel, panelOf, told } from './panels';

/** The languages of the panel. */
export const languages: readonly Language[] = ['en', 'zh-CN'];

/** A panel that recorded a shop: its requests, its frames, and what these said to each other. */
export function shopPanel(more: readonly ToWatcher[] = []): OpenPanel {
  const messages: readonly ToWatcher[] = [
    told(situations, 'chrome'),
    { type: 'frames', frames, title: 'Shop' },
    { type: 'page-events', pageEvents: pageEvents.map(relayed) },
  ];
  return panelOf([...messages, ...more], 'chrome', () => startMs + 5_000);
}

const noField = { current: null };

/** What the Requests view shows first. */
export function requestsOf({ store }: Pick<OpenPanel, 'store'>, language: Language): Drawn {
  return drawn(
    <RequestsView
      store={store}
      words={wordsOf(language)}
      filterField={noField}
      cookies={null}
      onReload={() => {}}
      onPermit={() => {}}
      onCopy={() => {}}
      onWrite={() => Promise.resolve(true)}
      onNotice={() => {}}
      onOpenUrl={() => {}}
    />,
  );
}

/** What the Messages view shows first. */
export function messagesOf({ store }: Pick<OpenPanel, 'store'>, language: Language): Drawn {
  return drawn(
    <MessagesView
      panel={store}
      words={wordsOf(language)}
      filterField={noField}
      onReload={() => {}}
      onReadData={() => {}}
      onReadScripts={() => Promise.resolve({ from: 'frames', scripts: [], isCut: false })}
    />,
  );
}
