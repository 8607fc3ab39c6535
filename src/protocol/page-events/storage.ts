import * as v from 'valibot';
import { described, type TypeOf, textUpTo } from '../bounded-schemas';
import { base, callSiteOrNull, maxOrigin, maxUrl, textOrNull } from './parts';

/** What keeps data, or is asked for access to it. */
const what = v.picklist(['cookie', 'local-storage', 'session-storage', 'indexed-db', 'storage-access']);

const kinds = {
  cookie: 'cookie',
  'local-storage': 'storage',
  'session-storage': 'storage',
  'indexed-db': 'storage',
  'storage-access': 'storage-access',
} as const satisfies Readonly<Record<v.InferOutput<typeof what>, string>>;

/** The schema of `StorageUse`. */
export const storageUse = described(
  v.object({
    ...base.entries,
    kind: described(v.picklist(['cookie', 'storage', 'storage-access']), 'The one of `what`.'),
    what,
    outcome: v.picklist(['written', 'refused', 'used', 'asked', 'changed']),
    name: described(
      textUpTo(maxUrl),
      'written: the cookie with its attributes, without its value; asked: the method; changed: the key.',
    ),
    path: described(textUpTo(maxUrl), "The document's; changed: the URL of the other."),
    isFramed: v.boolean(),
    top: described(
      textOrNull(maxOrigin),
      'The origin of the page at the top, where the browser tells it to a frame.',
    ),
    callSite: callSiteOrNull,
  }),
  'A use of cookies or storage. `used`: the first in a frame; `changed`: by another document of the origin.',
);
export type StorageUse = TypeOf<typeof storageUse>;

/** The facts of what a frame tells, which says `what` alone. */
export function storageFacts(told: Readonly<Record<string, unknown>>): unknown {
  return { ...told, kind: v.is(what, told.what) ? kinds[told.what] : null };
}
