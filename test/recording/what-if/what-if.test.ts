import { describe, expect, test } from 'vitest';
import { type Draft, emptyDraft } from '../../../src/recording/what-if/draft';
import { pastedDraft } from '../../../src/recording/what-if/pasted-draft';
import { emptyStart, startOf } from '../../../src/recording/what-if/start';
import { openWhatIf, type WhatIf } from '../../../src/recording/what-if/what-if';
import { consoleTexts } from '../../diagnosis/console-texts';
import { rereadReport } from '../../support/compared-file';
import { exchangeFacts } from '../../support/facts';
import { reportOfFacts } from '../../support/reports';
import { errorCode, nothingRecorded } from '../../support/what-if';

const fromNothing = openWhatIf(emptyStart, nothingRecorded);

/** What Chrome and Firefox would do; one word if they agree. */
function said({ results }: WhatIf): string {
  const both = results.map(
    ({ explained: { verdict } }) => `${verdict.outcome} ${errorCode(verdict.findings)}`,
  );
  return [...new Set(both)].join(' / ');
}

const answered = (response: string, preflight = ''): Partial<Draft> => ({ hops: [{ preflight, response }] });
const own = 'Access-Control-Allow-Origin: https://app.example';
const allowing = (...lines: readonly string[]) => ['HTTP/1.1 204', own, ...lines].join('\n');

describe('an exchange that was written from nothing', () => {
  // biome-ignore format: a table
  test.each<[string, Partial<Draft>, string]>([
    // edit                                              draft                                                                       result
    ['as it is at first',                                {},                                                                         'blocked allow-origin-missing'],
    ['an allowed origin',                                answered(`200\n${own}`),                                                    'allowed none'],
    ['any origin',                                       answered('200\nAccess-Control-Allow-Origin: *'),                            'allowed none'],
    ['any origin, with credentials',                     { ...answered('200\nAccess-Control-Allow-Origin: *'), credentialsMode: 'include' }, 'blocked allow-origin-wildcard-with-credentials'],
    ['credentials without permission',                   { ...answered(`200\n${own}`), credentialsMode: 'include' },                 'blocked allow-credentials-missing'],
    ['credentials with permission',                      { ...answered(`200\n${own}\nAccess-Control-Allow-Credentials: true`), credentialsMode: 'include' }, 'allowed none'],
    ['the page\'s own server',                           { url: 'https://app.example/items' },                                       'allowed none'],
    ['no response',                                      answered(''),                                                               'pending none'],
    ['mode no-cors',                                     { mode: 'no-cors' },                                                        'opaque none'],
    ['mode same-origin',                                 { mode: 'same-origin' },                                                    'blocked mode-same-origin'],
    ['PUT without a preflight, as if it was cached',     { ...answered(`200\n${own}`), method: 'PUT' },                              'allowed none'],
    ['PUT, not allowed',                                 { ...answered(`200\n${own}`, allowing()), method: 'PUT' },                  'blocked preflight-method-not-allowed'],
    ['PUT, allowed',                                     { ...answered(`200\n${own}`, allowing('Access-Control-Allow-Methods: PUT')), method: 'PUT' }, 'allowed none'],
    ['PUT, allowed, and no response to it',              { ...answered('', allowing('Access-Control-Allow-Methods: PUT')), method: 'PUT' }, 'pending none'],
    ['a header, not allowed',                            { ...answered(`200\n${own}`, allowing()), headers: 'X-Token: 1' },          'blocked preflight-header-not-allowed'],
    ['a preflight without permission',                   { ...answered(`200\n${own}`, '401'), method: 'PUT' },                       'blocked preflight-allow-origin-missing'],
    ['a preflight with another status',                  { ...answered(`200\n${own}`, `404\n${own}`), method: 'PUT' },               'blocked preflight-status'],
    ['a redirect of the preflight',                      { ...answered(`200\n${own}`, '302\nLocation: /x'), method: 'PUT' },         'blocked preflight-redirect / blocked preflight-allow-origin-missing'],
    ['Authorization under a wildcard',                   { ...answered(`200\n${own}`, allowing('Access-Control-Allow-Headers: *')), headers: 'Authorization: x' }, 'allowed none'],
    ['an opaque origin',                                 { ...answered(`200\n${own}`), origin: 'null' },                             'blocked allow-origin-mismatch'],
    ['a redirect to a third origin',                     { hops: [{ preflight: '', response: `302\n${own}\nLocation: https://c.test/` }, { preflight: '', response: `200\n${own}` }] }, 'blocked allow-origin-mismatch'],
    ['a redirect whose target is not known',             answered(`302\n${own}\nLocation: /b`),                                      'pending none'],
    ['a redirect to another scheme without permission',  answered('302\nLocation: data:text/plain,x'),                               'blocked allow-origin-missing / blocked redirect-scheme'],
    ['an insecure URL',                                  { url: 'http://api.example/' },                                             'blocked mixed-content'],
    ['a blocked port',                                   { url: 'https://api.example:6000/' },                                       'blocked bad-port'],
    ['an image',                                         { kind: 'image', mode: 'no-cors', ...answered('200\nContent-Type: image/png') }, 'opaque none'],
    ['an image for its own site only',                   { kind: 'image', mode: 'no-cors', ...answered('200\nCross-Origin-Resource-Policy: same-origin') }, 'blocked corp-same-origin'],
    ['a script of a wrong type',                         { kind: 'script', mode: 'no-cors', ...answered('200\nContent-Type: text/html\nX-Content-Type-Options: nosniff') }, 'blocked orb / failed nosniff'],
    ['a frame that refuses it',                          { kind: 'frame', mode: 'navigate', credentialsMode: 'include', ...answered('200\nX-Frame-Options: DENY') }, 'blocked frame-refused'],
    ['a frame that allows it',                           { kind: 'frame', mode: 'navigate', credentialsMode: 'include', ...answered('200\nContent-Security-Policy: frame-ancestors https://app.example') }, 'allowed none'],
  ])('%s', (_, part, expected) => {
    expect(said(fromNothing({ ...emptyDraft, ...part }))).toBe(expected);
  });

  test('has no result while it cannot be read', () => {
    expect(fromNothing({ ...emptyDraft, url: 'https:/' + '/' })).toMatchObject({
      results: [],
      problems: [{ field: 'url' }],
    });
  });

  test('says what each browser prints', () => {
    const { results } = fromNothing(emptyDraft);
    expect(results.map(({ explained }) => explained.verdict.browserReason)).toEqual([
      'MissingAllowOriginHeader',
      'CORSMissingAllowOrigin2',
    ]);
  });

  test('has causes and needs', () => {
    const { results } = fromNothing({ ...emptyDraft, ...answered('200\nAccess-Control-Allow-Orgin: *') });
    expect(results[0]?.explained.causes[0]?.code).toBe('misspelled-header');
    expect(results[0]?.explained.needs.map(({ header }) => header)).toEqual(['Access-Control-Allow-Origin']);
  });
});

