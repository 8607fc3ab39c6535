import type { Asked, FromContent } from '../protocol/content';

/**
 * Whether this is Firefox's world of scripts. Looked at as this script starts, when no element of the page's can be
 * called so, and without the extension's interface: Chromium makes that where it is first asked for, in each document.
 */
export const isFirefox = 'exportFunction' in globalThis;

/** The part of a `runtime.Port` that content scripts use. */
export interface Port {
  postMessage(message: Asked | 'left'): void;
  disconnect(): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

/** The part of the extension's own interface that content scripts have. */
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
    /** Firefox. */
    readonly getFrameId?: (target: WindowProxy) => number;
  };
}
