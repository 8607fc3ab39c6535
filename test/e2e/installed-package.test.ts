import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import cors from 'cors';
import { describe, expect, test } from 'vitest';
import { forUsers } from './user-project';

const opened = forUsers();

describe('the installed package', () => {
  test('has all that it needs, and nothing of the sources', () => {
    expect(opened.project.packed).toContain('dist/cli/corscope.js');
    expect(opened.project.packed).toContain('dist/chrome/manifest.json');
    expect(opened.project.packed.filter((path) => /^(src|test|playground|examples)\//.test(path))).toEqual(
      [],
    );
  });

  test('runs from any folder', async () => {
    const { code, stdout } = await opened.project.run(opened.project.bin('corscope'), [
      '--help',
      '--language',
      'zh-CN',
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('命令');
    const url = `${opened.playground.origins.page}/run/allow-origin-missing`;
    const inspected = await opened.project.run(opened.project.bin('corscope'), ['inspect', url]);
    expect(inspected).toMatchObject({ code: 1 });
    expect(inspected.stdout).toContain('without Access-Control-Allow-Origin');
  });

  test('has types for its users', async () => {
    writeFileSync(
      join(opened.project.folder, 'types.ts'),
      `import { chromeRules, explain, type Exchange } from 'corscope/engine';
       import { expect, test, type RecordedReport } from 'corscope/playwright';
       const exchange: Exchange = { origin: 'https://a.example', mode: 'cors', credentialsMode: 'omit', redirectMode: 'follow', hops: [] };
       export const code: string | undefined = explain(exchange, chromeRules).findings[0]?.code;
       test('x', async ({ page, corscope }) => {
         const report: RecordedReport = await corscope.report();
         await expect(page).toHaveNoBlockedRequests({ except: [/x/, 'csp'] });
         // @ts-expect-error: there is no such option
         await expect(page).toHaveNoBlockedRequests({ excpt: [] });
         // @ts-expect-error: no number
         const wrong: number = report.exchanges[0]?.outcome;
       });`,
    );
    for (const resolution of ['nodenext', 'bundler']) {
      const module = resolution === 'bundler' ? 'esnext' : 'nodenext';
      const options = [
        '--strict',
        '--noEmit',
        '--target',
        'es2023',
        '--types',
        'node',
        '--skipLibCheck',
        'false',
      ];
      const ended = await opened.project.run(opened.project.bin('tsc'), [
        ...options,
        '--module',
        module,
        '--moduleResolution',
        resolution,
        'types.ts',
      ]);
      expect(ended).toEqual({ code: 0, stdout: '', stderr: '' });
    }
  });
});

describe('the README', () => {
  const readme = readFileSync('README.md', 'utf8');

  test('has an entry for agents that starts the server of tools', async () => {
    const [, text = ''] = /```json\n(\{ "mcpServers".*?)\n```/.exec(readme) ?? [];
    const { mcpServers }: { mcpServers: Record<string, { command: string; args: string[] }> } =
      JSON.parse(text);
    const { command = '', args = [] } = mcpServers.corscope ?? {};
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(
      new StdioClientTransport({ command, args, cwd: opened.project.folder, stderr: 'ignore' }),
    );
    const { tools } = await client.listTools();
    await client.close();
    expect(tools.map(({ name }) => name)).toEqual([
      'inspect',
      'blocked',
      'explain',
      'check',
      'fix',
      'verify',
    ]);
  });

  test('has a policy and a command for CI that pass for a server with that policy, and fail for another', async () => {
    const [, policy = ''] = /```json\n(\{\n {2}"origins".*?)\n```/s.exec(readme) ?? [];
    const [, command = ''] = /```sh\n(corscope check policy\.json .*)\n```/.exec(readme) ?? [];
    const { origins, methods, headers, credentials } = JSON.parse(policy);
    writeFileSync(join(opened.project.folder, 'policy.json'), policy);
    const allow = cors({ origin: origins, methods, allowedHeaders: headers, credentials });
    let isKept = true;
    const server = createServer((request, response) => {
      const end = () => response.writeHead(request.url === '/items' ? 200 : 404).end();
      if (isKept) allow(request, response, end);
      else end();
    });
    await new Promise<void>((done) => server.listen(0, done));
    const { port } = server.address() as AddressInfo;
    const line = `npx ${command.replace(':3000', `:${port}`)}`;
    expect(await opened.project.run('sh', ['-c', line])).toMatchObject({ code: 0 });
    isKept = false;
    expect(await opened.project.run('sh', ['-c', line])).toMatchObject({ code: 1 });
    server.close();
  });

  test('has commands for backend developers that know a file and a server', async () => {
    const server = createServer((_, response) => response.end());
    await new Promise<void>((done) => server.listen(0, done));
    const { port } = server.address() as AddressInfo;
    const [, command = ''] = /`(corscope check https:[^`]*)`/.exec(readme) ?? [];
    const line = `npx ${command.replace('https://api.example', `http://localhost:${port}`)}`;
    const checked = await opened.project.run('sh', ['-c', line]);
    expect(checked).toMatchObject({ code: 1 });
    expect(checked.stdout).toContain('Access-Control-Allow-Origin');
    server.close();
  });
});

describe('the engine in a unit test', () => {
  test('fails where a browser would', async () => {
    const { code, stdout } = await opened.project.run(process.execPath, ['--test', 'engine/items.test.mjs']);
    expect(stdout).toMatch(/pass 3\b/);
    expect(code).toBe(0);
  });
});
