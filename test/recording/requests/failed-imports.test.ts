import { describe, expect, test } from 'vitest';
import { judge } from '../../../src/exchange/verdict/judge';
import type { ExchangeFacts } from '../../../src/protocol/facts';
import { failedImportsIn } from '../../../src/recording/requests/failed-imports';
import { exchangeFacts } from '../../support/facts';
import { headers } from '../../support/http';
import { elementCall, pageWord } from '../../support/page-hints';

const main = 'https://page.example/main.js';
const script = (
  id: string,
  url: string,
  referrer: string,
  part: Partial<ExchangeFacts> = {},
  allowed = true,
) =>
  exchangeFacts(
    [
      {
        url,
        requestHeaders: headers(
          `Referer: ${referrer}\nSec-Fetch-Mode: cors\nSec-Fetch-Dest: script\nOrigin: https://page.example`,
        ),
        response: {
          status: 200,
          headerList: headers(
            `Content-Type: text/javascript${allowed ? '\nAccess-Control-Allow-Origin: *' : ''}`,
          ),
        },
        ...(!allowed && { responseStartedAtMs: null }),
      },
    ],
    {
      id,
      type: 'script',
      ...(!allowed && { end: { how: 'failed', atMs: 1_020, error: 'net::ERR_FAILED' } }),
      ...part,
    },
  );
const importer = script('main', main, 'https://page.example/', {
  page: pageWord({ call: elementCall('script', { url: main }, null, true), end: 'error', threw: null }),
});
const within = 'https://page.example/a.js';
const away = 'https://api.example/b.js';
const found = (...others: readonly ExchangeFacts[]) => {
  const imports = failedImportsIn([importer, ...others], (facts) => judge(facts, 'chrome', () => undefined));
  return { failed: imports.of(importer), suspects: others.filter(imports.isSuspect).map(({ id }) => id) };
};

describe('the import that failed', () => {
  test('is found through other imports, by its Referer', () => {
    const others = [script('a', within, main), script('b', away, 'https://page.example/', {}, false)];
    expect(found(...others)).toEqual({ failed: ['b'], suspects: [] });
  });

  test('is suspected if none failed visibly', () => {
    expect(found(script('a', within, main))).toEqual({ failed: [], suspects: ['a'] });
  });

  // biome-ignore format: a table
  test.each<[string, ExchangeFacts]>([
    ['earlier',                 script('b', away, main, { startedAtMs: 1 }, false)],
    ['of another document',     script('b', away, main, { documentId: 'd2' }, false)],
    ['of another script',       script('b', within, 'https://page.example/other.js', {}, false)],
    ['of an element',           script('b', within, main, { page: pageWord(elementCall('script', { url: within })) }, false)],
  ])('is not a request %s', (_, other) => {
    expect(found(other)).toEqual({ failed: [], suspects: [] });
  });
});
