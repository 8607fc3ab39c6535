import { TrackJS } from 'trackjs';
import { api, fetched, ready, until, xhr } from '../page/tools.js';

/** Reports errors with what it recorded before: requests, the console, visitors. */
export async function page() {
  const payloads = [];
  TrackJS.install({
    token: 'token',
    dedupe: false,
    errorURL: `${api}/trackjs`,
    faultURL: `${api}/trackjs`,
    usageURL: `${api}/trackjs`,
    onError({ message, file, line, column, stack, network, console: said }) {
      payloads.push({
        message,
        file,
        line,
        column,
        stack,
        network: network.map(({ method, url, statusCode, type }) => [method, url, type, { statusCode }]),
        said: said.map(({ message: text, severity }) => [text, severity]),
      });
      return false;
    },
  });
  await ready;
  await fetched(`${api}/open/fetch`);
  await fetched(`${api}/open/broken`);
  await xhr(`${api}/open/xhr`);
  console.warn('by the console');
  try {
    new XMLHttpRequest().open('TRACE', api);
  } catch (error) {
    TrackJS.track(error);
  }
  addEventListener('message', () => {
    throw new RangeError('in a listener');
  });
  await until(() => payloads.length >= 2);
  postMessage('go', '*');
  await until(() => payloads.length >= 3);
  return { seen: { payloads }, varies: ['//api/'] };
}
