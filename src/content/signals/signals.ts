import type { ToldHint } from '../../protocol/content';

/** Takes a hint to where it is told. */
export type Say = (hint: ToldHint) => void;

/** Something that is listened to. */
export interface Signals {
  /** Listens, or goes on listening should somebody have taken the listeners away. */
  listen(): void;
  stop(): void;
}
