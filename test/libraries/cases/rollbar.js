import Rollbar from 'rollbar';
import { api, fetched, ready, until, xhr } from '../page/tools.js';

/** Reports errors with what it recorded before: requests, the console, the DOM, navigation. */
export async function page() {
  const items = [];
  Rollbar.init({
    accessToken: 'token',
    endpoint: `${api}/rollbar/`,
    captureUncaught: true,
    captureUnhandledRejections: true,
    autoInstrument: true,
    replay: { enabled: false },
    tracing: { enabled: false },
    transform: ({ body }) =>
      items.push({
        trace: body.trace ?? body.trace_chain,
        // Whether the request with an earlier error has been answered by then is chance.
        telemetry: body.telemetry
          ?.filter(({ body: { url } }) => url !== `${api}/rollbar/`)
          .map(({ type, level, body: { message, subtype, ...data } }) => ({
            type,
            level,
            message,
            subtype,
            url: data.url,
            status_code: data.status_code,
          })),
      }),
  });
  await ready;
  await fetched(`${api}/open/fetch`);
  await fetched(`${api}/closed/fetch`);
  await xhr(`${api}/closed/missing`);
  console.warn('by the console');
  document.querySelector('#button').click();
  history.pushState(null, '', '/pushed');
  try {
    new XMLHttpRequest().open('TRACE', api);
  } catch (error) {
    Rollbar.error(error);
  }
  await until(() => items.length >= 1);
  addEventListener('message', () => {
    throw new RangeError('in a listener');
  });
  postMessage('go', '*');
  await until(() => items.length >= 2);
  void Promise.reject(new TypeError('rejected'));
  await until(() => items.length >= 3);
  return { seen: { items }, awaits: { '//api/rollbar': 3 }, varies: ['//api/rollbar'] };
}
