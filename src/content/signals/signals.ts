import type { ToldHint } from '../../protocol/content';
import { observeAskedWorker } from './asked-worker';
import { observeElements } from './elements';
import { observeFonts } from './fonts';
import { observePolicies } from './policies';

/** Takes a hint to where it is told. */
export type Say = (hint: ToldHint) => void;

/** Something that is listened to. */
export interface Signals {
  /** Listens, or goes on listening should somebody have taken the listeners away. */
  listen(): void;
  stop(): void;
}

/** What our own world sees of a document's requests, without the page's. It does not listen yet. */
export function observeSignals(say: Say): Signals {
  const all = [observeElements(say), observeFonts(say), observePolicies(say), observeAskedWorker(say)];
  return {
    listen() {
      for (const each of all) each.listen();
    },
    stop() {
      for (const each of all) each.stop();
    },
  };
}
