import * as v from 'valibot';
import { described, type TypeOf, wholeNumber } from '../bounded-schemas';
import { base, frameRef, url } from './parts';

/** The schema of `OpenedDocument`. */
export const openedDocument = described(
  v.object({
    ...base.entries,
    kind: v.literal('opener'),
    url,
    isFirst: described(v.boolean(), 'Whether it is the first one there.'),
    hasOpener: described(v.boolean(), 'Whether its `window.opener` was not null when it began.'),
    from: described(
      v.nullable(frameRef),
      'Whose window opened the tab, as it is by now; null if that is not known.',
    ),
    fromTabId: wholeNumber,
    isFromOpened: described(v.boolean(), 'Whether that is an opened tab itself, and not the recorded one.'),
  }),
  'A document that began in a tab which the page opened, and whether it knows the window that opened it.',
);
export type OpenedDocument = TypeOf<typeof openedDocument>;

/** The facts of what the background tells. */
export function openerFacts(told: Readonly<Record<string, unknown>>): unknown {
  return { ...told, from: told.from ?? null };
}
