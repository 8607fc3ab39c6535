import rg4js from 'raygun4js';
import { api, ready, until } from '../page/tools.js';

/** Reports errors with their stacks. */
export async function page() {
  const payloads = [];
  rg4js('apiKey', 'key');
  rg4js('enableCrashReporting', true);
  rg4js('options', {
    apiUrl: api,
    apiEndpoint: api,
    allowInsecureSubmissions: true,
    debugMode: false,
    captureUnhandledRejections: true,
  });
  rg4js('onBeforeSend', (payload) => {
    payloads.push({
      error: payload.Details.Error,
      crumbs: payload.Details.Breadcrumbs?.map(({ Message, Type }) => [Message, Type]),
    });
    return payload;
  });
  await ready;
  try {
    new XMLHttpRequest().open('TRACE', api);
  } catch (error) {
    rg4js('send', { error });
  }
  addEventListener('message', () => {
    throw new RangeError('in a listener');
  });
  await until(() => payloads.length >= 1);
  postMessage('go', '*');
  await until(() => payloads.length >= 2);
  return { seen: { payloads }, varies: ['//api/'] };
}
