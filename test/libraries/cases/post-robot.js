import postRobot from '@krakenjs/post-robot';
import { addFrame, frameOrigin, ordinary, pageOrigin, ready } from '../page/tools.js';

/** Sends requests to a cross-origin frame, and answers its requests. */
export async function page() {
  await ready;
  const asked = [];
  postRobot.on('from-child', ({ origin, source, data }) => {
    asked.push([origin, source === frames[0], data]);
    return { answered: true };
  });
  const frame = await addFrame(`${frameOrigin}/child`);
  const { origin, source, data } = await postRobot.send(
    frame.contentWindow,
    'to-child',
    { a: 'b' },
    { domain: frameOrigin },
  );
  const called = await data.callback('c');
  const refused = await postRobot
    .send(frame.contentWindow, 'to-child', {}, { domain: 'http://other.test', timeout: 100 })
    .catch(({ message }) => message);
  return {
    seen: {
      asked,
      origin,
      isSource: source === frame.contentWindow,
      called,
      refused,
      data: data.got,
      ordinary: await ordinary(),
    },
  };
}

/** In the frame. */
export function child() {
  postRobot.on('to-child', { domain: pageOrigin }, async ({ data }) => {
    const { data: back } = await postRobot.send(parent, 'from-child', { up: true }, { domain: pageOrigin });
    return { got: [data, back], callback: (value) => `called with ${value}` };
  });
  return {};
}
