import { isFirefox } from '../extension';
import { observeAskedWorker } from './asked-worker';
import { observeElements } from './elements';
import { observeFonts } from './fonts';
import { observePolicies } from './policies';
import type { Say, Signals } from './signals';

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
