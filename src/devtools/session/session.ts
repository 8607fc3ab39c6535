import type { Log } from '../../recording/log/log';
import type { Watch } from './watch';

/** A tab's log with the watch that fills it: what the DevTools page gives to its panel. */
export interface Session {
  readonly tabId: number;
  readonly log: Log;
  readonly watch: Watch;
}

declare global {
  interface Window {
    /** The DevTools page's own; in its panel, set by it when that is first shown. */
    corscopeSession?: Session;
    /** Called by the DevTools page once it has set the session. */
    corscopeStart?: () => void;
  }
}
