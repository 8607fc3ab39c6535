import type { GenericSchema, InferOutput } from 'valibot';
import type * as exchange from './schema/exchange';
import type { report, reportFrame } from './schema/report';

// Types alone: the schemas that they follow from, with a sentence for each member, stay out of the panel.

type ReadOnly<T> = T extends object ? { readonly [Key in keyof T]: ReadOnly<T[Key]> } : T;

/** What a schema accepts, all of it read-only. */
export type Described<Schema extends GenericSchema> = ReadOnly<InferOutput<Schema>>;

/** What the panel exports, the automation interface returns and other formats are views of. */
export type Report = Described<typeof report>;

/** A frame of the tab. */
export type ReportFrame = Described<typeof reportFrame>;

/** A request with its redirects, what became of it and why. */
export type ReportExchange = Described<typeof exchange.reportExchange>;

/** One request of a redirect chain. null headers were never shown, which is not "none". */
export type ReportHop = Described<typeof exchange.reportHop>;

/** A problem or a warning, with its place in the standard. */
export type ReportFinding = Described<typeof exchange.reportFinding>;

/** An algorithm as it was walked. */
export type ReportTrace = Described<typeof exchange.reportTrace>;

/** A header that must change. */
export type ReportNeed = Described<typeof exchange.reportNeed>;

/** A cookie that went, stayed, was taken or was refused. */
export type ReportCookie = Described<typeof exchange.reportCookie>;

/** Data that came as a script. `observed`: its function was called; `inferred`: from URL and answer alone. */
export type ReportJsonp = Described<typeof exchange.reportJsonp>;
