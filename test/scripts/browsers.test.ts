import { describe, expect, test } from 'vitest';
import { CHROMIUM, candidatePaths, FIREFOX } from '../../scripts/browsers';

const environment = { PATH: '/usr/local/bin:/usr/bin' };

/** The first of the candidates that is among `files`. */
const chosen = (candidates: readonly string[], files: readonly string[]) =>
  candidates.find((path) => files.includes(path));

describe('candidatePaths', () => {
  test('is what the environment names, and nothing else', () => {
    expect(
      candidatePaths(CHROMIUM, { ...environment, CHROME_PATH: '/opt/chrome' }, ['/cache/chrome']),
    ).toEqual(['/opt/chrome']);
  });

  test('takes an empty variable for none', () => {
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
  ])('leads to $path among $files', ({ files, path }) => {
    expect(chosen(candidatePaths(CHROMIUM, environment, ['/cache/chrome']), files)).toBe(path);
  });
});