describe('a recorded failure that no header decides', () => {
  const refused = exchangeFacts(
    [{ requestHeaders: [['Origin', 'https://page.example']], response: null, responseStartedAtMs: null }],
    {
      end: { how: 'failed', atMs: 1_012, error: 'net::ERR_CONNECTION_REFUSED' },
    },
  );
  const report = reportOfFacts([refused]);
  const [compared] = rereadReport(report).requests;
  const start = startOf(compared!, null);
  const whatIf = openWhatIf(start, nothingRecorded);

  test('stands for as long as its response is not written', () => {
    expect(said(whatIf(start.draft))).toBe('failed network-refused');
    expect(said(whatIf({ ...start.draft, credentialsMode: 'include' }))).toBe('failed network-refused');
    expect(whatIf(start.draft).results.map(({ isStanding }) => isStanding)).toEqual([true, true]);
  });

  test('is gone with another URL, or with a response', () => {
    expect(said(whatIf({ ...start.draft, url: 'https://other.example/' }))).toBe('pending none');
    const written = { ...start.draft, hops: [{ preflight: '', response: '200' }] };
    expect(said(whatIf(written))).toBe('blocked allow-origin-missing');
  });
});

describe('a pasted message of a console', () => {
  /** Findings that a URL and two heads of responses cannot show. */
  const others =
    /^(csp|redirect-|mode-same-origin|local-network|network-|preflight-network|mixed|frame-|corp-|orb|blocked-by|service-worker|authorization)/;
  const readable = consoleTexts.flatMap(([browser, text, code]) =>
    code && browser !== 'safari' && !others.test(code) ? [{ browser, text, code }] : [],
  );

  test.each(readable)('of $browser: $code', ({ browser, text, code }) => {
    const draft = pastedDraft(text);
    const { results } = fromNothing(draft!);
    const verdict = results.find((result) => result.browser === browser)?.explained.verdict;
    expect(errorCode(verdict?.findings ?? [])).toBe(code);
    expect(draft).toMatchObject({ url: 'https://api.test/x?a=1' });
  });

  test.each(consoleTexts.map(([, text]) => text))('starts a draft that can be read, or none: %s', (text) => {
    const draft = pastedDraft(text);
    if (draft) expect(fromNothing(draft).results).toHaveLength(2);
  });
});

