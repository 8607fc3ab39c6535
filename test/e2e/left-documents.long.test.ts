import { expect, test } from 'vitest';
import type { PageEventFacts } from '../../src/protocol/page-events';
import { firefoxExtension, openInFirefox, servePages } from './watched-page';

/** It has something to say all the time, and as it is left. */
const speaker = `<iframe srcdoc="<script>parent.postMessage('from a frame', '*')</script>"></iframe><script>
  const speak = () => {
    for (let n = 0; n < 10; n++) postMessage(n, '*');
    fetch('/none', { signal: AbortSignal.abort() }).catch(() => {});
  };
  speak();
  setInterval(speak, 20);
  addEventListener('pagehide', () => {
    name = 'left by ' + location.pathname;
    speak();
  });
</script>`;

test('documents that are left leave nothing of ours in the console of Firefox itself', async () => {
  const pages = await servePages();
  const page = await openInFirefox(pages.url('a', 'first'));
  try {
    const { messages } = await page.firefox.watchConsole();
    const left = pages.url('b', 'left');
    for (let n = 0; n < 12; n++) {
      await page.goto(pages.url(n % 2 ? 'a' : 'b', speaker));
      // Then it is in the middle of telling.
      await page.events((all) => all.some(isMessage));
    }
    await page.goto(left);
    // What the documents said as they were left has come, and so has all before it.
    await page.events((all) => all.some(({ kind }) => kind === 'window-name'));
    const ours = (await messages()).filter(
      ({ text, file }) => file.startsWith(firefoxExtension) || /context (unloaded|is inactive)/.test(text),
    );
    // Firefox ends what runs in a page as somebody leaves it, whoever it is: docs/limits.md.
    expect(ours.filter(({ text }) => !text.startsWith('Script terminated by timeout'))).toEqual([]);
  } finally {
    await page.close();
    await pages.close();
  }
});

const isMessage = ({ kind }: PageEventFacts) => kind === 'post-message';
