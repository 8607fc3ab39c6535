import { eventFields, maxListenerText, maxTexts } from '../../protocol/content';
import { hidden, isObject, memberOf, readerOf, tryReader } from '../members';
import { apply, listen, openNotes, slice, textOfFunctions, unlisten } from '../natives';
import type { Flat, PageEnd } from '../page-end';
import { getterOf, type Patch, quiet, watched } from '../patch';
import { openStacks, type Stack, stackOf } from '../stacks';
import { openFirstListener } from './first-listener';
import type { Account, Counting } from './post-message-counted';

/** Runs just before one of the page's listeners, and records that it is that listener's turn. */
interface Marker {
  readonly run: () => void;
}

/** A linked list, because the page may have replaced `push` of arrays. */
interface Ran {
  readonly __proto__: null;
  readonly account: Account;
  readonly listener: Listener;
  /** The fields of the message read while the listener ran: bits of `eventFields`. */
  reads: number;
  next: Ran | null;
}

interface Listener {
  readonly __proto__: null;
  readonly id: number;
  readonly name: string;
  readonly own: object;
  readonly registration: Stack | null;
  isKnown: boolean;
}

const maxRanAReceipt = 20;
/** A limit in case no flush comes. */
const maxRan = 1_000;

/**
 * Observes which of the window's `message` listeners run, and which fields of the event each of them reads,
 * in the page's world: a marker of ours is registered before each of them, and the page's own function is
 * unchanged. `elsewhere` gets every other target to which such a listener is added.
 */
