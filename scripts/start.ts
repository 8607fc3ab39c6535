import { mkdirSync, writeFileSync } from 'node:fs';
import { type Playground, servePlayground } from '../playground/server';
import type { Report } from '../src/report/model';
import { type ChromiumWithExtension, openChromium } from '../test/browsers/chromium';
import { type DevTools, openPanelInDevTools, setDevToolsSetting } from '../test/browsers/devtools';
import { hasDisplay, setUpChromium } from './browsers';
import { runQuietly } from './run';
import { summary } from './summary';

// Sets up what is missing, builds, and shows the panel on the playground: in a window, or, where there is
// none, as a report and a picture.

async function main(): Promise<void> {
  const isHeaded = hasDisplay() && !process.argv.includes('--headless');
  setUpChromium();
  console.log('Building the extension for Chrome: dist/chrome');
  if ((await runQuietly('vite', ['build', '--mode', 'chrome'])) !== 0) process.exit(1);

  const playground = await startPlayground();
  console.log(`The playground is at ${playground.origins.page}`);
  console.log(isHeaded ? 'Opening Chromium' : 'Opening Chromium without a window: there is no display');
  let chromium: ChromiumWithExtension | null = null;
  try {
    chromium = await openChromium({ headless: !isHeaded, devtools: true, hosts: null });
    const devtools = await show(chromium, playground, !isHeaded);
    if (isHeaded) await untilClosed(chromium);
    else await leaveReport(devtools);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    await chromium?.close().catch(() => undefined);
    await playground.close();
  }
}

/** On its usual ports, or on others if those are taken. */
async function startPlayground(): Promise<Playground> {
  return await servePlayground().catch(() => servePlayground({ ports: [0, 0] }));
}

/** Opens the demo page under DevTools, with the panel in front. */
async function show(
  { context, targets, extensionId }: ChromiumWithExtension,
  playground: Playground,
  isHeadless: boolean,
): Promise<DevTools> {
  const page = context.pages()[0] ?? (await context.newPage());
  const devtools = await openPanelInDevTools(targets, extensionId, 'CORScope');
  // Headless there is only DevTools to see: it gets the whole window.
  if (isHeadless) await setDevToolsSetting(devtools.frontend, 'currentDockState', 'undocked');
  await devtools.panel.evaluate('corscope.ready');
  await page.goto(`${playground.origins.page}/demo`);
  return devtools;
}

async function leaveReport({ frontend, panel }: DevTools): Promise<void> {
  await panel.evaluate('corscope.idle()');
  const report = await panel.evaluate<Report>('corscope.report()');
  await panel.evaluate(`document.querySelector('.table-row.is-blocked')?.click()`);
  // Drawn before the next frame after the click.
  await panel.evaluate(
    'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())))',
  );
  mkdirSync('out', { recursive: true });
  writeFileSync('out/report.json', `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync('out/panel.png', await frontend.screenshot());
  console.log(`\n${summary(report)}\n`);
  console.log('The report:  out/report.json');
  console.log('The panel:   out/panel.png');
}

/** Resolves when the window is closed, or at Ctrl-C. */
function untilClosed({ context }: ChromiumWithExtension): Promise<void> {
  console.log('Close the window, or press Ctrl-C, to stop.');
  return new Promise((resolve) => {
    context.once('close', () => resolve());
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

await main();
