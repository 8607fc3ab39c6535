import * as Comlink from 'comlink';
import { addFrame, failure, frameOrigin, ready, stackHere } from '../page/tools.js';

/** The API that a worker and a frame expose. */
const exposed = {
  add: (a, b) => a + b,
  each: async (list, callback) => {
    for (const item of list) await callback(item);
    return list.length;
  },
  fails: () => {
    throw new RangeError('of the other side');
  },
  where: () => stackHere(),
  Counter: class {
    count = 0;
    up() {
      this.count++;
      return this.count;
    }
  },
};

/** Calls a worker, a cross-origin frame and a port as if they were local. */
export async function page() {
  await ready;
  const frame = await addFrame(`${frameOrigin}/child`);
  const { port1, port2 } = new MessageChannel();
  Comlink.expose(exposed, port1);
  const ends = {
    worker: new Worker('/case.js'),
    frame: Comlink.windowEndpoint(frame.contentWindow, self, frameOrigin),
    port: port2,
  };
  const seen = {};
  for (const [name, end] of Object.entries(ends)) {
    const other = Comlink.wrap(end);
    const called = [];
    const counter = await new other.Counter();
    seen[name] = {
      sum: String(await other.add(1, 2)),
      each: String(
        await other.each(
          ['a', 'b'],
          Comlink.proxy((item) => called.push([item, stackHere()])),
        ),
      ),
      called,
      fails: await other.fails().catch(failure),
      where: await other.where(),
      transferred: await other.add(Comlink.transfer(new Uint8Array(4), []), 'x'),
      counted: [String(await counter.up()), String(await counter.up())],
    };
    other[Comlink.releaseProxy]();
  }
  return { seen };
}

/** In a frame. */
export function child() {
  Comlink.expose(exposed, Comlink.windowEndpoint(parent));
  return {};
}

/** In a worker. */
export function worker() {
  Comlink.expose(exposed);
  return {};
}
