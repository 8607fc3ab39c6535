import type { TypeOf } from '../protocol/bounded-schemas';
import type { pageEvent } from './schema/page-events';
import type { reportReading } from './schema/reading';
import type { reportPolicyViolation, reportServerProxy } from './schema/told-by-requests';

/** Something that crossed a boundary inside the page, or could have. */
export type PageEvent = TypeOf<typeof pageEvent>;

/** What follows from a page event: who reached whom, by which rule, and what no browser shows. */
export type ReportReading = TypeOf<typeof reportReading>;

/** A request of a document that violates a policy of that document, as the browser reported it to the document. */
export type ReportPolicyViolation = TypeOf<typeof reportPolicyViolation>;

/** Responses of a document's own origin with the same marks of a proxy in between: `count` of them. */
export type ReportServerProxy = TypeOf<typeof reportServerProxy>;
