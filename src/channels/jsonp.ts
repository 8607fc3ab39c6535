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

/** Why a script from another origin is no JSONP. */
export type NotJsonpBecause =
  | 'not-a-script'
  | 'same-origin'
  | 'not-loaded'
  /** Its URL names nothing that a function could be called, and it called nothing that counts. */
  | 'no-callback'
  /** What its URL names was no function when it was asked for. */
  | 'not-a-function'
  | 'not-called'
  /** It called back without data: to say that it is there. */
  | 'called-without-data'
  /** It handed over functions: a loader of modules. */
  | 'called-with-functions';

/** What may go wrong with it, beside what always does: the other origin's script runs with the page's rights. */
export type JsonpRisk = 'not-encrypted' | 'answers-with-cookies' | 'fixed-name';

/** What the two sides would do instead. */
export interface CorsInstead {
  /** The URL without the callback. */
  readonly url: string;
  readonly credentialsMode: 'omit' | 'include';
  readonly responseHeaders: HeaderList;
}

/** Data that came as a script. */
export interface Jsonp {
  readonly is: 'jsonp';
  /** `observed`: its function was called, by the page's word; `inferred`: from the URL and the answer alone. */
  readonly basis: 'observed' | 'inferred';
  readonly by: 'named-callback' | 'injected-and-removed';
  readonly parameter: string | null;
  readonly functionName: string;
  /** How often it was called, and what with, in characters of JSON; null where it was not looked at. */
  readonly calls: number | null;
  readonly size: number | null;
  readonly from: SerializedOrigin;
  readonly risks: readonly JsonpRisk[];
  readonly instead: CorsInstead;
}

/** What is made of a script's exchange. */
export type JsonpReading = Jsonp | { readonly is: 'not-jsonp'; readonly because: NotJsonpBecause };

/** Names that loaders make up for one call. */
const generated =
  /^(jQuery\d+_\d+|_?_?jp\d+|_?jsonp?[_$]?\w*\d|angular\.callbacks\._\w+|ng_jsonp_\w+|\w*(callback|cb)_?\d{2,}\w*|[a-z_$]+\d{10,}|Ext\.\w+\.JsonP\.callback\d+|_jqjsp\w*|dojo_?\w*\d+|YUI\.\w+|\w+\.jsonp\.\w+)$/i;
/** Global functions that scripts of other origins call to say something of themselves. */
const queues =
  /^(gtag|ga|fbq|twq|hj|pintrk|lintrk|ttq|snaptr|rdt|clarity|mixpanel|define|require|System|webpackJsonp)\b|\.push$/;

/** Whether a loader made a function's name up for one call. */
export function isGeneratedName(name: string): boolean {
  return generated.test(name);
}

/** Whether a function is one that scripts of other origins call to say something of themselves. */
export function isQueueName(name: string): boolean {
  return queues.test(name);
}

/**
 * Whether a script from another origin is JSONP: data that came as a call. With what the page's world saw of it that
 * is observed; without, only what cannot well be anything else is called so.
 */
export function readJsonp(facts: ExchangeFacts, script: ScriptFacts | null): JsonpReading {
  const hop = facts.hops.at(-1);
  if (facts.kind !== 'script' || !hop) return not('not-a-script');
  if (facts.origin === null || facts.hops.every(({ url }) => originOf(url) === facts.origin))
    return not('same-origin');
  if (facts.end?.how === 'failed' || (statusOf(hop) ?? 0) >= 400) return not('not-loaded');
  // The first URL is the one that the page wrote.
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
    const own = calls.filter((call) => call.name === name.name);
    return own.length > 0 ? [{ name, own }] : [];
  });
  const withData = called.find(({ own }) => own.some(({ holds }) => holds === 'data'));
  if (withData) return jsonp(facts, hop, withData.name, withData.own, 'observed', 'named-callback');
  if (called.some(({ own }) => own.some(({ holds }) => holds === 'functions')))
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
  const name =
    likely.find(({ name: each }) => isGeneratedName(each)) ?? (answersData ? likely[0] : undefined);
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
  // A function that is always there can be called by any script of that origin, at any time, with anything.
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

/** The request that would fetch the same data, and what its response needs so that the page may read it. */
function corsInstead(
  { origin }: ExchangeFacts,
  { url }: HopFacts,
  parameter: string | null,
  sendsCookies: boolean,
): CorsInstead {
  // Whoever allows the origin null with credentials allows them to everybody.
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

/** The URL without a parameter of its query, and without the number that keeps a JSONP answer out of caches. */
function withoutParameter(url: string, parameter: string): string {
  const [before = '', query = ''] = url.split(/\?(.*)/s, 2);
  const kept = query.split('&').filter((pair) => {
    const [name = '', value = ''] = pair.split('=', 2);
    return decoded(name) !== parameter && !(name === '_' && /^\d+$/.test(value));
  });
  return kept.length > 0 ? `${before}?${kept.join('&')}` : before;
}
