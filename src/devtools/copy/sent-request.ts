import { type HeaderList, isToken } from '../../engine';
import type { ExchangeFacts, HopFacts } from '../../protocol/facts';
import { isPrintable } from '../../report/curl';

/** A request as something that can be pasted, and which of its headers that leaves out. */
export interface Copied {
  readonly text: string;
  /** Names of headers that the form cannot express, or that were not recorded whole. */
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
  /** Names of headers that cannot have been sent as recorded. */
  readonly without: readonly string[];
}

/** The request of these facts; null if its method or URL was not recorded whole. */
export function sentRequest(facts: ExchangeFacts): SentRequest | null {
  const [hop] = facts.hops;
  if (!hop || !isToken(hop.method) || !isPrintable(hop.url)) return null;
  const { method, url } = hop;
  return { method, url, ...divided(headersOf(hop, facts), isWhole) };
}

/** The headers that fit, and the names of the others. */
export function divided(
  headers: HeaderList,
  fits: (name: string, value: string) => boolean,
): Pick<SentRequest, 'headers' | 'without'> {
  return {
    headers: headers.filter(([name, value]) => fits(name, value)),
    without: headers.filter(([name, value]) => !fits(name, value)).map(([name]) => name),
  };
}

/** A value that was cut has an ellipsis, which is no byte. Of a value that is blank, curl would send nothing. */
function isWhole(name: string, value: string): boolean {
  return isToken(name) && !/[\0\r\n]|[^\0-\u00ff]|^[\t\v\f ]+$/.test(value);
}

/** The headers as sent; where the browser showed none, the one that is known. */
function headersOf({ requestHeaders }: HopFacts, { origin }: ExchangeFacts): HeaderList {
  return requestHeaders ?? (origin === null ? [] : [['Origin', origin]]);
}
