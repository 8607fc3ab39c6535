import { describe, expect, test } from 'vitest';
import { candidatePaths, isNewEnough } from '../../../src/cli/browsers/browser-paths';
import { CHROMIUM, FIREFOX } from '../../../src/cli/browsers/find-browser';

const environment = { PATH: '/usr/local/bin:/usr/bin' };

/** The first of the candidates that is among `files`. */
const chosen = (candidates: readonly string[], files: readonly string[]) =>
  candidates.find((path) => files.includes(path));

describe('candidatePaths', () => {
  test('is only the path that the environment names', () => {
    expect(
      candidatePaths(CHROMIUM, { ...environment, CHROME_PATH: '/opt/chrome' }, ['/cache/chrome']),
    ).toEqual(['/opt/chrome']);
  });

  test('ignores an empty variable', () => {
    expect(candidatePaths(FIREFOX, { FIREFOX_PATH: '', PATH: '/usr/bin' })).toEqual([
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
    ]);
  });

  // biome-ignore format: a table
  test.each([
    // what is there                                                    what is chosen
    { files: ['/usr/bin/chromium', '/cache/chrome'],                   path: '/usr/bin/chromium' },
    { files: ['/usr/bin/chromium', '/usr/local/bin/chromium'],          path: '/usr/local/bin/chromium' },
    { files: ['/usr/bin/chromium', '/usr/local/bin/chromium-browser'],  path: '/usr/bin/chromium' },
    { files: ['/cache/chrome'],                                         path: '/cache/chrome' },
    { files: ['/usr/bin/google-chrome'],                                path: undefined },
    { files: [],                                                        path: undefined },
  ])('gives $path among $files', ({ files, path }) => {
    expect(chosen(candidatePaths(CHROMIUM, environment, ['/cache/chrome']), files)).toBe(path);
  });
});

describe('isNewEnough', () => {
  // biome-ignore format: a table
  test.each([
    { browser: FIREFOX,  said: 'Mozilla Firefox 153.7.0esr\n',                           isIt: true },
    { browser: FIREFOX,  said: 'Mozilla Firefox 142.0\n',                                isIt: true },
    { browser: FIREFOX,  said: 'Mozilla Firefox 140.12.0esr\n',                          isIt: false },
    { browser: FIREFOX,  said: 'Mozilla Firefox 99.0.1\n',                               isIt: false },
    { browser: CHROMIUM, said: 'Chromium 156.0.8078.79 built on Debian GNU/Linux 12\n',  isIt: true },
    { browser: CHROMIUM, said: 'Google Chrome for Testing 120.0.6099.109\n',             isIt: true },
    { browser: CHROMIUM, said: 'Chromium 119.0.6045.199\n',                              isIt: false },
    { browser: CHROMIUM, said: 'A custom build\n',                                  isIt: true },
    { browser: CHROMIUM, said: '',                                                       isIt: true },
  ])('is $isIt for $browser.name with the version text $said', ({ browser, said, isIt }) => {
    expect(isNewEnough(browser, said)).toBe(isIt);
  });
});
