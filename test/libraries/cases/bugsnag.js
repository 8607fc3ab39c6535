import Bugsnag from '@bugsnag/js';
import { api, fetched, ready, until, xhr } from '../page/tools.js';

/** Reports errors with their breadcrumbs. */
export async function page() {
  const events = [];
  Bugsnag.start({
    apiKey: '0123456789abcdef0123456789abcdef',
    endpoints: { notify: `${api}/notify`, sessions: `${api}/sessions` },
    logger: null,
    generateAnonymousId: false,
    onError: ({ errors, breadcrumbs, severity, unhandled }) => {
      events.push({
        errors: errors.map(({ errorClass, errorMessage, stacktrace }) => ({
          errorClass,
          errorMessage,
          stacktrace,
        })),
        breadcrumbs: breadcrumbs.map(({ type, message, metadata }) => ({ type, message, metadata })),
        severity,
        unhandled,
      });
    },
  });
  await ready;
  await fetched(`${api}/open/fetch`);
  await fetched(`${api}/closed/fetch`);
  await xhr(`${api}/closed/missing`);
  console.warn('by the console');
  document.querySelector('#button').click();
  try {
    new XMLHttpRequest().open('TRACE', api);
  } catch (error) {
    Bugsnag.notify(error);
  }
  setTimeout(() => {
    throw new Error('uncaught');
  });
  addEventListener('message', () => {
    throw new RangeError('in a listener');
  });
  await until(() => events.length >= 2);
  postMessage('go', '*');
  await until(() => events.length >= 3);
  void Promise.reject(new TypeError('rejected'));
  await until(() => events.length >= 4);
  return {
    seen: { events },
    awaits: { '//api/notify': 4 },
    varies: ['//api/sessions', '//api/notify'],
    ignores: ['duration', 'bugsnag-sent-at', 'bugsnag-integrity'],
  };
}
