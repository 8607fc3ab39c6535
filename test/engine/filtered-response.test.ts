import { describe, expect, test } from 'vitest';
import { type FilteredRequest, filteredResponse, splitHeader, taoCheck } from '../../src/engine';
import { headers, http } from '../support/http';
import { request } from '../support/request';

const cors: FilteredRequest = { credentialsMode: 'omit', responseTainting: 'cors', redirectMode: 'follow' };
const answer = (expose: string) => ({
  status: 200,
  headerList: headers(`Content-Type: text/plain
    X-Total: 7
    x-page: 1
    Set-Cookie: a=b
    ${expose}`),
});
const hidden = (part: Partial<FilteredRequest>, expose: string, isRedirect = false) =>
  filteredResponse({ ...cors, ...part }, answer(expose), isRedirect).hidden.map(
    ({ name, because }) => `${name} ${because}`,
  );

describe('a filtered response', () => {
  // biome-ignore format: a table
  test.each<[string, Partial<FilteredRequest>, string, readonly string[]]>([
    // what                       request                                                    exposes                                          hidden
    ['basic',                     { responseTainting: 'basic' },                             '',                                              ['set-cookie forbidden-name']],
    ['CORS, nothing exposed',     {},                                                        '',                                              ['set-cookie forbidden-name', 'x-page not-exposed', 'x-total not-exposed']],
    ['CORS, one exposed',         {},                                                        'Access-Control-Expose-Headers: X-TOTAL',        ['access-control-expose-headers not-exposed', 'set-cookie forbidden-name', 'x-page not-exposed']],
    ['CORS, all exposed',         {},                                                        'Access-Control-Expose-Headers: *',              ['set-cookie forbidden-name']],
    ['CORS, * with credentials',  { credentialsMode: 'include' },                            'Access-Control-Expose-Headers: *, x-page',      ['access-control-expose-headers wildcard-with-credentials', 'set-cookie forbidden-name', 'x-total wildcard-with-credentials']],
    ['CORS, an exposed cookie',   {},                                                        'Access-Control-Expose-Headers: set-cookie, x-total, x-page', ['access-control-expose-headers not-exposed', 'set-cookie forbidden-name']],
    ['CORS, a malformed list',    {},                                                        'Access-Control-Expose-Headers: x total',        ['access-control-expose-headers expose-headers-invalid', 'set-cookie forbidden-name', 'x-page expose-headers-invalid', 'x-total expose-headers-invalid']],
    ['opaque',                    { responseTainting: 'opaque' },                            '',                                              ['content-type opaque', 'set-cookie opaque', 'x-page opaque', 'x-total opaque']],
  ])('%s', (_, part, expose, expected) => {
    expect(hidden(part, expose)).toEqual(expected);
  });

  test('hides everything of a redirect that is not followed', () => {
    expect(hidden({}, 'Access-Control-Expose-Headers: *', true)[0]).toBe(
      'access-control-expose-headers opaqueredirect',
    );
  });

  // biome-ignore format: a table
  test.each([
    ['basic',  false, 'basic'],
    ['cors',   false, 'cors'],
    ['opaque', false, 'opaque'],
    ['cors',   true,  'opaqueredirect'],
  ] as const)('of tainting %s, a redirect: %s, is of type %s', (responseTainting, isRedirect, type) => {
    expect(filteredResponse({ ...cors, responseTainting }, answer(''), isRedirect).trace.result).toBe(type);
  });
});

describe('the TAO check', () => {
  // biome-ignore format: a table
  test.each([
    // Timing-Allow-Origin                            part                                       failed before  result           step
    ['*',                                            {},                                         false,         'timing shown',  '4'],
    ['*',                                            {},                                         true,          'timing hidden', '2'],
    ['https://a.example, https://page.example',      { responseTainting: 'cors' },               false,         'timing shown',  '5'],
    ['https://a.example',                            { responseTainting: 'cors' },               false,         'timing hidden', '8'],
    ['https://PAGE.example',                         { responseTainting: 'opaque' },             false,         'timing hidden', '8'],
    ['https://a.example',                            { responseTainting: 'basic' },              false,         'timing shown',  '7'],
    ['https://a.example',                            { mode: 'navigate' },                       false,         'timing hidden', '6'],
  ] as const)('of "%s", %j, %s: %s at step %s', (value, part, hasFailed, result, step) => {
    const response = { status: 200, headerList: [['Timing-Allow-Origin', value]] as const };
    expect(taoCheck(request(part), response, hasFailed)).toMatchObject({ result, step, finding: null });
  });

  test('shows only same-origin timing without a header', () => {
    expect(taoCheck(request({ responseTainting: 'cors' }), http`200`).result).toBe('timing hidden');
  });
});

describe('getting, decoding and splitting', () => {
  // The table of https://fetch.spec.whatwg.org/#concept-header-list-get-decode-split, with other letters.
  // biome-ignore format: a table
  test.each([
    ['A: nosniff,',                        ['nosniff', '']],
    ['A: nosniff\nB: sniff\nA:',           ['nosniff', '']],
    ['A:\nB: sniff',                       ['']],
    ['B: sniff',                           null],
    ['A: text/html;", x/x\nA: y/y',        ['text/html;", x/x, y/y']],
    ['A: x/x;test="hi",y/y',               ['x/x;test="hi"', 'y/y']],
    ['A: x/x;test="\\",y/y',               ['x/x;test="\\",y/y']],
    ['A: x / x,,,1',                       ['x / x', '', '', '1']],
    ['A: "1,2", 3',                        ['"1,2"', '3']],
  ])('of %j gives %j', (text, parts) => {
    expect(splitHeader(headers(text), 'A')).toEqual(parts);
  });
});
