import type { FindingCode } from '../../engine';
import { codesSaidAs, type Meaning, type Wording, withPreflight } from './message';

// biome-ignore format: a table
const corsReasons: readonly (readonly [RegExp, string])[] = [
  [/^CORS header .Access-Control-Allow-Origin. missing/,                     'CORSMissingAllowOrigin2'],
  [/^CORS header .Access-Control-Allow-Origin. does not match .(?<value>.*?)[’'"]?\)/, 'CORSAllowOriginNotMatchingOrigin'],
  [/^Credential is not supported if the CORS header/,                        'CORSNotSupportingCredentials'],
  [/^expected .true. in CORS header/,                                        'CORSMissingAllowCredentials'],
  [/^CORS preflight response did not succeed/,                               'CORSPreflightDidNotSucceed3'],
  [/^CORS request external redirect not allowed/,                            'CORSExternalRedirectNotAllowed'],
  [/^invalid token .(?<value>.*?)[’'"] in CORS header .Access-Control-Allow-Methods/, 'CORSInvalidAllowMethod'],
  [/^invalid token .(?<value>.*?)[’'"] in CORS header .Access-Control-Allow-Headers/, 'CORSInvalidAllowHeader'],
  [/^Did not find method in CORS header/,                                    'CORSMethodNotFound'],
  [/^header .(?<header>[^’'"\s]+). is not allowed according to/,             'CORSMissingAllowHeaderFromPreflight2'],
  [/^missing token .(?<header>[^’'"\s]+). in CORS header/,                   'CORSMissingAllowHeaderFromPreflight2'],
  [/^CORS request not https?/i,                                              'CORSRequestNotHttp'],
  [/^When the .Access-Control-Allow-Headers. is/,                            'CORSAllowHeaderFromPreflightDeprecation'],
];

/** Returns the meaning of what Firefox prints after "Reason:", and its values. */
export function corsReason(
  reason: string,
): Meaning & { readonly groups: Readonly<Record<string, string | undefined>> } {
  for (const [pattern, category] of corsReasons) {
    const match = pattern.exec(reason);
    if (!match) continue;
    const groups = { ...match.groups };
    const codes = codesSaidAs('firefox', category);
    return {
      codes: category === 'CORSAllowOriginNotMatchingOrigin' ? ofValue(codes, groups.value ?? '') : codes,
      groups,
    };
  }
  if (/^Multiple CORS header/.test(reason))
    return { codes: withPreflight(['allow-origin-multiple']), groups: {} };
  return { codes: codesSaidAs('firefox', 'CORSDidNotSucceed2', 'first'), vague: 'any-failure', groups: {} };
}

/** The message for a wrong origin contains the value, which tells several values, an invalid one and another apart. */
function ofValue(codes: readonly FindingCode[], value: string): readonly FindingCode[] {
  if (value.includes(',')) return codes.filter((code) => code.endsWith('multiple'));
  const first = /^https?:\/\/[^/\s]+$/.test(value) || value === 'null' ? 'mismatch' : 'invalid';
  const fitting = codes.filter((code) => !code.endsWith('multiple'));
  return [
    ...fitting.filter((code) => code.endsWith(first)),
    ...fitting.filter((code) => !code.endsWith(first)),
  ];
}

const corp: readonly FindingCode[] = codesSaidAs('firefox', 'COEP');

/** The wordings of Firefox in English. */
// biome-ignore format: a table
export const firefoxWordings: readonly Wording[] = [
  { pattern: /^Cross-Origin Request (?:Blocked|Warning): The Same Origin Policy .{1,20} reading the remote resource at [‘'"]?(?<url>\S+?)[’'"]?(?: soon)?\. \(Reason: (?<reason>.*)/,
    meaning: ({ reason = '' }) => corsReason(reason) },
  { pattern: /^Security Error: Content at \S+ may not (?:load|link to)(?: or link to| or load)?(?: data from)? (?<url>\S+?)\.?(?: |$)/,
    meaning: () => ({ codes: [...codesSaidAs('firefox', 'SOP'), 'scheme-not-http'] }) },
  { pattern: /^Content-Security-Policy: .*?\(Report-Only policy\).*? at (?<url>\S+?),? because it violates/,
    meaning: () => ({ codes: ['report-only'] }) },
  { pattern: /^Content-Security-Policy: The page.s settings blocked .*? at (?<url>\S+?),? (?:from being \w+ )?because it violates/,
    meaning: () => ({ codes: ['csp', 'redirect-blocked-after'] }) },
  { pattern: /^Blocked loading mixed (?:active|display) content [“"‘'](?<url>[^”"’']*)/,
    meaning: () => ({ codes: ['mixed-content'] }) },
  { pattern: /^The resource at [“"‘'](?<url>[^”"’']*). was blocked due to its Cross-Origin-Resource-Policy/,
    meaning: () => ({ codes: corp }) },
  { pattern: /^The resource at [“"‘'](?<url>[^”"’']*). was blocked by OpaqueResponseBlocking/,
    meaning: () => ({ codes: ['orb'] }) },
  { pattern: /^The resource from [“"‘'](?<url>[^”"’']*). was blocked due to MIME type/,
    meaning: () => ({ codes: ['nosniff'] }) },
  { pattern: /^Loading module from [“"‘'](?<url>[^”"’']*). was blocked because of a disallowed MIME type/,
    meaning: () => ({ codes: ['module-mime-type'] }) },
  { pattern: /^Loading (?:Shared)?Worker from [“"‘'](?<url>[^”"’']*). was blocked because of a disallowed MIME type/i,
    meaning: () => ({ codes: ['worker-mime-type'] }) },
  { pattern: /^Loading script from [“"‘'](?<url>[^”"’']*). was blocked because of a disallowed MIME type/,
    meaning: () => ({ codes: ['script-mime-type'] }) },
  { pattern: /^None of the .{1,20} hashes in the integrity attribute match the content of the subresource at [“"‘'](?<url>[^”"’']*)/,
    meaning: () => ({ codes: ['integrity'] }) },
  { pattern: /^The loading of [“"‘'](?<url>[^”"’']*). in a frame is denied by/,
    meaning: () => ({ codes: ['frame-refused'] }) },
  { pattern: /^Failed to load [“"‘'](?<url>[^”"’']*).\. A ServiceWorker (?<what>passed an opaque)?/,
    meaning: ({ what }) => ({ codes: [what ? 'service-worker-opaque' : 'service-worker-failed'] }) },
  { pattern: /^Firefox can.t establish a connection to the server at (?<url>\S+?)\.?(?: |$)/,
    meaning: () => ({ codes: ['socket-handshake', 'network-refused'] }) },
  { pattern: /^TypeError: NetworkError when attempting to fetch resource/,
    meaning: () => ({ codes: [], vague: 'for-script' }) },
];
