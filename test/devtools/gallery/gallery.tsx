import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { copyText } from '../../../src/devtools/session/clipboard';
import { reportOf } from '../../../src/devtools/session/report-of';
import { saveFile } from '../../../src/devtools/session/save-file';
import type { Settings } from '../../../src/devtools/session/settings';
import { messagesStoreOf } from '../../../src/devtools/store/messages-store';
import { createPanelStore } from '../../../src/devtools/store/store';
import { Panel } from '../../../src/devtools/views/Panel';
import { classified } from '../../../src/exchange/verdict/classify';
import { judge } from '../../../src/exchange/verdict/judge';
import { type Language, loadLanguage } from '../../../src/prose';
import { causeProse } from '../../../src/prose/causes';
import type { ExchangeFacts } from '../../../src/protocol/facts';
import { openLog } from '../../../src/recording/log/open-log';
import { between } from '../../../src/recording/requests/origins';
import { relayed } from '../../support/page-events';
import { storedCookies } from './kept-cookies';
import { manyFrames } from './many-frames';
import { frames, manyPageEvents, pageEvents } from './page-events';
import { pageHints } from './page-hints';
import { many, situations, startMs } from './situations';

// ?state=empty|connecting|paused|gone|denied  ?count=10000  ?language=zh-CN  ?theme=dark  ?browser=firefox
// ?select=r6  ?hints  ?cookies
// ?view=origins  ?origin=https://api.shop.example  ?page=…&other=… (the tester)  ?between=embed
// ?view=map  ?frames=60
// ?view=messages  ?events=100000  ?event=e3  ?requests  ?pageWorld=off  ?kind=received
const query = new URLSearchParams(location.search);
const theme = query.get('theme');
if (theme) document.documentElement.dataset.theme = theme;
const browser = query.get('browser') === 'firefox' ? 'firefox' : 'chrome';
const state = query.get('state') ?? 'full';

const settings = signal<Settings>({
  language: query.get('language') as Language | null,
  preserveLog: false,
  pageWorld: query.get('pageWorld') !== 'off',
  fixChoices: [],
});
// Shortly after the situations, because old hints are not matched with requests.
const log = openLog({ nowMs: () => startMs + 5_000 + performance.now() });
const store = createPanelStore({
  log,
  settings: {
    current: settings,
    change: (part) => {
      settings.value = { ...settings.value, ...part };
    },
  },
  setRecording: () => {},
  nextFrame: (callback) => requestAnimationFrame(callback),
});

/** Returns the facts as Firefox shows them: it does not report that a document's response was blocked. */
function asInFirefox(facts: ExchangeFacts): ExchangeFacts {
  const response = facts.hops.at(-1)?.response;
  if (facts.end?.how !== 'failed' || !response) return facts;
  return { ...facts, end: { how: 'completed', atMs: facts.end.atMs, status: response.status } };
}

function fill(recorded: readonly ExchangeFacts[]): void {
  const byId = new Map(recorded.map((facts) => [facts.id, facts]));
  const exchanges = recorded.map((facts) => {
    return classified(
      facts,
      judge(facts, browser, (id) => byId.get(id)),
    );
  });
  log.receive({ type: 'exchanges', exchanges });
}

if (state !== 'connecting') {
  log.receive({
    type: 'watching',
    browser: { name: browser, version: '156.0' },
    sinceMs: 1,
    hostPermission: state !== 'denied',
    isPrivate: false,
  });
  if (state !== 'full') log.receive({ type: 'earlier', count: 12 });
}
const frameCount = Number(query.get('frames') ?? 0);
if (state === 'full' && frameCount === 0) {
  const recorded = query.has('count') ? many(Number(query.get('count'))) : situations;
  fill(browser === 'firefox' ? recorded.map(asInFirefox) : recorded);
}
if (state === 'paused') store.setRecording(false);
if (state === 'gone') log.receive({ type: 'gone' });
if (state === 'full') {
  log.receive({ type: 'navigated', url: 'https://shop.example/checkout', documentId: 'd1', atMs: 2 });
  log.noteStop();
}
if (frameCount > 0) {
  const made = manyFrames(frameCount);
  log.receive({ type: 'frames', frames: made.frames, title: 'Frames' });
  log.receive({ type: 'page-events', pageEvents: made.pageEvents });
  log.receive({ type: 'exchanges', exchanges: made.exchanges });
} else if (state === 'full') {
  const total = query.get('events');
  log.receive({ type: 'frames', frames, title: 'Shop' });
  const events = total ? manyPageEvents(Number(total)) : pageEvents;
  log.receive({ type: 'page-events', pageEvents: events.map(relayed) });
}
if (query.has('hints')) {
  const frame = { frameId: 0, documentId: 'd1', origin: 'https://shop.example' };
  log.receive({ type: 'page-hints', frame, hints: pageHints, withCalls: true, dropped: 0 });
}
const selected = query.get('select');
if (selected) {
  store.select(selected);
  store.setDetailOpen(true);
}
const view = query.get('view');
if (view === 'origins' || view === 'messages' || view === 'map') store.setView(view);
const event = query.get('event');
if (event) {
  messagesStoreOf(store).select(event);
  messagesStoreOf(store).setDetailOpen(true);
}
if (query.has('requests')) messagesStoreOf(store).setWithRequests(true);
if (query.get('kind') === 'received') messagesStoreOf(store).toggleKind('received');
const origin = query.get('origin');
if (origin) store.setOriginDetail({ of: 'origin', origin });
const other = query.get('other');
if (other !== null) {
  store.setTested({ page: query.get('page') ?? '', other });
  store.setOriginDetail({ of: 'tester' });
}
if (query.has('between')) {
  store.showBetween(between('https://shop.example', 'https://api.shop.example', 'blocked'));
}

/** Cookie access for a user who grants it at once and a browser without the recorded cookies. */
let isGiven = query.has('cookies');
const cookies = () =>
  Promise.resolve({
    permit: () => {
      isGiven = true;
      return Promise.resolve(true);
    },
    kept: () => Promise.resolve(isGiven ? { atMs: startMs + 10_000, cookies: storedCookies } : null),
  });

await Promise.all(
  (['en', 'zh-CN'] as const).flatMap((language) => [loadLanguage(language), causeProse.load(language)]),
);
const app = document.getElementById('app');
if (app) {
  effect(() => {
    render(
      <Panel
        store={store}
        language={settings.value.language ?? 'en'}
        actions={{
          permit: () => {},
          reload: () => location.reload(),
          copy: copyText,
          setData: () => {},
          openFile: () => Promise.resolve(null),
          closeFile: () => {},
          readScripts: () =>
            Promise.resolve({
              from: 'frames',
              scripts: [
                {
                  url: 'https://shop.example/checkout',
                  inline: 2,
                  firstLine: 1,
                  text: "frames[0].postMessage({ step: 2 }, '*');",
                },
              ],
              isCut: false,
            }),
          cookies,
          exporting: {
            report: (wanted) => reportOf(log, { version: '0.1.0', pageWorld: true, ...wanted }),
            save: saveFile,
            copy: copyText,
          },
        }}
      />,
      app,
    );
  });
}
