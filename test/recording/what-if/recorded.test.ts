import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toCompared } from '../../../src/recording/compare/to-compared';
import { explainRecording } from '../../../src/recording/explain-recording';
import { startOf } from '../../../src/recording/what-if/start';
import { openWhatIf } from '../../../src/recording/what-if/what-if';
import { replay } from '../../causes/read-recording';
import type { CauseRecording } from '../../causes/recording';
import { recordingsOf, reportOfRecording } from '../../support/reports';
import { errorCode, whatIfDifference } from '../../support/what-if';

describe.each(['chrome', 'firefox'] as const)('what-if over an exchange exported from %s', (browser) => {
  test('gives the recorded verdict', () => {
    const differences = recordingsOf(browser).flatMap((recording) => {
      const report = reportOfRecording(browser, recording, 'en');
      return report.exchanges
        .filter(({ preflightFor, class: requestClass }) => !preflightFor && requestClass !== 'preflight')
        .map((exchange) => whatIfDifference(report, exchange))
        .filter((difference) => difference !== null)
        .map((difference) => `${recording.name.split(':')[0]}: ${difference}`);
    });
    // Chrome does not show the header that another extension added.
    const hidden = ['b-dnr-addacao: recorded allowed none, what-if blocked allow-origin-missing'];
    expect(differences.map((line) => line.replace(/none or integrity/, 'none'))).toEqual(
      browser === 'chrome' ? hidden : [],
    );
  });
});

const folder = 'test/causes/recordings';
// A service worker answers there, and its answer is in no header.
const files = readdirSync(folder).filter((file) => !file.startsWith('service-worker-cached-opaque'));

describe.each(['chromium', 'firefox'])('what-if in the panel, with the causes recorded in %s,', (browser) => {
  test('gives the recorded verdict and causes', () => {
    const differences: string[] = [];
    let count = 0;
    for (const file of files.filter((name) => name.endsWith(`${browser}.json`))) {
      const text = readFileSync(`${folder}/${file}`, 'utf8');
      const { recorded, context } = replay(JSON.parse(text) as CauseRecording<string>);
      const { exchanges } = explainRecording(recorded, context);
      const byId = new Map(exchanges.map((each) => [each.facts.id, each]));
      const recording = {
        browser: context.browser,
        sites: context.sites,
        exchanges: recorded.exchanges,
        frames: recorded.page.frames,
        pageEvents: recorded.pageEvents,
        lookup: (id: string) => byId.get(id)?.facts,
        verdictOf: ({ id }: { readonly id: string }) => byId.get(id)!.verdict,
      };
      for (const explained of exchanges) {
        const { facts, verdict } = explained;
        if (facts.preflightFor || verdict.requestClass === 'preflight') continue;
        count++;
        const start = startOf(toCompared(explained, recording), { facts, exchange: verdict.exchange });
        const { results } = openWhatIf(start, recording)(start.draft);
        const own = results.find((result) => result.browser === context.browser)?.explained;
        const [before, after] = [explained, own].map(
          (each) =>
            each && `${each.verdict.outcome} ${errorCode(each.verdict.findings)} ${each.causes[0]?.code}`,
        );
        if (before !== after) differences.push(`${file} ${facts.hops[0]?.url}: ${before}, what-if ${after}`);
      }
    }
    expect(differences).toEqual([]);
    expect(count).toBeGreaterThan(500);
  });
});
