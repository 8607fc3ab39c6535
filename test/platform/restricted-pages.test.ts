import { expect, test } from 'vitest';
import { isRestrictedPage } from '../../src/platform/restricted-pages';

// biome-ignore format: a table
test.each([
  ['https://page.example/',                          false],
  ['http://localhost:3000/',                         false],
  ['file:///home/index.html',                        false],
  ['about:blank',                                    false],
  ['',                                               false],
  ['chrome://settings/',                             true],
  ['about:config',                                   true],
  ['chrome-extension://abc/page.html',               true],
  ['view-source:https://page.example/',              true],
  ['https://chromewebstore.google.com/detail/x',     true],
  ['https://addons.mozilla.org/en-US/firefox/',      true],
  ['https://addons.mozilla.org.evil.example/',       false],
])('%s is restricted: %s', (url, restricted) => {
  expect(isRestrictedPage(url)).toBe(restricted);
});
