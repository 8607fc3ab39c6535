import { extractTokens, isToken } from './headers';
import type { FetchRequest, FetchResponse, HeaderList } from './model';
import { decide, type Trace } from './trace';

/** The type of the response that script receives. @see https://fetch.spec.whatwg.org/#concept-response-type */
export type ResponseType = 'basic' | 'cors' | 'opaque' | 'opaqueredirect';

/** Why a header is hidden from script. */
export type HiddenBecause =
  | 'forbidden-name'
  | 'not-exposed'
  | 'wildcard-with-credentials'
  | 'expose-headers-invalid'
  | 'opaque'
  | 'opaqueredirect';

/** A received header that is hidden from script. */
export interface HiddenHeader {
  /** In lower case. */
  readonly name: string;
  readonly because: HiddenBecause;
}

/** The part of a response that script can read. */
export interface FilteredResponse {
  readonly trace: Trace<ResponseType>;
  /** The names of the readable headers, in lower case, sorted and without duplicates. */
  readonly readable: readonly string[];
  readonly hidden: readonly HiddenHeader[];
}

/** The parts of a request that filtering reads. */
export type FilteredRequest = Pick<FetchRequest, 'credentialsMode' | 'responseTainting' | 'redirectMode'>;

const forbidden: ReadonlySet<string> = new Set(['set-cookie', 'set-cookie2']);
const safelisted: ReadonlySet<string> = new Set([
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
]);

/** Whether a response header of that name is always hidden from script. @see https://fetch.spec.whatwg.org/#forbidden-response-header-name */
export function isForbiddenResponseHeaderName(name: string): boolean {
  return forbidden.has(name.toLowerCase());
}

/**
 * Returns the response as script sees it: its type, the readable headers, and why the others are hidden. Pass
 * `isRedirect` for a redirect that script receives instead of following it.
 *
 * @see https://fetch.spec.whatwg.org/#concept-filtered-response
 */
export function filteredResponse(
  request: FilteredRequest,
  { headerList }: FetchResponse,
  isRedirect = false,
): FilteredResponse {
  const trace = typeOf(request, headerList, isRedirect);
  const names = [...new Set(headerList.map(([name]) => name.toLowerCase()))].filter(isToken).sort();
  const exposed = corsExposedHeaderNames(request, headerList);
  const hidden = names.flatMap((name): HiddenHeader[] => {
    const because = whyHidden(name, trace.result, exposed);
    return because ? [{ name, because }] : [];
  });
  const hiddenNames = new Set(hidden.map(({ name }) => name));
  return { trace, readable: names.filter((name) => !hiddenNames.has(name)), hidden };
}

function typeOf(
  { redirectMode, responseTainting, credentialsMode }: FilteredRequest,
  headerList: HeaderList,
  isRedirect: boolean,
): Trace<ResponseType> {
  const names = extractTokens(headerList, 'Access-Control-Expose-Headers');
  const evidence = {
    responseTainting,
    redirectMode,
    credentialsMode,
    headerNames: names === 'failure' ? 'failure' : (names?.join(', ') ?? null),
  };
  if (isRedirect) {
    return decide<ResponseType>('httpFetch', evidence, [
      { step: '6.3', when: true, returns: 'opaqueredirect' },
    ]);
  }
  return decide<ResponseType>('mainFetch', evidence, [
    { step: '14.2', when: responseTainting === 'basic', returns: 'basic' },
    { step: '14.2', when: responseTainting === 'cors', returns: 'cors' },
    { step: '14.2', when: true, returns: 'opaque' },
  ]);
}

/**
 * The header names that the server exposes; `all` for `*` without credentials, `failure` for a malformed
 * list.
 */
type Exposed = ReadonlySet<string> | 'all' | 'failure';

/** @see https://fetch.spec.whatwg.org/#concept-response-cors-exposed-header-name-list */
function corsExposedHeaderNames({ credentialsMode }: FilteredRequest, headerList: HeaderList): Exposed {
  const names = extractTokens(headerList, 'Access-Control-Expose-Headers');
  if (names === 'failure') return 'failure';
  if (credentialsMode !== 'include' && names?.includes('*')) return 'all';
  return new Set(names?.map((name) => name.toLowerCase()));
}

function whyHidden(name: string, type: ResponseType, exposed: Exposed): HiddenBecause | null {
  if (type === 'opaque' || type === 'opaqueredirect') return type;
  if (forbidden.has(name)) return 'forbidden-name';
  if (type === 'basic' || safelisted.has(name) || exposed === 'all') return null;
  if (exposed === 'failure') return 'expose-headers-invalid';
  if (exposed.has(name)) return null;
  return exposed.has('*') ? 'wildcard-with-credentials' : 'not-exposed';
}
