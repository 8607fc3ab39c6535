import { beforeAll, describe, expect, test } from 'vitest';
import { loadWords } from '../../src/cli/language';
import { reportOfFile } from '../../src/files/file-report';
import { textSource } from '../../src/files/file-source';
import { readFile } from '../../src/files/read-file';
import { formatIds, reportText } from '../../src/report/formats';

beforeAll(() => loadWords('en'));

/** Returns the request of a text, as it is reported; or what is wrong with the text. */
async function requestOf(text: string) {
  const file = await readFile(textSource('x', text));
  if ('code' in file) return file.code;
  const browser = { name: 'chrome', version: '' } as const;
  const options = { version: '0', language: 'en', browser, redaction: 'everything' } as const;
  const { exchanges } = reportOfFile(file, options);
  expect(exchanges).toHaveLength(1);
  const [request] = exchanges;
  return request!;
}

const access = (rest: string) =>
  `Access to fetch at 'https://api.example/x' from origin 'https://app.example' has been blocked by CORS policy: ${rest}`;
const firefox = (reason: string, status: string) =>
  `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/x. (Reason: ${reason}). Status code: ${status}.`;

// biome-ignore format: a table
const messages: readonly (readonly [string, string, readonly string[]])[] = [
  // message                                                                                outcome    what it can be
  [access("No 'Access-Control-Allow-Origin' header is present on the requested resource."), 'blocked', ['allow-origin-missing']],
  [access("Response to preflight request doesn't pass access control check: It does not have HTTP ok status."), 'blocked', ['preflight-status']],
  [access('Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.'), 'blocked', ['preflight-method-not-allowed']],
  [access('Request header field authorization is not allowed by Access-Control-Allow-Headers in preflight response.'), 'blocked', ['preflight-header-not-allowed']],
  [access('Permission was denied for this request to access the `loopback` address space.'), 'blocked', ['local-network-denied']],
  ["Mixed Content: The page at 'https://app.example/' was loaded over HTTPS, but requested an insecure resource 'http://api.example/x'. This request has been blocked; the content must be served over HTTPS.", 'blocked', ['mixed-content']],
  ["Refused to connect to 'https://api.example/x' because it violates the following Content Security Policy directive: \"connect-src 'self'\".", 'blocked', ['csp', 'redirect-blocked-after']],
  [firefox('CORS header ‘Access-Control-Allow-Origin’ missing', '500'), 'blocked', ['allow-origin-missing', 'preflight-allow-origin-missing']],
];

describe('a message of the console', () => {
  test.each(messages)('%s', async (text, outcome, codes) => {
    const request = await requestOf(text);
    if (typeof request === 'string') throw new Error(request);
    const found =
      request.candidates.length > 0 ? request.candidates : request.findings.map(({ code }) => code);
    expect(request.outcome).toBe(outcome);
    expect(found).toEqual(codes);
    // What a message does not say is not made up.
    expect(request.status).toBeNull();
    expect(request.hops.map(({ responseHeaders, preflight }) => [responseHeaders, preflight])).toEqual([
      [null, null],
    ]);
  });

  test('names the value and the header that it is about', async () => {
    const value = access(
      "The 'Access-Control-Allow-Origin' header has a value 'https://other.example' that is not equal to the supplied origin.",
    );
    expect(await requestOf(value)).toMatchObject({
      headline: expect.stringContaining('“https://other.example”'),
    });
    const header = access(
      'Request header field x-api-key is not allowed by Access-Control-Allow-Headers in preflight response.',
    );
    expect(await requestOf(header)).toMatchObject({ headline: expect.stringContaining('x-api-key') });
  });

  test('leaves no value in a redacted report', async () => {
    const text = access(
      "The 'Access-Control-Allow-Origin' header has a value 'https://other.example/?token=s3cr3tname0a1b2c3d4' that is not equal to the supplied origin.",
    );
    const file = await readFile(textSource('x', text));
    if ('code' in file) throw new Error(file.code);
    const browser = { name: 'chrome', version: '' } as const;
    const report = reportOfFile(file, { version: '0', language: 'en', browser, redaction: 'minimal' });
    for (const id of formatIds) expect(reportText(report, id)).not.toContain('s3cr3tname');
  });

  test.each([
    'Origin https://app.example is not allowed by Access-Control-Allow-Origin. Status code: 200',
    'Failed to load resource: net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin',
  ])('without a URL is told apart from other text: %s', async (text) => {
    expect(await requestOf(text)).toBe('no-url');
  });

  test('is not every text', async () => {
    expect(await requestOf('no report')).toBe('other-format');
  });
});
