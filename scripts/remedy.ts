import { readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { type ProxyId, proxies } from '../src/remedy/proxies';
import type { ProxyStack } from '../src/remedy/proxy';
import { type StackId, stacks } from '../src/remedy/stacks';
import type { LiveId } from '../test/remedy/live/prove';
import type { LiveProxyId } from '../test/remedy/live/proxied';
import { parsers } from '../test/remedy/parsers';
import { setUpChromium } from './browsers';

/** The page about stacks. */
export const remedyPath = 'docs/remedy.md';
/** What the last `npm run remedy` proved: the version of each server in which its text was applied. */
const proofsPath = 'test/remedy/live/proofs.json';

/** Returns the page about stacks, from the table of stacks and the last proofs. */
export function remedyPage(): string {
  const proofs: Readonly<Record<string, string>> = JSON.parse(readFileSync(proofsPath, 'utf8'));
  const ids = Object.keys(stacks) as StackId[];
  const proxyIds = Object.keys(proxies) as ProxyId[];
  const rows = ids.map((id) => {
    const { name, link } = stacks[id];
    const proof = proofs[id];
    const parser = parsers[id]?.name;
    const read = parser === undefined ? 'by its documentation' : `parser-checked (${parser})`;
    return `| ${name} | ${proof === undefined ? read : `proven live (${proof})`} | <${link}> |`;
  });
  return [
    '# Policies for servers and frameworks',
    '',
    'For a request that CORS blocked, the detail shows the smallest policy of its server, and writes it for these servers and frameworks. `npm run remedy` writes this page.',
    '',
    `*Proven live* means that the texts were applied to that version without a change, and that a real Chromium asked it from pages of three origins (\`test/remedy/live/\`): GET, PUT with a custom header, a preflight to a route that needs authentication, responses with 401, 404 and 500, a response from the browser's cache, which the pages share, and responses through an nginx that caches for all of them and was first asked without an Origin header. Without a text, everything was blocked. With a whole policy (two origins, credentials, methods, headers), the two pages get all of it, each from the caches its own, and the third nothing. With the smallest (one origin, nothing else), that page reads simple requests only. With a policy for any origin, all three get everything without credentials. \`corscope check\` finds no broken rule under the whole policy, except Vary in Spring 4.3. Behind proxies, the application itself allows everything, and the text must stop it. ${ids.filter((id) => proofs[id] !== undefined).length} of ${ids.length} are proven so. Two differ through the shared cache: Tomcat with a policy for any origin, and Spring 4.3, which sends no Vary without an Origin header (5.2 and newer do). Those of MCP servers also allow what the protocol uses. Of Nitro, its HTTP layer h3 was run, of Firebase Functions the Functions Framework, of Supabase Edge Functions their runtime Deno, and of the MCP SDK for TypeScript its Express application.`,
    '',
    '*Parser-checked* means that the text is valid in its format, and written by the linked documentation. No such server ran it.',
    '',
    '| server or framework | status | documentation |',
    '|---|---|---|',
    ...rows,
    '',
    '## A proxy instead',
    '',
    `For a server that the user cannot change, the detail writes a proxy for the page’s own server. *Proven live* means: the server sends no CORS headers, and refuses other host names than its own and requests with an Origin header. A page in Chromium cannot read it, but through the proxy it can: GET with a header of the response, PUT with a body, a query, an encoded slash (which nginx decodes), 404 and 500. A path that looks like another host stays with the server. Without credentials, no cookie passes in either direction; with them, cookies go both ways (in Next.js, those without a Domain attribute). The servers were on http:, so TLS to the server, redirects and WebSockets are by documentation. ${proxyIds.filter((id) => proofs[`proxy:${id}`] !== undefined).length} of ${proxyIds.length} are proven so.`,
    '',
    '| server or platform | use | status | documentation |',
    '|---|---|---|---|',
    ...proxyIds.map((id) => {
      const { name, use, link, passesCookies }: ProxyStack = proxies[id];
      const proof = proofs[`proxy:${id}`];
      const status = proof === undefined ? 'by its documentation' : `proven live (${proof})`;
      return `| ${name} | ${use} | ${status}${passesCookies ? '; cannot leave cookies out' : ''} | <${link}> |`;
    }),
    '',
    'Origins, methods and header names with characters other than letters, digits, `_`, `-` and `.` are left out of the text, because a page can invent them; the panel says how many.',
    '',
  ].join('\n');
}

/** Applies the text of each stack to the real server, and writes down the versions in which it passed. */
async function prove(): Promise<void> {
  const { loadLanguage } = await import('../src/prose');
  const { expectedProofOf, liveApps, openLivePages, versionOfStack } = await import(
    '../test/remedy/live/prove'
  );
  const { expectedOf, pageServers, proveProxy, versionOfProxy } = await import('../test/remedy/live/proxied');
  const { installServers } = await import('../test/causes/servers/install');
  setUpChromium();
  installServers();
  await loadLanguage('en');
  const pages = await openLivePages();
  const proofs: Record<string, string> = {};
  for (const id of Object.keys(liveApps) as LiveId[]) {
    const isProven = isDeepStrictEqual(await pages.prove(id), expectedProofOf(id));
    if (isProven) proofs[id] = versionOfStack(id);
    else process.exitCode = 1;
    console.log(`${id}: ${isProven ? proofs[id] : 'FAILED'}`);
  }
  await pages.close();
  for (const id of Object.keys(pageServers) as LiveProxyId[]) {
    const isProven = isDeepStrictEqual(await proveProxy(id), expectedOf(id));
    if (isProven) proofs[`proxy:${id}`] = versionOfProxy(id);
    else process.exitCode = 1;
    console.log(`proxy ${id}: ${isProven ? versionOfProxy(id) : 'FAILED'}`);
  }
  writeFileSync(proofsPath, `${JSON.stringify(proofs, null, 2)}\n`);
}

// npm run remedy: proves all stacks and writes the page.
if (process.argv[1] === import.meta.filename) {
  await prove();
  writeFileSync(remedyPath, remedyPage());
  console.log(remedyPath);
}
