import { H } from 'highlight.run';
import { api, errors, fetched, ordinary, ready } from '../page/tools.js';

/** Instruments the page before it loads its recorder, of which the server here only has a placeholder. */
export async function page() {
  H.init('project', {
    scriptUrl: `${api}/open/loaded.js`,
    backendUrl: `${api}/graph`,
    otlpEndpoint: api,
    manualStart: true,
    disableSessionRecording: true,
    tracingOrigins: [api],
    networkRecording: { enabled: true },
  });
  await ready;
  const answers = [await fetched(`${api}/open/fetch`), await fetched(`${api}/plain/fetch`)];
  return {
    seen: { answers, count: String(errors.length), ordinary: await ordinary() },
    varies: ['//api/v1/', '//api/graph', '//api/open/loaded.js'],
    ignores: ['traceparent', 'x-highlight-request'],
  };
}
