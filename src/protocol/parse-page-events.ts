import * as v from 'valibot';
import { type PageEventFacts, type RelayedPageEvent, reportedKinds } from './page-events';

interface ReportedKind {
  readonly schema: v.GenericSchema<unknown, PageEventFacts>;
  readonly toFacts?: (reported: Readonly<Record<string, unknown>>) => unknown;
}

const byKind: ReadonlyMap<string, ReportedKind> = new Map(Object.entries(reportedKinds));

/** Parses a page event that the background relayed; null if it is not valid or of an unknown kind. */
export function parsePageEvent(relayed: RelayedPageEvent): PageEventFacts | null {
  const kind = byKind.get(relayed.kind);
  if (!kind) return null;
  const reported: Readonly<Record<string, unknown>> = { ...relayed };
  const withSite = { ...reported, callSite: reported.callSite ?? null };
  const facts = kind.toFacts ? kind.toFacts(withSite) : withSite;
  const { success, output } = v.safeParse(kind.schema, facts, { abortEarly: true });
  return success ? output : null;
}
