import { writeFileSync } from 'node:fs';
import { type Variant, variantsOf } from '../test/causes/case';
import { record } from '../test/causes/record';
import { openRecordedTab } from '../test/causes/recorded-tab';
import { type RecordingBrowser, recordingPath } from '../test/causes/recording';
import { serveCase } from '../test/causes/serve';
import { installServers } from '../test/causes/servers/install';
import { versionOf } from '../test/causes/servers/products';
import { serverRecordingPath } from '../test/causes/servers/server-case';
import { serverCases } from '../test/causes/servers/table';
import { causeCases } from '../test/causes/table';
import { setUpChromium, setUpFirefox } from './browsers';

// npm run record:causes -- [chromium|firefox] [code…] [server…]: runs cases of test/causes in the browsers, with
// the extension as built in dist/, and writes what the panel received to test/causes/recordings. A server is the
// name of a product (nginx) or the id of a case with a real server; `servers` means all. Their recordings are in
// test/causes/servers/recordings.

const isBrowser = (text: string): text is RecordingBrowser => text === 'chromium' || text === 'firefox';
const wished = process.argv.slice(2);
const names = wished.filter((text) => !isBrowser(text));
const named = wished.filter(isBrowser);
const browsers = named.length > 0 ? named : (['chromium', 'firefox'] as const);

const cases = causeCases
  .filter(({ cause }) => names.length === 0 || names.includes(cause))
  .map((definition) => ({
    definition,
    name: definition.cause,
    server: null,
    path: (variant: Variant, browser: RecordingBrowser) => recordingPath(definition.cause, variant, browser),
  }));
const realCases = serverCases
  .filter(({ id, product }) => ['servers', id, product].some((name) => names.includes(name)))
  .map((definition) => ({
    definition,
    name: definition.id,
    server: definition.product,
    path: (variant: Variant, browser: RecordingBrowser) =>
      serverRecordingPath(definition.id, variant, browser),
  }));

setUpChromium();
setUpFirefox();
if (realCases.length > 0) installServers();
const [first] = causeCases;
if (!first) throw new Error('causes: there is no case');
let failures = 0;
for (const browser of browsers) {
  const start = await serveCase(first, 'broken', 'start');
  const tab = await openRecordedTab[browser](start.blank);
  try {
    for (const [index, { definition, name, server, path }] of [...cases, ...realCases].entries()) {
      if ((definition.only ?? browser) !== browser) continue;
      for (const variant of variantsOf(definition)) {
        try {
          const recording = await record<string>(definition, variant, `${index}${variant[0]}`, tab);
          const real = server && { server: { name: server, version: versionOf(server) } };
          const text = `${JSON.stringify({ ...real, ...recording })}\n`;
          writeFileSync(path(variant, browser), text);
          console.log(`${browser} ${name} ${variant}: ${(text.length / 1000).toFixed(1)} kB`);
        } catch (error) {
          failures += 1;
          console.error(`${browser} ${name} ${variant}: ${error instanceof Error ? error.message : error}`);
        }
      }
    }
  } finally {
    await tab.close();
    await start.close();
  }
}
process.exitCode = failures === 0 ? 0 : 1;
