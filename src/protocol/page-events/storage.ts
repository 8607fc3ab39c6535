import * as v from 'valibot';
import { described, type TypeOf, textUpTo } from '../bounded-schemas';
import { base, callSiteOrNull, maxOrigin, maxUrl, textOrNull } from './parts';

/** The store, or the Storage Access API. */
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
    kind: described(v.picklist(['cookie', 'storage', 'storage-access']), 'Follows from `what`.'),
    what,
    outcome: v.picklist(['written', 'refused', 'used', 'asked', 'changed']),
    name: described(
      textUpTo(maxUrl),
      'written: the cookie with its attributes, without its value; asked: the method; changed: the key.',
    ),
    path: described(textUpTo(maxUrl), 'The path of the document; changed: the URL of the other document.'),
    isFramed: v.boolean(),
    top: described(
      textOrNull(maxOrigin),
      'The origin of the top-level page, if the browser exposes it to the frame; otherwise null.',
    ),
    callSite: callSiteOrNull,
  }),
  'A use of cookies or storage. `used`: the first use in a frame; `changed`: another document of the origin changed it.',
);
export type StorageUse = TypeOf<typeof storageUse>;

/** Converts a frame's report to facts. The report has no `kind`; it follows from `what`. */
export function storageFacts(reported: Readonly<Record<string, unknown>>): unknown {
  return { ...reported, kind: v.is(what, reported.what) ? kinds[reported.what] : null };
}
