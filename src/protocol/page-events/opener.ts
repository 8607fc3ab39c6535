import * as v from 'valibot';
import { base, frameRef, type TypeOf, url, whole } from './parts';

/** A document that began in a tab which the page opened, and whether it knows the window that opened it. */
export const openedDocument = v.object({
  ...base.entries,
  kind: v.literal('opener'),
  url,
  /** Whether it is the first one there. */
  isFirst: v.boolean(),
  /** Whether its `window.opener` was not null when it began. */
  hasOpener: v.boolean(),
  /** Whose window opened the tab, as it is by now; null if that is not known. */
  from: v.nullable(frameRef),
  fromTabId: whole,
  /** Whether that is an opened tab itself, and not the watched one. */
  isFromOpened: v.boolean(),
});
export type OpenedDocument = TypeOf<typeof openedDocument>;

/** The facts of what the background tells. */
export function openerFacts(told: Readonly<Record<string, unknown>>): unknown {
  return { ...told, from: told.from ?? null };
}
