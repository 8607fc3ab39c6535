import { expect, test } from 'vitest';
import { closerLook } from '../../../src/devtools/store/closer-look';
import * as sites from '../../../src/engine/site';
import { judge } from '../../../src/exchange/verdict/judge';
import type { ExchangeFacts } from '../../../src/protocol/facts';
import { cookieHosts } from '../../../src/recording/requests/cookie-hosts';
import { reportOfFacts } from '../../support/reports';
import { frames } from '../gallery/page-events';
import { situations } from '../gallery/situations';

const byId = new Map(situations.map((facts) => [facts.id, facts]));
const verdictOf = (facts: ExchangeFacts) => judge(facts, 'chrome', (id) => byId.get(id));
const entries = situations.map((facts) => ({ facts, ...verdictOf(facts) }));
const rowOf = (id: string) => {
  const entry = entries.find(({ facts }) => facts.id === id);
  return entry
    ? { id, entry, verdict: verdictOf(entry.facts), sinceReload: null, depth: 0 as const, position: 0 }
    : null;
};

test('a closer look at a request sees what the report of the whole recording says', () => {
  const report = reportOfFacts(situations, { frames });
  for (const facts of situations) {
    const recorded = { entries, frames, browser: 'chrome', sites, kept: null, rowOf } as const;
    const { cookies, checks } = closerLook(facts, verdictOf(facts), recorded);
    const told = report.exchanges.find(({ id }) => id === facts.id);
    expect(cookies.map(({ name, direction }) => `${name} ${direction}`)).toEqual(
      told?.cookies.map(({ name, direction }) => `${name} ${direction}`),
    );
    expect(told?.traces.length).toBe(verdictOf(facts).traces.length + checks.length);
  }
});

test('a browser is asked of the hosts that hold all others', () => {
  expect(cookieHosts(situations, sites.registrableDomain)).toEqual(
    expect.arrayContaining(['shop.example', 'cdn.example', 'pay.example', 'localhost']),
  );
  expect(cookieHosts([], sites.registrableDomain)).toEqual([]);
});
