import type { ToldHint } from '../../protocol/content';
import { isFirefox } from '../extension';
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

/** What our own world sees of a document's requests, without the page's. They do not listen yet. */
export function observeSignals(say: Say): readonly Signals[] {
  return [
    observeElements(say),
    observeFonts(say),
    observePolicies(say),
    // In Firefox no timing tells of a worker, and to look for one in a frame of another site shows in the console.
    ...(isFirefox ? [] : [observeAskedWorker(say)]),
  ];
}
