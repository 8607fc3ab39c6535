import type { CorsCheckFinding } from './findings';
import { getHeader } from './headers';
import type { FetchRequest, FetchResponse, SerializedOrigin } from './model';
import { parseUrl, serializeRequestOrigin } from './origin';
import { decide, type Trace } from './trace';

/** The parts of a request that the CORS check reads. */
export type CorsCheckRequest = Pick<FetchRequest, 'origin' | 'urlList' | 'credentialsMode'>;

/**
 * Whether `response` may be shared with the origin of `request`.
 *
 * For a preflight, pass the request that it was made for: its credentials mode counts. `sentOrigin` is the
 * Origin header on the wire, if known.
 *
 * @see https://fetch.spec.whatwg.org/#concept-cors-check
 */
export function corsCheck(
  request: CorsCheckRequest,
  response: FetchResponse,
  sentOrigin: SerializedOrigin | null = null,
): Trace<'success' | 'failure'> {
  const origin = getHeader(response.headerList, 'Access-Control-Allow-Origin');
  const requestOrigin = sentOrigin ?? serializeRequestOrigin(request);
  const credentials = getHeader(response.headerList, 'Access-Control-Allow-Credentials');
  const { credentialsMode } = request;
  const include = credentialsMode === 'include';
  const differs = origin !== null && origin !== requestOrigin;

  return decide('corsCheck', { origin, requestOrigin, credentials, credentialsMode }, [
    { step: '2', when: origin === null, returns: 'failure', finding: 'allow-origin-missing' },
    { step: '3', when: !include && origin === '*', returns: 'success' },
    {
      step: '4',
      when: differs && (include || origin !== '*'),
      returns: 'failure',
      finding: differs ? whyOriginDiffers(origin) : 'allow-origin-mismatch',
    },
    { step: '5', when: !include, returns: 'success' },
    { step: '7', when: credentials === 'true', returns: 'success' },
    {
      step: '8',
      when: include && credentials !== 'true',
      returns: 'failure',
      finding: whyCredentialsFail(credentials),
    },
  ]);
}

/**
 * Returns the likeliest mistake behind a failure at step 4. The standard has one failure; like Chrome, we
 * report a value that is not a URL as invalid and any other URL as a mismatch.
 */
function whyOriginDiffers(origin: string | null): CorsCheckFinding {
  if (origin === null || origin === '*') return 'allow-origin-wildcard-with-credentials';
  if (/[ ,]/.test(origin)) return 'allow-origin-multiple';
  // Firefox parses no host with an asterisk; what is recorded in one browser is judged in others, too.
  const isUrl = parseUrl(origin.replaceAll('*', 'x')) !== null;
  return origin === 'null' || isUrl ? 'allow-origin-mismatch' : 'allow-origin-invalid';
}

function whyCredentialsFail(credentials: string | null): CorsCheckFinding {
  return credentials === null ? 'allow-credentials-missing' : 'allow-credentials-not-true';
}
