import type { Browser, Runtime } from 'webextension-polyfill';
import { asRecord, asWholeNumber } from '../protocol/bounded';
import { openChannel } from '../protocol/channel';
import type { DocumentAnswer, DocumentQuestion } from '../protocol/content';

/** The part of the extension API that delivers messages. */
type Messages = Pick<Browser, 'runtime'>;

/** Answers a message; null leaves it to other listeners. */
type Answer = (message: unknown, sender: Runtime.MessageSender) => Promise<unknown> | null;

/**
 * Answers messages. null leaves a message to other listeners. If the answer fails, the sender gets undefined, as if
 * there were no listener.
 */
export function answerMessages(browser: Messages, answer: Answer): void {
  // Chromium ignores a promise that a listener returns.
  const listener = (message: unknown, sender: Runtime.MessageSender, respond: (answer: unknown) => void) => {
    const answered = answer(message, sender);
    answered?.then(respond, () => respond(undefined));
    return answered !== null;
  };
  browser.runtime.onMessage.addListener(listener as Runtime.OnMessageListenerCallback);
}

/**
 * Answers messages on ports of this name in the same way; each question has a number, and its answer has the same.
 */
export function answerPorts(browser: Messages, name: string, answer: Answer): void {
  browser.runtime.onConnect.addListener((port) => {
    const { sender } = port;
    if (port.name !== name || !sender) return;
    const channel = openChannel<DocumentQuestion | 'left', DocumentAnswer>(port, parseAsked);
    let isLeft = false;
    channel.onMessage((asked) => {
      isLeft ||= asked === 'left';
      if (asked === 'left') return;
      const respond = (answer: unknown) => {
        if (!isLeft) channel.post({ id: asked.id, answer });
      };
      const answered = answer(asked.message, sender) ?? Promise.resolve();
      answered.then(respond, () => respond(undefined));
    });
  });
}

function parseAsked(value: unknown): DocumentQuestion | 'left' | null {
  if (value === 'left') return value;
  const { id, message } = asRecord(value) ?? {};
  const number = asWholeNumber(id);
  return number === null ? null : { id: number, message };
}
