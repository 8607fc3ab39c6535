import type { Browser } from 'webextension-polyfill';
import { openLog } from '../../recording/log/open-log';
import type { Session } from './session';
import { openWatch } from './watch';

/** Starts the recording of a tab and returns its session with a new log. */
export function openSession({ runtime }: Pick<Browser, 'runtime'>, tabId: number): Session {
  const log = openLog({ tabId });
  const watch = openWatch({ tabId, log, connect: (name) => runtime.connect({ name }) });
  return { tabId, log, watch };
}
