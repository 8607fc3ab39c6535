import { readFileSync, writeFileSync } from 'node:fs';
import { type StackId, stacks } from '../src/remedy/stacks';
import type { LiveId } from '../test/remedy/live/prove';
import { setUpChromium } from './browsers';

/** The page about stacks. */
export const remedyPath = 'docs/remedy.md';
/** What the last `npm run remedy` proved: the version of each server in which its text was applied. */
const proofsPath = 'test/remedy/live/proofs.json';

/** Returns the page about stacks, from the table of stacks and the last proofs. */
export function remedyPage(): string {
  const proofs: Readonly<Record<string, string>> = JSON.parse(readFileSync(proofsPath, 'utf8'));
  const ids = Object.keys(stacks) as StackId[];
  const rows = ids.map((id) => {
    const { name, link } = stacks[id];
    const proof = proofs[id];
    return `| ${name} | ${proof === undefined ? 'by its documentation' : `proven live (${proof})`} | <${link}> |`;
  });
  return [
    '# Policies for servers and frameworks',
    '',
    'For a request that CORS blocked, the detail shows the smallest policy of its server, and writes it for these servers and frameworks. `npm run remedy` writes this page.',
    '',
    `*Proven live* means that the text was applied to that version without a change, and that a real Chromium asked it from three pages (\`test/remedy/live/\`). Without the text, every request was blocked. With it, two allowed pages read the responses to GET and to PUT with a custom header, pass a preflight to a route that needs authentication, and read 401, 404 and 500; each gets its own response from the browser's cache, which they share. A page of a third origin gets nothing. ${Object.keys(proofs).length} of ${ids.length} are proven so.`,
    '',
    '| server or framework | status | documentation |',
    '|---|---|---|',
    ...rows,
    '',
    'Origins, methods and header names with characters other than letters, digits, `_`, `-` and `.` are left out of the text, because a page can invent them; the panel says how many.',
    '',
  ].join('\n');
}

/** Applies the text of each stack to the real server, and writes down the versions in which it passed. */
async function prove(): Promise<void> {
  const { loadLanguage } = await import('../src/prose');
  const { allowed, blocked, liveApps, openLivePages, versionOfStack } = await import(
    '../test/remedy/live/prove'
  );
  const { installServers } = await import('../test/causes/servers/install');
  setUpChromium();
  installServers();
  await loadLanguage('en');
  const pages = await openLivePages();
  const proofs: Record<string, string> = {};
  const expected = JSON.stringify({ before: blocked, first: allowed, second: allowed, foreign: blocked });
  for (const id of Object.keys(liveApps) as LiveId[]) {
    const isProven = JSON.stringify(await pages.prove(id)) === expected;
    if (isProven) proofs[id] = versionOfStack(id);
    else process.exitCode = 1;
    console.log(`${id}: ${isProven ? proofs[id] : 'FAILED'}`);
  }
  await pages.close();
  writeFileSync(proofsPath, `${JSON.stringify(proofs, null, 2)}\n`);
}

// npm run remedy: proves all stacks and writes the page.
if (process.argv[1] === import.meta.filename) {
  await prove();
  writeFileSync(remedyPath, remedyPage());
  console.log(remedyPath);
}
