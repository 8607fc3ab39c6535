import type { ExchangeFacts } from '../../protocol/facts';
import type { PageCall, ReportedCall } from '../../protocol/page-hints';

/** Why the page did not report the call behind a request. */
export type NotReportedReason = 'worker' | 'after-load' | 'off' | 'no-call';

/** The page's side of a request. */
export type PageSide =
  | { readonly kind: 'reported'; readonly reported: ReportedCall }
  /** Several calls match, and nothing distinguishes them. */
  | { readonly kind: 'several'; readonly calls: readonly PageCall[] }
  | { readonly kind: 'silent'; readonly because: NotReportedReason };

/** The conditions of the recording. */
export interface RecordingConditions {
  /** Whether the page was loaded during the recording. */
  readonly sawNavigation: boolean;
  /** Whether scripts may run in the page's main world. */
  readonly pageWorld: boolean;
}

/**
 * Returns the page's side of a request; null for requests that no page makes: a preflight, the tab's own
 * document.
 */
export function pageSideOf(
  facts: ExchangeFacts,
  { sawNavigation, pageWorld }: RecordingConditions,
): PageSide | null {
  const { page, preflightFor, kind, initiator } = facts;
  if (preflightFor || kind === 'document') return null;
  if (page?.call) return { kind: 'reported', reported: page.call };
  if (page && page.possible.length > 0)
    return { kind: 'several', calls: page.possible.map(({ call }) => call) };
  const because = /worker/.test(initiator)
    ? 'worker'
    : !sawNavigation
      ? 'after-load'
      : pageWorld
        ? 'no-call'
        : 'off';
  return { kind: 'silent', because };
}

/**
 * Returns the options of a call as a script writes them, without the URL and without defaults except
 * credentials.
 */
export function optionsOf(call: PageCall): readonly string[] {
  const { api, method, mode, credentialsMode, redirectMode, integrity, headerNames, element } = call;
  const isScript = /^(fetch|fetchLater|xhr)$/.test(api);
  const options: readonly (string | false | null)[] = [
    isScript && method !== null && method !== 'GET' && `method: ${method}`,
    mode !== null && mode !== 'cors' && `mode: ${mode}`,
    credentialsMode !== null && `credentials: ${credentialsMode}`,
    redirectMode !== null && redirectMode !== 'follow' && `redirect: ${redirectMode}`,
    element?.crossOrigin != null && `crossorigin: ${element.crossOrigin}`,
    element?.isModule === true && 'type: module',
    integrity !== null && integrity !== '' && `integrity: ${integrity}`,
    headerNames !== null && headerNames.length > 0 && `headers: ${headerNames.join(', ')}`,
    call.keepalive && 'keepalive: true',
    call.hasSignal && 'signal',
    call.isStreamingBody && 'body: ReadableStream',
    Boolean(call.targetAddressSpace) && `targetAddressSpace: ${call.targetAddressSpace}`,
  ];
  return options.filter((option): option is string => typeof option === 'string');
}

/** A line of a stack trace: its function and its position in a source. */
export interface StackPlace {
  readonly name: string;
  readonly source: string;
  readonly line: number;
  readonly column: number;
}

/** Parses a line of a stack trace in the format of either browser; null if it names no source. */
export function stackPlace(text: string): StackPlace | null {
  const chrome = /^at (?:(.*) \()?(.+):(\d+):(\d+)\)?$/.exec(text.trim());
  const firefox = /^(?:([^@]*)@)?([a-z-]+:.*):(\d+):(\d+)$/i.exec(text.trim());
  const [, name = '', source, line, column] = chrome ?? firefox ?? [];
  return source === undefined ? null : { name, source, line: Number(line), column: Number(column) };
}
