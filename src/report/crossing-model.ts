import type { TypeOf } from '../protocol/bounded-schemas';
import type * as crossings from './schema/crossings';

/** A relay A → B → C. All values that went through it make one channel. */
export type ReportRelay = TypeOf<typeof crossings.reportRelay>;

/** The page events of one kind from one end to another. Events of a relay have the kind of the relay. */
export type ReportChannel = TypeOf<typeof crossings.reportChannel>;

/** A message listener and all its observed runs: what its text checks and what it read. */
export type ReportMessageListener = TypeOf<typeof crossings.reportMessageListener>;

/** A call written with `'*'` as its target origin. It may never run, and it is not linked to any message. */
export type ReportStarTarget = TypeOf<typeof crossings.reportStarTarget>;