describe('pasted HTTP', () => {
  const transcript = (...lines: readonly string[]) => pastedDraft(lines.join('\n'));

  test('of curl -v, with a preflight and a request', () => {
    const draft = transcript(
      "$ curl -v -X OPTIONS https://api.test/x -H 'Origin: https://a.test'",
      '* Connected to api.test (192.0.2.1) port 443',
      '> OPTIONS /x HTTP/2',
      '> Host: api.test',
      '> Origin: https://a.test',
      '> Access-Control-Request-Method: PUT',
      '> Access-Control-Request-Headers: x-token, content-type',
      '>',
      '< HTTP/2 401 ',
      '< access-control-allow-origin: https://a.test',
      '<',
    );
    expect(draft).toMatchObject({
      origin: 'https://a.test',
      method: 'PUT',
      url: 'https://api.test/x',
      headers: 'x-token\ncontent-type',
      hops: [{ preflight: 'HTTP/1.1 401\naccess-control-allow-origin: https://a.test', response: '' }],
    });
    expect(said(fromNothing(draft!))).toBe('blocked preflight-status');
  });

  // biome-ignore format: a table
  test.each<[string, string, Partial<Draft> | null]>([
    ['curl -i',                 "curl -i 'https://api.test/y'\nHTTP/1.1 200 OK\nA: 1\n\n{}",     { url: 'https://api.test/y', method: 'GET', ...answered('HTTP/1.1 200\nA: 1') }],
    ['curl -i -X with Origin',  'curl -i -X PUT -H "Origin: https://o.test" https://api.test/y\nHTTP/1.1 200 OK\n\n', { method: 'PUT', origin: 'https://o.test' }],
    ['a response alone',        'HTTP/1.1 404 Not Found\nVary: Origin\n',                         { url: emptyDraft.url, ...answered('HTTP/1.1 404\nVary: Origin') }],
    ['raw request and response','PUT /z HTTP/1.1\nHost: api.test\nOrigin: https://a.test\nX-Token: 1\nUser-Agent: x\n\nHTTP/1.1 200 OK\n\n', { method: 'PUT', url: 'https://api.test/z', headers: 'X-Token: 1', origin: 'https://a.test' }],
    ['a request alone',         'GET https://api.test/z HTTP/1.1\nHost: api.test\n\n',            { url: 'https://api.test/z', ...answered('') }],
    ['plain http',              '* Connected to localhost (127.0.0.1) port 3000\n> GET / HTTP/1.1\n> Host: localhost:3000\n>\n< HTTP/1.1 200 OK\n<', { url: 'http://localhost:3000/' }],
    ['a redirect',              '> GET /a HTTP/1.1\n> Host: b.test\n>\n< HTTP/1.1 302 Found\n< location: /b\n<\n> GET /b HTTP/1.1\n> Host: b.test\n>\n< HTTP/1.1 200 OK\n<',
      { hops: [{ preflight: '', response: 'HTTP/1.1 302\nlocation: /b' }, { preflight: '', response: 'HTTP/1.1 200' }] }],
    ['a proxy\'s tunnel',       '> CONNECT b.test:443 HTTP/1.1\n> Host: b.test:443\n>\n< HTTP/1.1 200 Connection established\n<\n> GET /a HTTP/1.1\n> Host: b.test\n>\n< HTTP/1.1 204 No Content\n<', { url: 'https://b.test/a', ...answered('HTTP/1.1 204') }],
    ['a word of it',            'The answer was HTTP/1.1 200 OK',                                null],
    ['no text',                 '',                                                               null],
  ])('%s', (_, text, expected) => {
    const draft = pastedDraft(text);
    if (expected === null) expect(draft).toBeNull();
    else expect(draft).toMatchObject(expected);
  });
});
