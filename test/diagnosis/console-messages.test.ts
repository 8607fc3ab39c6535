import { describe, expect, test } from 'vitest';
import { requestsOfMessage } from '../../src/diagnosis/console/find-requests';
import { isConsoleMessage } from '../../src/diagnosis/console/is-console-message';
import { maxConsoleText, readConsoleMessages } from '../../src/diagnosis/console/read-messages';
import { judge } from '../../src/exchange/verdict/judge';
import { proseFor } from '../../src/prose';
import { consoleContext } from '../../src/prose/console-context';
import { exchangeFacts } from '../support/facts';
import { headers, http } from '../support/http';
import { languages } from '../support/views';
import { chrome, consoleTexts, firefox, noHeader, origin, url } from './console-texts';

describe('a console message', () => {
  test.each(consoleTexts.map(([browser, text, code, parts = {}]) => ({ browser, text, code, parts })))(
    'of $browser: $text',
    ({ browser, text, code, parts }) => {
      const messages = readConsoleMessages(text);
      expect(messages).toHaveLength(1);
      expect(messages[0]).toMatchObject({ browser, ...parts });
      expect(messages[0]?.codes[0] ?? null).toBe(code);
    },
  );

  test.each(languages)('has a fix in %s without values that it does not contain', (language) => {
    for (const [, text] of consoleTexts) {
      for (const message of readConsoleMessages(text)) {
        for (const code of message.codes) {
          const context = consoleContext(message, code, language);
          expect(proseFor(language).findings[code].remedy(context)).not.toMatch(
            /undefined|NaN|\bnull\b.*\bnull\b/,
          );
        }
      }
    }
  });

  test('is read beside others', () => {
    const second = firefox('CORS request did not succeed').replace(url, 'https://other.test/');
    const messages = readConsoleMessages(
      `${chrome(noHeader)}\n\n${second}\nUncaught (in promise) TypeError: Failed to fetch`,
    );
    expect(messages.map(({ browser, url }) => [browser, url])).toEqual([
      ['chrome', url],
      ['firefox', 'https://other.test/'],
    ]);
  });

  test('is found by its URL if its wording is unknown', () => {
    const message = `已拦截跨源请求：同源策略禁止读取位于 ${url} 的远程资源。（原因：CORS 头缺少 'Access-Control-Allow-Origin'）。`;
    expect(readConsoleMessages(message)).toMatchObject([{ browser: null, codes: [], url }]);
    expect(readConsoleMessages('hello world')).toEqual([]);
  });

  test('has bounds', () => {
    const start = performance.now();
    expect(readConsoleMessages("Access to fetch at '".repeat(9_000)).length).toBeLessThanOrEqual(20);
    expect(readConsoleMessages('GET https://a.test/ '.repeat(9_000)).length).toBeLessThanOrEqual(20);
    const [cut] = readConsoleMessages(chrome(noHeader).replace('x?a=1', 'x'.repeat(2 * maxConsoleText)));
    expect(cut).toMatchObject({ browser: null, codes: [] });
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  // biome-ignore format: a table
  test.each([
    [chrome(noHeader),                                true],
    [firefox('CORS request did not succeed'),         true],
    [`GET ${url} net::ERR_FAILED`,                    true],
    ['api.test put',                                  false],
    [url,                                             false],
  ])('is told from a filter: %s', (text, expected) => {
    expect(isConsoleMessage(text)).toBe(expected);
  });
});

describe('the requests of a console message', () => {
  const request = (id: string, startedAtMs: number, path: string, isBlocked: boolean) =>
    exchangeFacts(
      [
        {
          url: `https://api.test/${path}`,
          startedAtMs,
          requestHeaders: headers(`Sec-Fetch-Mode: cors\nOrigin: ${origin}`),
          response: isBlocked
            ? http`200`
            : http`200
            Access-Control-Allow-Origin: *`,
          ...(isBlocked && { responseStartedAtMs: null }),
        },
      ],
      {
        id,
        requestId: id,
        origin,
        startedAtMs,
        end: isBlocked
          ? { how: 'failed', atMs: startedAtMs + 9, error: 'net::ERR_FAILED' }
          : { how: 'completed', atMs: startedAtMs + 9, status: 200 },
      },
    );
  const recorded = [
    request('old', 1_000, 'x?a=1', true),
    request('query', 2_000, 'x?a=2', true),
    request('passed', 3_000, 'x?a=1', false),
    request('new', 4_000, 'x?a=1', true),
    request('other', 5_000, 'y', true),
  ];
  const found = (text: string) =>
    readConsoleMessages(text).flatMap((message) =>
      requestsOfMessage(message, recorded, (facts) => judge(facts, 'chrome', () => undefined)).map(
        ({ id, hasReason }) => `${id} ${hasReason}`,
      ),
    );

  test('are those of its URL and reason, the latest first, then others of the URL', () => {
    expect(found(chrome(noHeader))).toEqual(['new true', 'old true', 'passed false', 'query true']);
  });

  test('are found by reason and origin if it contains no URL', () => {
    expect(found(`Origin ${origin} is not allowed by Access-Control-Allow-Origin.`)).toContain('other true');
    expect(found('Origin https://else.test is not allowed by Access-Control-Allow-Origin.')).toEqual([]);
  });

  test('are none for another URL', () => {
    expect(found(chrome(noHeader).replace('api.test', 'else.test'))).toEqual([]);
  });
});
