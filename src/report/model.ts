import type { TypeOf } from '../protocol/bounded-schemas';
import type { reportAdvice } from './schema/advice';
import type { reportCookie } from './schema/cookie';
import type * as exchange from './schema/exchange';
import type { reportExchangeFacts } from './schema/facts';
import type { report, reportFrame } from './schema/report';

// Only types: the schemas, with a description for each member, are not bundled into the panel.

/**
 * The data that the panel exports and the automation interface returns. Other formats are written from it.
 */
export type Report = TypeOf<typeof report>;

/** A report that may be large: each exchange is made when it is read, and not kept. */
export interface StreamedReport extends Omit<Report, 'exchanges'> {
  readonly exchanges: Iterable<ReportExchange>;
}

/** A frame of the tab. */
export type ReportFrame = TypeOf<typeof reportFrame>;

/** A request with its redirects, its outcome and the reasons. */
export type ReportExchange = TypeOf<typeof exchange.reportExchange>;

/** The duration of the preflights of a request, in milliseconds. */
export type ReportPreflightCost = TypeOf<typeof exchange.reportPreflightCost>;

/** One request of a redirect chain. null headers were not visible, which is not the same as no headers. */
export type ReportHop = TypeOf<typeof exchange.reportHop>;

/** What was reported about an exchange, as far as its other members do not show it. */
export type ReportExchangeFacts = TypeOf<typeof reportExchangeFacts>;

/** A root cause, with its evidence. */
export type ReportCause = TypeOf<typeof exchange.reportCause>;

/** What would tell causes apart. */
export type ReportQuestion = TypeOf<typeof exchange.reportQuestion>;

/** A problem or a warning, with its place in the standard. */
export type ReportFinding = TypeOf<typeof exchange.reportFinding>;

/** The steps that an algorithm took. */
export type ReportTrace = TypeOf<typeof exchange.reportTrace>;

/** A header that must change. */
export type ReportNeed = TypeOf<typeof exchange.reportNeed>;

/** A cookie that was sent, not sent, stored or rejected. */
export type ReportCookie = TypeOf<typeof reportCookie>;

/** Data loaded as a script. `observed`: its function was called; `inferred`: from URL and response only. */
export type ReportJsonp = TypeOf<typeof exchange.reportJsonp>;

/** Something to improve, found in the whole recording. */
export type ReportAdvice = TypeOf<typeof reportAdvice>;
