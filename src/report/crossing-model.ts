import type { TypeOf } from '../protocol/bounded-schemas';
import type * as crossings from './schema/crossings';

/** A relay A → B → C: one channel, however many values went through it. */
export type ReportRelay = TypeOf<typeof crossings.reportRelay>;

/** Page events of one kind that went one way between two ends; those of a relay are of its kind. */
export type ReportChannel = TypeOf<typeof crossings.reportChannel>;

/** A listener for messages, over all that it was seen to run for: what its text says, and what it read. */
export type ReportMessageListener = TypeOf<typeof crossings.reportMessageListener>;

/** A call that is written with `'*'` as its target origin: no word on whether it runs, nor on any message. */
export type ReportStarTarget = TypeOf<typeof crossings.reportStarTarget>;
