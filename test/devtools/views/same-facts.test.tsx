import { describe, expect, test } from 'vitest';
import { reportOf } from '../../../src/devtools/session/report-of';
import { wordsOf } from '../../../src/devtools/views/words';
import type { BrowserName } from '../../../src/engine';
import type { Language } from '../../../src/prose';
import { wholeReport } from '../../../src/report/whole-report';
import { relayed } from '../../support/page-events';
import { detailOf, type OpenPanel, panelOf, told } from '../../support/panels';
import { reportedFacts } from '../../support/reported-facts';
import { exchangesOf, recordingsOf } from '../../support/reports';
import { type ShownFacts, shownFacts } from '../../support/shown-facts';
import { frames, pageEvents } from '../gallery/page-events';
import { pageHints } from '../gallery/page-hints';
import { situations, startMs } from '../gallery/situations';

/** Fails at the first request for which the detail and the report differ. */
async function expectSameFacts(panel: OpenPanel, language: Language): Promise<void> {
  const words = wordsOf(language);
  const options = { version: '0.0.0', language, redaction: 'everything', pageWorld: true } as const;
  const report = wholeReport(await reportOf(panel.log, options));
  for (const exchange of report.exchanges) {
    const shown = shownFacts(detailOf(panel, exchange.id, language), words);
    const reported = reportedFacts(exchange, { report, words });
    const name = `${exchange.id} ${exchange.method} ${exchange.url}`;
    const expected = exchange.preflightFor ? onPreflight(reported, shown) : reported;
    expect.soft(comparable(shown, reported), name).toEqual(expected);
  }
}

/**
 * Returns what the detail of a preflight shows of its request. A report does not mark the findings and traces
 * of a preflight, but the codes of most findings do.
 */
function onPreflight({ findings, traces, ...rest }: ShownFacts, shown: ShownFacts): ShownFacts {
  const codes = new Set(shown.findings.map(({ code }) => code));
  return {
    ...rest,
    findings: findings.filter(({ code = '' }) => code.startsWith('preflight-') || codes.has(code)),
    traces: shown.traces.filter((trace) => traces.includes(trace)),
  };
}

/** Returns the shown facts of each hop, without those that a report does not have. */
function comparable(shown: ShownFacts, { hops }: ShownFacts): ShownFacts {
  const names = hops.map((hop) => new Set(Object.keys(hop)));
  return {
    ...shown,
    hops: shown.hops.map((hop, index) =>
      Object.fromEntries(Object.entries(hop).filter(([name]) => names[index]?.has(name))),
    ),
  };
}

const browsers: readonly BrowserName[] = ['chrome', 'firefox'];

describe.each(browsers)('the detail and the report of recordings in %s', (browser) => {
  test.each(recordingsOf(browser).map((recording) => [recording.name, recording] as const))(
    'agree on %s',
    async (_name, recording) => {
      const exchanges = exchangesOf(recording);
      await expectSameFacts(panelOf([told(exchanges, browser)], browser), 'en');
    },
  );
});

describe('the detail and the report of a shop', () => {
  const languages: readonly Language[] = ['en', 'zh-CN'];
  const frame = { frameId: 0, documentId: 'd1', origin: 'https://shop.example' };

  test.each(languages)('agree in %s, with the hints of the page', async (language) => {
    const panel = panelOf(
      [
        told(situations, 'chrome'),
        { type: 'frames', frames, title: 'Shop' },
        { type: 'page-events', pageEvents: pageEvents.map(relayed) },
        { type: 'page-hints', frame, hints: pageHints, withCalls: true, dropped: 0 },
      ],
      'chrome',
      () => startMs + 5_000,
    );
    expect(panel.log.entries.some(({ facts }) => facts.page?.call)).toBe(true);
    await expectSameFacts(panel, language);
  });
});
