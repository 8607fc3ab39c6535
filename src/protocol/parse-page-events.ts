import * as v from 'valibot';
import { type PageEventFacts, type RelayedPageEvent, reportedKinds } from './page-events';

interface ReportedKind {
  readonly schema: v.GenericSchema<unknown, PageEventFacts>;
  readonly toFacts?: (told: Readonly<Record<string, unknown>>) => unknown;
}

const byKind: ReadonlyMap<string, ReportedKind> = new Map(Object.entries(reportedKinds));

/** The facts of a page event as the background relays it; null if it is none, or of a kind that is not known here. */
export function parsePageEvent(relayed: RelayedPageEvent): PageEventFacts | null {
  const kind = byKind.get(relayed.kind);
  if (!kind) return null;
  const told: Readonly<Record<string, unknown>> = { ...relayed };
  const withSite = { ...told, callSite: told.callSite ?? null };
  const facts = kind.toFacts ? kind.toFacts(withSite) : withSite;
  const { success, output } = v.safeParse(kind.schema, facts, { abortEarly: true });
  return success ? output : null;
}
