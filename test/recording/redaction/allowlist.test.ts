import { describe, expect, test } from 'vitest';
import { judge } from '../../../src/exchange/verdict/judge';
import { redactRecording } from '../../../src/recording/redaction/redact';
import { exchangeFacts, frameFacts } from '../../support/facts';

const page = { url: 'https://page.example/', title: null, frames: [frameFacts(0, 'https://page.example/')] };

/** The header of a minimal report, and the code with it. */
function redacted(value: string, url: string) {
  const hop = { url, response: null, headersAtMs: null, responseStartedAtMs: null, requestHeaders: null };
  const facts = exchangeFacts([hop], {
    type: 'websocket',
    end: { how: 'failed', atMs: 1_010, error: 'net::ERR_FAILED' },
    documentPolicies: { origin: 'https://page.example', headerList: [['Connection-Allowlist', value]] },
  });
  const code = (of: typeof facts) => judge(of, 'chrome', () => undefined).findings[0]?.code;
  const recorded = { page, exchanges: [facts], pageEvents: [], audit: null, stars: [], storedCookies: null };
  const [shown] = redactRecording(recorded, 'minimal').exchanges;
  if (!shown) throw new Error('nothing is left');
  return { before: code(facts), after: code(shown), header: shown.documentPolicies?.headerList[0]?.[1] };
}

describe('a Connection-Allowlist in a minimal report', () => {
  test.each([
    ['(response-origin)', 'wss://api.example/a', '(response-origin)'],
    ['("https://api.example")', 'wss://api.example/a', '("https://api.example")'],
    [
      '("https://*.example:*/*");redirects=allow',
      'wss://api.example/a',
      '("https://*.example:*/*");redirects=allow',
    ],
    [
      '("https://api.example/hunter2/*")',
      'wss://api.example/hunter2/a',
      /^\("https:\/\/api\.example\/redacted[\w-]+\/\*"\)$/,
    ],
    ['("https://api.example/hunter3/*")', 'wss://api.example/hunter2/a', /redacted/],
    ['("https://api.example/:hunter2")', 'wss://api.example/a', /^\("\(redacted[\w-]+\)"\)$/],
    ['("https://api.example/hunter2*")', 'wss://api.example/hunter2a', /redacted[\w-]+\*/],
    ['("hunter2")', 'wss://api.example/a', /^\("redacted[\w-]+"\)$/],
  ])('%s for %s', (value, url, expected) => {
    const { before, after, header } = redacted(value, url);
    expect(after).toBe(before);
    expect(header).toMatch(expected);
    expect(header).not.toMatch(/hunter[23](?!\d)/);
  });
});
