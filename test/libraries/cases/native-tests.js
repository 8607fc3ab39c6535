import { isNativeFunction } from '@sentry/core';
import { next, patched, ready } from '../page/tools.js';

const names = [
  'fetch',
  'postMessage',
  'addEventListener',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'Worker',
];

/** What Sentry checks before it instruments: a window's functions and those of its prototypes. */
function look(of = window) {
  const methods = [
    ['open', of.XMLHttpRequest.prototype],
    ['send', of.XMLHttpRequest.prototype],
    ['sendBeacon', of.Navigator.prototype],
    ['postMessage', of.MessagePort.prototype],
    ['pushState', of.History.prototype],
    ['addEventListener', of.EventTarget.prototype],
  ];
  const all = [...names.map((name) => [name, of]), ...methods].map(([name, object]) => [name, object[name]]);
  return {
    native: all.map(([name, each]) => `${name} ${isNativeFunction(each)} ${each.name}`),
    patched: patched(),
  };
}

/** In a frame that was just added: synchronously, and once its page is loaded. */
async function lookInFrame(src) {
  const frame = document.createElement('iframe');
  const loaded = next(frame, 'load');
  if (src) frame.src = src;
  document.documentElement.append(frame);
  const first = look(frame.contentWindow);
  await loaded;
  return [first, look(frame.contentWindow)];
}

/** As Sentry does if it does not trust a window: in a hidden frame that exists only for a moment. */
function lookInSandbox() {
  const sandbox = document.createElement('iframe');
  sandbox.hidden = true;
  document.head.append(sandbox);
  const found = look(sandbox.contentWindow);
  sandbox.remove();
  return found;
}

const atFirst = [look(), lookInSandbox()];

/**
 * Whether functions are the browser's own: in the first script, when the document is parsed, when it is
 * loaded, and later.
 */
export async function page() {
  const inFrame = lookInFrame();
  await ready;
  const read = look();
  if (document.readyState !== 'complete') await next(window, 'load');
  const loaded = look();
  const frames = [await inFrame, await lookInFrame(), await lookInFrame('/blank')];
  const heard = next(window, 'message');
  postMessage('later', '*');
  await heard;
  return {
    seen: { atFirst, read, loaded, frames, later: [look(), lookInSandbox()] },
  };
}
