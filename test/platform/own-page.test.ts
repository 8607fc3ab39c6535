import { describe, expect, test } from 'vitest';
import { isOwnPage, originOfSender } from '../../src/platform/own-page';

const chrome = 'chrome-extension://abc';
const firefox = 'moz-extension://0-1';
const runtimeAt = (origin: string) => ({
  id: origin === chrome ? 'abc' : 'corscope@corscope.dev',
  getURL: (path: string) => `${origin}/${path}`,
});
const tab = { id: 1, incognito: false };

// As measured, in Chromium 156 and Firefox ESR 153.
const ofChromium = { id: 'abc', origin: chrome };
const ofFirefox = { id: 'corscope@corscope.dev', origin: firefox };
const undocked = { id: -1, url: 'devtools://devtools/bundled/devtools_app.html?dockSide=undocked' };
const content = { frameId: 0, documentId: 'd', tab, origin: 'https://a.example', url: 'https://a.example/' };

describe('a sender', () => {
  // biome-ignore format: a table
  test.each<[string, string, object | undefined, boolean]>([
    // who                                  extension  what the browser says                                                                        is a page of ours
    ['DevTools page in Chromium',           chrome,  { ...ofChromium, url: `${chrome}/src/devtools/devtools.html` },                                  true],
    ['DevTools page in its own window',     chrome,  { ...ofChromium, url: `${chrome}/src/devtools/devtools.html`, frameId: 5, tab: undocked },       true],
    ['panel in a tab in Chromium',          chrome,  { ...ofChromium, url: `${chrome}/src/devtools/panel.html`, frameId: 0, documentId: 'd', tab },   true],
    ['background in Chromium',              chrome,  { ...ofChromium, url: `${chrome}/service-worker-loader.js` },                                    true],
    ['DevTools page in Firefox',            firefox, { ...ofFirefox, url: `${firefox}/src/devtools/devtools.html`, envType: 'devtools_child' },       true],
    ['panel in a tab in Firefox',           firefox, { ...ofFirefox, url: `${firefox}/src/devtools/panel.html`, envType: 'addon_child', frameId: 0, tab }, true],
    ['content script in Chromium',          chrome,  { id: 'abc', ...content },                                                                       false],
    ['content script in Firefox',           firefox, { id: ofFirefox.id, envType: 'content_child', ...content },                                      false],
    ['content script that lies of its URL', chrome,  { id: 'abc', ...content, url: `${chrome}/src/devtools/panel.html` },                             false],
    ['content script in an opaque frame',   chrome,  { id: 'abc', ...content, origin: 'null', url: 'about:srcdoc' },                                  false],
    ['content script of an extension page', firefox, { ...ofFirefox, url: `${firefox}/x.html`, envType: 'content_child', frameId: 0, tab },           false],
    ['page of ours that is framed',         chrome,  { ...ofChromium, url: `${chrome}/src/devtools/panel.html`, frameId: 4, tab },                    false],
    ['page of ours in an unknown window',   chrome,  { ...ofChromium, url: `${chrome}/src/devtools/panel.html`, frameId: 4, tab: { id: -1 } },        false],
    ['page framed in a popup without a tab', chrome, { ...ofChromium, url: `${chrome}/x.html`, frameId: 4, tab: { id: -1, url: 'https://devtools/' } }, false],
    ['another extension',                   chrome,  { id: 'def', origin: 'chrome-extension://def', url: 'chrome-extension://def/x.html' },           false],
    ['another extension with our origin',   chrome,  { id: 'def', origin: chrome, url: `${chrome}/x.html` },                                          false],
    ['longer origin that begins alike',     chrome,  { ...ofChromium, origin: `${chrome}d`, url: `${chrome}d/x.html` },                               false],
    ['page without an origin',              chrome,  { id: 'abc', url: `${chrome}/x.html` },                                                          false],
    ['nobody',                              chrome,  undefined,                                                                                       false],
  ])('that is a %s', (_, extension, sender, isOwn) => {
    expect(isOwnPage(sender as Parameters<typeof isOwnPage>[0], runtimeAt(extension))).toBe(isOwn);
  });

  // biome-ignore format: a table
  test.each([
    // the browser's word  of the document
    ['https://a.example',  'https://a.example'],
    ['null',               'null'],
    ['file://',            'null'],
    [undefined,            'null'],
  ])('of origin %j has a document of %j', (origin, serialized) => {
    expect(originOfSender({ id: 'abc', origin } as Parameters<typeof originOfSender>[0])).toBe(serialized);
  });
});
