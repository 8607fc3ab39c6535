import type { TypeOf } from './bounded-schemas';
import type { classifiedExchange } from './fact-schemas';
import type { fromWatcher } from './parse-from-watcher';
import type { browserInfo, toWatcher } from './parse-to-watcher';

/** The name of the ports between the background and those who watch a tab. */
export const watchPort = 'watch';

/** What a watcher tells the background: a DevTools page, or the panel in a tab of its own. */
export type FromWatcher = TypeOf<typeof fromWatcher>;

/** An exchange as it stands, classified: the first time a row, then its progress, then its end. */
export type ClassifiedExchange = TypeOf<typeof classifiedExchange>;

/** The browser whose rules apply. */
export type BrowserInfo = TypeOf<typeof browserInfo>;

/** What the background tells a watcher. */
export type ToWatcher = TypeOf<typeof toWatcher>;
