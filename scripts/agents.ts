import { writeFileSync } from 'node:fs';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { countTokens } from 'gpt-tokenizer';
import { type Playground, servePlayground } from '../playground/server';
import { type FindingCode, findings as kinds, sections } from '../src/engine';
import { expected } from '../test/agreement/expected';
import { openPlainChromium } from '../test/browsers/chromium';
import { setUpChromium } from './browsers';
import { runQuietly } from './run';

// npm run agents: asks CORScope and Chrome's own agent server about the same pages, and writes docs/agents.md.

const path = 'docs/agents.md';
const wanted = 40;

/** What an answer has of what is asked for. */
interface Told {
  readonly cause: boolean;
  readonly status: boolean;
  readonly header: boolean;
  readonly calls: number;
  readonly tokens: number;
}

/** A page with one request that does not pass, and what is true of it. */
interface Asked {
  readonly id: string;
  readonly url: string;
  readonly code: FindingCode;
  /** The status that the server sent for the response that decided; null if there was none. */
  readonly status: number | null;
  /** What has to change: a header, or the status of a preflight; null if no header is the fix. */
  readonly header: string | null;
}

/** The header that a finding is about. */
const headerOf: readonly (readonly [RegExp, string])[] = [
  [/allow-credentials-/, 'Access-Control-Allow-Credentials'],
  [/wildcard-with-credentials/, 'Access-Control-Allow-Origin'],
  [/allow-origin-/, 'Access-Control-Allow-Origin'],
  [/allow-methods-invalid|method-not-allowed/, 'Access-Control-Allow-Methods'],
  [/allow-headers-invalid|header-not-allowed/, 'Access-Control-Allow-Headers'],
  [/preflight-status|preflight-redirect/, 'status'],
  [/^corp-/, 'Cross-Origin-Resource-Policy'],
];

/** Opens a server of tools over its standard input and output. */
async function openTools(command: string, args: readonly string[]) {
  const client = new Client({ name: 'corscope-agents', version: '1' });
  await client.connect(new StdioClientTransport({ command, args: [...args], stderr: 'ignore' }));
  let [calls, tokens] = [0, 0];
  return {
    async call(name: string, args: Record<string, unknown>): Promise<string> {
      const { content } = await client.callTool({ name, arguments: args });
      const text = (content as readonly { readonly text?: string }[])
        .map((each) => each.text ?? '')
        .join('\n');
      calls += 1;
      tokens += countTokens(text);
      return text;
    },
    /** What was called since it was last asked. */
    spent() {
      const spent = { calls, tokens };
      [calls, tokens] = [0, 0];
      return spent;
    },
    close: () => client.close(),
  };
}

type Tools = Awaited<ReturnType<typeof openTools>>;

/** The statuses that the browser itself has for each page, of the response that decided. */
async function truthOf(playground: Playground): Promise<readonly Asked[]> {
  const { context, close } = await openPlainChromium({ hosts: null });
  const page = context.pages()[0] ?? (await context.newPage());
  const session = await context.newCDPSession(page);
  const statuses = new Map<string, number>();
  const urls = new Map<string, string>();
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ requestId, request }) =>
    urls.set(requestId, `${request.method} ${request.url}`),
  );
  session.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }) => {
    statuses.set(requestId, statusCode);
  });
  const asked: Asked[] = [];
  for (const { id, outcome, finding } of expected) {
    if (asked.length >= wanted) break;
    if (outcome !== 'blocked' || finding === null) continue;
    statuses.clear();
    urls.clear();
    const url = `${playground.origins.page}/run/${id}`;
    await page.goto(url);
    await page.waitForFunction('scenario.done');
    const isPreflight = finding.startsWith('preflight-');
    const found = [...statuses].filter(([requestId]) => {
      const line = urls.get(requestId) ?? '';
      return line.includes(`c=${id}&`) && line.startsWith('OPTIONS ') === isPreflight;
    });
    const status = found.at(-1)?.[1] ?? null;
    // Pages on other hosts than *.localhost cannot be reached without rules for their names.
    if (status === null && finding !== 'mode-same-origin') continue;
    const header = headerOf.find(([pattern]) => pattern.test(finding))?.[1] ?? null;
    asked.push({ id, url, code: finding, status, header });
  }
  await close();
  return asked;
}

async function askCorscope(tools: Tools, { url, code, status, header }: Asked): Promise<Told> {
  const text = await tools.call('inspect', { url });
  const { section, step } = kinds[code];
  // Two steps of the standard give this one.
  const steps = code === 'redirect-with-credentials' ? ['9', '10'] : [step];
  const plain = text.replaceAll('`', '');
  return {
    // The rule that decided, by its section and step, stands for the reason.
    cause: steps.some((each) => plain.includes(`${sections[section].title}, step ${each}`)),
    status: status === null || new RegExp(`\\b${status}\\b`).test(text),
    header: header === null || text.includes(header),
    ...tools.spent(),
  };
}

