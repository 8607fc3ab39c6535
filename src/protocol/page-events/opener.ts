import * as v from 'valibot';
import { described, type TypeOf, wholeNumber } from '../bounded-schemas';
import { base, frameRef, url } from './parts';

/** The schema of `OpenedDocument`. */
export const openedDocument = described(
  v.object({
    ...base.entries,
    kind: v.literal('opener'),
    url,
    isFirst: described(v.boolean(), 'Whether it is the first document in its tab.'),
    hasOpener: described(v.boolean(), 'Whether its `window.opener` was not null when it started.'),
    from: described(
      v.nullable(frameRef),
      'The frame whose window opened the tab, in its current state; null if that is not known.',
    ),
    fromTabId: wholeNumber,
    isFromOpened: described(
      v.boolean(),
      'Whether `fromTabId` is itself an opened tab, not the recorded one.',
    ),
  }),
  'A document in a tab which the page opened, and whether it has a reference to its opener.',
);
export type OpenedDocument = TypeOf<typeof openedDocument>;

/** Converts the background's report to facts. */
export function openerFacts(reported: Readonly<Record<string, unknown>>): unknown {
  return { ...reported, from: reported.from ?? null };
}
