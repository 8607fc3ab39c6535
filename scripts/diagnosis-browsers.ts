import { type BrowserSays, readBrowserSays } from '../test/causes/browser-says';

const mdn = 'https://developer.mozilla.org/docs/Web/HTTP/Guides/CORS/Errors/';

/** Firefox's reasons, with the names of MDN's pages about them; the vague one last. */
// biome-ignore format: a table
const mdnPages: readonly (readonly [reason: RegExp, page: string])[] = [
  [/CORS header ‘Access-Control-Allow-Origin’ missing/,   'CORSMissingAllowOrigin'],
  [/‘Access-Control-Allow-Origin’ does not match/,        'CORSAllowOriginNotMatchingOrigin'],
  [/Multiple CORS header/,                                'CORSMultipleAllowOriginNotAllowed'],
  [/Credential is not supported/,                         'CORSNotSupportingCredentials'],
  [/expected ‘true’ in CORS header/,                      'CORSMissingAllowCredentials'],
  [/CORS preflight response did not succeed/,             'CORSPreflightDidNotSucceed'],
  [/external redirect not allowed/,                       'CORSExternalRedirectNotAllowed'],
  [/invalid token .* ‘Access-Control-Allow-Methods’/,     'CORSInvalidAllowMethod'],
  [/invalid token .* ‘Access-Control-Allow-Headers’/,     'CORSInvalidAllowHeader'],
  [/Did not find method in CORS header/,                  'CORSMethodNotFound'],
  [/header ‘.*’ is not allowed according to header/,      'CORSMissingAllowHeaderFromPreflight'],
  [/CORS request not http/i,                              'CORSRequestNotHttp'],
  [/CORS request did not succeed/,                        'CORSDidNotSucceed'],
];

/** The parts of messages that each message of its kind has. */
const common: readonly (readonly [RegExp, string])[] = [
  [/^Access to .*? has been blocked by CORS policy: /, ''],
  [/Response to preflight request doesn't pass access control check: /, 'Preflight: '],
  [/^Failed to load resource: /, ''],
  [/^Cross-Origin Request Blocked: .*? \(Reason: (.*?)\)\.?( Status code: (.*?)\.)?$/, '$1 ($3)'],
  [/ \((\(null\))?\)$/, ''],
  [/ See <url>\)?#?$/, ''],
];

/** Returns the section of the page that compares the browsers' messages, for causes given by number, code and name. */
export function browserSaysSection(
  listed: readonly (readonly [number: string, code: string, name: string])[],
): readonly string[] {
  const says = readBrowserSays();
  const rows = listed.flatMap(([number, code, name]) => {
    const said = says[code] ?? says[name];
    return said ? [row(number, name, said)] : [];
  });
  return [
    '## What the browsers say',
    '',
    'For comparison: the messages of the browsers about the broken case of each cause in the corpus. `npm run record:messages` recorded them without the extension. The table contains only the part of each message that differs; `net::ERR_FAILED` and *CORS request did not succeed* are left out if another message is more specific. The column of Issues contains the code and reason of the DevTools protocol, and the column of MDN its page about the reason that Firefox prints. Causes without a case in the corpus are not listed. *not recorded* means that the case does not run in that browser, or that the script cannot read the messages of its frames.',
    '',
    '| number | code | Chromium’s console | Chromium’s Issues | Firefox’s console | MDN |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ];
}

function row(number: string, name: string, { chromium, issues, firefox }: BrowserSays[string]): string {
  const page = mdnPages.find(([reason]) => firefox?.some((text) => reason.test(text)))?.[1];
  const cells = [cell(chromium), cell(issues), cell(firefox)];
  return `| ${number} | \`${name}\` | ${cells.join(' | ')} | ${page ? `[${page}](${mdn}${page})` : 'nothing'} |`;
}

function cell(texts: readonly string[] | undefined): string {
  if (!texts) return 'not recorded';
  const short = texts.map((text) =>
    common.reduce((before, [pattern, by]) => before.replace(pattern, by), text),
  );
  const vague = /^(net::ERR_FAILED|CORS request did not succeed)$/;
  const telling = short.filter((text) => !vague.test(text));
  const shown = [...new Set(telling.length > 0 ? telling : short)];
  return shown.length === 0
    ? 'nothing'
    : shown.map((text) => text.replace(/[<>|*]/g, (sign) => `\\${sign}`)).join('; ');
}
