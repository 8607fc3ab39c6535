import { describe, expect, test } from 'vitest';
import * as sites from '../../../src/engine/site';
import { explainRecording } from '../../../src/recording/explain-recording';
import { cookieHosts } from '../../../src/recording/requests/cookie-hosts';
import type { ExplainedExchange } from '../../../src/recording/requests/explain-exchanges';
import { frames, pageEvents } from '../../devtools/gallery/page-events';
import { situations } from '../../devtools/gallery/situations';
import { exchangesOf, explainingContext, recordingsOf, reportOfFacts } from '../../support/reports';

const recorded = {
  page: { url: 'https://shop.example/', title: null, frames },
  exchanges: situations,
  pageEvents,
  audit: null,
  stars: [],
  storedCookies: null,
};

describe('an explained exchange', () => {
  const whole = explainRecording(recorded, explainingContext('chrome')).exchanges;

  test.each(situations.map(({ id }) => id))('%s is the same when it is the only one selected', (id) => {
    const { exchanges } = explainRecording(recorded, explainingContext('chrome'), { ids: new Set([id]) });
    expect(exchanges.map(comparable)).toEqual(whole.filter(({ facts }) => facts.id === id).map(comparable));
  });

  test.each(['chrome', 'firefox'] as const)('is the same for every request recorded in %s', (browser) => {
    for (const recording of recordingsOf(browser)) {
      const part = { ...recorded, exchanges: exchangesOf(recording), pageEvents: [] };
      const all = explainRecording(part, explainingContext(browser)).exchanges;
      for (const { facts } of all) {
        const ids = new Set([facts.id]);
        const { exchanges } = explainRecording(part, explainingContext(browser), { ids });
        const expected = all.filter((other) => other.facts.id === facts.id);
        expect(exchanges.map(comparable), recording.name).toEqual(expected.map(comparable));
      }
    }
  });
});

/** Returns an explanation without its function, which is new each time. */
function comparable({ subject: { covers, ...subject }, ...explained }: ExplainedExchange) {
  return { ...explained, subject };
}

describe('a filtered report', () => {
  const whole = reportOfFacts(situations, { frames, pageEvents });

  test.each(situations.map(({ id }) => id))('contains as much about %s as the full report', (id) => {
    const report = reportOfFacts(situations, { frames, pageEvents, selection: { ids: new Set([id]) } });
    expect(report.exchanges).toEqual(whole.exchanges.filter((exchange) => exchange.id === id));
    expect(report.frames).toEqual(whole.frames);
  });

  test('has the relays with a selected step, found in the whole recording', () => {
    const [relay] = whole.relays;
    const step = relay?.rounds[0]?.find(({ of }) => of === 'page-event');
    if (!relay || !step) throw new Error('the gallery has no relay');
    const events = (id: string) => ({ ids: new Set<string>(), eventIds: new Set([id]) });
    const selected = reportOfFacts(situations, { frames, pageEvents, selection: events(step.id) });
    expect(selected.relays).toEqual(whole.relays.filter((other) => hasStep(other, step.id)));
    expect(reportOfFacts(situations, { frames, pageEvents, selection: events('none') }).relays).toEqual([]);
  });
});

type Relay = ReturnType<typeof reportOfFacts>['relays'][number];

function hasStep({ rounds }: Relay, id: string): boolean {
  return rounds.some((round) => round.some((step) => step.id === id));
}

test("the browser's cookies are queried by registrable domain", () => {
  expect(cookieHosts(situations, sites.registrableDomain)).toEqual(
    expect.arrayContaining(['shop.example', 'cdn.example', 'pay.example', 'localhost']),
  );
  expect(cookieHosts([], sites.registrableDomain)).toEqual([]);
});
