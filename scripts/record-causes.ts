import { writeFileSync } from 'node:fs';
import { variantsOf } from '../test/causes/case';
import { record } from '../test/causes/record';
import { openRecordedTab } from '../test/causes/recorded-tab';
import { type RecordingBrowser, recordingPath } from '../test/causes/recording';
import { serveCase } from '../test/causes/serve';
import { causeCases } from '../test/causes/table';
import { setUpChromium, setUpFirefox } from './browsers';

// npm run record:causes -- [chromium|firefox] [code…]: runs cases of test/causes in the browsers, with the
// extension as built in dist/, and writes what the panel received to test/causes/recordings.

const isBrowser = (text: string): text is RecordingBrowser => text === 'chromium' || text === 'firefox';
const wished = process.argv.slice(2);
const codes = wished.filter((text) => !isBrowser(text));
const named = wished.filter(isBrowser);
const browsers = named.length > 0 ? named : (['chromium', 'firefox'] as const);

setUpChromium();
setUpFirefox();
const [first] = causeCases;
if (!first) throw new Error('causes: there is no case');
let failures = 0;
for (const browser of browsers) {
  const start = await serveCase(first, 'broken', 'start');
  const tab = await openRecordedTab[browser](start.blank);
  try {
    for (const [index, definition] of causeCases.entries()) {
      const { cause, only = browser } = definition;
      if (only !== browser || (codes.length > 0 && !codes.includes(cause))) continue;
      for (const variant of variantsOf(definition)) {
        try {
          const recording = await record(definition, variant, `${index}${variant[0]}`, tab);
          const text = `${JSON.stringify(recording)}\n`;
          writeFileSync(recordingPath(cause, variant, browser), text);
          console.log(`${browser} ${cause} ${variant}: ${(text.length / 1000).toFixed(1)} kB`);
        } catch (error) {
          failures += 1;
          console.error(`${browser} ${cause} ${variant}: ${error instanceof Error ? error.message : error}`);
        }
      }
    }
  } finally {
    await tab.close();
    await start.close();
  }
}
process.exitCode = failures === 0 ? 0 : 1;
