import {
  type ContentState,
  type FromContent,
  type HandedOver,
  maxEventsASecond,
  type Place,
  type ToldEvent,
  type ToldHint,
  type ToldWords,
} from '../protocol/content';
import { inParts } from '../protocol/parts';
import { openAsk } from './ask';
import { type BudgetedEvent, openBudget } from './budget';
import { callSite } from './call-site';
import type { Extension } from './extension';
import { openFinder } from './finder';
import { openOwnEnd } from './hand-over';
import { nameEvent, nameState } from './names';
import { observeReceipts, type Receipt, type Receipts } from './probes/post-message-received';
import { type NameWritten, openRecords } from './records';
import { lostWith, openSend } from './send';
import { type Fragments, observeFragments } from './signals/fragments';
import { observeScripts } from './signals/scripts';
import { observeSignals, type Signals } from './signals/signals';
import { observeStoreChanges } from './signals/storage-events';
import { openToldHints, type SaidHint, type Taken } from './told-hints';
import { openTrapGiving } from './trap-giving';
import { framePath } from './whereabouts';

/** Sooner than `corscope.idle()` takes for quiet. */
const flushMs = 150;
/** While more comes than is told one by one. */
const busyMs = 600;

/** Gives what is told together, as far as it is known by then which frames its messages came from. */
type Batch = () => ToldWords[];

/**
 * Runs for the life of a document. It observes at once, for the page does not wait; what it sees is told a few
 * times a second, and only once the background has said that somebody wants it.
 */
