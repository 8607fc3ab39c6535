import { describe, expect, test } from 'vitest';
import { judge } from '../../../src/exchange/verdict/judge';
import { headline } from '../../../src/prose/headline';
import type { ExchangeFacts, NetworkPermissions } from '../../../src/protocol/facts';
import { exchangeFacts } from '../../support/facts';

const allowed = { isAllowed: true, state: 'prompt' } as const;
const forbidden = { isAllowed: false, state: 'denied' } as const;

/** What a frame may do, changed where it matters. */
function frame(frameId: number, origin: string, part: Partial<NetworkPermissions> = {}): NetworkPermissions {
  return { frameId, origin, isSecureContext: true, loopback: allowed, local: allowed, ...part };
}

const top = frame(0, 'https://top.example');
const inner = frame(2, 'https://inner.example', { loopback: forbidden });

function sentenceAbout(
  part: Partial<ExchangeFacts>,
  url = 'http://localhost:8080/x',
  browser: 'chrome' | 'firefox' = 'chrome',
) {
  const error =
    browser === 'chrome'
      ? 'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS'
      : 'NS_ERROR_LOCAL_NETWORK_ACCESS_DENIED';
  const hop = { url, response: null, headersAtMs: null, responseStartedAtMs: null };
  const facts = exchangeFacts([hop], { end: { how: 'failed', atMs: 1_010, error }, ...part });
  const verdict = judge(facts, browser, () => undefined);
  const [finding] = verdict.findings;
  const codes = verdict.candidates.length > 0 ? verdict.candidates : [finding?.code];
  return `${codes.join(', ')} | ${headline(facts, verdict, 'en', 'Chrome')}`;
}

describe('a request that Local Network Access denied', () => {
  // biome-ignore format: a table
  test.each<[string, Partial<ExchangeFacts>, RegExp]>([
    ['of a page that was not asked',         {},                                                      /^local-network-denied .*on this machine \(net::\w+\)\.$/],
    ['while a prompt is open',               { localNetwork: [top] },                                 /^local-network-denied .*, because the prompt has not been answered\.$/],
    ['that the user denied',                 { localNetwork: [{ ...top, loopback: { isAllowed: true, state: 'denied' } }] }, /, because the user or a policy denied it\.$/],
    ['of a frame without allow',             { frameId: 2, localNetwork: [inner, top] },              /, because the page at https:\/\/top\.example does not delegate loopback-network to the frame of https:\/\/inner\.example\.$/],
    ['of a frame in a frame without allow',  { frameId: 3, localNetwork: [frame(3, 'https://deep.example', { loopback: forbidden }), inner, top] }, /page at https:\/\/top\.example does not .* https:\/\/inner\.example\.$/],
    ['of a page whose header forbids it',    { localNetwork: [{ ...top, loopback: forbidden }] },     /, because the Permissions-Policy of https:\/\/top\.example does not allow loopback-network\.$/],
    ['of an opaque origin in a secure page', { origin: 'null', frameId: 2, localNetwork: [frame(2, 'null'), top] }, /^local-network-denied .*, because an opaque origin/],
    ['of an opaque origin',                  { origin: 'null', frameId: 2 },                          /^local-network-denied, local-network-insecure /],
    ['of a secure origin in some page',      { frameId: 2 },                                          /^local-network-denied, local-network-insecure /],
    ['of a secure origin in an insecure page', { frameId: 2, localNetwork: [frame(2, 'https://inner.example', { isSecureContext: false })] }, /^local-network-insecure /],
    ['of an insecure page',                  { origin: 'http://page.example' },                       /^local-network-insecure /],
  ])('%s', (_, part, sentence) => {
    expect(sentenceAbout(part)).toMatch(sentence);
  });

  test('names the permission for its host, and none for a name', () => {
    const part = { localNetwork: [{ ...inner, local: forbidden }, top] };
    expect(sentenceAbout(part, 'http://192.168.1.1/')).toContain('delegate local-network to');
    expect(sentenceAbout(part, 'http://printer.example/')).not.toContain('delegate');
  });

  test('says of Firefox neither that a context is insecure nor that an opaque origin can never have it', () => {
    const about = sentenceAbout({ origin: 'null', frameId: 2 }, undefined, 'firefox');
    expect(about).toMatch(/^local-network-denied /);
    expect(about).not.toContain('never');
  });
});
