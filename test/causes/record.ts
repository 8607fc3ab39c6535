import { until } from '../../src/cli/browsers/until';
import type { ToWatcher } from '../../src/protocol/messages';
import type { Report } from '../../src/report/model';
import type { CauseCase, Variant } from './case';
import { replayedSummary } from './read-recording';
import { type CauseRecording, storable, summaryOf, type TimedMessage } from './recording';
import { type ServableCase, serveCase } from './serve';

/** What is needed of a case to record it. */
type RecordableCase<Code extends string> = ServableCase &
  Pick<CauseCase, 'works' | 'actions' | 'commands'> & { readonly cause: Code };

/** A tab, and the panel that records it, in one of the browsers. */
export interface RecordedTab {
  open(url: string): Promise<void>;
  inPage<T>(expression: string): Promise<T>;
  inPanel<T>(expression: string): Promise<T>;
  command(name: string): Promise<void>;
}

/**
 * An expression that opens one more watcher of the same tab beside the panel's own. Both receive the same
 * messages; this one keeps them as they are.
 */
const startKeeping = `new Promise((resolve) => {
  const { runtime } = globalThis.browser ?? chrome;
  const port = runtime.connect({ name: 'watch' });
  const messages = [];
  const kept = { port, messages, flushed: null };
  globalThis.kept = kept;
  port.onMessage.addListener((message) => {
    if (message.type === 'flushed') return kept.flushed?.();
    messages.push([Date.now(), message]);
    if (message.type === 'earlier') resolve(true);
  });
  const tabId = Number(new URLSearchParams(location.search).get('tabId'));
  port.postMessage({ type: 'watch', tabId, open: [], data: false });
})`;

const endKeeping = `new Promise((resolve) => {
  const { port, messages } = globalThis.kept;
  globalThis.kept.flushed = () => {
    port.disconnect();
    const tabId = Number(new URLSearchParams(location.search).get('tabId'));
    resolve({ tabId, messages });
  };
  port.postMessage({ type: 'flush' });
})`;

/**
 * Runs a variant of a case and returns its recording.
 *
 * @throws if the page did not get what the variant says, or if a replay differs from the panel's report
 */
export async function record<Code extends string>(
  definition: RecordableCase<Code>,
  variant: Variant,
  run: string,
  tab: RecordedTab,
): Promise<CauseRecording<Code>> {
  const { cause, works, actions = [], commands = [] } = definition;
  const served = await serveCase(definition, variant, run);
  try {
    await tab.open(served.blank);
    await tab.inPanel('corscope.idle()');
    await tab.inPanel(startKeeping);
    await tab.open(served.page);
    for (const action of actions) await tab.inPage(action);
    for (const command of commands) await tab.command(command);
    const result = await until(`the result of ${cause}, ${variant}`, () =>
      tab
        .inPage<Record<string, unknown> | null>('globalThis.result ?? null')
        .catch((error: unknown) => void error),
    );
    await tab.inPanel('corscope.idle()');
    const report = await tab.inPanel<Report>('corscope.report({ redact: false })');
    const kept = await tab.inPanel<{ tabId: number; messages: TimedMessage[] }>(endKeeping);

    const isRight = variant === 'twin' || works(result) === (variant === 'fix');
    if (!isRight) throw new Error(`causes: ${cause}, ${variant}: the page got ${JSON.stringify(result)}`);
    const summary = JSON.parse(served.stable(JSON.stringify(summaryOf(report.exchanges))));
    const messages = storable(kept.messages, kept.tabId, served.stable);
    const { browser } = messages.map(([, message]) => message).find(isWatching) ?? {};
    if (!browser) throw new Error('causes: the watch was not acknowledged');
    const recording = { cause, variant, browser, messages };
    const replayed = replayedSummary(recording);
    if (JSON.stringify(replayed) !== JSON.stringify(summary)) {
      throw new Error(
        `causes: ${cause}, ${variant}: a replay differs\npanel  ${JSON.stringify(summary)}\nreplay ${JSON.stringify(replayed)}`,
      );
    }
    return { ...recording, summary };
  } finally {
    await served.close();
  }
}

function isWatching(message: ToWatcher): message is Extract<ToWatcher, { type: 'watching' }> {
  return message.type === 'watching';
}
