import '@iframe-resizer/child';
import iframeResize from '@iframe-resizer/parent';
import { frameOrigin, once, ordinary, ready } from '../page/tools.js';

/** Follows the height of a cross-origin frame, and receives its messages. */
export async function page() {
  await ready;
  const frame = document.createElement('iframe');
  document.querySelector('#main').append(frame);
  const told = once();
  const kinds = new Set();
  frame.src = `${frameOrigin}/child`;
  iframeResize(
    {
      license: 'GPLv3',
      log: false,
      waitForLoad: true,
      checkOrigin: [frameOrigin],
      onResized: ({ height }) => kinds.add(`resized to ${height}`),
      onMessage: ({ message }) => told.resolve(message),
    },
    frame,
  );
  const message = await told.promise;
  return {
    seen: { message, height: frame.style.height, isResized: kinds.size > 0, ordinary: await ordinary() },
  };
}

/** In the frame. */
export async function child() {
  await ready;
  document.body.innerHTML = '<div style="height: 777px">tall</div>';
  window.onload = () => {};
  const ask = () =>
    window.parentIFrame ? window.parentIFrame.sendMessage({ tall: true }) : setTimeout(ask, 20);
  ask();
  return {};
}
