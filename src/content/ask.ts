import { type Answered, documentPort, type FromContent } from '../protocol/content';
import type { Extension, Port } from './extension';

/** The way to the background. */
export interface Ask {
  /** Resolves with the answer; rejects, or resolves with undefined, where nobody took the message. */
  ask(message: FromContent): Promise<unknown>;
  /** The document is left, or rests: no more answers are wanted. */
  leave(): void;
}

type AskedRuntime = Pick<Extension['runtime'], 'getFrameId' | 'sendMessage' | 'connect'>;

interface Waiting {
  resolve(answer: unknown): void;
  reject(): void;
}

/** Asks by messages in Chromium, in Firefox by a port that is there while there is something to say. */
export function openAsk(runtime: AskedRuntime): Ask {
  if (!runtime.getFrameId) return { ask: (message) => runtime.sendMessage(message), leave: () => {} };
  let port: Port | null = null;
  let lastId = 0;
  const waiting = new Map<number, Waiting>();
  const take = () => {
    const all = [...waiting.values()];
    waiting.clear();
    port = null;
    return all;
  };
  const open = () => {
    const opened = runtime.connect({ name: documentPort });
    opened.onMessage.addListener((message) => {
      const { id, answer } = message as Answered;
      waiting.get(id)?.resolve(answer);
      waiting.delete(id);
    });
    opened.onDisconnect.addListener(() => {
      if (port === opened) for (const each of take()) each.reject();
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
      // Firefox also complains of an answer for which nobody is there any more.
      if (waiting.size === 0) port?.disconnect();
      else port?.postMessage('left');
      for (const { resolve } of take()) resolve(null);
    },
  };
}
