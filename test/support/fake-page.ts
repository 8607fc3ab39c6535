import { vi } from 'vitest';
import type { Doors } from '../../src/content/doors';
import type { Extension } from '../../src/content/extension';
import type { ContentState, FromContent } from '../../src/protocol/content';
import { type FakeEvent, fakeEvent } from './fake-browser';

/** An event target that knows which types it has listeners for. */
class CountingTarget extends EventTarget {
  readonly #listeners = new Map<string, Set<unknown>>();

  override addEventListener(...args: Parameters<EventTarget['addEventListener']>): void {
    const [type, listener] = args;
    this.#listeners.set(type, (this.#listeners.get(type) ?? new Set()).add(listener));
    super.addEventListener(...args);
  }

  override removeEventListener(...args: Parameters<EventTarget['removeEventListener']>): void {
    const [type, listener] = args;
    this.#listeners.get(type)?.delete(listener);
    super.removeEventListener(...args);
  }

  /** Types that have a listener, sorted. */
  listened(): readonly string[] {
    return [...this.#listeners].flatMap(([type, { size }]) => (size > 0 ? [type] : [])).sort();
  }

  /** What `document.open()` does. */
  dropListeners(): void {
    for (const [type, listeners] of this.#listeners)
      for (const listener of listeners) this.removeEventListener(type, listener as EventListener);
  }
}

/** What a document is. */
export interface FakePageOptions {
  /** Whether it is in a frame. */
  readonly isFramed?: boolean;
  readonly url?: string;
  readonly name?: string;
  /** What the background answers; throws where it cannot be reached. */
  readonly answer?: (message: FromContent) => unknown;
  /** What the document around it was told. */
  readonly around?: ContentState | null;
}

/** What the background says of a tab. */
export const contentState = (part: Partial<ContentState> = {}): ContentState => ({
  type: 'content-state',
  version: 1,
  isOn: true,
  data: false,
  pageWorld: true,
  ...part,
});

/** Answers a document that says it is here; everything else is only taken. */
export const answering =
  (state: unknown) =>
  ({ type }: FromContent) =>
    type === 'here' ? state : null;

/** A document as a content script in Chromium finds it, in place of the globals. Undo with `vi.unstubAllGlobals()`. */
export function fakePage(options: FakePageOptions = {}) {
  const { isFramed = false, url = 'https://shop.example/', name = '', around = null } = options;
  const window = Object.assign(new CountingTarget(), { name, opener: null, origin: new URL(url).origin });
  const outer = { length: 1, 0: window };
  Object.assign(outer, { parent: outer, top: outer });
  const above = isFramed ? outer : window;
  Object.assign(window, { length: 0, parent: above, top: above });
  const fonts = new CountingTarget();
  const document = Object.assign(new CountingTarget(), { fonts, URL: url, querySelector: () => null });
  const opened: (() => void)[] = [];
  class FakeMutationObserver {
    readonly #run: () => void;
    constructor(run: () => void) {
      this.#run = run;
    }
    observe(_: unknown, { subtree = false }: MutationObserverInit): void {
      if (!subtree) opened.push(this.#run);
    }
    disconnect(): void {}
  }
  const globals = {
    window,
    document,
    location: { href: url },
    corscopeHasPageWorld: true,
    MutationObserver: FakeMutationObserver,
    requestIdleCallback: (run: () => void) => setTimeout(run, 1),
    cancelIdleCallback: clearTimeout,
  };
  for (const [global, value] of Object.entries(globals)) vi.stubGlobal(global, value);

  const told: FromContent[] = [];
  const onMessage: FakeEvent = fakeEvent();
  const runtime: Extension['runtime'] = {
    async sendMessage(message) {
      told.push(structuredClone(message));
      return options.answer?.(message) ?? null;
    },
    connect: () => {
      throw new Error('Chromium asks by messages.');
    },
    onMessage,
    getURL: (path) => `chrome-extension://own/${path}`,
  };
  const entered: unknown[] = [];
  const putOff: (() => void)[] = [];
  let hurried = 0;
  const page = { around, served: null as Parameters<Doors['serve']>[0] | null };
  const doors: Doors = {
    serve(own) {
      page.served = own;
    },
    listen: () => {},
    look: () => {},
    module: () => null,
    stateAround: () => page.around,
    enter: (frame) => void entered.push(frame),
    placeOf: () => undefined,
    putOff: (run) => void putOff.push(run),
    hurry: () => void hurried++,
  };
  /** What the page's world is told. */
  const commands: string[] = [];
  const element = new EventTarget();
  for (const command of ['start', 'begin', 'leave', 'flush', 'listen', 'rest', 'go'])
    element.addEventListener(command, () => commands.push(command));
  return {
    extension: { runtime },
    doors,
    page,
    window,
    document,
    told,
    entered,
    putOff,
    commands,
    element,
    hurried: () => hurried,
    /** The page's world comes. */
    meet: () => fonts.dispatchEvent(Object.assign(new Event('corscope'), { relatedTarget: element })),
    /** The page's world hands records over. */
    hand: (...records: readonly object[]) =>
      element.dispatchEvent(new CustomEvent('batch', { detail: JSON.stringify(records) })),
    /** The background says something; resolves with the answer, or undefined. */
    say: (message: unknown) =>
      new Promise<unknown>((resolve) => {
        if (!onMessage.dispatch(message, {}, resolve).includes(true)) resolve(undefined);
      }),
    /** The page calls `document.open()`. */
    open() {
      window.dropListeners();
      for (const run of opened) run();
    },
  };
}
