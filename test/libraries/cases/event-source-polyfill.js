import { EventSourcePolyfill, NativeEventSource } from 'event-source-polyfill';
import { api, next, ready, stackOfNow } from '../page/tools.js';

/**
 * The polyfill with a custom header, which one server does not allow, and the browser's EventSource beside
 * it.
 */
export async function page() {
  await ready;
  const stacks = [];
  const source = new EventSourcePolyfill(`${api}/open/events`, { headers: { 'X-A': 'a' } });
  source.addEventListener('named', () => stacks.push(stackOfNow()));
  const got = [(await next(source, 'message')).data, (await next(source, 'named')).data];
  source.close();
  const blocked = new EventSourcePolyfill(`${api}/plain/events`, { headers: { 'X-A': 'a' } });
  const { type, status } = await next(blocked, 'error');
  blocked.close();
  const native = new EventSource(`${api}/open/events?native`);
  const own = (await next(native, 'message')).data;
  native.close();
  return {
    seen: {
      got,
      stacks,
      blocked: { type, status },
      own,
      isNative: [NativeEventSource === EventSource, native.constructor === EventSource],
    },
  };
}
