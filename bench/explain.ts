import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { type BrowserRules, browserRules, type Exchange } from '../src/engine';
import { assemble } from '../src/exchange/facts/assemble';
import { openAssembly } from '../src/exchange/facts/assembly';
import { inferRequest } from '../src/exchange/verdict/infer-request';
import type { ExchangeFacts } from '../src/protocol/facts';
import { parseRecordings } from '../test/support/recording';
import { medianRatio } from './paired';

type Engine = typeof import('../src/engine');

interface Recorded {
  readonly facts: ExchangeFacts;
  readonly exchange: Exchange;
  readonly rules: BrowserRules;
}

const count = 2_000;
const rounds = 40;

/**
 * Measures how many recorded exchanges the engine explains per second, and the ratio of that time to writing the
 * same exchanges as JSON.
 */
export async function benchExplain(): Promise<Readonly<Record<string, number>>> {
  const recorded = recordedExchanges();
  const directory = mkdtempSync(join(tmpdir(), 'corscope-bench-'));
  try {
    const { explain } = await builtEngine(directory);
    const times: [explained: number, written: number][] = [];
    for (let round = 0; round < rounds; round++) {
      const explained = elapsedMs(() => {
        for (const { exchange, rules } of recorded) explain(exchange, rules);
      });
      const written = elapsedMs(() => {
        for (const { facts } of recorded) JSON.stringify(facts);
      });
      if (round >= rounds / 4) times.push([explained, written]);
    }
    const explained = times.map(([ms]) => ms);
    return {
      // The fastest round: other work of the machine can only slow it down.
      'explain.perSecond': Math.round((count / Math.min(...explained)) * 1_000),
      'explain.vsStringify': medianRatio(
        explained,
        times.map(([, ms]) => ms),
      ),
    };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** The engine as it is built, because the TypeScript runner wraps every function. */
async function builtEngine(outDir: string): Promise<Engine> {
  const lib = { entry: 'src/engine/index.ts', formats: ['es' as const], fileName: 'engine' };
  await build({ configFile: false, logLevel: 'error', build: { outDir, emptyOutDir: true, lib } });
  return (await import(pathToFileURL(join(outDir, 'engine.js')).href)) as Engine;
}

function elapsedMs(work: () => void): number {
  const startedAtMs = performance.now();
  work();
  return performance.now() - startedAtMs;
}

/** The recordings of both browsers, repeated until there are enough. */
function recordedExchanges(): readonly Recorded[] {
  const all = (['chrome', 'firefox'] as const).flatMap((browser) => {
    const name = browser === 'chrome' ? 'chromium' : browser;
    const text = readFileSync(`test/fixtures/${name}.txt`, 'utf8');
    return parseRecordings(text, browser).flatMap(({ events }): Recorded[] => {
      const assembly = openAssembly();
      for (const event of events) assemble(assembly, event);
      return [...assembly.exchanges.values()].flatMap((facts) => {
        const [hypothesis] = inferRequest(facts, (id) => assembly.exchanges.get(id));
        return facts.preflightFor || !hypothesis
          ? []
          : [{ facts, exchange: hypothesis.exchange, rules: browserRules[browser] }];
      });
    });
  });
  return Array.from({ length: count }, (_, index) => all[index % all.length] as Recorded);
}
