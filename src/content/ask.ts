import { type DocumentAnswer, documentPort, type FromContent } from '../protocol/content';
import type { Extension, Port } from './extension';

/** Sends messages to the background and receives its answers. */
export interface Ask {
  /** Resolves with the answer. Rejects or resolves with undefined if no receiver took the message. */
  ask(message: FromContent): Promise<unknown>;
  /** Ends the connection when the document is left or paused. Pending calls resolve with null. */
  leave(): void;
}

type AskRuntime = Pick<Extension['runtime'], 'getFrameId' | 'sendMessage' | 'connect'>;

interface Waiting {
  resolve(answer: unknown): void;
  reject(): void;
}

/**
 * Returns an `Ask` that uses messages in Chromium, and in Firefox a port that is open only while it is
 * needed.
 */
export function openAsk(runtime: AskRuntime): Ask {
  if (!runtime.getFrameId) return { ask: (message) => runtime.sendMessage(message), leave: () => {} };
  let port: Port | null = null;
  let lastId = 0;
  const waiting = new Map<number, Waiting>();
  const takeWaiting = () => {
    const taken = [...waiting.values()];
    waiting.clear();
    port = null;
    return taken;
  };
  const open = () => {
    const opened = runtime.connect({ name: documentPort });
    opened.onMessage.addListener((message) => {
      const { id, answer } = message as DocumentAnswer;
      waiting.get(id)?.resolve(answer);
      waiting.delete(id);
    });
    opened.onDisconnect.addListener(() => {
      if (port === opened) for (const { reject } of takeWaiting()) reject();
    });
    return opened;
  };
  return {
    ask: (message) =>
      new Promise((resolve, reject) => {
        port ??= open();
        const id = ++lastId;
        waiting.set(id, { resolve, reject });
        port.postMessage({ id, message });
      }),
    leave() {
      // Firefox also logs an error if an answer arrives after the document has gone.
      if (waiting.size === 0) port?.disconnect();
      else port?.postMessage('left');
      for (const { resolve } of takeWaiting()) resolve(null);
    },
  };
}
