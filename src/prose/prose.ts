import type { Evidence, FindingCode, SectionId } from '../engine';
import type { AssumptionCode } from '../exchange/verdict/verdict';
import type { ExchangeClass, Outcome } from '../protocol/facts';

/** The languages of everything a person reads. */
export type Language = 'en' | 'zh-CN';

/** What a sentence about a finding can name. Values are shown as they are: the caller bounds and redacts them. */
export interface FindingContext {
  readonly evidence: Evidence;
  /** The URL of the hop it was found on. */
  readonly url: string;
  readonly method: string;
  /** The request's origin as it was presented, `null` if opaque. */
  readonly origin: string;
  /** As people call it: Chrome, Firefox. */
  readonly browser: string;
}

/** The sentences of one finding. */
export interface FindingProse {
  /** The fact, in at most 80 characters and without values. */
  readonly title: string;
  /** What happened and why, in one sentence with the values that decided. */
  sentence(context: FindingContext): string;
  /** What to change, as an imperative to whoever can: the server's people, or the page's. */
  remedy(context: FindingContext): string;
}

/** What rows and chips say, in one language: all that is needed until a request is looked at closely. */
export interface RowProse {
  /** A finding in a few words (at most 40 characters). */
  readonly reasons: Readonly<Record<FindingCode, string>>;
  /** The first cell of a row, explained. */
  readonly classes: Readonly<
    Record<ExchangeClass | 'blocked', { readonly label: string; readonly meaning: string }>
  >;
  readonly outcomes: Readonly<Record<Outcome, { readonly label: string; readonly meaning: string }>>;
  /** The candidate that nothing went wrong. */
  readonly nothingWrong: string;
  /** The reason of a preflight's own row, where it was refused. */
  readonly preflightRefused: string;
  /** Several reasons in few words. */
  or(reasons: readonly string[]): string;
}

/** Everything the program says about requests, in one language. Missing keys do not compile. */
export interface Prose extends RowProse {
  readonly findings: Readonly<Record<FindingCode, FindingProse>>;
  /** Why something had to be assumed, and what that means for the verdict. */
  readonly assumptions: Readonly<Record<AssumptionCode, string>>;
  /** The sections' names, as a reader of that language says them. */
  readonly sections: Readonly<Record<SectionId, string>>;
  /** What each step of an algorithm asks, by section and step number. */
  readonly steps: Readonly<Partial<Record<SectionId, Readonly<Record<string, string>>>>>;
  /** The one sentence above an exchange. */
  readonly headline: HeadlineProse;
  /** The words around the facts in a ticket for whoever runs the server. */
  readonly ticket: TicketProse;
}

/** What a headline can name: short, and as it was seen. */
export interface Happening {
  /** The origin of the page; null where there is none, as for an address typed by a person. */
  readonly origin: string | null;
  readonly method: string;
  /** Of the last hop: origin and path. */
  readonly url: string;
  readonly host: string;
  readonly status: number | null;
  /** The Access-Control-Allow-Origin that let the response pass; null if none was looked at. */
  readonly allowOrigin: string | null;
  /** Whether Access-Control-Allow-Credentials had to be true, too, and was. */
  readonly withCredentials: boolean;
  /** What the preflight had to ask for: the header names beside the method. */
  readonly headerNames: readonly string[];
  /** Whether a preflight was seen; if not, one is remembered from before. */
  readonly isPreflightSeen: boolean;
  readonly isSameOrigin: boolean;
  readonly error: string | null;
}

/** What would tell several candidates apart. */
export type Tell =
  | 'mode'
  | 'credentials'
  | 'mode-and-credentials'
  | 'redirect-mode'
  | 'cancelled'
  | 'embedder'
  | 'preflight-log'
  | 'local-network'
  | 'service-worker'
  | 'console';

/** The sentences for what happened where no finding has one, and how several are put together. */
export interface HeadlineProse {
  sameOrigin(happening: Happening): string;
  simple(happening: Happening): string;
  preflighted(happening: Happening): string;
  navigation(happening: Happening): string;
  frame(happening: Happening): string;
  webSocket(happening: Happening): string;
  /** A handshake answered with another status than 101. */
  webSocketRefused(happening: Happening): string;
  /** Used, and not read: an image, a script. */
  embedded(happening: Happening): string;
  /** Fetched with mode `no-cors`. */
  opaque(happening: Happening): string;
  /** Sent, and its response read by nobody: a beacon. */
  sent(happening: Happening): string;
  pending(happening: Happening): string;
  pendingPreflight(happening: Happening): string;
  /** Answered, and it is not known whether to be read or to be used only. */
  readOrOpaque(happening: Happening): string;
  /** Handed to a service worker, whose answer is not visible. */
  byServiceWorker(happening: Happening): string;
  /** It answered, and the page got that. */
  fromServiceWorker(happening: Happening): string;
  unknown(happening: Happening): string;
  /** A CORS-preflight request by itself. */
  readonly preflight: Readonly<Record<Outcome, (happening: Happening) => string>>;
  /** A title with the value that it turns on. */
  valued(title: string, value: string): string;
  /** Several titles fit one exchange. */
  either(happening: Happening, outcome: Outcome, titles: readonly string[], tell: Tell): string;
  readonly tells: Readonly<Record<Tell, string>>;
  /** The sentence with remarks before its end. */
  noted(sentence: string, notes: readonly string[]): string;
  redirectedFrom(url: string): string;
  /** No outcome was observed. */
  computed(browser: string): string;
}

/** The words of a ticket. */
export interface TicketProse {
  title(outcome: Outcome, method: string, url: string, origin: string): string;
  readonly happened: string;
  readonly change: string;
  readonly columns: readonly [header: string, on: string, now: string, needed: string];
  readonly on: Readonly<Record<'preflight' | 'response', string>>;
  readonly statusCode: string;
  readonly missing: string;
  readonly empty: string;
  /** In place of a value that must not be allowed. */
  readonly realOrigin: string;
  /** In which request of a redirect chain, from 1. */
  hop(number: number, url: string): string;
  /** What goes with an origin that is answered. */
  readonly allowListed: string;
  readonly neverNull: string;
  /** Of a request that its preflight stopped: what its own response needs. */
  unseenResponse(method: string, origin: string, withCredentials: boolean): string;
  /** Where no table of headers can be given. */
  readonly seeProblems: string;
  readonly nothingWrong: string;
  readonly problems: string;
  readonly candidates: string;
  /** The rule behind a problem, after its title; `link` is Markdown. */
  rule(link: string): string;
  step(section: string, step: string): string;
  readonly request: string;
  readonly preflightRequest: string;
  readonly responseHeaders: string;
  preflightResponse(status: number): string;
  response(status: number): string;
  readonly noResponse: string;
  readonly verify: string;
  readonly verifyPreflight: string;
  readonly verifyRequest: string;
  readonly verifyRepeats: string;
  readonly verifyNote: string;
  readonly noLogin: string;
  readonly withheld: string;
  readonly source: string;
  observed(browser: string): string;
  computed(browser: string): string;
  assumed(assumption: string): string;
}
