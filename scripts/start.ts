import { mkdirSync, writeFileSync } from 'node:fs';
import { type Playground, servePlayground } from '../playground/server';
import { loadLanguage } from '../src/prose';
import { questionProse } from '../src/prose/questions';
import { stackWords } from '../src/prose/stacks';
import { markdown } from '../src/report/markdown';
import { hasDisplay, setUpChromium, setUpFirefox } from './browsers';
import { runQuietly } from './run';
import { showInChromium } from './show-in-chromium';
import { showInFirefox } from './show-in-firefox';
import type { Show, Shown } from './shown';
import { summary } from './summary';

// Installs what is missing, builds the extension, and shows the panel on the playground. Without a display, it
// writes a report and a picture instead. `--firefox` uses Firefox, `--headless` opens no window.

interface Subject {
  readonly name: string;
  /** The mode of the Vite build. */
  readonly build: 'chrome' | 'firefox';
  readonly extensionFor: string;
  readonly setUp: () => unknown;
  readonly show: Show;
}

const inChromium: Subject = {
  name: 'Chromium',
  build: 'chrome',
  extensionFor: 'Chrome',
  setUp: setUpChromium,
  show: showInChromium,
};

const inFirefox: Subject = {
  name: 'Firefox',
  build: 'firefox',
  extensionFor: 'Firefox',
  setUp: setUpFirefox,
  show: showInFirefox,
};

async function main(): Promise<void> {
  const subject = process.argv.includes('--firefox') ? inFirefox : inChromium;
  const isHeaded = hasDisplay() && !process.argv.includes('--headless');
  subject.setUp();
  console.log(`Building the extension for ${subject.extensionFor}: dist/${subject.build}`);
  if ((await runQuietly('vite', ['build', '--mode', subject.build])) !== 0) process.exit(1);

  const stopped = untilStopped();
  const playground = await startPlayground();
  console.log(`The playground is at ${playground.origins.page}`);
  const how = isHeaded ? '' : hasDisplay() ? ' without a window' : ' without a window: there is no display';
  console.log(`Opening ${subject.name}${how}`);
  const showing = subject.show(playground, isHeaded);
  const use = (shown: Shown) => (isHeaded ? untilClosed(shown) : leaveReport(shown));
  // Without a window, the report is the only result: if the process is stopped before that, it has failed.
  const stopping = stopped.then(() => {
    if (!isHeaded) process.exitCode = 1;
  });
  try {
    await Promise.race([stopping, showing.then(use)]);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    // If the process was stopped while the browser opened, close the browser once it is open.
    const shown = await showing.catch(() => null);
    await shown?.close().catch(() => undefined);
    await playground.close();
  }
}

/** Resolves at Ctrl-C, or when another signal ends the process. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

/** Serves the playground on its usual ports, or on free ones if those are in use. */
async function startPlayground(): Promise<Playground> {
  return await servePlayground().catch(() => servePlayground({ ports: [0, 0] }));
}

async function untilClosed({ closed }: Shown): Promise<void> {
  console.log('Close the window, or press Ctrl-C, to stop.');
  await closed;
}

async function leaveReport(shown: Shown): Promise<void> {
  const report = await shown.report();
  const { language } = report;
  await Promise.all([loadLanguage(language), questionProse.load(language), stackWords.load(language)]);
  mkdirSync('out', { recursive: true });
  writeFileSync('out/report.json', `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync('out/report.md', markdown(report));
  writeFileSync('out/panel.png', await shown.picture());
  console.log(`\n${summary(report)}\n`);
  console.log('The report:  out/report.json, out/report.md');
  console.log('The panel:   out/panel.png');
}

await main();
// After an early stop, pending promises would wait for a browser that is already closed.
process.exit();
