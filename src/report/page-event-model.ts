import type { Derived, EventOf } from '../channels/kinds';
import type { PageEventRule, ToldRule } from '../channels/read-page-event';
import type { EventRelation, Party, RiskCode, Unseen } from '../channels/reading';
import type { ProxyEvidence } from '../channels/server-proxy';
import type { PageEventBase, PageEventKind } from '../protocol/page-events';
import type { PolicyViolation } from '../protocol/page-hints';

/** Something that crossed a boundary inside the page, or could have. */
export type PageEvent = PageEventOf<PageEventKind> | ReportPolicyViolation | ReportServerProxy;

/** A page event: its facts as they were recorded, and what follows from them. The text of listeners is left out. */
type PageEventOf<K extends PageEventKind> = K extends PageEventKind
  ? Flat<
      EventOf<K> & {
        readonly kind: K;
        readonly reading: ReportReading;
        /** What the rest of the recording says about it; null where that adds nothing. */
        readonly derived: Derived<K>;
      }
    >
  : never;

type Flat<T> = T extends unknown ? { [Field in keyof T]: T[Field] } : never;

/** What is made of a page event: who reached whom, by which rule, and what no browser shows. */
export interface ReportReading {
  readonly from: Party;
  readonly to: Party;
  /** Between the two ends; null where one is not known. */
  readonly relation: EventRelation | null;
  readonly rule: { readonly code: PageEventRule | ToldRule; readonly title: string };
  readonly risk: { readonly code: RiskCode; readonly title: string } | null;
  /** What no browser shows of it. */
  readonly unseen: readonly Unseen[];
}

/** A request of a document against a policy of that document, as the browser reported it to the document. */
export interface ReportPolicyViolation extends PageEventBase {
  readonly kind: PolicyViolation['type'];
  readonly reading: ReportReading;
  /** Before any redirect. */
  readonly blockedUrl: string;
  /** CSP: the effective directive, such as `connect-src`; COEP: the request's destination. */
  readonly directive: string;
  /** report: it was only reported, and the request went on. */
  readonly disposition: PolicyViolation['disposition'];
  /** The first request that it is about. */
  readonly exchange: string;
}

/** Responses of a document's own origin with the same marks of a proxy in between: `count` of them. */
export interface ReportServerProxy extends PageEventBase {
  readonly kind: 'server-proxy';
  readonly reading: ReportReading;
  /** Of the first of them. */
  readonly url: string;
  /** The strongest first. */
  readonly marks: readonly ProxyEvidence[];
  /** The first of them, at most 100. */
  readonly exchanges: readonly string[];
}
