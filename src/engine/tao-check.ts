import type { FetchRequest, FetchResponse } from './model';
import { isSameOrigin, originOf, serializeRequestOrigin } from './origin';
import { splitHeader } from './split-header';
import { decide, type Trace } from './trace';

/** The parts of a request that the TAO check reads. */
export type TimedRequest = Pick<FetchRequest, 'origin' | 'urlList' | 'mode' | 'responseTainting'>;

/**
 * Whether a page may see the detailed timing of this response. `hasFailed` is true if an earlier hop failed
 * the check.
 *
 * @see https://fetch.spec.whatwg.org/#concept-tao-check
 */
export function taoCheck(
  request: TimedRequest,
  response: FetchResponse,
  hasFailed = false,
): Trace<'timing shown' | 'timing hidden'> {
  const values = splitHeader(response.headerList, 'Timing-Allow-Origin');
  const requestOrigin = serializeRequestOrigin(request);
  const isSame = isSameOrigin(originOf(request.urlList.at(-1) ?? ''), request.origin);

  const evidence = { values: values?.join(', ') ?? null, requestOrigin, mode: request.mode };
  return decide<'timing shown' | 'timing hidden'>('taoCheck', evidence, [
    { step: '2', when: hasFailed, returns: 'timing hidden' },
    { step: '4', when: values?.includes('*') ?? false, returns: 'timing shown' },
    { step: '5', when: values?.includes(requestOrigin) ?? false, returns: 'timing shown' },
    { step: '6', when: request.mode === 'navigate' && !isSame, returns: 'timing hidden' },
    { step: '7', when: request.responseTainting === 'basic', returns: 'timing shown' },
    { step: '8', when: true, returns: 'timing hidden' },
  ]);
}
