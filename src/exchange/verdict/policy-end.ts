import {
  embedderPolicyOf,
  frameAncestorsCheck,
  frameOptionsCheck,
  getHeader,
  isSameOrigin,
  originOf,
  workerEmbedderPolicyCheck,
} from '../../engine';
import type { ExchangeFacts } from '../../protocol/facts';
import { enforced, pageEndOf } from '../calls/page-report';
import { lastHop } from '../facts/facts';
import type { ObservedEnd } from './end-kinds';
import { destinationOf, modeOf } from './script-use';
import type { Candidate } from './verdict';

/** Whether a request loads the document of a frame, or what an `<object>` or `<embed>` shows like one. */
export function isFramed({ kind }: ExchangeFacts): boolean {
  return kind === 'frame' || kind === 'embed';
}

/** Chrome reports a frame as loaded even if its own headers or the embedding page's policy block it. */
export function chromeFrame(facts: ExchangeFacts, cutShort = false): ObservedEnd {
  const isReported = enforced(facts, 'coep-violation') !== undefined;
  const codes = framePolicyCodes(facts, isReported);
  const [code] = codes;
  if (code && codes.length > 1) return { kind: 'one-of', codes, error: null };
  if (code && code !== 'none')
    return { kind: 'failed', code, error: null, ...(!isReported && { isComputed: true }) };
  const { response, url } = lastHop(facts);
  const document = { url, ancestors: facts.ancestors };
  const results = [frameAncestorsCheck, frameOptionsCheck].map(
    (check) => check(document, response ?? { status: 0, headerList: [] })?.result,
  );
  if (results.includes('refused'))
    return { kind: 'failed', code: 'frame-refused', error: null, isComputed: true };
  if (response === null || results.includes('unknown'))
    return { kind: 'one-of', codes: ['frame-refused', 'none'], error: null };
  const isChecked = results[0] !== undefined || getHeader(response.headerList, 'X-Frame-Options') !== null;
  return { kind: 'delivered', cutShort, ...(isChecked && { isComputed: true }) };
}

/** Returns the findings that fit if the embedding page's embedder policy blocks a document; empty if it does not. */
function framePolicyCodes(facts: ExchangeFacts, isReported: boolean): readonly Candidate[] {
  const { response, url } = lastHop(facts);
  const isDemanded = facts.embedderPolicy !== null && facts.embedderPolicy !== 'unsafe-none';
  if (!isReported && (!isDemanded || response === null)) return [];
  const headerList = response?.headerList ?? [];
  const policy = getHeader(headerList, 'Cross-Origin-Resource-Policy');
  const isOwn = isSameOrigin(facts.origin ?? 'null', originOf(url));
  const isKept = embedderPolicyOf({ status: 200, headerList }, true).value !== 'unsafe-none';
  if (!isOwn && policy === 'same-origin') return ['corp-same-origin'];
  // Whether two origins are same site is not known here.
  if (!isOwn && policy === 'same-site')
    return isKept ? ['corp-same-site', 'none'] : ['corp-same-site', 'coep-frame'];
  const isAdmitted = isOwn || policy === 'cross-origin';
  return isReported || !isKept || !isAdmitted ? ['coep-frame'] : [];
}

/**
 * Returns the end of a dedicated worker's script that the page's embedder policy blocks, in both browsers; null
 * for all other requests.
 */
export function workerPolicyEnd(facts: ExchangeFacts): ObservedEnd | null {
  const { response } = lastHop(facts);
  const isWorker = facts.kind === 'script' && destinationOf(facts) === 'worker';
  // What a module worker imports is requested by CORS, for the same destination.
  if (!isWorker || modeOf(facts) === 'cors' || response === null) return null;
  const isReported = enforced(facts, 'coep-violation') !== undefined;
  const { value } = embedderPolicyOf(response, true);
  const check = workerEmbedderPolicyCheck(facts.embedderPolicy ?? 'unsafe-none', value);
  if (!isReported && check.result === 'allowed') return null;
  const isObserved = isReported || pageEndOf(facts) === 'error';
  return {
    kind: 'failed',
    code: 'coep-worker',
    error: null,
    evidence: check.evidence,
    ...(!isObserved && { isComputed: true }),
  };
}
