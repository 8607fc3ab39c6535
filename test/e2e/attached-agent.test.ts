import { resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { chromium } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Playground, servePlayground } from '../../playground/server';
import { type DebuggedChromium, startDebuggedChromium } from '../browsers/debugged-chromium';

// An agent whose server is attached to the browser finds our tools in the page of the panel.

let playground: Playground;
let browser: DebuggedChromium;
let client: Client;
let pageId = 0;
beforeAll(async () => {
  playground = await servePlayground({ ports: [0, 0] });
  browser = await startDebuggedChromium({ extension: resolve('dist/chrome') });
  const connection = await chromium.connectOverCDP(browser.address);
  const [context] = connection.contexts();
  const worker = context!.serviceWorkers()[0] ?? (await context!.waitForEvent('serviceworker'));
  const page = await context!.newPage();
  await page.goto(`${playground.origins.page}/run/allow-origin-missing`);
  const panel = await context!.newPage();
  const { host } = new URL(worker.url());
  await panel.goto(
    `chrome-extension://${host}/src/devtools/panel.html?url=${encodeURIComponent(playground.origins.page)}`,
  );
  await panel.evaluate('corscope.ready');
  await connection.close();

  client = new Client({ name: 'test', version: '1' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [
        'node_modules/chrome-devtools-mcp/build/src/bin/chrome-devtools-mcp.js',
        ...['--wsEndpoint', browser.address, '--no-usage-statistics', '--no-performance-crux'],
        ...['--categoryExtensions', '--categoryExperimentalThirdParty'],
      ],
      stderr: 'ignore',
    }),
  );
  const pages = await call('list_pages', {});
  pageId = Number(/^(\d+): .*panel\.html/m.exec(pages)?.[1]);
}, 60_000);
afterAll(async () => {
  await client?.close();
  await browser?.end();
  await playground?.close();
});

async function call(name: string, args: Readonly<Record<string, unknown>>): Promise<string> {
  const { content } = await client.callTool({ name, arguments: args });
  return (content as readonly { readonly text?: string }[]).map(({ text = '' }) => text).join('\n');
}

const tool = (name: string, input: object = {}) =>
  call('execute_3p_developer_tool', {
    pageId,
    toolName: `corscope_${name}`,
    params: JSON.stringify(input),
  });

test('finds the tools, and gets the cause, the fix and what has changed', async () => {
  const tools = await call('list_3p_developer_tools', { pageId });
  for (const name of ['inspect', 'blocked', 'explain', 'fix', 'verify'])
    expect(tools).toContain(`corscope_${name}`);
  const inspected = await tool('inspect');
  expect(inspected).toContain('1 blocked');
  expect(inspected).toContain('without `Access-Control-Allow-Origin`');
  expect(await tool('blocked', { from: 1 })).toContain('1 blocked');
  expect(await tool('fix', { stack: 'nginx' })).toContain('add_header');
  expect(await tool('fix', { stack: 'emacs' })).toContain('there is no stack emacs');
  expect(await tool('verify')).toContain('did not change');
  const message = `Access to fetch at 'https://api.example/x' from origin 'https://app.example' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`;
  expect(await tool('explain', { text: message })).toContain('Access-Control-Allow-Origin');
  expect(await tool('explain', { text: '{"log": ' })).toContain('too early');
});
