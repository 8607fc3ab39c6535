import * as Sentry from '@sentry/browser';
import { api, failure, next, once, ready, until } from '../page/tools.js';

/**
 * Reports errors in listeners, timers and requests and manual ones, each with its file, line and stack trace.
 */
export async function page() {
  const events = [];
  Sentry.init({
    dsn: `${api.replace('//', '//key@')}/1`,
    beforeSend(event) {
      events.push({
        exception: event.exception?.values.map(({ type, value, mechanism, stacktrace }) => ({
          type,
          value,
          mechanism,
          frames: stacktrace?.frames,
        })),
        breadcrumbs: event.breadcrumbs?.map(({ category, data, message }) => ({ category, data, message })),
      });
      return event;
    },
  });
  await ready;
  const failed = once();
  await fetch(`${api}/closed/a`).catch((error) => failed.resolve(failure(error)));
  const heard = next(window, 'message');
  addEventListener('message', function listener() {
    throw new Error('in a listener');
  });
  postMessage('go', '*');
  await heard;
  await until(() => events.length >= 1);
  setTimeout(function inTimer() {
    void Promise.reject(new TypeError('rejected'));
  });
  await until(() => events.length >= 2);
  try {
    new XMLHttpRequest().open('TRACE', api);
  } catch (error) {
    Sentry.captureException(error);
  }
  try {
    // This throws in the browser's own code.
    history.pushState(null, '', 'http://other.test/');
  } catch (error) {
    Sentry.captureException(error);
  }
  await Sentry.flush(2000);
  return { seen: { events, fetched: await failed.promise } };
}
