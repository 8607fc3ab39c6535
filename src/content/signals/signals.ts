import type { ReportedHint } from '../../protocol/content';

/** Sends a hint. */
export type Say = (hint: ReportedHint) => void;

/** Observes something in the document. */
export interface Signals {
  /** Starts to listen, or listens again if the page removed the listeners. */
  listen(): void;
  stop(): void;
}
