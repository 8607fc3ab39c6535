import { describe, expect, test } from 'vitest';
import { originsOf } from '../../../playground/origins';
import { techniques } from '../../../playground/techniques';
import type { Way } from '../../../src/channels/ways-across';
import { playgroundPage } from '../../../src/devtools/views/origins/playground-page';
import { originsProse } from '../../../src/prose/origins';

const { page } = originsOf([8480, 8481], 8482, 8483);

describe('the playground’s page for a way across', () => {
  test.each(Object.keys(originsProse.in('en').ways) as Way[])('exists for %s', (way) => {
    expect(techniques.map(({ id }) => `/technique/${id}`)).toContain(playgroundPage(way, page).path);
  });

  test('is a link if the playground is inspected', () => {
    expect(playgroundPage('window-name', page)).toEqual({
      path: '/technique/window-name',
      url: 'http://www.a.localhost:8480/technique/window-name',
    });
  });

  test.each(['https://example.com', 'null'])('is only a path for %s', (origin) => {
    expect(playgroundPage('window-name', origin)).toEqual({ path: '/technique/window-name', url: null });
  });
});
