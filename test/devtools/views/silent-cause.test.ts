import { expect, test } from 'vitest';
import { lastHop } from '../../../src/exchange/facts/facts';
import { readRecording, replay } from '../../causes/read-recording';
import { all } from '../../support/drawn';
import { detailOf, panelOf, told } from '../../support/panels';

// biome-ignore format: a table
test.each([
  ['broken', 'icon-warning'],
  ['fix',    'icon-allowed'],
] as const)('the headline of a response that is useless has a warning: %s', (variant, icon) => {
  const { log } = replay(readRecording('mcp-session-not-exposed', variant, 'chromium'));
  const exchanges = log.entries.map(({ facts }) => facts);
  const first = exchanges.find((facts) => facts.kind === 'fetch' && lastHop(facts).method === 'POST');
  const detail = detailOf(panelOf([told(exchanges, 'chrome')]), first?.id ?? '', 'en');
  const [headline] = all(detail, 'h2.headline');
  expect(headline && all(headline, 'svg').map(({ attributes }) => attributes.class)).toEqual([`icon ${icon}`]);
});
