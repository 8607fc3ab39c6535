import type { HeaderList } from '../../src/engine';
import type { ExchangeFacts } from '../../src/protocol/facts';
import { exchangeFacts } from './facts';

const url = 'https://api.example/x';
const sent: HeaderList = [
  ['Origin', 'https://page.example'],
  ['Sec-Fetch-Mode', 'cors'],
];
const anyone: HeaderList = [['Access-Control-Allow-Origin', '*']];
/** What a preflight's answer says that allows a PUT for a minute. */
export const kept: HeaderList = [
  ...anyone,
  ['Access-Control-Allow-Methods', 'PUT'],
  ['Access-Control-Max-Age', '60'],
];

/** A PUT that passed, with the preflight of that id, or without one. */
export function put(id: string, startedAtMs: number, preflight: string | null = null): ExchangeFacts {
  const hop = {
    url,
    method: 'PUT',
    startedAtMs,
    requestHeaders: sent,
    response: { status: 200, headerList: anyone },
    preflight,
  };
  return exchangeFacts([hop], { id, startedAtMs, type: 'xmlhttprequest', origin: 'https://page.example' });
}

/** The preflight of an exchange, answered after 10 ms. */
export function preflight(
  id: string,
  exchange: string,
  startedAtMs: number,
  headerList = kept,
): ExchangeFacts {
  const requestHeaders: HeaderList = [...sent, ['Access-Control-Request-Method', 'PUT']];
  const headersAtMs = startedAtMs + 10;
  const hop = {
    url,
    method: 'OPTIONS',
    startedAtMs,
    requestHeaders,
    response: { status: 204, headerList },
    headersAtMs,
  };
  return exchangeFacts([hop], { id, startedAtMs, preflightFor: { exchange, hop: 0 } });
}
