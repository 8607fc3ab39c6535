import type { FindingCode } from '../../engine';
import { codeOfChromeError } from '../../exchange/verdict/errors';
import { codesSaidAs, type Meaning, type Wording } from './message';

// biome-ignore format: a table
const corsReasons: readonly (readonly [RegExp, string])[] = [
  [/^No 'Access-Control-Allow-Origin' header/,                               'MissingAllowOriginHeader'],
  [/^The 'Access-Control-Allow-Origin' header contains multiple values '(?<value>.*?)', but/, 'MultipleAllowOriginValues'],
  [/^The 'Access-Control-Allow-Origin' header contains the invalid value '(?<value>.*?)'\./, 'InvalidAllowOriginValue'],
  [/^The 'Access-Control-Allow-Origin' header has a value '(?<value>.*?)' that is not/, 'AllowOriginMismatch'],
  [/^The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard/, 'WildcardOriginNotAllowed'],
  [/^The value of the 'Access-Control-Allow-Credentials' header in the response is '(?<value>.*?)' which/, 'InvalidAllowCredentials'],
  [/^It does not have HTTP ok status/,                                       'InvalidStatus'],
  [/^Redirect is not allowed for a preflight/,                               'DisallowedRedirect'],
  [/^Cannot parse Access-Control-Allow-Methods/,                             'InvalidAllowMethodsPreflightResponse'],
  [/^Cannot parse Access-Control-Allow-Headers/,                             'InvalidAllowHeadersPreflightResponse'],
  [/^Method (?<method>\S+) is not allowed by Access-Control-Allow-Methods/,  'MethodDisallowedByPreflightResponse'],
  [/^Request header field (?<header>\S+) is not allowed by Access-Control-Allow-Headers/, 'HeaderDisallowedByPreflightResponse'],
  [/^Redirect location '.*?' contains a username/,                           'RedirectContainsCredentials'],
  [/^Cross origin requests are only supported for protocol schemes/,         'CorsDisabledScheme'],
  [/^Cross origin requests are not allowed by request mode/,                 'DisallowedByMode'],
  [/^The request client is not a secure context/,                            'InsecureLocalNetwork'],
  [/^Request had (a|no) target IP address space/,                            'InvalidLocalNetworkAccess'],
  [/^Permission was denied for this request to access/,                      'LocalNetworkAccessPermissionDenied'],
];

const ofPreflight = /^Response to preflight request doesn't pass access control check: /;

/** Returns the meaning of the part of a CORS message after "blocked by CORS policy", and its values. */
export function corsReason(
  reason: string,
): Meaning & { readonly groups: Readonly<Record<string, string | undefined>> } {
  const isPreflight = ofPreflight.test(reason);
  const text = reason.replace(ofPreflight, '');
  for (const [pattern, name] of corsReasons) {
    const match = pattern.exec(text);
    if (!match) continue;
    const groups = { ...match.groups };
    const codes = codesSaidAs('chrome', isPreflight ? `Preflight${name}` : name);
    return {
      codes: name === 'InvalidAllowCredentials' ? ofCredentials(codes, groups.value ?? '') : codes,
      groups,
    };
  }
  if (/^The response is invalid/.test(text)) return { codes: ['preflight-network-error'], groups: {} };
  return { codes: [], vague: 'any-failure', groups: {} };
}

/** A missing header and an empty one have the same message. */
function ofCredentials(codes: readonly FindingCode[], value: string): readonly FindingCode[] {
  return value === '' ? codes : codes.filter((code) => code.endsWith('not-true'));
}

// biome-ignore format: a table
const otherErrors: readonly (readonly [RegExp, readonly FindingCode[]])[] = [
  [/^net::ERR_BLOCKED_BY_RESPONSE\.NotSameSite$/,                            ['corp-same-site']],
  [/^net::ERR_BLOCKED_BY_RESPONSE\.NotSameOriginAfterDefaultedToSameOriginByCoep/, ['coep-require-corp', 'coep-frame']],
  [/^net::ERR_BLOCKED_BY_RESPONSE\.NotSameOriginAfterDefaultedToSameOriginByDip/, ['document-isolation-policy']],
  [/^net::ERR_BLOCKED_BY_RESPONSE\.CoepFrameResourceNeedsCoepHeader/,        ['coep-frame', 'coep-worker']],
  [/^net::ERR_BLOCKED_BY_RESPONSE\.NotSameOrigin$/,                          ['corp-same-origin']],
  [/^net::ERR_BLOCKED_BY_RESPONSE/,                                          ['frame-refused', 'corp-same-origin', 'corp-same-site', 'coep-require-corp']],
  [/^net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS$/,                      ['local-network-denied', 'local-network-insecure']],
  [/^net::ERR_UNSAFE_REDIRECT$/,                                             ['redirect-scheme', 'connection-allowlist']],
];

function ofError(error: string): Meaning {
  if (error === 'net::ERR_FAILED') return { codes: [], vague: 'any-failure' };
  const other = otherErrors.find(([pattern]) => pattern.test(error))?.[1];
  const code = codeOfChromeError(error);
  return { codes: other ?? (code ? [code] : ['unknown-error']) };
}

