import { writeFileSync } from 'node:fs';
import { type Case, casesOfFirefox, matrixCases, scenarioCases } from '../test/agreement/matrix/cases';
import type { Compared } from '../test/agreement/matrix/compare';
import { shortfalls } from '../test/agreement/matrix/demands';
import { handWrittenCases } from '../test/agreement/matrix/hand-written';
import { compareInChromium } from '../test/agreement/matrix/in-chromium';
import { compareInFirefox } from '../test/agreement/matrix/in-firefox';
import { agreementPage, type Run } from '../test/agreement/matrix/table';
import { setUpChromium, setUpFirefox } from './browsers';
import { runQuietly } from './run';

// Compares CORScope's verdicts with the browsers' own for a matrix of requests, and writes the result to
// docs/agreement.md. A single wrong verdict makes it fail.

const seed = 20260702;
const path = 'docs/agreement.md';

const browsers: readonly {
  readonly name: string;
  readonly mode: string;
  readonly cases: number;
  readonly compare: (
    cases: readonly Case[],
    withHints: boolean,
  ) => Promise<{ version: string; compared: readonly Compared[] }>;
}[] = [
  { name: 'Chromium', mode: 'chrome', cases: 600, compare: compareInChromium },
  { name: 'Firefox', mode: 'firefox', cases: 400, compare: compareInFirefox },
];

function casesOf({ name, cases }: Pick<(typeof browsers)[number], 'name' | 'cases'>): readonly Case[] {
  const all = [...matrixCases(cases, seed), ...scenarioCases(), ...handWrittenCases()];
  return name === 'Firefox' ? casesOfFirefox(all) : all;
}

async function main(): Promise<void> {
  setUpChromium();
  setUpFirefox();
  const runs: Run[] = [];
  // Print the cases of each part before the first request, so that results cannot move a case to another part.
  for (const { name, cases } of browsers) {
    const all = casesOf({ name, cases });
    for (const part of ['A', 'B'] as const) {
      const ids = all.flatMap((one) => (one.part === part ? one.id : []));
      console.log(`${name}, part ${part}, ${ids.length} cases: ${ids.join(' ')}`);
    }
  }
  for (const { name, mode, cases, compare } of browsers) {
    if ((await runQuietly('vite', ['build', '--mode', mode])) !== 0) process.exit(1);
    for (const hints of [true, false]) {
      runs.push({ browser: name, hints, ...(await compare(casesOf({ name, cases }), hints)) });
    }
  }
  const page = agreementPage(runs, new Date().toISOString().slice(0, 10));
  writeFileSync(path, page);
  console.log(page);
  const short = runs.flatMap((run) =>
    shortfalls(run).map((line) => `${run.browser}, hints ${run.hints ? 'on' : 'off'}: ${line}`),
  );
  for (const line of short) console.error(line);
  console.log(`${path}: ${short.length === 1 ? '1 problem' : `${short.length} problems`}`);
  process.exitCode = short.length === 0 ? 0 : 1;
}

await main();
