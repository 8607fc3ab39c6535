import { getHeader } from '../../engine';
import type { Cause } from '../cause';
import { headerLine } from '../evidence';

/** An extension that adds CORS headers to every response makes `*` of a request with credentials. */
export const unblockingExtension: Cause = {
  actor: 'browser-extension',
  covers: ['wildcard-with-credentials'],
  match(context) {
    const { finding, answer } = context;
    if (!answer?.headers || !finding?.code.endsWith('allow-origin-wildcard-with-credentials')) return null;
    const methods = getHeader(answer.headers, 'Access-Control-Allow-Methods') ?? '';
    const all = context.siblings.flatMap(({ facts }) => facts.hops.flatMap(({ response }) => response ?? []));
    const isEverywhere =
      all.length >= 3 &&
      all.every(({ headerList }) => getHeader(headerList, 'Access-Control-Allow-Origin') === '*');
    if (!isEverywhere || !/PROPFIND|MKCOL|PROPPATCH/.test(methods)) return null;
    return {
      confidence: 'likely',
      evidence: [
        headerLine(answer, 'Access-Control-Allow-Origin'),
        headerLine(answer, 'Access-Control-Allow-Methods'),
      ],
    };
  },
};
