import { isCorsSafelistedMethod } from './methods';
import type { FetchRequest } from './model';
import { isSameOrigin, originOf, protocolOf } from './origin';
import { decide, type Trace } from './trace';

/** The result of main fetch for a request, before anything is sent. */
export type Route = 'basic' | 'opaque' | 'cors' | 'cors with preflight' | 'network error';

/**
 * Returns the statement of main fetch's switch (step 12) that applies to `request`. Statements are numbered
 * from 1, top to bottom; cases that share their steps count as one.
 *
 * Divergence (observability): the unsafe-request flag counts as set. Requests without it, such as for an
 * image or a script, never have an unsafe method or header.
 *
 * @see https://fetch.spec.whatwg.org/#concept-main-fetch
 */
export function route(request: FetchRequest): Trace<Route> {
  const { method, mode, origin, redirectMode, responseTainting, unsafeHeaderNames, useCorsPreflight } =
    request;
  const currentUrl = request.urlList.at(-1) ?? '';
  const protocol = protocolOf(currentUrl);
  const unsafeNames = unsafeHeaderNames.join(',');
  const isSame = isSameOrigin(originOf(currentUrl), origin) && responseTainting === 'basic';
  const isDirect = mode === 'navigate' || mode === 'websocket' || mode === 'webtransport';
  const isHttp = protocol === 'http:' || protocol === 'https:';
  const isUnsafe = !isCorsSafelistedMethod(method) || unsafeNames !== '';
  const isNoCors = mode === 'no-cors';

  const evidence = { url: currentUrl, origin, mode, method, unsafeNames, responseTainting };
  return decide<Route>('mainFetch', evidence, [
    { step: '12.2', when: isSame || protocol === 'data:' || isDirect, returns: 'basic' },
    { step: '12.3', when: mode === 'same-origin', returns: 'network error', finding: 'mode-same-origin' },
    {
      step: '12.4',
      when: isNoCors && redirectMode !== 'follow',
      returns: 'network error',
      finding: 'no-cors-redirect-mode',
    },
    { step: '12.4', when: isNoCors, returns: 'opaque' },
    { step: '12.5', when: !isHttp, returns: 'network error', finding: 'scheme-not-http' },
    { step: '12.6', when: useCorsPreflight || isUnsafe, returns: 'cors with preflight' },
    { step: '12.7', when: true, returns: 'cors' },
  ]);
}
