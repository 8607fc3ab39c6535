import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assemble, openAssembly } from '../../src/exchange/assemble';
import type { RequestEvent } from '../../src/exchange/facts';
import type { ExchangeFacts } from '../../src/protocol/facts';
import { parseRecordings } from '../support/recording';

const recorded = (['chromium', 'firefox'] as const).flatMap((name) =>
  parseRecordings(
    readFileSync(fileURLToPath(new URL(`../fixtures/${name}.txt`, import.meta.url)), 'utf8'),
    name === 'chromium' ? 'chrome' : 'firefox',
  ).map((recording) => ({ ...recording, name: `${name}, ${recording.name}` })),
);

function assembled(events: readonly RequestEvent[]): ReadonlyMap<string, ExchangeFacts> {
  const assembly = openAssembly();
  for (const event of events) assemble(assembly, event);
  return assembly.exchanges;
}

describe('in whatever order events arrive, they assemble to the same facts', () => {
  test.each(recorded)('$name', ({ events }) => {
    const inOrder = assembled(events);
    fc.assert(
      fc.property(fc.shuffledSubarray([...events], { minLength: events.length }), (shuffled) => {
        expect(assembled(shuffled)).toEqual(inOrder);
      }),
      { numRuns: 20 },
    );
  });
});
