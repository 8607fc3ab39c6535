import { startingFrom } from '../src/devtools/views/what-if/subject';
import { registrableDomain, relationOf } from '../src/engine/site';
import { judge } from '../src/exchange/verdict/judge';
import type { ExchangeFacts } from '../src/protocol/facts';
import { openWhatIf } from '../src/recording/what-if/what-if';
import { pageEvent } from '../test/support/page-events';
import { recorded } from './recorded';

const sizes = [100, 10_000, 100_000];
const edits = 200;
/** What is typed, letter by letter. */
const typed = '\nAccess-Control-Allow-Origin: https://page.example';

/**
 * Measures how long the results of one edit take, in milliseconds, in recordings of several sizes: of the slowest
 * twentieth of the edits the fastest. `growth`: the largest recording compared with the smallest.
 */
export function benchWhatIf(): Promise<Readonly<Record<string, number>>> {
  const times = sizes.map(editMs);
  const [first = 1, last = 0] = [times[0], times.at(-1)];
  return Promise.resolve({
    ...Object.fromEntries(sizes.map((size, index) => [`what-if.${size}Ms`, rounded(times[index] ?? 0)])),
    'what-if.growth': rounded(last / first),
  });
}

const rounded = (value: number) => Math.round(value * 1_000) / 1_000;

function editMs(size: number): number {
  const exchanges = Array.from({ length: size }, (_, index) => recorded(index));
  const byId = new Map(exchanges.map((facts) => [facts.id, facts]));
  const lookup = (id: string) => byId.get(id);
  const { start, recording } = startingFrom(
    { of: 'request', id: `${size - 1}` },
    {
      browser: 'chrome',
      exchanges,
      frames: [],
      pageEvents: exchanges.map(({ id }) => pageEvent.messageReceived({ id: `m${id}` })),
      listening: { sawNavigation: true, pageWorld: true },
      sites: { relationOf, registrableDomain },
      cookies: null,
      lookup,
      verdictOf: (facts: ExchangeFacts) => judge(facts, 'chrome', lookup),
      sinceReload: () => null,
      rowOf: () => null,
    },
  );
  const whatIf = openWhatIf(start, recording);
  const [hop] = start.draft.hops;
  const times = Array.from({ length: edits }, (_, index) => {
    const response = (hop?.response ?? '') + typed.slice(0, index % typed.length);
    const draft = { ...start.draft, hops: [{ preflight: '', response }] };
    const startedMs = performance.now();
    whatIf(draft);
    return performance.now() - startedMs;
  }).sort((a, b) => a - b);
  return times[Math.floor(edits * 0.95)] ?? 0;
}
