import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { servePlayground } from '../../../playground/server';
import { until } from '../../../src/cli/browsers/until';
import type { Report } from '../../../src/report/model';
import { openChromium } from '../../browsers/chromium';
import type { Case } from './cases';
import type { Exported } from './har';
import { batchesOf, blocker, caseScript } from './run-cases';

/** A script that Debian's package brings, because this version cannot write HAR files itself. */
const harDump = '/usr/share/doc/mitmproxy/examples/contrib/har_dump.py';
const atOnce = 40;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

/** Makes the requests of cases in Chromium through the real mitmproxy, which writes what passed as HAR. */
export async function exportThroughMitmproxy(cases: readonly Case[]): Promise<readonly Exported[]> {
  const folder = mkdtempSync(join(tmpdir(), 'corscope-mitmproxy-'));
  const playground = await servePlayground({ ports: [0, 0] });
  const exported: Exported[] = [];
  try {
    for (const [index, batch] of batchesOf(cases, atOnce).entries()) {
      const [file, port] = [join(folder, `${index}.har`), await freePort()];
      const options = ['-s', harDump, '--set', `hardump=${file}`, '--set', `confdir=${folder}`];
      const proxy = spawn(
        'mitmdump',
        [
          ...options,
          '-s',
          'test/agreement/matrix/upstream.py',
          '--listen-host',
          '127.0.0.1',
          '-p',
          String(port),
        ],
        // Its script fails for requests whose server did not answer: they are not in the file.
        { stdio: ['ignore', 'pipe', 'ignore'] },
      );
      const ended = once(proxy, 'close');
      let said = '';
      proxy.stdout.on('data', (data) => {
        said += String(data);
      });
      await until('mitmproxy to listen', () => said.includes('listening'));
      const chromium = await openChromium({
        beside: [blocker],
        // Otherwise Chromium uses no proxy for this machine.
        args: [`--proxy-server=127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'],
      });
      try {
        const page = await chromium.context.newPage();
        await page.goto(`${playground.origins.page}/blank`);
        const panel = await chromium.panelFor(page);
        await page.goto(`${playground.origins.page}/blank`);
        await page.evaluate(caseScript(batch, playground, String(index)));
        await panel.evaluate('corscope.idle()');
        const report: Report = JSON.parse(
          await panel.evaluate<string>('corscope.report({ redact: "everything" }).then(JSON.stringify)'),
        );
        await chromium.close();
        // It writes the file as it ends.
        proxy.kill('SIGTERM');
        await ended;
        exported.push({ har: readFileSync(file, 'utf8'), report });
      } finally {
        await chromium.close();
        proxy.kill('SIGKILL');
        await ended;
      }
    }
    return exported;
  } finally {
    await playground.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
