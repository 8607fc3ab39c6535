import type { FromContent } from '../protocol/content';

/** The part of the extension's own interface that content scripts have. */
export interface Extension {
  readonly runtime: {
    sendMessage(message: FromContent): Promise<unknown>;
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
