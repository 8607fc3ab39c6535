import {
  type BrowserName,
  contentTypeOf,
  type Evidence,
  type FetchResponse,
  type FindingCode,
  getHeader,
  type ModuleType,
  mimeTypeCheck,
  moduleTypeCheck,
  nosniffCheck,
  type Trace,
} from '../../engine';
import { type ExchangeFacts, statusOf } from '../../protocol/facts';
import { reportedCall } from '../calls/page-report';
import { lastHop } from '../facts/facts';
import type { Candidate } from './verdict';

/** Why the page could not use a response that passed all checks, as far as known. */
export interface NotUsable {
  readonly codes: readonly Candidate[];
  readonly evidence: Evidence;
  /** It follows from the response's status and headers; nothing reported it. */
  readonly isComputed?: true;
}

/**
 * What a script's response is used as. `worker`: the script of a worker or service worker, or of importScripts().
 * `module-or-classic`: requested by CORS, and its element was not seen.
 */
type ScriptUse = 'classic' | 'worker' | 'module' | 'json' | 'module-or-classic' | 'unknown';

/** Returns the destination of a request: its Sec-Fetch-Dest, or the destination of the page's call; null if unknown. */
export function destinationOf(facts: ExchangeFacts): string | null {
  for (const { requestHeaders } of facts.hops) {
    const sent = requestHeaders && getHeader(requestHeaders, 'Sec-Fetch-Dest');
    if (sent) return sent;
  }
  const api = reportedCall(facts)?.call.api;
  return api === 'worker' ? 'worker' : api === 'shared-worker' ? 'sharedworker' : null;
}

/** Returns the mode that a request was sent with; null if unknown. */
export function modeOf({ hops }: ExchangeFacts): string | null {
  const [{ requestHeaders } = { requestHeaders: null }] = hops;
  return requestHeaders && getHeader(requestHeaders, 'Sec-Fetch-Mode');
}

function scriptUse(facts: ExchangeFacts): ScriptUse {
  const destination = destinationOf(facts) ?? 'script';
  const element = reportedCall(facts)?.call.element ?? null;
  const mode = modeOf(facts);
  if (destination === 'json') return 'json';
  if (/worklet$/.test(destination) || element?.isModule) return 'module';
  // A worker's own script is requested in mode same-origin; what a module worker imports, by CORS.
  if (/worker$/.test(destination)) return mode === 'cors' ? 'module' : 'worker';
  if (element) return 'classic';
  if (mode === 'cors') return 'module-or-classic';
  if (facts.initiator === 'dedicated-worker' || facts.initiator === 'shared-worker') return 'worker';
  return mode === 'no-cors' ? 'classic' : 'unknown';
}

/**
 * Returns the findings that fit if Firefox rejects the content of a response. It does so for a wrong type, and for
 * headers that contradict each other.
 */
export function corruptedContentCodes(facts: ExchangeFacts): readonly FindingCode[] {
  const { response } = lastHop(facts);
  const byHeaders = response && typeFinding(facts, response);
  if (byHeaders) return [byHeaders];
  const isTyped = response !== null && facts.kind === 'script' && !isModuleType('javascript', response);
  if (!isTyped) return ['response-invalid'];
  switch (scriptUse(facts)) {
    case 'worker':
      return ['worker-mime-type'];
    case 'unknown':
      return ['module-mime-type', 'worker-mime-type'];
    // Firefox runs a classic script of any other type.
    default:
      return ['module-mime-type'];
  }
}

/**
 * Returns why a script or style sheet is never used, by its status and headers alone, whatever requested it; null
 * if nothing shows that it was not.
 */
export function neverUsed(facts: ExchangeFacts, browser: BrowserName): NotUsable | null {
  const { response } = lastHop(facts);
  const isWorklet = /worklet$/.test(destinationOf(facts) ?? '');
  if (response === null || !(isWorklet || facts.kind === 'script' || facts.kind === 'style')) return null;
  const code = codeOfUse(facts, response, browser);
  return code && { codes: [code], evidence: evidenceOf(facts), isComputed: true };
}

function codeOfUse(facts: ExchangeFacts, response: FetchResponse, browser: BrowserName): FindingCode | null {
  if (response.status >= 400) return 'response-unusable';
  const finding = typeFinding(facts, response);
  if (finding || facts.kind === 'style') return finding;
  const use = scriptUse(facts);
  if (use === 'json') return isModuleType('json', response) ? null : 'module-mime-type';
  // Firefox runs a worklet's script of any type.
  const isLenient = browser === 'firefox' && /worklet$/.test(destinationOf(facts) ?? '');
  if (use === 'module' && !isLenient) return isModuleType('javascript', response) ? null : 'module-mime-type';
  // Chrome runs a classic worker's script of any type, but no service worker's.
  const isStrict = browser === 'firefox' || destinationOf(facts) === 'serviceworker';
  return use === 'worker' && isStrict && !isModuleType('javascript', response) ? 'worker-mime-type' : null;
}

/**
 * Returns the finding that fits if a browser rejected a type without a sign of it, because the response may be a module
 * or a worker's script; null if it cannot have. Firefox shows that it rejects a script's.
 */
export function possibleTypeFailure(facts: ExchangeFacts, browser: BrowserName): FindingCode | null {
  const { response } = lastHop(facts);
  if (response === null) return null;
  if (facts.kind === 'style') {
    const isByCors = modeOf(facts) === 'cors' && reportedCall(facts) === null;
    return isByCors && !isModuleType('css', response) ? 'module-mime-type' : null;
  }
  if (facts.kind !== 'script' || browser === 'firefox' || isModuleType('javascript', response)) return null;
  const use = scriptUse(facts);
  // A worker may be a module; a classic script without an element may be imported by a worker.
  if (use === 'module-or-classic' || (use === 'worker' && destinationOf(facts) !== 'script'))
    return 'module-mime-type';
  return use === 'classic' && reportedCall(facts) === null ? 'worker-mime-type' : null;
}

/** Returns the finding of a script or style sheet whose type is never used; null for all other responses. */
export function typeFinding({ kind }: ExchangeFacts, response: FetchResponse): FindingCode | null {
  if (kind !== 'script' && kind !== 'style') return null;
  return nosniffCheck(kind, response).finding ?? mimeTypeCheck(kind, response).finding;
}

/** Whether a response has a type that modules of that kind require. Chrome also imports WebAssembly. */
export function isModuleType(type: ModuleType, response: FetchResponse): boolean {
  const isWasm = type === 'javascript' && contentTypeOf(response.headerList) === 'application/wasm';
  return isWasm || !isBlocked(moduleTypeCheck(type, response));
}

/** Whether a check blocks. */
export function isBlocked({ result }: Trace<'allowed' | 'blocked'>): boolean {
  return result === 'blocked';
}

/** Returns what decides whether a response can be used. */
export function evidenceOf(facts: ExchangeFacts): Evidence {
  const hop = lastHop(facts);
  const status = statusOf(hop);
  const isServed = facts.end?.how === 'closed' && facts.end.because === 'service-worker';
  const isByWorker = isServed || facts.hops.some(({ internal }) => internal === 'service-worker');
  return {
    status: status === null ? null : String(status),
    contentType: getHeader(hop.response?.headerList ?? [], 'Content-Type'),
    requestedBy: reportedCall(facts)?.call.api ?? facts.kind,
    answeredBy: isByWorker ? 'service-worker' : null,
    moduleType: facts.kind === 'style' ? 'css' : scriptUse(facts) === 'json' ? 'json' : 'javascript',
    reported: reportedCall(facts)?.end ?? null,
  };
}
