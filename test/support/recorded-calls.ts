import { preflightedMethod } from '../../src/exchange/facts/pair-preflight';
import type { ExchangeFacts } from '../../src/protocol/facts';
import type { PageCall, PageEnd } from '../../src/protocol/page-hints';
import { elementCall, pageCall } from './page-hints';
import type { Recording } from './recording';

/** A call, and how it ended where that can be seen. */
export interface RecordedCall {
  readonly call: PageCall;
  readonly end: PageEnd | null;
}

const ofWorkers = /^(w-|worker|blobworker|sharedworker|y-worker|z-worker|q-worker|sw-|x-worker)/;

/** What the page of a recording asked for, by its own name; null where that is not one call of a document. */
export function recordedCall({ name, got, requests }: Recording, facts: ExchangeFacts): RecordedCall | null {
  const isPreflight = facts.preflightFor !== null || preflightedMethod(facts) !== null;
  const isSingle = requests.filter(({ verdict }) => !verdict.startsWith('preflight ')).length === 1;
  if (facts.tabId === -1 || ofWorkers.test(name) || isPreflight || !isSingle) return null;
  const [hop] = facts.hops;
  const base = { url: hop?.url ?? '', method: hop?.method ?? 'GET' };
  const end = got.startsWith('ok load') ? 'load' : got.startsWith('error error') ? 'error' : null;
  const crossOrigin = /-cred\b/.test(name) ? 'use-credentials' : hasOrigin(facts) ? 'anonymous' : null;
  switch (facts.type) {
    case 'image':
      return /mask|shape|bg|mixed/.test(name) ? null : { call: elementCall('img', base, crossOrigin), end };
    case 'script': {
      const isModule = /module|mod-mime|import/.test(name);
      const integrity = /sri/.test(name) ? 'sha256-x' : '';
      const asked = isModule ? null : crossOrigin;
      return { call: elementCall('script', { ...base, integrity }, asked, isModule), end };
    }
    case 'stylesheet':
      return { call: elementCall('link', base, crossOrigin), end };
    case 'xmlhttprequest':
      return scriptedCall(name, got, base);
    default:
      return null;
  }
}

const hasOrigin = ({ hops }: ExchangeFacts) =>
  hops.some(({ requestHeaders }) => requestHeaders?.some(([header]) => header === 'Origin'));

const included =
  /include|-inc\b|^c-(?!omit)|star-cred|noacac|acac|credentials|-cred\b|cred[:-]|withCredentials|x-star-nomethod/i;
const notIncluded = /default|omit|ocmix|-def\b|without credentia/;
const noCors = /nocors|no-cors/;
const notNoCors = /inc-nocors|then-cors|x-vary|cache-cors-fail|then cors/;
const sameOrigin = /mode-sameorigin|sameorigin-mode|mode-same-origin|same-origin-mode|mode-so-/;
const manual = /(redir|mode|^r|same)-manual|opaque-redirect/;
const error = /^r-error|mode-error|same-error|noacao-error/;

function scriptedCall(name: string, got: string, base: Partial<PageCall>): RecordedCall {
  const isIncluded = included.test(name) && !notIncluded.test(name);
  const credentialsMode = isIncluded ? 'include' : /omit/.test(name) ? 'omit' : 'same-origin';
  if (/^(n-es|eventsource|y-es)/.test(name)) {
    const end = /-ok/.test(name) ? 'load' : 'error';
    return { call: pageCall({ ...base, api: 'event-source', credentialsMode }), end };
  }
  if (/xhr/i.test(name) && !/abort|timeout|trunc/.test(name)) {
    const end = got.startsWith('ok') ? 'load' : 'error';
    return { call: pageCall({ ...base, api: 'xhr', credentialsMode }), end };
  }
  const isNoCors = noCors.test(name) && !notNoCors.test(name);
  const mode = isNoCors ? 'no-cors' : sameOrigin.test(name) ? 'same-origin' : 'cors';
  const redirectMode = manual.test(name) ? 'manual' : error.test(name) ? 'error' : 'follow';
  const integrity = /sri-fetch/.test(name) ? 'sha256-x' : '';
  const [, targetAddressSpace = ''] = /targetAddressSpace:'(\w+)'/.exec(name) ?? [];
  const options = { mode, credentialsMode, redirectMode, integrity, targetAddressSpace } as const;
  return { call: pageCall({ ...base, ...options }), end: null };
}
