import type { AuditBecause, ListenerRisk, ListenerRun } from '../channels/audit-listener';
import type { EventKind } from '../channels/read-page-event';
import type { End } from '../channels/reading';
import type { RelayCertainty, RelayKind, RelayStepKind, RelayUnseen } from '../channels/relays';
import type { EventField, FrameRef } from '../protocol/page-events';
import type { OriginVerdict, Reach } from '../reading/listener';

/** A relay A → B → C: one channel, however many values went through it. */
export interface ReportRelay {
  readonly kind: RelayKind;
  /** certain: each step names who did it; likely: frames, order and value fit, and somebody is not visible. */
  readonly certainty: RelayCertainty;
  readonly title: string;
  /** A, the page; B, of another origin; C, of A's origin. */
  readonly frames: readonly End[];
  /** For each value its steps in order of time, by the `id` of the page event or of the exchange that showed it. */
  readonly rounds: readonly (readonly ReportRelayStep[])[];
  /** What no browser shows of it. */
  readonly unseen: readonly RelayUnseen[];
}

/** One step of a relay. */
export interface ReportRelayStep {
  readonly what: RelayStepKind;
  readonly of: 'page-event' | 'exchange';
  readonly id: string;
}

/** Page events of one kind that went one way between two ends; those of a relay are of its kind. */
export interface ReportChannel {
  readonly kind: EventKind | RelayKind;
  readonly from: End;
  readonly to: End;
  readonly count: number;
}

/** A listener for messages, over all that it was seen to run for: what its text says, and what it read. */
export interface ReportMessageListener {
  readonly frame: FrameRef;
  readonly id: number;
  readonly name: string;
  readonly registeredAt: readonly string[] | null;
  readonly messages: number;
  readonly reads: readonly EventField[] | null;
  /** What was read while no listener was known to run: by this one, or by another. */
  readonly readLate: readonly EventField[];
  readonly run: ListenerRun;
  /** `none` only where neither text nor run touches origin or source, and the event is passed to nobody. */
  readonly verdict: OriginVerdict;
  readonly because: AuditBecause | null;
  readonly reach: Reach | null;
  /** An origin that gets past the check and may not be meant to. */
  readonly example: string | null;
  /** What the example takes for a value that the text does not say. */
  readonly supposed: string | null;
  /** What the verdict rests on, as written. */
  readonly restsOn: string | null;
  readonly at: ReportTextPlace | null;
  readonly decidedBy: string | null;
  readonly risk: { readonly code: ListenerRisk; readonly title: string; readonly remedy: string } | null;
}

/** A place in a listener's text, or in that of a function that it names. */
export interface ReportTextPlace {
  readonly line: number;
  readonly column: number;
  readonly of: string | null;
}

/** A call that is written with `'*'` as its target origin: no word on whether it runs, nor on any message. */
export interface ReportStarTarget {
  readonly certainty: 'possible';
  /** The file, or the document that it is written in; null in a listener's own text. */
  readonly url: string | null;
  /** Which inline script of that document, from 1; null in a file, and where the line is the document's. */
  readonly inline: number | null;
  readonly listener: string | null;
  readonly line: number;
  readonly column: number;
  readonly text: string;
}
