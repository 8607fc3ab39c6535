import { extractTokens, isToken } from './headers';
import type { FetchRequest, FetchResponse, HeaderList } from './model';
import { decide, type Trace } from './trace';

/** The type of a response that script gets. @see https://fetch.spec.whatwg.org/#concept-response-type */
export type ResponseType = 'basic' | 'cors' | 'opaque' | 'opaqueredirect';

/** Why script does not see a header that came. */
export type HiddenBecause =
  | 'forbidden-name'
  | 'not-exposed'
  | 'wildcard-with-credentials'
  | 'expose-headers-invalid'
  | 'opaque'
  | 'opaqueredirect';

/** A header that came and that script does not see. */
export interface HiddenHeader {
  /** In lower case. */
  readonly name: string;
  readonly because: HiddenBecause;
}

/** What script sees of a response. */
export interface FilteredResponse {
  readonly trace: Trace<ResponseType>;
  /** The names of the headers that script may read, in lower case, sorted, each once. */
  readonly readable: readonly string[];
  readonly hidden: readonly HiddenHeader[];
}

/** What filtering asks of a request. */
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

/** Whether script never sees a header of that name. @see https://fetch.spec.whatwg.org/#forbidden-response-header-name */
export function isForbiddenResponseHeaderName(name: string): boolean {
  return forbidden.has(name.toLowerCase());
}

/**
 * The response as script sees it: its type, the headers it may read, and why the others are hidden. Pass
 * it `isRedirect` for a redirect that is handed to script instead of being followed.
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

/** The names that the server exposes; `all` for `*` without credentials, `failure` for what is no list. */
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
