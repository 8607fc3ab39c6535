import { setUpChromium, setUpFirefox } from '../scripts/browsers';
import { runQuietly } from '../scripts/run';
import { benchDiagnosis } from './diagnosis';
import { benchExplain } from './explain';
import { benchFiles } from './files';
import { benchFlood } from './flood';
import { benchLoad } from './load';
import { benchMessages } from './messages';
import { benchRequests } from './requests';
import { benchWhatIf } from './what-if';

// Runs the benchmarks: `npm run bench -- [--json] [names]`. They measure ratios within one run, because absolute
// times vary between machines and runs. With --json, the last line is an object of figures with stable keys.

const benches: Readonly<Record<string, () => Promise<Readonly<Record<string, number>>>>> = {
  explain: benchExplain,
  diagnosis: benchDiagnosis,
  requests: benchRequests,
  messages: benchMessages,
  flood: benchFlood,
  load: benchLoad,
  files: benchFiles,
  'what-if': benchWhatIf,
};

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const isJson = words.includes('--json');
  const names = words.filter((word) => word !== '--json');
  const wanted = Object.keys(benches).filter(
    (name) => names.length === 0 || names.some((each) => isOf(each, name)),
  );
  if (wanted.length === 0) {
    console.error(
      `bench: no benchmark is called "${names.join(' ')}"; choose from ${Object.keys(benches).join(', ')}`,
    );
    process.exit(2);
  }
  setUpChromium();
  setUpFirefox();
  for (const mode of ['chrome', 'firefox']) {
    if ((await runQuietly('vite', ['build', '--mode', mode])) !== 0) process.exit(1);
  }

  const figures: Record<string, number> = {};
  for (const name of wanted) {
    const found = (await benches[name]?.()) ?? {};
    Object.assign(figures, found);
    if (isJson) continue;
    for (const [key, value] of Object.entries(found)) console.log(`${key.padEnd(28)} ${value}`);
  }
  if (isJson) console.log(JSON.stringify(figures));
}

/** Whether a word names a benchmark, or one of its figures. */
function isOf(word: string, name: string): boolean {
  return word === name || word.startsWith(`${name}.`);
}

await main();
