import { asBoolean, asInteger, asList, asRecord } from './bounded';
import type { FromWatcher } from './messages';
import { parseExchangeFacts } from './parse-facts';

/** As many as a log keeps. */
const maxOpen = 100_000;

/** What a watcher says; null if it is not understood. An exchange that is none is left out. */
export function parseFromWatcher(value: unknown): FromWatcher | null {
  const raw = asRecord(value);
  switch (raw?.type) {
    case 'watch': {
      const tabId = asInteger(raw.tabId);
      const open = asList(raw.open, maxOpen, parseExchangeFacts);
      return tabId === null || !open ? null : { type: 'watch', tabId, open, data: raw.data === true };
    }
    case 'data': {
      const on = asBoolean(raw.on);
      return on === null ? null : { type: 'data', on };
    }
    case 'flush':
    case 'permit':
    case 'beat':
      return { type: raw.type };
    default:
      return null;
  }
}
