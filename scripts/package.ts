import { readFileSync, writeFileSync } from 'node:fs';
import { pack } from './pack';
import { runQuietly } from './run';

// Writes the files for an extension store: dist/corscope-chrome-VERSION.zip and dist/corscope-firefox-VERSION.zip,
// the same bytes for the same sources.

async function main(): Promise<void> {
  for (const browser of ['chrome', 'firefox']) {
    if ((await runQuietly('vite', ['build', '--mode', browser])) !== 0) process.exit(1);
    const { version }: { version: string } = JSON.parse(
      readFileSync(`dist/${browser}/manifest.json`, 'utf8'),
    );
    const path = `dist/corscope-${browser}-${version}.zip`;
    const zip = pack(`dist/${browser}`);
    writeFileSync(path, zip);
    console.log(`${path}: ${Math.ceil(zip.length / 1024)} kB`);
  }
}

await main();
