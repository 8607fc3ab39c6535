import { apply, getOwnPropertyDescriptor, listen, openNotes, slice, unlisten } from '../natives';
import type { Flat, PageEnd } from '../page-end';
import { around, getterOf, type Patch, quiet } from '../patch';
import { openStacks, stackOf } from '../stacks';
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
  next: Ran | null;
}

interface Listener {
  readonly __proto__: null;
  readonly id: number;
  readonly name: string;
  readonly registration: Error | null;
  isKnown: boolean;
}

const maxRanAReceipt = 20;
/** Should nobody ask for them. */
const maxRan = 1_000;

/**
 * Sees which of the window's `message` listeners run, in the page's world: a marker of ours is registered before
 * each of them, and the page's own function stays as it is. `elsewhere` is told what else gets such a listener.
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
  let lastId = 0;
  let kept = 0;
  let ran: Ran | null = null;
  let lastRan: Ran | null = null;

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
        } satisfies Flat);
      }
      listener.isKnown = true;
      page.hand({ __proto__: null, kind: 'ran', receipt, listener: id } satisfies Flat);
    }
    ran = null;
    lastRan = null;
    kept = 0;
  });

  const credit = (account: Account, listener: Listener) => {
    if (account.ran++ >= maxRanAReceipt || kept++ >= maxRan) return;
    const each: Ran = { __proto__: null, account, listener, next: null };
    if (lastRan) lastRan.next = each;
    else ran = each;
    lastRan = each;
  };
  const markerOf = (name: string, isInPlace = () => true): Marker => {
    const registration = stacks.take();
    let listener: Listener | null = null;
    return {
      run() {
        const { account } = counting;
        if (!account || !isInPlace()) return;
        listener ??= { __proto__: null, id: ++lastId, name, registration, isKnown: false };
        credit(account, listener);
      },
    };
  };

  /** An own value, without running the page's code. */
  const own = (object: unknown, name: string): unknown =>
    isObject(object) ? getOwnPropertyDescriptor(object, name)?.value : undefined;
  const nameOf = (listener: object): string => {
    const name = own(listener, 'name');
    return typeof name === 'string' ? apply(slice, name, [0, 200]) : '';
  };
  const isCapturing = (options: unknown) => options === true || own(options, 'capture') === true;
  const isOurs = (self: unknown, type: unknown) => page.isOn && type === 'message' && isWindow(self);

  const mark = (listener: object, options: unknown) => {
    const known = markers.of(listener);
    const capture = isCapturing(options);
    const marker = (capture ? known?.capturing : known?.bubbling) ?? markerOf(nameOf(listener));
    const { capturing = null, bubbling = null } = known ?? {};
    const both = capture ? { capturing: marker, bubbling } : { capturing, bubbling: marker };
    markers.put(listener, both);
    const signal = own(options, 'signal');
    const once = own(options, 'once') === true;
    const like = { __proto__: null, capture, once, ...(signal instanceof Signal && { signal }) };
    listen(window, 'message', marker.run, like);
  };
  const unmark = (listener: object, options: unknown) => {
    const known = markers.of(listener);
    const capture = isCapturing(options);
    const marker = capture ? known?.capturing : known?.bubbling;
    if (marker) unlisten(window, 'message', marker.run, capture);
  };

  const handler = markerOf('onmessage', () => currentHandler?.() !== null);
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
      if (currentHandler?.() !== null) return;
      // It takes its place among the listeners now, and a marker of ours just before it.
      unlisten(window, 'message', handler.run);
      listen(window, 'message', handler.run);
    }),
  ];
}

function isWindow(self: unknown): boolean {
  return self === window || self === undefined || self === null;
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