async function askDevTools(tools: Tools, { url, id, status, header }: Asked): Promise<Told> {
  await tools.call('new_page', { url });
  const pages = await tools.call('list_pages', {});
  const pageId = Number(/^(\d+): .*\[selected\]/m.exec(pages)?.[1]);
  const list = await tools.call('list_network_requests', { pageId });
  const texts = [];
  for (const [, reqid] of list.matchAll(/^reqid=(\d+) (?=.*[?&]c=)/gm)) {
    texts.push(await tools.call('get_network_request', { pageId, reqid: Number(reqid) }));
  }
  const said = await tools.call('list_console_messages', { pageId });
  await tools.call('close_page', { pageId });
  const all = texts.join('\n');
  return {
    cause: /blocked by|CORS policy|ERR_BLOCKED/.test(said) && said.includes(id),
    status: status === null || new RegExp(`Status: ${status}\\b`).test(all),
    // Whether it shows the header as it was sent, or that a response has none.
    header:
      header === null || header === 'status' ? /Status: \d/.test(all) : /### Response Headers/.test(all),
    ...tools.spent(),
  };
}

function page(rows: readonly { asked: Asked; own: Told; other: Told }[]): string {
  const mark = (is: boolean) => (is ? 'yes' : 'no');
  const count = (told: readonly Told[], part: 'cause' | 'status' | 'header') =>
    told.filter((each) => each[part]).length;
  const mean = (told: readonly Told[], part: 'calls' | 'tokens') =>
    Math.round((told.reduce((sum, each) => sum + each[part], 0) / told.length) * 10) / 10;
  const [own, other] = [rows.map((row) => row.own), rows.map((row) => row.other)];
  const total = (name: string, told: readonly Told[]) =>
    `| ${name} | ${count(told, 'cause')} of ${told.length} | ${count(told, 'status')} of ${told.length} | ${count(told, 'header')} of ${told.length} | ${mean(told, 'calls')} | ${mean(told, 'tokens')} |`;
  return `# What an agent is told

${rows.length} pages of the playground, each with a request that Chromium blocked. CORScope gets one call of \`inspect\`; \`chrome-devtools-mcp\`, the agent server of Chrome's own DevTools, with the calls that it offers for this: open the page, list its requests, read each of them, list the console messages. \`npm run agents\` writes this page.

- *reason*: CORScope names the rule that decided, by section and step; the other has a console message about the request.
- *status*: the status of the response that decided, as the DevTools protocol has it.
- *header*: CORScope names the header to change; the other shows the headers of the response that decided.
- *tokens*: of all answers, counted as GPT-5 does.

| | reason | status | header | calls | tokens |
|---|---|---|---|---|---|
${total('CORScope', own)}
${total('chrome-devtools-mcp', other)}

## Each page

| page | reason, status, header: CORScope | chrome-devtools-mcp | tokens |
|---|---|---|---|
${rows
  .map(({ asked, own: one, other: two }) => {
    const marks = ({ cause, status, header }: Told) => [cause, status, header].map(mark).join(', ');
    return `| \`${asked.id}\` | ${marks(one)} | ${marks(two)} | ${one.tokens} / ${two.tokens} |`;
  })
  .join('\n')}
`;
}

async function main(): Promise<void> {
  const chromium = setUpChromium();
  for (const mode of ['chrome', 'cli']) {
    if ((await runQuietly('vite', ['build', '--mode', mode])) !== 0) process.exit(1);
  }
  const playground = await servePlayground({ ports: [0, 0] });
  const asked = await truthOf(playground);
  const own = await openTools(process.execPath, ['dist/cli/corscope.js', 'mcp', '--language', 'en']);
  const other = await openTools(process.execPath, [
    ...['node_modules/chrome-devtools-mcp/build/src/bin/chrome-devtools-mcp.js', '--headless', '--isolated'],
    ...[
      '--executablePath',
      chromium,
      '--chromeArg=--no-sandbox',
      '--usageStatistics=false',
      '--performanceCrux=false',
    ],
  ]);
  const rows = [];
  for (const each of asked) {
    rows.push({ asked: each, own: await askCorscope(own, each), other: await askDevTools(other, each) });
    console.log(each.id, rows.at(-1)?.own, rows.at(-1)?.other);
  }
  await Promise.all([own.close(), other.close()]);
  await playground.close();
  writeFileSync(path, page(rows));
  const missed = rows.filter(({ own: { cause, status, header } }) => !(cause && status && header));
  console.log(`${path}: ${missed.length} of ${rows.length} pages lack something`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}

await main();
