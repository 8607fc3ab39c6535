import type { Calls } from './calls';

/**
 * Tells how the connection of an EventSource or a WebSocket begins, in the page's world: by the first of `open`
 * and `error`. Then it stops listening, for who listens keeps a connection alive.
 */
export function awaitEnd(calls: Calls): (target: object, call: string) => void {
  const { apply } = Reflect;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const { get, set } = WeakMap.prototype;
  const awaited = new WeakMap<object, string>();
  const listener = (how: 'load' | 'error') =>
    function (this: object, { isTrusted }: Event) {
      if (!isTrusted) return;
      const call: string | undefined = apply(get, awaited, [this]);
      if (call !== undefined) calls.ended(call, how);
      apply(removeEventListener, this, ['open', onOpen]);
      apply(removeEventListener, this, ['error', onError]);
    };
  const onOpen = listener('load');
  const onError = listener('error');
  return (target, call) => {
    apply(set, awaited, [target, call]);
    apply(addEventListener, target, ['open', onOpen]);
    apply(addEventListener, target, ['error', onError]);
  };
}
