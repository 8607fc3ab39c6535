import type { Browser, Runtime } from 'webextension-polyfill';

/** The extension's own API, for the background: both browsers return promises there. */
export const browser: Browser = ((globalThis as { readonly browser?: unknown }).browser ??
  (globalThis as { readonly chrome?: unknown }).chrome) as Browser;

/**
 * Answers messages. null leaves one to other listeners; who asked gets undefined if the answer fails, as if nobody had
 * heard.
 */
export function answerMessages(
  answer: (message: unknown, sender: Runtime.MessageSender) => Promise<unknown> | null,
): void {
  // Chromium ignores a promise that a listener returns.
  const listener = (message: unknown, sender: Runtime.MessageSender, respond: (answer: unknown) => void) => {
    const answered = answer(message, sender);
    answered?.then(respond, () => respond(undefined));
    return answered !== null;
  };
  browser.runtime.onMessage.addListener(listener as Runtime.OnMessageListenerCallback);
}
