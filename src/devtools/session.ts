import type { Log } from './log';
import type { Watch } from './watch';

/** A tab's log with the watch that fills it: what the DevTools page gives to its panel. */
export interface Session {
  readonly tabId: number;
  readonly log: Log;
  readonly watch: Watch;
}

declare global {
  interface Window {
    /** Set by the DevTools page when its panel is first shown. */
    corscopeSession?: Session;
    /** Called by the DevTools page once it has set the session. */
    corscopeStart?: () => void;
  }
}
