import { eventFields, maxListenerText, maxTexts } from '../../protocol/content';
import { isObject, memberOf, readerOf } from '../members';
import { apply, getOwnPropertyDescriptor, listen, openNotes, slice, unlisten } from '../natives';
import type { Flat, PageEnd } from '../page-end';
import { around, getterOf, type Patch, quiet } from '../patch';
import { openStacks, stackOf } from '../stacks';
import { openFirstListener } from './first-listener';
import type { Account, Counting } from './post-message-counted';

/** What stands just before one of the page's listeners, and notes that it is its turn. */
interface Marker {
  readonly run: () => void;
}

interface MarkersOfListener {
  readonly capturing: Marker | null;
  readonly bubbling: Marker | null;
}

/** A list cannot be used: the page may have another `push`. */
interface Ran {
  readonly __proto__: null;
  readonly account: Account;
  readonly listener: Listener;
  /** What was read of the message while it ran: bits of `eventFields`. */
  reads: number;
  next: Ran | null;
}

interface Listener {
  readonly __proto__: null;
  readonly id: number;
  readonly name: string;
  readonly own: object;
  readonly registration: Error | null;
  isKnown: boolean;
}

const maxRanAReceipt = 20;
/** Should nobody ask for them. */
const maxRan = 1_000;

/**
 * Sees which of the window's `message` listeners run, and what of the event each of them reads, in the page's world:
 * a marker of ours is registered before each of them, and the page's own function stays as it is. `elsewhere` is told
 * what else gets such a listener.
 */
export function observeMessageListeners(
  page: PageEnd,
  counting: Counting,
  elsewhere: (target: unknown) => void,
): readonly Patch[] {
  const stacks = openStacks();
  const markers = openNotes<MarkersOfListener>();
  const currentHandler = getterOf(window, 'onmessage');
  const Signal = AbortSignal;
  const phase = readerOf(Event.prototype, 'eventPhase');
  const { toString: textOfFunctions } = Function.prototype;
  let lastId = 0;
  let kept = 0;
  let ran: Ran | null = null;
  let lastRan: Ran | null = null;
  /** The last one of the message that is under way; null if it was one too many. */
  let turn: Ran | null = null;
  let textLeft = maxTexts;
  /** Whether every listener has its marker: none came while the page was not looked at. */
  let isWhole = true;
  const first = openFirstListener();
  let isNoneYet = true;

  page.on('flush', () => {
    for (let each = ran; each; each = each.next) {
      const { account, listener } = each;
      const { receipt } = account;
      // Our own world did not see that message.
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
  /** A read counts for whose turn it is; one that comes after all, for none: another may have waited for it. */
  const read = (event: unknown, bit: number) => {
    const account = counting.accountOf(event);
    if (!account) return;
    if (turn?.account === account && phase(event as Event) !== 0) turn.reads |= bit;
    else account.late |= bit;
  };
  /** The text of a function, or of an object's `handleEvent`; null where only the page's code could give it. */
  const textOf = (own: object): string | null => {
    try {
      const listener = typeof own === 'function' ? own : memberOf(own, 'handleEvent');
      if (typeof listener !== 'function' || textLeft <= 0) return null;
      const text: string = apply(slice, apply(textOfFunctions, listener, []), [0, maxListenerText + 1]);
      textLeft -= text.length;
      return text;
    } catch {
      // A proxy of the page's can throw whenever it is looked at.
      return null;
    }
  };

  /** An own value, without running the page's code; none of a proxy that does not want to be looked at. */
  const own = (object: unknown, name: string): unknown => {
    try {
      return isObject(object) ? getOwnPropertyDescriptor(object, name)?.value : undefined;
    } catch {
      return undefined;
    }
  };
  const nameOf = (listener: object): string => {
    const name = own(listener, 'name');
    return typeof name === 'string' ? apply(slice, name, [0, 200]) : '';
  };
  const isCapturing = (options: unknown) => options === true || own(options, 'capture') === true;
  const isOurs = (self: unknown, type: unknown) => page.isOn && type === 'message' && isWindow(self);

  counting.onAccount(first.run);
  page.on('listen', first.check);

  const mark = (listener: object, options: unknown) => {
    const known = markers.of(listener);
    const capture = isCapturing(options);
    if (first.is(listener, capture)) return;
    const isPlain = options === undefined || typeof options === 'boolean';
    const isFirst = isNoneYet && isPlain && isWhole && !handlerNow();
    isNoneYet = false;
    const marker =
      (capture ? known?.capturing : known?.bubbling) ?? markerOf(nameOf(listener), () => listener);
    const { capturing = null, bubbling = null } = known ?? {};
    const both = capture ? { capturing: marker, bubbling } : { capturing, bubbling: marker };
    markers.put(listener, both);
    if (isFirst) {
      first.begin(listener, capture, marker.run);
      return;
    }
    first.mark();
    const signal = own(options, 'signal');
    const once = own(options, 'once') === true;
    const like = { __proto__: null, capture, once, ...(signal instanceof Signal && { signal }) };
    listen(window, 'message', marker.run, like);
  };
  const unmark = (listener: object, options: unknown) => {
    const known = markers.of(listener);
    const capture = isCapturing(options);
    const marker = capture ? known?.capturing : known?.bubbling;
    if (first.is(listener, capture)) first.forget();
    if (marker) unlisten(window, 'message', marker.run, capture);
  };

  const handlerNow = () => (currentHandler?.() ?? null) as object | null;
  const handler = markerOf('onmessage', handlerNow);
  const accessor = (index: number) => {
    const bit = 1 << index;
    return around(MessageEvent.prototype, eventFields[index] as string, 'get', {
      before: (self) => read(self, bit),
    });
  };
  const data = accessor(0);
  const origin = accessor(1);
  const source = accessor(2);
  // What nobody has an account of need not be looked at, and many messages feel it.
  counting.onFlood((isFlood) => {
    const change = isFlood || !page.isOn ? 'putBack' : 'put';
    data[change]();
    origin[change]();
    source[change]();
  });
  return [
    around(EventTarget.prototype, 'addEventListener', 'value', {
      before(self, args) {
        if (!page.isOn || args[0] !== 'message' || !isObject(args[1])) return;
        if (isWindow(self)) mark(args[1], args.length > 2 ? args[2] : false);
        else elsewhere(self);
      },
    }),
    around(EventTarget.prototype, 'removeEventListener', 'value', {
      before(self, args) {
        if (isOurs(self, args[0]) && isObject(args[1])) unmark(args[1], args.length > 2 ? args[2] : false);
      },
    }),
    quiet(window, 'onmessage', 'set', () => {
      isNoneYet = false;
      first.mark();
      if (handlerNow()) return;
      // It takes its place among the listeners now, and a marker of ours just before it.
      unlisten(window, 'message', handler.run);
      listen(window, 'message', handler.run);
    }),
    data,
    origin,
    source,
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
