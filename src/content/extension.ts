import type { DocumentQuestion, FromContent } from '../protocol/content';

/**
 * Whether this script runs in Firefox. Checked when the script starts, before an element of the page can have
 * that name, and without the extension API, because Chromium creates that API on first use in each document.
 */
export const isFirefox = 'exportFunction' in globalThis;

/** The part of a `runtime.Port` that content scripts use. */
export interface Port {
  postMessage(message: DocumentQuestion | 'left'): void;
  disconnect(): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

/** The part of the extension API that content scripts use. */
export interface Extension {
  readonly runtime: {
    sendMessage(message: FromContent): Promise<unknown>;
    connect(info: { readonly name: string }): Port;
    readonly onMessage: {
      addListener(
        listener: (message: unknown, sender: unknown, respond: (answer: unknown) => void) => boolean,
      ): void;
    };
    getURL(path: string): string;
    /** Firefox only. */
    readonly getFrameId?: (target: WindowProxy) => number;
  };
}
