import { type HeaderList, isToken } from '../../engine';
import type { ExchangeFacts, HopFacts } from '../../protocol/facts';
import { isPrintable } from '../curl';

/** A request as text to paste, with the names of the omitted headers. */
export interface Copied {
  readonly text: string;
  /** Names of headers that the format cannot express, or that were not fully recorded. */
  readonly without: readonly string[];
}

/** The request that the page made, before any redirect. Its body is not recorded. */
export interface SentRequest {
  /** A token. */
  readonly method: string;
  /** Printable ASCII. */
  readonly url: string;
  /** Each character of a value is one byte, and none is NUL, CR or LF. */
  readonly headers: HeaderList;
  /** Names of headers that were not fully recorded. */
  readonly without: readonly string[];
}

/** Returns the request of these facts; null if its method or URL was not fully recorded. */
export function sentRequest(facts: ExchangeFacts): SentRequest | null {
  const [hop] = facts.hops;
  if (!hop || !isToken(hop.method) || !isPrintable(hop.url)) return null;
  const { method, url } = hop;
  return { method, url, ...divided(headersOf(hop, facts), isWhole) };
}

/** Returns the headers for which `fits` is true, and the names of the others. */
export function divided(
  headers: HeaderList,
  fits: (name: string, value: string) => boolean,
): Pick<SentRequest, 'headers' | 'without'> {
  return {
    headers: headers.filter(([name, value]) => fits(name, value)),
    without: headers.filter(([name, value]) => !fits(name, value)).map(([name]) => name),
  };
}

/**
 * Whether a header was fully recorded. A cut value has an ellipsis, which is no byte; curl sends no blank
 * value.
 */
export function isWhole(name: string, value: string): boolean {
  return isToken(name) && !/[\0\r\n]|[^\0-\u00ff]|^[\t\v\f ]+$/.test(value);
}

/** Returns the headers as sent. If the browser showed none, returns the Origin header, if it is known. */
function headersOf({ requestHeaders }: HopFacts, { origin }: ExchangeFacts): HeaderList {
  return requestHeaders ?? (origin === null ? [] : [['Origin', origin]]);
}
