import type { TypeOf } from '../protocol/bounded-schemas';
import type * as exchange from './schema/exchange';
import type { report, reportFrame } from './schema/report';

// Types alone: the schemas that they follow from, with a sentence for each member, stay out of the panel.

/** What the panel exports, the automation interface returns and other formats are views of. */
export type Report = TypeOf<typeof report>;

/** A frame of the tab. */
export type ReportFrame = TypeOf<typeof reportFrame>;

/** A request with its redirects, what became of it and why. */
export type ReportExchange = TypeOf<typeof exchange.reportExchange>;

/** How long the preflights of a request took. */
export type ReportPreflightCost = TypeOf<typeof exchange.reportPreflightCost>;

/** One request of a redirect chain. null headers were never shown, which is not "none". */
export type ReportHop = TypeOf<typeof exchange.reportHop>;

/** A problem or a warning, with its place in the standard. */
export type ReportFinding = TypeOf<typeof exchange.reportFinding>;

/** An algorithm as it was walked. */
export type ReportTrace = TypeOf<typeof exchange.reportTrace>;

/** A header that must change. */
export type ReportNeed = TypeOf<typeof exchange.reportNeed>;

/** A cookie that went, stayed, was taken or was refused. */
export type ReportCookie = TypeOf<typeof exchange.reportCookie>;

/** Data that came as a script. `observed`: its function was called; `inferred`: from URL and answer alone. */
export type ReportJsonp = TypeOf<typeof exchange.reportJsonp>;
