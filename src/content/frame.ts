import type { ContentState, FromContent, HandedOver, Place } from '../protocol/content';
import { openAsk } from './ask';
import { callSite } from './call-site';
import type { Doors } from './doors';
import { type Extension, isFirefox } from './extension';
import { type Meeting, openOwnEnd } from './hand-over';
import { nameEvent, nameState } from './names';
import { observeReceipts, type Receipts } from './probes/post-message-received';
import { type NameWritten, openRecords } from './records';
import { openReporting } from './reporting';
import { lostWith, openSend } from './send';
import { type Fragments, observeFragments } from './signals/fragments';
import { observeSignals } from './signals/observe-signals';
import { observeScripts } from './signals/scripts';
import type { Signals } from './signals/signals';
import { observeStoreChanges } from './signals/storage-events';
import { openTrapGiving } from './trap-giving';
import { framePath } from './whereabouts';

/** What a document's script starts with. */
export interface FrameContext {
  readonly extension: Extension;
  readonly meeting: Meeting;
  readonly doors: Doors;
  /** The state of the document around it, used until the background is asked; null to ask at once. */
  readonly around: ContentState | null;
}

/**
 * Runs for the life of a document. It observes at once, because the page does not wait. It sends what it sees
 * a few times a second, and only once the background has said that the tab is watched. Returns a function
 * that asks the background.
 */
