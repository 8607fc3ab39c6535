import {
  getHeader,
  type HeaderList,
  mimeTypeEssence,
  originOf,
  parseUrl,
  type SerializedOrigin,
} from '../engine';
import { type ExchangeFacts, type HopFacts, statusOf } from '../protocol/facts';
import type { GlobalCall, ScriptFacts } from '../protocol/page-events';
import { type CallbackName, callbackNames, decoded, isLikely } from '../protocol/script-facts';

/** Why a script from another origin is not JSONP. */
export type NotJsonpBecause =
  | 'not-a-script'
  | 'same-origin'
  | 'not-loaded'
  /** Its URL contains no possible function name, and it called no function with data. */
  | 'no-callback'
  /** The names in its URL were not functions when it was requested. */
  | 'not-a-function'
  | 'not-called'
  /** It called the callback without data, only to report that it has loaded. */
  | 'called-without-data'
  /** It passed functions: it is a module loader's script. */
  | 'called-with-functions';

/** A risk, besides the one of all JSONP: the other origin's script runs with the page's privileges. */
export type JsonpRisk = 'not-encrypted' | 'answers-with-cookies' | 'fixed-name';

/** The equivalent request and response with CORS. */
export interface CorsInstead {
  /** The URL without the callback. */
  readonly url: string;
  readonly credentialsMode: 'omit' | 'include';
  readonly responseHeaders: HeaderList;
}

/** Data that was loaded as a script. */
export interface Jsonp {
  readonly is: 'jsonp';
  /**
   * `observed`: the page reported a call of the function; `inferred`: from the URL and the response alone.
   */
  readonly basis: 'observed' | 'inferred';
  readonly by: 'named-callback' | 'injected-and-removed';
  readonly parameter: string | null;
  readonly functionName: string;
  /** The number of calls; null if they were not observed. */
  readonly calls: number | null;
  /** The size of the arguments of all calls, in characters of JSON; null if it was not measured. */
  readonly size: number | null;
  readonly from: SerializedOrigin;
  readonly risks: readonly JsonpRisk[];
  readonly instead: CorsInstead;
}

/** Whether a script's exchange is JSONP, and why not. */
export type JsonpReading = Jsonp | { readonly is: 'not-jsonp'; readonly because: NotJsonpBecause };

/** Names that JSONP libraries generate for one call. */
const generated =
  /^(jQuery\d+_\d+|_?_?jp\d+|_?jsonp?[_$]?\w*\d|angular\.callbacks\._\w+|ng_jsonp_\w+|\w*(callback|cb)_?\d{2,}\w*|[a-z_$]+\d{10,}|Ext\.\w+\.JsonP\.callback\d+|_jqjsp\w*|dojo_?\w*\d+|YUI\.\w+|\w+\.jsonp\.\w+)$/i;
/** Global functions that third-party scripts call to register or report themselves. */
const queues =
  /^(gtag|ga|fbq|twq|hj|pintrk|lintrk|ttq|snaptr|rdt|clarity|mixpanel|define|require|System|webpackJsonp)\b|\.push$/;

/** Whether a JSONP library generated a function's name for one call. */
export function isGeneratedName(name: string): boolean {
  return generated.test(name);
}

/** Whether third-party scripts call a function to register or report themselves. */
export function isQueueName(name: string): boolean {
  return queues.test(name);
}

/**
 * Returns whether a script from another origin is JSONP: data that arrives as a call. With the page's report
 * of the script that is observed. Without it, a script counts as JSONP only if it can hardly be anything
 * else.
 */
export function readJsonp(facts: ExchangeFacts, script: ScriptFacts | null): JsonpReading {
  const hop = facts.hops.at(-1);
  if (facts.kind !== 'script' || !hop) return not('not-a-script');
  if (facts.origin === null || facts.hops.every(({ url }) => originOf(url) === facts.origin))
    return not('same-origin');
  if (facts.end?.how === 'failed' || (statusOf(hop) ?? 0) >= 400) return not('not-loaded');
  // The first URL is the one that the page requested.
  const names = callbackNames(facts.hops[0]?.url ?? hop.url);
  return script ? observed(facts, hop, names, script) : inferred(facts, hop, names);
}

