import type { Browser } from 'webextension-polyfill';
import { openLog } from '../../recording/log/open-log';
import type { Session } from './session';
import { openWatch } from './watch';

/** Starts to record a tab, in a log of its own. */
export function openSession({ runtime }: Pick<Browser, 'runtime'>, tabId: number): Session {
  const log = openLog({ tabId });
  const watch = openWatch({ tabId, log, connect: (name) => runtime.connect({ name }) });
  return { tabId, log, watch };
}
