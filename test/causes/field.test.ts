import { describe, expect, test } from 'vitest';
import { causes, type CauseCode as NamedCause } from '../../src/diagnosis/causes';
import { causeNumbers } from './codes';
import { explained, readRecording } from './read-recording';
import type { RecordingBrowser } from './recording';
import { recordedOrigin } from './serve';
import { causeCases } from './table';

// Fourteen reports that were rebuilt with small servers, by their number in the list of causes. 85 is a page on
// disk, whose requests an extension does not see; 84 is about messages, so no request shows it.
const numbers = ['77', '78', '79', '80', '81', '82', '83', '84', '86', '87', '88', '89', '90'] as const;

/** The cause of a report whose code in the corpus is not that of the rule. */
const named: Readonly<Record<string, NamedCause>> = {
  '82': 'options-handler-fails',
  '86': 'route-without-cors',
  '90': 'wildcard-with-credentials',
};

const reports = numbers.flatMap((number) => {
  const definition = causeCases.find(({ cause }) => causeNumbers[cause] === number);
  if (!definition) throw new Error(`causes: there is no case ${number}`);
  const { cause } = definition;
  const code = cause in causes ? cause : named[number];
  const browsers: readonly RecordingBrowser[] = definition.only ? [definition.only] : ['chromium', 'firefox'];
  return browsers.map((browser) => ({ number, cause, code, browser, definition }));
});
const isShown = ({ code, definition }: (typeof reports)[number]) =>
  code !== undefined && definition.row !== null;

describe('a report from the field', () => {
  test.each(reports.filter(isShown))('$cause ($number) has its cause first in $browser', (report) => {
    const { definition, browser, code } = report;
    const { at = '', method, outcome } = definition.row ?? {};
    const [name = '', path = ''] = at.split(/:(.*)/);
    const start = recordedOrigin(definition, name) + path;
    const { exchanges } = explained(readRecording(definition.cause, 'broken', browser));
    const row = exchanges.find(
      ({ facts, verdict }) =>
        facts.preflightFor === null &&
        facts.hops.some(({ url }) => url.startsWith(start)) &&
        (method === undefined || facts.hops[0]?.method === method) &&
        verdict.outcome === outcome,
    );
    expect(row?.causes[0]?.code).toBe(code);
  });

  test.each(reports.filter(({ definition }) => definition.fix !== null))(
    '$cause ($number) has no cause once it is fixed in $browser',
    ({ definition, browser }) => {
      const { exchanges } = explained(readRecording(definition.cause, 'fix', browser));
      expect(exchanges.flatMap(({ causes: found }) => found)).toEqual([]);
    },
  );
});
