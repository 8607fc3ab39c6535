import * as v from 'valibot';
import { flag, integer, listOf, parserOf } from './bounded-schemas';
import { exchangeFacts } from './fact-schemas';

/** As many as a log keeps. */
const maxOpen = 100_000;

/** What a watcher sends to the background. A watcher is a DevTools page, or the panel in a tab of its own. */
export const fromWatcher = v.variant('type', [
  /**
   * Send me what happens in this tab until my port closes. `open` are the exchanges whose start I received
   * but not their end; `data` requests the data of messages.
   */
  v.object({
    type: v.literal('watch'),
    tabId: integer,
    open: listOf(exchangeFacts, maxOpen),
    data: v.fallback(flag, false),
  }),
  /** From now on I want the data of messages, or no longer want it. */
  v.object({ type: v.literal('data'), on: flag }),
  /** Collect from the page's frames what they have not sent yet. Answered with `flushed` after all of it. */
  v.object({ type: v.literal('flush') }),
  /** I cannot request access to the pages' hosts from here: open the page that does. */
  v.object({ type: v.literal('permit') }),
  /** I am still here: the browser stops a background that gets no event for 30 s. */
  v.object({ type: v.literal('beat') }),
]);

/** Parses a message of a watcher; null if it is not valid. Exchanges that are not valid are left out. */
export const parseFromWatcher = parserOf(fromWatcher);
