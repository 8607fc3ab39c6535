import { describe, expect, test } from 'vitest';
import { lastStarSearch, searchStars } from '../../../src/devtools/session/star-search';
import type { PageScripts } from '../../../src/platform/page-scripts';
import { pageEvent, ranListener } from '../../support/page-events';

const page = 'https://page.example/';
const star = "parent.postMessage(1, '*')";
const listener = `function answer({ source }) { source.postMessage(2, '*'); }`;
const events = [pageEvent.messageReceived({ listeners: [ranListener({ name: 'answer', text: listener })] })];

const given = (...texts: readonly string[]): PageScripts => ({
  from: 'resources',
  scripts: texts.map((text, index) => ({ url: page, inline: null, firstLine: 1 + index * 10, text })),
  isCut: false,
});

describe('a search for calls written with "*"', () => {
  test('reports the line of a call in its document', async () => {
    const found = await searchStars(page, async () => given('1', `2;\n${star}`), []);
    expect(found).toMatchObject({ from: 'resources', scripts: 2, isCut: false });
    expect(found.found).toEqual([
      { url: page, inline: null, listener: null, line: 12, column: 1, text: star },
    ]);
  });

  test('searches the text of a listener only if no page script contains it', async () => {
    const inScript = await searchStars(
      page,
      async () => given(`addEventListener('message', ${listener})`),
      events,
    );
    expect(inScript.found).toMatchObject([{ url: page, listener: null }]);
    const alone = await searchStars(page, async () => given(), events);
    expect(alone.found).toMatchObject([{ url: null, listener: 'answer', line: 1 }]);
  });

  test('searches the listeners if the page scripts are not available', async () => {
    const found = await searchStars(page, () => Promise.reject(new Error('no access')), events);
    expect(found).toMatchObject({ from: 'nothing', scripts: 1, found: [{ listener: 'answer' }] });
  });

  test('is remembered only for its page', async () => {
    const found = await searchStars(page, async () => given(star), []);
    expect(lastStarSearch(page)).toBe(found);
    expect(lastStarSearch('https://page.example/other')).toBeNull();
  });
});