export function observeMessageListeners(
  page: PageEnd,
  counting: Counting,
  elsewhere: (target: unknown) => void,
): readonly Patch[] {
  const stacks = openStacks();
  const [capturing, bubbling] = [openNotes<Marker>(), openNotes<Marker>()];
  const currentHandler = getterOf(window, 'onmessage');
  const isAborted = tryReader(readerOf(AbortSignal.prototype, 'aborted'));
  const phase = readerOf(Event.prototype, 'eventPhase');
  let lastId = 0;
  let kept = 0;
  let ran: Ran | null = null;
  let lastRan: Ran | null = null;
  /** The last listener of the current message; null beyond the limit. */
  let turn: Ran | null = null;
  let textLeft = maxTexts;
  /** Whether every listener has its marker, because the page was observed whenever one was added. */
  let isWhole = true;
  const first = openFirstListener();
  let isNoneYet = true;

  page.on('flush', () => {
    for (let each = ran; each; each = each.next) {
      const { account, listener } = each;
      const { receipt } = account;
      // Our own world did not receive that message.
      if (receipt === 0) continue;
      const { id, name, registration, isKnown } = listener;
      if (!isKnown) {
        page.hand({
          __proto__: null,
          kind: 'listener',
          id,
          name,
          stack: stackOf(registration),
          text: textOf(listener.own),
        } satisfies Flat);
      }
      listener.isKnown = true;
      const reads = isWhole ? each.reads : null;
      page.hand({ __proto__: null, kind: 'ran', receipt, listener: id, reads } satisfies Flat);
      if (account.late === 0) continue;
      page.hand({ __proto__: null, kind: 'late', receipt, reads: account.late } satisfies Flat);
      account.late = 0;
    }
    ran = null;
    lastRan = null;
    turn = null;
    kept = 0;
  });

  const credit = (account: Account, listener: Listener) => {
    turn = null;
    if (account.ran++ >= maxRanAReceipt || kept++ >= maxRan) return;
    turn = { __proto__: null, account, listener, reads: 0, next: null };
    if (lastRan) lastRan.next = turn;
    else ran = turn;
    lastRan = turn;
  };
  const markerOf = (name: string, current: () => object | null): Marker => {
    const registration = stacks.take();
    let listener: Listener | null = null;
    return {
      run() {
        const { account } = counting;
        const own = account && current();
        if (!own) return;
        if (listener?.own !== own) {
          listener = { __proto__: null, id: ++lastId, name, own, registration, isKnown: false };
        }
        credit(account, listener);
      },
    };
  };
  /**
   * Credits a read to the listener whose turn it is. A read after all listeners goes to none of them, because
   * a different one may have waited for it.
   */
  const read = (event: unknown, bit: number) => {
    const account = counting.accountOf(event);
    if (!account) return null;
    if (turn?.account === account && phase(event as Event) !== 0) turn.reads |= bit;
    else account.late |= bit;
    return null;
  };
  /**
   * The source text of a function or of an object's `handleEvent`; null if only the page's code could provide
   * it.
   */
  const textOf = (callback: object): string | null => {
    try {
      const listener = typeof callback === 'function' ? callback : memberOf(callback, 'handleEvent');
      if (typeof listener !== 'function' || textLeft <= 0) return null;
      const text: string = apply(slice, apply(textOfFunctions, listener, []), [0, maxListenerText + 1]);
      textLeft -= text.length;
      return text;
    } catch {
      // A proxy of the page can throw at any access.
      return null;
    }
  };

  /**
   * A member, read without running the page's code; undefined if it is behind an accessor or a proxy that
   * throws.
   */
  const memberIn = (object: unknown, name: string): unknown => {
    try {
      const value = isObject(object) ? memberOf(object, name) : hidden;
      return value === hidden ? undefined : value;
    } catch {
      return undefined;
    }
  };
  const nameOf = (listener: object): string => {
    const name = memberIn(listener, 'name');
    return typeof name === 'string' ? apply(slice, name, [0, 200]) : '';
  };
  const isCapturing = (options: unknown) => !!(isObject(options) ? memberIn(options, 'capture') : options);
  const isOurs = (self: unknown, type: unknown) => page.isOn && type === 'message' && isWindow(self);

  counting.onAccount(first.run);
  page.on('listen', first.check);

  const mark = (listener: object, options: unknown) => {
    const capture = isCapturing(options);
    if (first.is(listener, capture)) return;
    const isPlain = options === undefined || typeof options === 'boolean';
    const isFirst = isNoneYet && isPlain && isWhole && !handlerNow();
    isNoneYet = false;
    const markers = capture ? capturing : bubbling;
    const marker = markers.of(listener) ?? markerOf(nameOf(listener), () => listener);
    markers.put(listener, marker);
    if (isFirst) {
      first.begin(listener, capture, marker.run);
      return;
    }
    first.mark();
    const signal = memberIn(options, 'signal');
    const once = !!memberIn(options, 'once');
    const like = { __proto__: null, capture, once, ...(isSignal(signal) && { signal }) };
    listen(window, 'message', marker.run, like);
  };
  const unmark = (listener: object, options: unknown) => {
    const capture = isCapturing(options);
    const marker = (capture ? capturing : bubbling).of(listener);
    if (first.is(listener, capture)) first.forget();
    if (marker) unlisten(window, 'message', marker.run, capture);
  };

  /** Accepts signals of any realm. */
  const isSignal = (value: unknown) => isObject(value) && isAborted(value) !== null;
  const handlerNow = () => (currentHandler?.() ?? null) as object | null;
  const handler = markerOf('onmessage', handlerNow);
  const accessor = (index: number) => {
    const bit = 1 << index;
    const name = eventFields[index] as string;
    return watched<never>(MessageEvent.prototype, name, { before: (self) => read(self, bit) }, 'get');
  };
  const fields = [
    accessor(0),
    accessor(1),
    accessor(2),
    // It reads the sender without the accessors.
    watched<never>((window as { readonly Origin?: object }).Origin ?? {}, 'from', {
      before: (_, args) => read(args[0], 2),
    }),
  ];
  // Messages that are only counted have no account, so their accessors need not be observed, which would slow
  // down many messages.
  counting.onFlood((isFlood) => {
    for (let at = 0; at < 4; at++) fields[at]?.[isFlood || !page.isOn ? 'putBack' : 'put']();
  });
  return [
    watched<never>(EventTarget.prototype, 'addEventListener', {
      before(self, args) {
        if (!page.isOn || args[0] !== 'message' || !isObject(args[1])) return null;
        if (isWindow(self)) mark(args[1], args.length > 2 ? args[2] : false);
        else elsewhere(self);
        return null;
      },
    }),
    watched<never>(EventTarget.prototype, 'removeEventListener', {
      before(self, args) {
        if (isOurs(self, args[0]) && isObject(args[1])) unmark(args[1], args.length > 2 ? args[2] : false);
        return null;
      },
    }),
    quiet(window, 'onmessage', 'set', () => {
      isNoneYet = false;
      first.mark();
      if (handlerNow()) return;
      // The handler takes its place among the listeners now, and our marker must be just before it.
      unlisten(window, 'message', handler.run);
      listen(window, 'message', handler.run);
    }),
    ...fields,
    {
      put: () => {},
      putBack() {
        isWhole = false;
        first.mark();
      },
    },
  ];
}

function isWindow(self: unknown): boolean {
  return self === window || self === undefined || self === null;
}
