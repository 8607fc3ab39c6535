import { isObject, type Reader, readerOf } from '../members';
import { listen } from '../natives';
import { type Patch, watched } from '../patch';

/** A class of objects that receive messages, besides windows. */
export type TargetName = 'WebSocket' | 'MessagePort' | 'BroadcastChannel' | 'Worker';

/** The objects of a page that receive messages. */
export interface MessageTargets {
  readonly patches: readonly Patch[];
  /** Takes an object to which the page adds a `message` listener. */
  listens(target: unknown): void;
}

/**
 * Calls back with each message to an object of those classes, in the page's world, before the page's own
 * listeners. It listens only if the page does, because a listener keeps a connection alive.
 */
export function observeMessageTargets(
  came: (name: TargetName, target: object, event: MessageEvent) => void,
  listening: (name: TargetName, target: object) => void,
): MessageTargets {
  const names: readonly TargetName[] = ['WebSocket', 'MessagePort', 'BroadcastChannel', 'Worker'];
  const kinds = names.map((name) => {
    const { prototype } = window[name];
    const onMessage = function (this: object, event: MessageEvent) {
      if (event.isTrusted) came(name, this, event);
    };
    const observe = (target: object) => {
      listening(name, target);
      listen(target, 'message', onMessage, true);
    };
    return { prototype, observe, handler: readerOf(prototype, 'onmessage') };
  });
  /** Whether an object is of a class: otherwise the accessor of the class throws. */
  const isInstance = (handler: Reader, target: object) => {
    try {
      handler(target);
      return true;
    } catch {
      return false;
    }
  };
  return {
    patches: kinds.map(({ prototype, observe, handler }) =>
      watched<never>(
        prototype,
        'onmessage',
        {
          before(self, args) {
            if (isObject(args[0]) && isObject(self) && isInstance(handler, self)) observe(self);
            return null;
          },
        },
        'set',
      ),
    ),
    listens(target) {
      if (!isObject(target)) return;
      for (let index = 0; index < kinds.length; index++) {
        const kind = kinds[index];
        if (kind && isInstance(kind.handler, target)) return kind.observe(target);
      }
    },
  };
}
