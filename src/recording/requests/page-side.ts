import type { ExchangeFacts } from '../../protocol/facts';
import type { HeardCall, PageCall } from '../../protocol/page-hints';

/** Why nothing was heard of the call behind a request. */
export type Silence = 'worker' | 'after-load' | 'off' | 'no-call';

/** What is known of a request from the page's side. */
export type PageSide =
  | { readonly is: 'heard'; readonly heard: HeardCall }
  /** Calls that fit, and nothing that tells which. */
  | { readonly is: 'several'; readonly calls: readonly PageCall[] }
  | { readonly is: 'silent'; readonly because: Silence };

/** How the recording was set up. */
export interface Listening {
  /** Whether the page was loaded under our eyes. */
  readonly sawNavigation: boolean;
  /** Whether scripts may run in the page's own world. */
  readonly pageWorld: boolean;
}

/** The page's side of a request; null of what no page calls for: a preflight, the tab's own document. */
export function pageSideOf(facts: ExchangeFacts, { sawNavigation, pageWorld }: Listening): PageSide | null {
  const { page, preflightFor, type, initiator } = facts;
  if (preflightFor || type === 'main_frame') return null;
  if (page?.call) return { is: 'heard', heard: page.call };
  if (page && page.possible.length > 0) return { is: 'several', calls: page.possible };
  const because = /worker/.test(initiator)
    ? 'worker'
    : !sawNavigation
      ? 'after-load'
      : pageWorld
        ? 'no-call'
        : 'off';
  return { is: 'silent', because };
}

/** What a call asked for beside its URL, as a script writes it; defaults left out, save of credentials. */
export function optionsOf(call: PageCall): readonly string[] {
  const { api, method, mode, credentialsMode, redirectMode, integrity, headerNames, element } = call;
  const isScript = api === 'fetch' || api === 'xhr';
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
  ];
  return options.filter((option): option is string => typeof option === 'string');
}

/** A line of a stack: where in which source, and in which function; null if it names no source. */
export interface StackPlace {
  readonly name: string;
  readonly source: string;
  readonly line: number;
  readonly column: number;
}

/** Reads a line of a stack, as either browser writes it. */
export function stackPlace(text: string): StackPlace | null {
  const chrome = /^at (?:(.*) \()?(.+):(\d+):(\d+)\)?$/.exec(text.trim());
  const firefox = /^(?:([^@]*)@)?([a-z-]+:.*):(\d+):(\d+)$/i.exec(text.trim());
  const [, name = '', source, line, column] = chrome ?? firefox ?? [];
  return source === undefined ? null : { name, source, line: Number(line), column: Number(column) };
}