const csp: readonly FindingCode[] = ['csp', 'redirect-blocked-after'];

/** The wordings of Chrome and other browsers of its engine. */
// biome-ignore format: a table
export const chromeWordings: readonly Wording[] = [
  { pattern: /^Access to .{1,60}? at '(?<url>.*?)' (?:\(redirected from '.*?'\) )?from origin '(?<origin>.*?)' has been blocked by CORS policy: ?(?<reason>.*)/,
    meaning: ({ reason = '' }) => corsReason(reason) },
  { pattern: /^Fetch API cannot load (?<url>\S+?)\.? Request mode is "same-origin" but .* request origin (?<origin>\S+?)\.?(?: |$)/,
    meaning: () => ({ codes: codesSaidAs('chrome', 'DisallowedByMode') }) },
  { pattern: /^Fetch API cannot load (?<url>\S+?)\.? URL scheme "[^"]*" is not supported/,
    meaning: () => ({ codes: ['scheme-not-http'] }) },
  { pattern: /^Fetch API cannot load (?<url>\S+?)\.? Refused to connect because it violates/,
    meaning: () => ({ codes: csp }) },
  { pattern: /^(?:Refused to frame|Framing) '(?<url>[^']*)' (?:because an ancestor violates|violates .*"frame-ancestors)/,
    meaning: () => ({ codes: ['frame-refused'] }) },
  { pattern: /^Refused to display '(?<url>[^']*)' in a frame because/,
    meaning: () => ({ codes: ['frame-refused'] }) },
  { pattern: /^(?:Connecting to|Loading the [\w-]+|Framing|Creating a worker from|Sending form data to|Prefetching content from) '(?<url>[^']*)' violates the following (?<only>report-only )?Content Security Policy directive/,
    meaning: ({ only }) => ({ codes: only ? ['report-only'] : csp }) },
  { pattern: /^(?<only>\[Report Only\] )?Refused to (?:connect to|load the [\w-]+|frame|create a worker from|execute (?:the )?script) '(?<url>[^']*)' because it violates the following (?:document's )?Content Security Policy/,
    meaning: ({ only }) => ({ codes: only ? ['report-only'] : csp }) },
  { pattern: /^Refused to execute script from '(?<url>[^']*)' because its MIME type .*strict MIME type checking/,
    meaning: () => ({ codes: ['nosniff'] }) },
  { pattern: /^Refused to execute script from '(?<url>[^']*)' because its MIME type/,
    meaning: () => ({ codes: ['script-mime-type', 'nosniff'] }) },
  { pattern: /^Refused to apply style from '(?<url>[^']*)' because its MIME type/,
    meaning: () => ({ codes: ['nosniff', 'response-unusable'] }) },
  { pattern: /^Failed to load module script: Expected a /,
    meaning: () => ({ codes: ['module-mime-type'] }) },
  { pattern: /^Failed to find a valid digest in the 'integrity' attribute for resource '(?<url>[^']*)'/,
    meaning: () => ({ codes: ['integrity'] }) },
  { pattern: /^Mixed Content: The page at '[^']*' was loaded over (?:HTTPS|a secure connection), but (?:requested|attempted to connect to) an insecure .{1,60}?'(?<url>[^']*)'\.? This request (?:has been blocked|was automatically (?<upgraded>upgraded))/,
    meaning: ({ upgraded }) => ({ codes: upgraded ? [] : ['mixed-content'] }) },
  { pattern: /^The FetchEvent for "(?<url>[^"]*)" resulted in a network error response: (?<reason>.*)/,
    meaning: ({ reason = '' }) => ({ codes: [/^an "?opaque/.test(reason) ? 'service-worker-opaque' : 'service-worker-failed'] }) },
  { pattern: /^WebSocket connection to '(?<url>[^']*)' failed: (?:Error in connection establishment: )?(?<error>net::ERR_\S+)?/,
    meaning: ({ error }) => (error ? ofError(error) : { codes: ['socket-handshake', 'network-refused', 'csp'] }) },
  { pattern: /^Failed to construct '(?:Shared)?Worker': Script at '(?<url>[^']*)' cannot be accessed from origin '(?<origin>[^']*)'/,
    meaning: () => ({ codes: ['worker-cross-origin'] }) },
  { pattern: /^Failed to load resource: (?<error>net::ERR_[\w.]+)/,
    meaning: ({ error = '' }) => ofError(error) },
  { pattern: /^(?<method>[A-Z]{3,20}) (?<url>[a-z-]{2,20}:\S+) (?<error>net::ERR_[\w.]+)(?: (?<status>\d{3}))?/,
    meaning: ({ error = '' }) => ofError(error) },
  { pattern: /^(?<method>[A-Z]{3,20}) (?<url>https?:\S+) (?<status>\d{3}) \(/,
    meaning: () => ({ codes: [], vague: 'any-failure' }) },
  { pattern: /^TypeError: Failed to (?:fetch|construct)/,
    meaning: () => ({ codes: [], vague: 'for-script' }) },
];
