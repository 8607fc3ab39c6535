import type { Calls } from './calls';
import { listen, openNotes, unlisten } from './natives';

/**
 * Returns a function that reports how the connection of an EventSource or a WebSocket begins, or that a worker's
 * script could not be loaded, in the page's world: by the first `open` or `error` event. It then removes its
 * listeners, because a listener keeps the connection alive.
 */
export function awaitEnd(calls: Calls): (target: object, call: string) => void {
  const awaited = openNotes<string>();
  const listener = (how: 'load' | 'error') =>
    function (this: object, event: Event) {
      if (!event.isTrusted) return;
      const call = awaited.of(this);
      // An error inside a worker's script has a message.
      if (call !== undefined && !('message' in event)) calls.ended(call, how);
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
