import type { TypeOf } from './bounded-schemas';
import type { classifiedExchange } from './fact-schemas';
import type { fromWatcher } from './parse-from-watcher';
import type { browserInfo, toWatcher } from './parse-to-watcher';

/** The name of the ports between the background and the watchers of a tab. */
export const watchPort = 'watch';

/** What a watcher sends to the background. A watcher is a DevTools page, or the panel in a tab of its own. */
export type FromWatcher = TypeOf<typeof fromWatcher>;

/** The current state of a classified exchange: first a new row, then its progress, then its end. */
export type ClassifiedExchange = TypeOf<typeof classifiedExchange>;

/** The browser whose rules apply. */
export type BrowserInfo = TypeOf<typeof browserInfo>;

/** What the background sends to a watcher. */
export type ToWatcher = TypeOf<typeof toWatcher>;
