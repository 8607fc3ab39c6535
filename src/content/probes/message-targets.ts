import { isObject, type Reader, readerOf } from '../members';
import { listen } from '../natives';
import { type Patch, watched } from '../patch';

/** A class of objects that messages come to, beside windows. */
export type TargetName = 'WebSocket' | 'MessagePort' | 'BroadcastChannel' | 'Worker';

/** The objects of a page that listen to messages. */
export interface MessageTargets {
  readonly patches: readonly Patch[];
  /** The page adds a listener of messages to an object. */
  listens(target: unknown): void;
}

/**
 * Calls back with each message that comes to an object of those classes, in the page's world, before the page's own
 * listeners. It listens only where the page does: whoever listens keeps a connection alive.
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
    const hear = (target: object) => {
      listening(name, target);
      listen(target, 'message', onMessage, true);
    };
    return { prototype, hear, handler: readerOf(prototype, 'onmessage') };
  });
  /** The accessor of a class throws where the object is none of it. */
  const isOne = (handler: Reader, target: object) => {
    try {
      handler(target);
      return true;
    } catch {
      return false;
    }
  };
  return {
    patches: kinds.map(({ prototype, hear, handler }) =>
      watched<never>(
        prototype,
        'onmessage',
        {
          before(self, args) {
            if (isObject(args[0]) && isObject(self) && isOne(handler, self)) hear(self);
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
        if (kind && isOne(kind.handler, target)) return kind.hear(target);
      }
    },
  };
}
