import 'zone.js';
import {
  addFrame,
  api,
  fetched,
  frameOrigin,
  next,
  once,
  pageOrigin,
  ready,
  stackHere,
  xhr,
} from '../page/tools.js';

/** The tasks that the zone is notified of, in order, and the callbacks that run in it. */
export async function page() {
  await ready;
  const told = [];
  const zone = Zone.current.fork({
    name: 'told',
    onScheduleTask(delegate, current, target, task) {
      told.push(`schedule ${task.type} ${task.source}`);
      return delegate.scheduleTask(target, task);
    },
    onInvokeTask(delegate, current, target, task, self, args) {
      told.push(`invoke ${task.type} ${task.source}`);
      return delegate.invokeTask(target, task, self, args);
    },
    onHandleError(delegate, current, target, error) {
      told.push(`error ${error.message} ${error.stack}`);
      return false;
    },
  });
  const isIn = [];
  const note = (what) => isIn.push(`${what} in ${Zone.current.name}`);
  const stacks = await zone.run(async () => {
    const heard = once();
    const listener = ({ data }) => {
      note(`message ${data}`);
      if (data === 'own') heard.resolve(stackHere());
    };
    addEventListener('message', listener);
    postMessage('own', '*');
    const found = [await heard.promise];
    removeEventListener('message', listener);
    window.onmessage = ({ data }) => note(`onmessage ${data}`);
    const framed = next(window, 'message');
    await addFrame(`${frameOrigin}/child`);
    await framed;
    const { port1, port2 } = new MessageChannel();
    const ported = once();
    port1.onmessage = ({ data }) => {
      note(`port ${data}`);
      ported.resolve(stackHere());
    };
    port2.postMessage('port');
    found.push(await ported.promise);
    await fetched(`${api}/open/fetch`).then(() => note('fetch'));
    await xhr(`${api}/open/xhr`).then(() => note('xhr'));
    const socket = new WebSocket(`${api.replace('http', 'ws')}/socket`);
    socket.onopen = () => socket.send('hello');
    await next(socket, 'message').then(() => note('socket'));
    socket.close();
    addEventListener('message', () => {
      throw new Error('in a listener');
    });
    const again = next(window, 'message');
    postMessage('throws', '*');
    await again;
    return found;
  });
  const uses = ['fetch', 'XMLHttpRequest', 'addEventListener', 'postMessage'];
  const original = uses.filter((name) => window[Zone.__symbol__(name)]);
  return { seen: { told, isIn, stacks, original } };
}

/** Sends messages to the page around it. */
export function child() {
  parent.postMessage('from a frame', pageOrigin);
  return {};
}
