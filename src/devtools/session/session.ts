import type { Log } from '../../recording/log/log';
import type { Watch } from './watch';

/** A tab's log and the watch that fills it. The DevTools page passes its session to the panel. */
export interface Session {
  readonly tabId: number;
  readonly log: Log;
  readonly watch: Watch;
}

declare global {
  interface Window {
    /** The session. The DevTools page sets it in the panel's window when the panel is first shown. */
    corscopeSession?: Session;
    /** Called by the DevTools page after it has set the session. */
    corscopeStart?: () => void;
  }
}
