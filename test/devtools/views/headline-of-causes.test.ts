import { describe, expect, test } from 'vitest';
import { lastHop } from '../../../src/exchange/facts/facts';
import type { Variant } from '../../causes/case';
import type { CauseCode } from '../../causes/codes';
import { readRecording, replay } from '../../causes/read-recording';
import { all, textOf } from '../../support/drawn';
import { detailOf, panelOf, told } from '../../support/panels';

/** Draws the detail of the first request of a recorded case with that method. */
function drawnOf(cause: CauseCode, variant: Variant, method: string) {
  const { log } = replay(readRecording(cause, variant, 'chromium'));
  const exchanges = log.entries.map(({ facts }) => facts);
  const first = exchanges.find((facts) => facts.kind === 'fetch' && lastHop(facts).method === method);
  return detailOf(panelOf([told(exchanges, 'chrome')]), first?.id ?? '', 'en');
}

describe('the headline', () => {
  // biome-ignore format: a table
  test.each([
    ['broken', 'icon icon-warning'],
    ['fix',    'icon icon-allowed'],
  ] as const)('of a useless response has a warning: %s', (variant, icon) => {
    const [headline] = all(drawnOf('mcp-session-not-exposed', variant, 'POST'), 'h2.headline');
    expect(headline && all(headline, 'svg').map(({ attributes }) => attributes.class)).toEqual([icon]);
  });

  // biome-ignore format: a table
  test.each([
    ['PUT',     true],
    ['OPTIONS', false],
  ])('or the cause below it tells what happened: %s', (method, isInHeadline) => {
    const detail = drawnOf('preflight-authentication', 'broken', method);
    const saying = /answered the preflight with 401/;
    expect(saying.test(textOf(all(detail, 'h2.headline')[0]))).toBe(isInHeadline);
    expect(saying.test(textOf(all(detail, 'li.cause')[0]))).toBe(!isInHeadline);
  });
});
