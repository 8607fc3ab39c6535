import { connect, WindowMessenger, WorkerMessenger } from 'penpal';
import { addFrame, failure, frameOrigin, pageOrigin, ready, stackOfNow } from '../page/tools.js';

const methods = {
  add: (a, b) => a + b,
  fails: () => {
    throw new RangeError('of the other side');
  },
  where: () => stackOfNow(),
};

/** Connects with a cross-origin frame and with a worker; both sides call each other. */
export async function page() {
  await ready;
  const called = [];
  const own = { note: (text) => called.push(text) };
  const worker = new Worker('/case.js');
  const remoteWindow = Object.assign(document.createElement('iframe'), { src: `${frameOrigin}/child` });
  document.body.append(remoteWindow);
  const messengers = {
    frame: new WindowMessenger({ remoteWindow: remoteWindow.contentWindow, allowedOrigins: [frameOrigin] }),
    worker: new WorkerMessenger({ worker }),
  };
  const seen = {};
  for (const [name, messenger] of Object.entries(messengers)) {
    const connection = connect({ messenger, methods: own, timeout: 10_000 });
    const other = await connection.promise;
    seen[name] = {
      sum: String(await other.add(1, 2)),
      fails: await other.fails().catch(({ name, message }) => [name, message]),
      where: await other.where(),
    };
    connection.destroy();
  }
  // This connection gets no answer, because the origin does not match.
  const silent = await addFrame('/blank');
  const wrong = new WindowMessenger({ remoteWindow: silent.contentWindow, allowedOrigins: [frameOrigin] });
  const unanswered = await connect({ messenger: wrong, timeout: 100 }).promise.catch(failure);
  return { seen: { ...seen, called, unanswered } };
}

async function answer(messenger) {
  const other = await connect({ messenger, methods }).promise;
  other.note('connected');
  return {};
}

/** In a frame. */
export const child = () =>
  answer(new WindowMessenger({ remoteWindow: parent, allowedOrigins: [pageOrigin] }));

/** In a worker. */
export const worker = () => answer(new WorkerMessenger({ worker: self }));
