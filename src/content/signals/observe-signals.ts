import { isFirefox } from '../extension';
import { observeElements } from './elements';
import { observeFonts } from './fonts';
import { observePolicies } from './policies';
import type { Say, Signals } from './signals';
import { observeWorkerTimings } from './worker-timing';

/**
 * The observers of a document's requests in our own world, without the page's world. They do not listen yet.
 */
export function observeSignals(say: Say): readonly Signals[] {
  return [
    observeElements(say),
    observeFonts(say),
    observePolicies(say),
    // In Firefox resource timing does not show workers, and looking for one in a third-party frame logs to
    // the console.
    ...(isFirefox ? [] : [observeWorkerTimings(say)]),
  ];
}
