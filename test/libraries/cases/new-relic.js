import { BrowserAgent } from '@newrelic/browser-agent/loaders/browser-agent';
import { api, errors, fetched, ready, until, xhr } from '../page/tools.js';

/** Traces cross-origin calls. `/plain` does not allow the tracing headers, so those calls fail. */
export async function page() {
  const { host } = new URL(api);
  const agent = new BrowserAgent({
    init: {
      ssl: false,
      session_replay: { enabled: false },
      session_trace: { enabled: false },
      soft_navigations: { enabled: false },
      distributed_tracing: {
        enabled: true,
        allowed_origins: [api],
        cors_use_newrelic_header: true,
        cors_use_tracecontext_headers: true,
      },
    },
    info: { beacon: host, errorBeacon: host, licenseKey: 'license', applicationID: '1', sa: 1 },
    loader_config: { accountID: '1', trustKey: '1', agentID: '1', licenseKey: 'license', applicationID: '1' },
  });
  await ready;
  const answers = [
    await fetched(`${api}/open/fetch`),
    await fetched(`${api}/plain/fetch`),
    await xhr(`${api}/open/xhr`),
    await xhr(`${api}/plain/xhr`),
  ];
  setTimeout(() => {
    throw new Error('uncaught');
  });
  try {
    new XMLHttpRequest().open('TRACE', api);
  } catch (error) {
    agent.noticeError(error);
  }
  await until(() => errors.length > 0);
  return {
    seen: { answers },
    varies: ['//api/1/', '//api/events/', '//api/jserrors/', '//api/ins/', '//api/browser/'],
    // The agent reports the first paint if it was told of it before its first report.
    mayLack: ['fcp'],
    ignores: [
      'newrelic',
      'traceparent',
      'tracestate',
      's',
      't',
      'rst',
      'ck',
      'ref',
      'af',
      'perf',
      'be',
      'fe',
      'dc',
      'at',
      'fp',
      'hr',
      'timestamp',
      'ptid',
      'fsh',
      'v',
      'ap',
      'qt',
    ],
  };
}
