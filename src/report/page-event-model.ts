import type { TypeOf } from '../protocol/bounded-schemas';
import type { reportPolicyViolation, reportServerProxy } from './schema/crossings-in-requests';
import type { pageEvent } from './schema/page-events';
import type { reportReading } from './schema/reading';

/** Something that crossed an origin boundary inside the page, or could have. */
export type PageEvent = TypeOf<typeof pageEvent>;

/** The reading of a page event: sender and receiver, rule, risk, and what no browser shows. */
export type ReportReading = TypeOf<typeof reportReading>;

/** A request that violates a policy of its document, as the browser reported it to the document. */
export type ReportPolicyViolation = TypeOf<typeof reportPolicyViolation>;

/** Responses from a document's own origin with the same signs of a proxy. `count`: how many. */
export type ReportServerProxy = TypeOf<typeof reportServerProxy>;
