import type {
  PageCall,
  PageHint,
  PageReport,
  PolicyViolation,
  ReportedCall,
  WorkerTiming,
} from '../../src/protocol/page-hints';
import { frameRef } from './facts';

const frame = frameRef();

/** A fetch with every default, changed where it matters. */
export function pageCall(part: Partial<PageCall> = {}): PageCall {
  return {
    type: 'call',
    id: 'c1',
    atMs: 999,
    frame,
    api: 'fetch',
    url: 'https://api.example/',
    method: 'GET',
    mode: 'cors',
    credentialsMode: 'same-origin',
    redirectMode: 'follow',
    integrity: '',
    keepalive: false,
    hasSignal: false,
    isStreamingBody: false,
    targetAddressSpace: '',
    headerNames: [],
    element: null,
    callSite: null,
    ...part,
  };
}

/** What an element asked for. */
export function elementCall(
  name: string,
  part: Partial<PageCall> = {},
  crossOrigin: 'anonymous' | 'use-credentials' | null = null,
  isModule = false,
): PageCall {
  const element = { name, crossOrigin, isModule };
  return pageCall({
    api: 'element',
    mode: null,
    credentialsMode: null,
    redirectMode: null,
    element,
    ...part,
  });
}

/** A call, and how it ended. */
export function reportedCall(part: Partial<PageCall> = {}, end: ReportedCall['end'] = null): ReportedCall {
  return { call: pageCall(part), end, threw: null };
}

/** What a page says of an exchange by one call that fits. */
export function pageWord(
  call: ReportedCall | PageCall,
  violations: readonly PolicyViolation[] = [],
): PageReport {
  const own = 'call' in call ? call : { call, end: null, threw: null };
  return { call: own, possible: [], isOneOfThem: false, violations };
}

/** What a page says of an exchange by several calls, of which one made it. */
export function ambiguousWord(...calls: readonly (ReportedCall | PageCall)[]): PageReport {
  const possible = calls.map((call) => ('call' in call ? call : { call, end: null, threw: null }));
  return { call: null, possible, isOneOfThem: true, violations: [] };
}

/** A violation of a policy in force. */
export function violation(part: Partial<PolicyViolation> = {}): PolicyViolation {
  return {
    type: 'csp-violation',
    atMs: 1_000,
    frame,
    blockedUrl: 'https://api.example/',
    directive: 'connect-src',
    disposition: 'enforce',
    ...part,
  };
}

/** The end of a call, as a hint of its own. */
export function ended(call: string, how: 'load' | 'error' | 'aborted', atMs = 1_100): PageHint {
  return { type: 'ended', call, how, atMs, frame };
}

/** The timing of a request that a service worker was asked about. */
export function askedWorker(part: Partial<WorkerTiming> = {}): WorkerTiming {
  return {
    type: 'worker-timing',
    atMs: 1_100,
    frame,
    url: 'https://api.example/',
    by: 'fetch',
    startedAtMs: 1_000,
    status: 200,
    ...part,
  };
}
