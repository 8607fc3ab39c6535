import type { Calls } from './calls';
import { listen, openNotes, unlisten } from './natives';

/**
 * Returns a function that reports how the connection of an EventSource or a WebSocket begins, in the page's
 * world: by the first `open` or `error` event. It then removes its listeners, because a listener keeps the
 * connection alive.
 */
export function awaitEnd(calls: Calls): (target: object, call: string) => void {
  const awaited = openNotes<string>();
  const listener = (how: 'load' | 'error') =>
    function (this: object, { isTrusted }: Event) {
      if (!isTrusted) return;
      const call = awaited.of(this);
      if (call !== undefined) calls.ended(call, how);
      unlisten(this, 'open', onOpen);
      unlisten(this, 'error', onError);
    };
  const onOpen = listener('load');
  const onError = listener('error');
  return (target, call) => {
    awaited.put(target, call);
    listen(target, 'open', onOpen);
    listen(target, 'error', onError);
  };
}