function observed(
  facts: ExchangeFacts,
  hop: HopFacts,
  names: readonly CallbackName[],
  { functions, calls, isInjected, isRemoved }: ScriptFacts,
): JsonpReading {
  const made = names.filter(({ name }) => functions.includes(name));
  const called = made.flatMap((name) => {
    const itsCalls = calls.filter((call) => call.name === name.name);
    return itsCalls.length > 0 ? [{ name, itsCalls }] : [];
  });
  const withData = called.find(({ itsCalls }) => itsCalls.some(({ holds }) => holds === 'data'));
  if (withData) return jsonp(facts, hop, withData.name, withData.itsCalls, 'observed', 'named-callback');
  if (called.some(({ itsCalls }) => itsCalls.some(({ holds }) => holds === 'functions')))
    return not('called-with-functions');
  if (called.length > 0) return not('called-without-data');
  const unnamed = calls.filter(({ name, holds }) => holds === 'data' && !isQueueName(name));
  const [first] = unnamed;
  if (first && isInjected && isRemoved) {
    const name = { parameter: null, name: first.name };
    return jsonp(
      facts,
      hop,
      name,
      unnamed.filter((call) => call.name === first.name),
      'observed',
      'injected-and-removed',
    );
  }
  if (made.length > 0) return not('not-called');
  return not(names.some(isLikely) ? 'not-a-function' : 'no-callback');
}

function inferred(facts: ExchangeFacts, hop: HopFacts, names: readonly CallbackName[]): JsonpReading {
  const likely = names.filter(isLikely);
  const path = parseUrl(hop.url)?.pathname ?? '';
  const type = hop.response && getHeader(hop.response.headerList, 'Content-Type');
  const answersData =
    /\.jsonp?$/.test(path) ||
    /^application\/(\w+\+)?json(p)?$|^text\/json$/.test((type && mimeTypeEssence(type)) ?? '');
  const generatedName = likely.find(({ name }) => isGeneratedName(name));
  const name = generatedName ?? (answersData ? likely[0] : undefined);
  return name ? jsonp(facts, hop, name, null, 'inferred', 'named-callback') : not('no-callback');
}

function not(because: NotJsonpBecause): JsonpReading {
  return { is: 'not-jsonp', because };
}

function jsonp(
  facts: ExchangeFacts,
  hop: HopFacts,
  { parameter, name }: CallbackName,
  calls: readonly GlobalCall[] | null,
  basis: Jsonp['basis'],
  by: Jsonp['by'],
): Jsonp {
  const sendsCookies = hop.requestHeaders !== null && getHeader(hop.requestHeaders, 'Cookie') !== null;
  const sizes = calls?.flatMap(({ size }) => size ?? []) ?? [];
  const risks: JsonpRisk[] = [];
  if (/^http:/.test(hop.url)) risks.push('not-encrypted');
  if (sendsCookies) risks.push('answers-with-cookies');
  // Any script of that origin can call a permanent function, at any time and with any argument.
  if (!isGeneratedName(name)) risks.push('fixed-name');
  return {
    is: 'jsonp',
    basis,
    by,
    parameter,
    functionName: name,
    calls: calls?.length ?? null,
    size: sizes.length > 0 ? sizes.reduce((sum, size) => sum + size, 0) : null,
    from: originOf(hop.url),
    risks,
    instead: corsInstead(facts, hop, parameter, sendsCookies),
  };
}

/** Returns the request that would fetch the same data, and the response headers that let the page read it. */
function corsInstead(
  { origin }: ExchangeFacts,
  { url }: HopFacts,
  parameter: string | null,
  sendsCookies: boolean,
): CorsInstead {
  // Allowing the origin `null` with credentials allows any site to use them.
  const named = sendsCookies && origin !== 'null' ? origin : null;
  return {
    url: parameter === null ? url : withoutParameter(url, parameter),
    credentialsMode: named === null ? 'omit' : 'include',
    responseHeaders:
      named === null
        ? [['Access-Control-Allow-Origin', '*']]
        : [
            ['Access-Control-Allow-Origin', named],
            ['Access-Control-Allow-Credentials', 'true'],
            ['Vary', 'Origin'],
          ],
  };
}

/**
 * Returns the URL without a query parameter, and without the number that keeps a JSONP response out of
 * caches.
 */
function withoutParameter(url: string, parameter: string): string {
  const [before = '', query = ''] = url.split(/\?(.*)/s, 2);
  const kept = query.split('&').filter((pair) => {
    const [name = '', value = ''] = pair.split('=', 2);
    return decoded(name) !== parameter && !(name === '_' && /^\d+$/.test(value));
  });
  return kept.length > 0 ? `${before}?${kept.join('&')}` : before;
}
