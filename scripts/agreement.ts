import { writeFileSync } from 'node:fs';
import { type Case, matrixCases, scenarioCases } from '../test/agreement/matrix/cases';
import { type Compared, isUnheard } from '../test/agreement/matrix/compare';
import { handWrittenCases } from '../test/agreement/matrix/hand-written';
import { compareInChromium } from '../test/agreement/matrix/in-chromium';
import { compareInFirefox } from '../test/agreement/matrix/in-firefox';
import { agreementPage, describeWrong, type Run } from '../test/agreement/matrix/table';
import { setUpChromium, setUpFirefox } from './browsers';
import { runQuietly } from './run';

// Holds CORScope's word against the browsers' own over a matrix of requests, and publishes how they agree:
// docs/agreement.md. Fails on a single wrong claim.

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

async function main(): Promise<void> {
  setUpChromium();
  setUpFirefox();
  const runs: Run[] = [];
  for (const { name, mode, cases, compare } of browsers) {
    if ((await runQuietly('vite', ['build', '--mode', mode])) !== 0) process.exit(1);
    const all = [...matrixCases(cases, seed), ...scenarioCases(), ...handWrittenCases()];
    for (const hints of [true, false]) runs.push({ browser: name, hints, ...(await compare(all, hints)) });
  }
  const page = agreementPage(runs, new Date().toISOString().slice(0, 10));
  writeFileSync(path, page);
  console.log(page);
  const wrong = runs.flatMap(({ browser, hints, compared }) =>
    compared
      .filter((one) => one.outcome === 'wrong' || one.reason === 'wrong' || (hints && isUnheard(one)))
      .map((one) => `${browser}, hints ${hints ? 'on' : 'off'}: ${describeWrong(one)}`),
  );
  for (const line of wrong) console.error(line);
  console.log(`${path}: ${wrong.length} wrong`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
}

await main();
