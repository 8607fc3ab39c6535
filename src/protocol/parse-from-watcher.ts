import * as v from 'valibot';
import { integer, listOf, parserOf, yesOrNo } from './bounded-schemas';
import { exchangeFacts } from './fact-schemas';

/** As many as a log keeps. */
const maxOpen = 100_000;

/** What a watcher tells the background: a DevTools page, or the panel in a tab of its own. */
export const fromWatcher = v.variant('type', [
  /**
   * Send me what happens in this tab until my port closes. `open` are the exchanges I saw begin and not end;
   * `data` asks for what messages say.
   */
  v.object({
    type: v.literal('watch'),
    tabId: integer,
    open: listOf(exchangeFacts, maxOpen),
    data: v.fallback(yesOrNo, false),
  }),
  /** From now on I want what messages say, or want it no more. */
  v.object({ type: v.literal('data'), on: yesOrNo }),
  /** Ask the page's frames for what they have yet to tell. Answered with `flushed`, after all of it. */
  v.object({ type: v.literal('flush') }),
  /** I cannot ask the person for the pages' hosts from here: open the page that does. */
  v.object({ type: v.literal('permit') }),
  /** I am still here: a background that hears nothing for 30 s is stopped. */
  v.object({ type: v.literal('beat') }),
]);

/** What a watcher says; null if it is not understood. An exchange that is none is left out. */
export const parseFromWatcher = parserOf(fromWatcher);
