import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { printedMessages } from '../../src/diagnosis/console/print-messages';
import { readConsoleMessages } from '../../src/diagnosis/console/read-messages';
import { readBrowserSays, withPlaceholders } from '../causes/browser-says';
import { explained } from '../causes/read-recording';
import { type CauseRecording, recordingPath } from '../causes/recording';
import { causeCases } from '../causes/table';

const says = readBrowserSays();
const isOfCors = /blocked by CORS policy|^Cross-Origin Request Blocked/;

/** What is printed of the broken variant of each case, and what the browser really printed. */
function printedIn(browser: 'chromium' | 'firefox') {
  return causeCases.flatMap(({ cause, only }) => {
    const real = says[cause]?.[browser]?.filter((text) => isOfCors.test(text)) ?? [];
    if ((only && only !== browser) || real.length === 0) return [];
    const text = readFileSync(recordingPath(cause, 'broken', browser), 'utf8');
    const recording = JSON.parse(text) as CauseRecording;
    const rows = explained(recording).exchanges.filter(({ verdict }) => verdict.requestClass !== 'preflight');
    const printed = rows.map(({ facts, verdict }) => ({
      code: verdict.findings.find(({ severity }) => severity === 'error')?.code,
      isCertain: verdict.candidates.length === 0,
      texts: printedMessages(recording.browser.name, facts, verdict),
    }));
    return [{ cause, real, printed }];
  });
}

describe.each(['chromium', 'firefox'] as const)('the messages of %s', (browser) => {
  const cases = printedIn(browser);

  test('are those that it printed', () => {
    const lacking = cases.flatMap(({ cause, real, printed }) => {
      const own = new Set(printed.flatMap(({ texts }) => texts).map(withPlaceholders));
      return real.filter((text) => !own.has(text)).map((text) => `${cause}: ${text}`);
    });
    expect(lacking).toEqual([]);
    expect(cases.flatMap(({ real }) => real).length).toBeGreaterThan(30);
  });

  test('are no others', () => {
    // The script that records messages does not read those of this worker.
    const unheard = ['worker-from-data-url'];
    const others = cases.flatMap(({ cause, real, printed }) =>
      printed
        .filter(({ isCertain }) => isCertain)
        .flatMap(({ texts }) => texts.map(withPlaceholders))
        .filter((text) => !real.includes(text) && !unheard.includes(cause))
        .map((text) => `${cause}: ${text}`),
    );
    expect(others).toEqual([]);
  });

  test('mean the finding that they are printed for', () => {
    for (const { printed } of cases) {
      for (const { code, texts } of printed) {
        const [message] = readConsoleMessages(texts.join('\n'));
        if (message && code && message.vague === null) expect(message.codes).toContain(code);
      }
    }
  });
});
