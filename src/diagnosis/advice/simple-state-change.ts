import { getHeader } from '../../engine';
import type { Advice } from '../advice';
import type { Crossing } from '../advice-context';
import { perServer } from '../echoes';

const kinds: ReadonlySet<string> = new Set(['fetch', 'document', 'frame']);
/** A parameter that can prove which page sent a request. */
const token = /[?&][\w-]*(csrf|xsrf|token|nonce|state|sig|signature)[\w-]*=/i;

/** A POST of another site took cookies along, and nothing that is visible proves which page sent it. */
export const simpleStateChange: Advice = {
  kind: 'security',
  severity: 'medium',
  certainty: 'possible',
  find: ({ crossings, verdictOf }) =>
    perServer(
      crossings,
      (crossing) => isOpenPost(crossing) && !isPreflighted(verdictOf(crossing.facts).requestClass),
      ({ request, origin }) => [
        `${request.method} ${request.url}`,
        `Origin: ${origin}`,
        'Cookie: …',
        ...contentTypeOf(request.requestHeaders),
      ],
    ),
};

function isOpenPost({ facts, request, status, sendsCookies, sendsAuthorization }: Crossing): boolean {
  return (
    request.method === 'POST' &&
    sendsCookies &&
    !sendsAuthorization &&
    status < 400 &&
    request.preflight === null &&
    kinds.has(facts.kind) &&
    !token.test(request.url) &&
    getHeader(request.requestHeaders ?? [], 'Sec-Fetch-Site') === 'cross-site'
  );
}

/** Its preflight may have been answered by the cache. */
function isPreflighted(requestClass: string): boolean {
  return requestClass === 'preflighted';
}

function contentTypeOf(headers: Crossing['request']['requestHeaders']): readonly string[] {
  const type = headers && getHeader(headers, 'Content-Type');
  return type ? [`Content-Type: ${type}`] : [];
}
