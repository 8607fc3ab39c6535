import { describe, expect, test } from 'vitest';
import { causes } from '../../src/diagnosis/causes';
import type { ExplainedExchange } from '../../src/recording/requests/explain-exchanges';
import { type CauseCase, type Variant, variantsOf } from './case';
import { explained, readRecording } from './read-recording';
import type { RecordingBrowser } from './recording';
import { recordedOrigin } from './serve';
import { causeCases } from './table';

const runs = causeCases.flatMap((definition) => {
  const browsers: readonly RecordingBrowser[] = definition.only ? [definition.only] : ['chromium', 'firefox'];
  return browsers.map((browser) => ({ cause: definition.cause, browser, definition }));
});
/** Cases whose cause a request shows: those about messages have no row. */
const ruled = runs.filter(({ cause, definition }) => cause in causes && definition.row !== null);

function requestsOf({ cause }: CauseCase, variant: Variant, browser: RecordingBrowser) {
  const { exchanges } = explained(readRecording(cause, variant, browser));
  return exchanges.filter(({ facts }) => facts.preflightFor === null);
}

/** The requests that a case is about. */
function rowsOf(definition: CauseCase, requests: readonly ExplainedExchange[]) {
  const { at = '', method } = definition.row ?? {};
  const [name = '', path = ''] = at.split(/:(.*)/);
  const start = recordedOrigin(definition, name) + path;
  return requests.filter(
    ({ facts: { hops } }) =>
      hops.some(({ url }) => url.replace(/^ws/, 'http').startsWith(start)) &&
      (method === undefined || hops[0]?.method === method),
  );
}

/** Cases about messages and documents: the request of a document has the cause. */
const unseen = runs.filter(({ cause, definition }) => cause in causes && definition.row === null);

describe('a public report', () => {
  test.each(unseen)('$cause is named of a document in $browser', ({ cause, browser, definition }) => {
    const codesOf = (variant: Variant) =>
      requestsOf(definition, variant, browser).flatMap((request) => request.causes.map(({ code }) => code));
    expect(codesOf('broken')).toEqual([cause]);
    expect(codesOf('twin')).not.toContain(cause);
  });

  test.each(ruled)('$cause has its cause first in $browser', ({ cause, browser, definition }) => {
    const rows = rowsOf(definition, requestsOf(definition, 'broken', browser));
    const failed = rows.find(({ verdict }) => verdict.outcome === definition.row?.outcome);
    expect(failed?.causes[0]?.code).toBe(cause);
  });

  test.each(ruled)('$cause is not named of its twin in $browser', ({ cause, browser, definition }) => {
    const rows = rowsOf(definition, requestsOf(definition, 'twin', browser));
    expect(rows.flatMap(({ causes }) => causes.map(({ code }) => code))).not.toContain(cause);
  });

  test.each(runs.filter(({ definition }) => variantsOf(definition).includes('fix')))(
    '$cause has no cause once it is fixed in $browser',
    ({ browser, definition }) => {
      const found = requestsOf(definition, 'fix', browser).flatMap(({ causes }) => causes);
      expect(found).toEqual([]);
    },
  );
});