export function startFrame(extension: Extension): void {
  const { runtime } = extension;
  const startedAtMs = Date.now();
  const budget = openBudget();
  let state: ContentState | null = null;
  const hints = openToldHints();
  let told: BudgetedEvent[] = [];
  let observers: readonly Signals[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitMs = flushMs;
  let receipts: Receipts | null = null;
  let fragments: Fragments | null = null;
  /** The receipts that the page's world was told of. */
  let begun = 0;
  /** What is yet to be told, once it is known where it came from. */
  const unsent = new Set<Batch>();
  let sending: Promise<unknown> = Promise.resolve();
  /** What `window.name` was when that was told. */
  let toldName = nameState(window.name);

  const { ask: askBackground, leave } = openAsk(runtime);
  const send = openSend(askBackground, (message) => {
    const lost = lostWith(message);
    // Where it cannot even be said that something is lost, nobody is there.
    if (lost > 0) dropped(lost);
    else if (message.type === 'page-hints') rest();
  });
  /** What nobody wants any more is answered so. */
  const sendWanted = async (message: FromContent): Promise<void> => {
    const answer = await send(message);
    if (isContentState(answer)) obey(answer);
  };
  const sendEvents = (events: readonly ToldWords[]) => sendWanted({ type: 'page-events', events });
  const { getFrameId } = runtime;
  const isFirefox = getFrameId !== undefined;
  const newFinder = () =>
    openFinder(async (whereabouts) => {
      const places = await send({ type: 'where', whereabouts });
      return Array.isArray(places) ? (places as readonly (Place | null)[]) : [];
    }, getFrameId);
  let finder = newFinder();
  const main = openOwnEnd({
    records: receive,
    counted: (counted) => receipts?.counted({ ...counted, atMs: within(counted.atMs) }),
    pending: schedule,
    listening: () => receipts?.moveBehind(),
    elsewhere: (element) => traps.lookElsewhere(element),
    ready: () => traps.give(false),
  });
  const traps = openTrapGiving(main, extension);

  function schedule(): void {
    timer ??= setTimeout(() => void flush(false), waitMs);
  }

  function tell(event: BudgetedEvent): void {
    if (!budget.admits(event)) return;
    told.push(event);
    schedule();
  }

  function hint(hint: ToldHint | SaidHint): void {
    hints.tell(hint);
    schedule();
  }

  function dropped(count: number): void {
    hints.drop(count);
    schedule();
  }

  async function tellHints(taken: Taken | null): Promise<void> {
    if (!taken) return;
    const withCalls = main.isConnected && state?.pageWorld === true;
    const told = { type: 'page-hints', withCalls } as const;
    // What was dropped is told apart, and arrives even where a hint is too large to.
    const parts = [...(taken.dropped > 0 || taken.hints.length === 0 ? [[]] : []), ...inParts(taken.hints)];
    const tellPart = (hints: Taken['hints']) =>
      sendWanted({ ...told, hints, dropped: hints.length === 0 ? taken.dropped : 0 });
    await Promise.all(parts.map(tellPart));
  }

  /** Resolves when what there was has been taken. */
  async function flush(isLast: boolean): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (!receipts || state?.isOn === false) return;
    // What came before we know whether anybody wants it waits, within its bounds.
    if (state === null && !isLast) {
      schedule();
      return;
    }
    main.command('flush');
    const hintsTaken = tellHints(hints.take());
    const came = receipts.take();
    waitMs = came.some(({ count }) => count > 1) ? busyMs : flushMs;
    const events = [...told, ...budget.counted()];
    told = [];
    const batch = () => [...events, ...came.map(toEvent)];
    unsent.add(batch);
    finder.look(came);
    // A document that is left may never hear which frames they are.
    if (isLast) for (const each of unsent) void post(each);
    else sending = sending.then(() => finder.settled()).then(() => post(batch));
    await Promise.all([hintsTaken, sending]);
  }

  async function post(batch: Batch): Promise<void> {
    if (!unsent.delete(batch)) return;
    if (state?.isOn !== false) await Promise.all(inParts(batch(), maxEventsASecond).map(sendEvents));
  }

  function toEvent({ source, by, ...receipt }: Receipt): ToldEvent {
    const from = finder.placeOf(source);
    return { kind: 'post-message', direction: 'received', source: by, ...receipt, from };
  }

  const take = openRecords({
    tell,
    hint,
    tellName,
    navigating: (stack) => fragments?.begun(stack),
    receipt: (number) => receipts?.numbered(number),
    dropped,
  });

  function receive(records: readonly HandedOver[]): void {
    if (state?.isOn === false) return;
    for (const record of records) {
      try {
        take('atMs' in record ? { ...record, atMs: within(record.atMs) } : record);
      } catch {
        dropped(1);
      }
    }
  }

  const isPageWorldOn = () => main.isConnected && state?.pageWorld !== false;

  /** The page's world says when; it cannot have been before this document, nor later than now. */
  const within = (atMs: number) => Math.min(Math.max(atMs, startedAtMs), Date.now());

  function tellName({ atMs, count, stack }: NameWritten): void {
    const written = { action: 'written', source: 'page' } as const;
    const event = nameEvent(window.name, { ...written, atMs, count, callSite: callSite(stack) });
    toldName = event.state;
    // The document may be gone in a moment, and the next one asks what it left.
    if (budget.admits(event)) void sendEvents([event]);
    else schedule();
  }

  function tellFound(): void {
    const { name } = window;
    if (name === '') return;
    const survived = { action: 'survived', source: 'extension' } as const;
    const event = nameEvent(name, { ...survived, atMs: Date.now(), count: 1, callSite: null });
    // At once: a frame that only carries a name is often gone before anything else could be told.
    void sendEvents([event]);
  }

  function go(): void {
    if (receipts) return;
    receipts = observeReceipts({
      onFirst: schedule,
      begin() {
        if (!isPageWorldOn()) return null;
        main.command('begin');
        return ++begun;
      },
      leave() {
        if (isPageWorldOn()) main.command('leave');
        return isPageWorldOn();
      },
    });
    fragments = observeFragments(tell);
    observers = [
      receipts,
      fragments,
      observeStoreChanges(tell, isFirefox),
      ...observeSignals(hint, isFirefox),
      observeScripts((script) => isPageWorldOn() && main.script(script)),
    ];
    for (const each of observers) each.listen();
  }

  function rest(): void {
    const version = state?.version ?? 0;
    state = { type: 'content-state', version, isOn: false, data: false, pageWorld: false };
    for (const each of observers) each.stop();
    [receipts, fragments, observers, told] = [null, null, [], []];
    hints.clear();
    budget.counted();
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
      main.command('go');
    } else {
      main.command('rest');
      receipts?.comeBack();
    }
    // Whoever watches is to know that calls are observed, even if there never is one.
    void tellHints({ hints: [], dropped: 0 });
  }

  async function ask(cameBack: boolean): Promise<void> {
    const hasOpener = window.opener !== null;
    const answer = await send({ type: 'here', hasOpener, cameBack, name: toldName });
    if (!isContentState(answer)) {
      rest();
      return;
    }
    if (answer.isOn && answer.pageWorld && !isFirefox) traps.give(answer.canCompile === true);
    obey(answer);
  }

  const onHide = () => {
    const name = nameState(window.name);
    const isNew = name.length !== toldName.length || name.hash !== toldName.hash;
    if (state?.isOn && isNew) void send({ type: 'name', state: name });
    toldName = name;
    // Skip an empty flush: the browser gives a document little time as it is left.
    if (timer !== undefined || unsent.size > 0) void flush(true);
    leave();
  };
  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    // What was asked as the document was left is never answered.
    sending = Promise.resolve();
    finder = newFinder();
    asked = ask(true);
  };
  function listen(): void {
    window.addEventListener('pagehide', onHide);
    window.addEventListener('pageshow', onShow);
    main.command('listen');
    traps.listen();
    for (const each of observers) each.listen();
  }

  go();
  tellFound();
  let asked = ask(false);
  runtime.onMessage.addListener((message, _, respond) => {
    const { type } = message as { readonly type?: unknown };
    if (isContentState(message)) obey(message);
    else if (type === 'where-are-you') respond(framePath(window));
    else if (type === 'flush') asked.then(() => flush(false)).then(respond, respond);
    // The answer is yet to come.
    return type === 'flush';
  });
  listen();
  // `document.open()` takes all listeners away; who listens already, listens no more than once.
  new MutationObserver(listen).observe(document, { childList: true });
}

function isContentState(value: unknown): value is ContentState {
  return (value as ContentState | null | undefined)?.type === 'content-state';
}
