import * as v from 'valibot';
import { base, callSiteOrNull, maxOrigin, maxUrl, type TypeOf, text, textOrNull } from './parts';

/** What keeps data, or is asked for access to it. */
const what = v.picklist(['cookie', 'local-storage', 'session-storage', 'indexed-db', 'storage-access']);

const kinds = {
  cookie: 'cookie',
  'local-storage': 'storage',
  'session-storage': 'storage',
  'indexed-db': 'storage',
  'storage-access': 'storage-access',
} as const satisfies Readonly<Record<v.InferOutput<typeof what>, string>>;

/** A use of cookies or storage. `used`: the first in a frame; `changed`: by another document of the origin. */
export const storageUse = v.object({
  ...base.entries,
  /** The one of `what`. */
  kind: v.picklist(['cookie', 'storage', 'storage-access']),
  what,
  outcome: v.picklist(['written', 'refused', 'used', 'asked', 'changed']),
  /** written: the cookie with its attributes, without its value; asked: the method; changed: the key. */
  name: text(maxUrl),
  /** The document's; changed: the URL of the other. */
  path: text(maxUrl),
  isFramed: v.boolean(),
  /** The origin of the page at the top, where the browser tells it to a frame. */
  top: textOrNull(maxOrigin),
  callSite: callSiteOrNull,
});
export type StorageUse = TypeOf<typeof storageUse>;

/** The facts of what a frame tells, which says `what` alone. */
export function storageFacts(told: Readonly<Record<string, unknown>>): unknown {
  return { ...told, kind: v.is(what, told.what) ? kinds[told.what] : null };
}