export function startFrame({ extension, meeting, doors, around }: FrameContext): () => void {
  const { runtime } = extension;
  const startedAtMs = Date.now();
  let state: ContentState | null = null;
  let place: Place | null = null;
  let observers: readonly Signals[] = [];
  let receipts: Receipts | null = null;
  let fragments: Fragments | null = null;
  /** How many receipts were announced to the page's world. */
  let starts = 0;
  /** The state of `window.name` when it was last reported. */
  let reportedName = nameState(window.name);

  const { ask: askBackground, leave } = openAsk(runtime);
  const send = openSend(askBackground, (message) => {
    const lost = lostWith(message);
    // If even the number of lost hints cannot be sent, the background is gone.
    if (lost > 0) reporting.drop(lost);
    else if (message.type === 'page-hints') rest();
  });
  /** Sends a message and applies the state in its answer: the tab may no longer be watched. */
  const sendWanted = async (message: FromContent): Promise<void> => {
    const answer = await send(message);
    if (isContentState(answer)) obey(answer);
  };
  const reporting = openReporting({
    isWanted: () => (receipts ? (state?.isOn ?? null) : false),
    withCalls: () => isStarted && state?.pageWorld === true,
    takeReceipts() {
      main.command('flush');
      return receipts?.take() ?? [];
    },
    seeking: () => doors.hurry(),
    send,
    sendWanted,
    frameIdOf: runtime.getFrameId,
    placeOf: doors.placeOf,
  });
  const main = openOwnEnd(meeting, {
    met: startPageWorld,
    entering: (frame) => doors.enter(frame),
    records: receive,
    counted: (counted) => receipts?.counted({ ...counted, atMs: within(counted.atMs) }),
    pending: reporting.schedule,
    listening: () => receipts?.moveBehind(),
    elsewhere: (element) => doors.look(element),
    ready: () => traps.give(false),
  });
  const traps = openTrapGiving(main, doors);
  doors.serve({
    look: main.look,
    get module() {
      return traps.module;
    },
    get state() {
      return state;
    },
    get place() {
      return place;
    },
  });
  let isStarted = false;

  const take = openRecords({
    tell: reporting.event,
    hint: reporting.hint,
    tellWritten,
    navigating: (stack) => fragments?.started(stack),
    receipt: (number) => receipts?.numbered(number),
    dropped: reporting.drop,
  });

  function receive(records: readonly HandedOver[]): void {
    if (state?.isOn === false) return;
    for (const record of records) {
      try {
        take('atMs' in record ? { ...record, atMs: within(record.atMs) } : record);
      } catch {
        reporting.drop(1);
      }
    }
  }

  const isPageWorldOn = () => isStarted && state?.pageWorld !== false;

  /** Limits a time from the page's world to the range from the start of this document until now. */
  const within = (atMs: number) => Math.min(Math.max(atMs, startedAtMs), Date.now());

  /**
   * Reports the name at once: a frame that only carries a name is often gone in a moment, and the next
   * document asks for the name it left.
   */
  function tellName(part: Parameters<typeof nameEvent>[1]): void {
    const event = nameEvent(window.name, part);
    reportedName = event.state;
    reporting.eventNow(event);
  }

  function tellWritten({ atMs, count, stack }: NameWritten): void {
    tellName({ action: 'written', source: 'page', atMs, count, callSite: callSite(stack) });
  }

  function tellFound(): void {
    if (window.name === '') return;
    tellName({ action: 'survived', source: 'extension', atMs: Date.now(), count: 1, callSite: null });
  }

  function go(): void {
    if (receipts) return;
    receipts = observeReceipts({
      onFirst: reporting.schedule,
      begin() {
        if (!isPageWorldOn()) return null;
        main.command('begin');
        return ++starts;
      },
      leave() {
        if (isPageWorldOn()) main.command('leave');
        return isPageWorldOn();
      },
    });
    fragments = observeFragments(reporting.event);
    observers = [
      receipts,
      fragments,
      observeStoreChanges(reporting.event),
      ...observeSignals(reporting.hint),
      observeScripts((script) => isPageWorldOn() && main.script(script)),
    ];
    for (const observer of observers) observer.listen();
  }

  function rest(): void {
    const version = state?.version ?? 0;
    state = { type: 'content-state', version, isOn: false, data: false, pageWorld: false };
    for (const observer of observers) observer.stop();
    [receipts, fragments, observers] = [null, null, []];
    reporting.clear();
    main.command('rest');
    leave();
  }

  function obey(next: ContentState): void {
    if (state && next.version < state.version) return;
    state = next;
    if (!next.isOn) {
      rest();
      return;
    }
    go();
    receipts?.setData(next.data);
    if (next.pageWorld) {
      startPageWorld();
      main.command('go');
    } else {
      main.command('rest');
      receipts?.comeBack();
    }
    // The log needs to know that the page's calls are observed, even if there are none.
    if (window === window.top) reporting.observed();
  }

  /** Starts observing in the page's world, which takes the page's time. */
  function startPageWorld(): void {
    if (isStarted || !main.isConnected || state?.pageWorld === false) return;
    isStarted = true;
    main.command('start');
  }

  async function ask(cameBack: boolean): Promise<void> {
    const hasOpener = window.opener !== null;
    const answer = await send({ type: 'here', hasOpener, cameBack, name: reportedName });
    if (!isContentState(answer)) {
      rest();
      return;
    }
    if (answer.isOn && isStarted && !isFirefox) {
      traps.give(answer.canCompile);
      if (answer.canCompile === null) void send({ type: 'wasm' }).then(traps.give);
    }
    place = answer.place ?? null;
    obey(answer);
  }

  const onHide = () => {
    const name = nameState(window.name);
    const isNew = name.length !== reportedName.length || name.hash !== reportedName.hash;
    if (state?.isOn && isNew) void send({ type: 'name', state: name });
    reportedName = name;
    reporting.leave();
    leave();
  };
  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    reporting.comeBack();
    asked = ask(true);
  };
  function listen(): void {
    window.addEventListener('pagehide', onHide);
    window.addEventListener('pageshow', onShow);
    main.command('listen');
    doors.listen();
    for (const observer of observers) observer.listen();
  }

  go();
  tellFound();
  let asked = Promise.resolve();
  const askFirst = () => {
    asked = ask(false);
  };
  if (around) obey(around);
  else askFirst();
  runtime.onMessage.addListener((message, _, respond) => {
    const { type } = message as { readonly type?: unknown };
    if (isContentState(message)) obey(message);
    else if (type === 'where-are-you') respond(framePath(window));
    else if (type === 'flush') asked.then(reporting.flush).then(respond, respond);
    // Keeps the channel open for the answer.
    return type === 'flush';
  });
  listen();
  // `document.open()` removes all listeners. Adding one that is already there has no effect.
  new MutationObserver(listen).observe(document, { childList: true });
  return askFirst;
}

function isContentState(value: unknown): value is ContentState {
  return (value as ContentState | null | undefined)?.type === 'content-state';
}
