import { describe, expect, test } from 'vitest';
import {
  type BrowserName,
  browserRules,
  type OpenerPolicyValue,
  openerPolicyOf,
  openerPolicyValues,
  requiresGroupSwitch,
} from '../../src/engine';
import { headers } from '../support/http';

const own = 'https://page.example';
const other = 'https://other.example';

describe('an opener policy', () => {
  // biome-ignore format: a table
  test.each<[string, boolean, BrowserName, OpenerPolicyValue]>([
    // headers                                                                                           secure  browser    policy
    ['',                                                                                                 true,   'chrome',  'unsafe-none'],
    ['Cross-Origin-Opener-Policy: unsafe-none',                                                          true,   'chrome',  'unsafe-none'],
    ['Cross-Origin-Opener-Policy: same-origin',                                                          true,   'chrome',  'same-origin'],
    ['Cross-Origin-Opener-Policy: same-origin; report-to="x"',                                           true,   'chrome',  'same-origin'],
    ['Cross-Origin-Opener-Policy: same-origin-allow-popups',                                             true,   'firefox', 'same-origin-allow-popups'],
    ['Cross-Origin-Opener-Policy: noopener-allow-popups',                                                true,   'chrome',  'noopener-allow-popups'],
    ['Cross-Origin-Opener-Policy: noopener-allow-popups',                                                true,   'firefox', 'unsafe-none'],
    ['Cross-Origin-Opener-Policy: same-origin\nCross-Origin-Embedder-Policy: require-corp',              true,   'chrome',  'same-origin-plus-coep'],
    ['Cross-Origin-Opener-Policy: same-origin\nCross-Origin-Embedder-Policy: credentialless',            true,   'firefox', 'same-origin-plus-coep'],
    ['Cross-Origin-Opener-Policy: same-origin-allow-popups\nCross-Origin-Embedder-Policy: require-corp', true,   'chrome',  'same-origin-allow-popups'],
    ['Cross-Origin-Opener-Policy: same-origin-plus-coep',                                                true,   'chrome',  'unsafe-none'],
    ['Cross-Origin-Opener-Policy: "same-origin"',                                                        true,   'chrome',  'unsafe-none'],
    ['Cross-Origin-Opener-Policy: Same-Origin',                                                          true,   'chrome',  'unsafe-none'],
    ['Cross-Origin-Opener-Policy: same-origin\nCross-Origin-Opener-Policy: same-origin',                 true,   'chrome',  'unsafe-none'],
    ['Cross-Origin-Opener-Policy-Report-Only: same-origin',                                              true,   'chrome',  'unsafe-none'],
    ['Cross-Origin-Opener-Policy: same-origin',                                                          false,  'chrome',  'unsafe-none'],
  ])('%j, secure %s, in %s: %s', (text, isSecure, browser, policy) => {
    const response = { status: 200, headerList: headers(text) };
    expect(openerPolicyOf(response, isSecure, browserRules[browser])).toBe(policy);
  });
});

describe('a browsing context group', () => {
  // Measured in Chromium 156 and Firefox 153 for each pair of origins: the `window.opener` of a window opened
  // by `open()`. S: it is null; o: it is the opener if the origins are the same; O: it is always the opener.
  // biome-ignore format: a table
  const opened: Readonly<Record<OpenerPolicyValue, string>> = {
    // the opener's                opened: none   allow-popups  noopener-allow-popups  same-origin  same-origin and COEP
    'unsafe-none':                 'O             S             S                      S            S',
    'same-origin-allow-popups':    'O             o             S                      S            S',
    'noopener-allow-popups':       'O             S             S                      S            S',
    'same-origin':                 'S             S             S                      o            S',
    'same-origin-plus-coep':       'S             S             S                      S            o',
  };
  // The standard's result for the same documents if one replaces the other in a window.
  // biome-ignore format: a table
  const navigated: Readonly<Record<OpenerPolicyValue, string>> = {
    'unsafe-none':                 'O             S             S                      S            S',
    'same-origin-allow-popups':    'S             o             S                      S            S',
    'noopener-allow-popups':       'S             S             o                      S            S',
    'same-origin':                 'S             S             S                      o            S',
    'same-origin-plus-coep':       'S             S             S                      S            o',
  };
  const word = (active: OpenerPolicyValue, response: OpenerPolicyValue, isInitial: boolean) => {
    const isSwitched = (origin: string) =>
      requiresGroupSwitch({ origin: own, policy: active }, { origin, policy: response }, isInitial);
    return isSwitched(own) ? 'S' : isSwitched(other) ? 'o' : 'O';
  };

  test.each(openerPolicyValues)('is shared or not by a window that a page with %s opens', (active) => {
    expect(openerPolicyValues.map((response) => word(active, response, true))).toEqual(
      opened[active].split(/ +/),
    );
  });

  test.each(openerPolicyValues)('is kept or not when a document with %s is replaced', (active) => {
    expect(openerPolicyValues.map((response) => word(active, response, false))).toEqual(
      navigated[active].split(/ +/),
    );
  });

  test('is never shared by two documents with policies and opaque origins', () => {
    const sandboxed = { origin: 'null', policy: 'same-origin' } as const;
    expect(requiresGroupSwitch(sandboxed, sandboxed, true)).toBe(true);
  });
});
