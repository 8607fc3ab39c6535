import type { Access } from '../exchange/verdict/classify';
import type { Basis } from '../exchange/verdict/infer-request';
import type { Initiator } from '../protocol/facts';

/** A heading of the Requests table. */
export type ColumnLabel = 'class' | 'method' | 'url' | 'origin' | 'access' | 'reason' | 'status' | 'time';

/** Whose header or response it is. */
export type Message = 'request' | 'response' | 'preflight-request' | 'preflight-response';

/** Everything the interface says of itself, in one language; what it says of requests is in `Prose`. */
export interface UiProse {
  /** Above the list of tabs, where a panel was opened without one. */
  readonly chooseTab: string;
  /** The tab is in a private window and the panel is not, or the other way round. */
  readonly otherWindow: string;
  readonly views: Readonly<Record<'label' | 'requests' | 'origins' | 'messages' | 'map', string>>;
  readonly bar: {
    readonly label: string;
    readonly record: string;
    readonly recordOn: string;
    readonly recordOff: string;
    readonly clear: string;
    readonly preserve: string;
    readonly preserveMeaning: string;
    readonly reload: string;
    readonly filter: string;
    readonly filterPlaceholder: string;
    readonly filterMeaning: string;
    readonly chips: string;
    readonly clearFilter: string;
    readonly settings: string;
    readonly openTester: string;
    readonly export: string;
  };
  readonly table: {
    readonly label: string;
    readonly columns: Readonly<Record<ColumnLabel, string>>;
    readonly access: Readonly<Record<Access, { readonly label: string; readonly meaning: string }>>;
    readonly running: string;
    readonly noOrigin: string;
    readonly opaqueOrigin: string;
    readonly workerOrigin: string;
    readonly differs: string;
    redirects(count: number): string;
  };
  readonly status: {
    readonly label: string;
    shown(shown: number, total: number): string;
    readonly connecting: string;
    readonly paused: string;
    begunBefore(count: number): string;
    readonly afterLoad: string;
    readonly noHostPermission: string;
    readonly noHostPermissionMeaning: string;
    readonly givePermission: string;
    readonly cutOff: string;
    readonly cutOffMeaning: string;
    stops(count: number): string;
    readonly stopsMeaning: string;
    dropped(count: number): string;
    withheld(count: number): string;
    readonly withheldMeaning: string;
    readonly gone: string;
    copied(what: string): string;
    readonly notCopied: string;
  };
  readonly empty: {
    readonly connecting: string;
    readonly connectingHint: string;
    readonly recording: string;
    readonly recordingHint: string;
    readonly filtered: string;
    readonly filteredHint: string;
    readonly paused: string;
    readonly pausedHint: string;
    readonly gone: string;
    readonly goneHint: string;
    readonly resume: string;
    readonly restricted: string;
    readonly restrictedHint: string;
  };
  readonly menu: {
    readonly label: string;
    readonly url: string;
    readonly posixCurl: string;
    readonly cmdCurl: string;
    readonly powershell: string;
    readonly fetch: string;
    readonly ticket: string;
    /** What was copied then. */
    readonly ticketName: string;
    readonly withoutBody: string;
    /** A form that cannot express some headers. */
    without(form: string, names: string): string;
    /** A form that cannot express the request at all. */
    cannotHold(form: string): string;
  };
  readonly detail: {
    readonly label: string;
    readonly close: string;
    readonly resize: string;
    readonly needs: string;
    readonly needsHint: string;
    readonly needsFirst: string;
    readonly header: string;
    readonly on: string;
    readonly has: string;
    readonly needed: string;
    readonly missing: string;
    readonly statusCode: string;
    readonly why: string;
    readonly whyNone: string;
    readonly step: string;
    readonly passedOver: string;
    readonly returned: string;
    readonly failsToo: string;
    readonly evidence: string;
    readonly absent: string;
    readonly empty: string;
    readonly standard: string;
    readonly problems: string;
    /** Beside several candidates. */
    readonly problemsToo: string;
    readonly warning: string;
    readonly remedy: string;
    readonly candidates: string;
    readonly candidatesHint: string;
    readonly nothingWrong: string;
    readonly tellApart: string;
    browserWould(browser: string): string;
    readonly assumptions: string;
    readonly assumption: string;
    readonly assumed: string;
    readonly facts: string;
    readonly headers: string;
    readonly noHeaders: string;
    readonly headersNotShown: string;
    readonly corsHeader: string;
    readonly otherHeaders: string;
    readonly preflightOf: string;
    readonly itsPreflight: string;
    hop(number: number): string;
    place(message: Message): string;
    showAll(characters: number): string;
    readonly showLess: string;
    readonly fact: {
      readonly class: string;
      readonly outcome: string;
      readonly mode: string;
      readonly credentialsMode: string;
      readonly origin: string;
      readonly initiator: string;
      readonly access: string;
      readonly triggers: string;
      readonly preflightCache: string;
      readonly servedBy: string;
      readonly serverIp: string;
      readonly browserSays: string;
      readonly error: string;
      readonly type: string;
    };
    readonly basis: Readonly<Record<Basis, { readonly label: string; readonly meaning: string }>>;
    readonly initiators: Readonly<Record<Initiator, string>>;
    readonly cache: Readonly<Record<'hit' | 'miss' | 'unknown', string>>;
    /** Which preflight's answer was used: of how many seconds ago, kept for how many. */
    cachedBy(ageSeconds: number, maxAgeSeconds: number): string;
    /** That preflight was not seen. */
    readonly cachedBefore: string;
    readonly sinceReload: Readonly<
      Record<
        'now-allowed' | 'still-blocked' | 'next-reason',
        { readonly label: string; readonly meaning: string }
      >
    >;
    readonly servers: Readonly<Record<'network' | 'http-cache' | 'service-worker' | 'unknown', string>>;
  };
}
