import type { Exchange, FetchResponse, Header } from '../engine';

/**
 * What a change achieves. `pass`: the request is allowed; `read`: script can read more headers; `store`: the
 * browser stores a cookie.
 */
export type NeedPurpose = 'pass' | 'read' | 'store';

/** A header that must change, with its current and its required value. */
export interface Need {
  readonly purpose: NeedPurpose;
  readonly hop: number;
  readonly on: 'response' | 'preflight';
  /** A header's name, or `:status` for the status code. */
  readonly header: string;
  /** null if the header is missing, or if the response was not observed. */
  readonly current: string | null;
  readonly required: string;
  /** Whether the response was observed. The response after a failed preflight never is. */
  readonly isSeen: boolean;
}

/** A response that is not known yet. Its status only matters if it is a redirect. */
export const unseenResponse: FetchResponse = { status: 200, headerList: [] };

/** Returns the exchange with the changed response. */
export function withChange(exchange: Exchange, need: Need): Exchange {
  const { hop: index, on, header, required: value, isSeen } = need;
  const hop = exchange.hops[index];
  const response = (on === 'preflight' ? hop?.preflight : hop?.response) ?? (isSeen ? null : unseenResponse);
  if (!hop || !response) return exchange;
  const changed: FetchResponse =
    header === ':status' ? { ...response, status: Number(value) } : withHeader(response, [header, value]);
  return { ...exchange, hops: exchange.hops.with(index, { ...hop, [on]: changed }) };
}

/** Returns the response with that header instead of all others of its name. */
export function withHeader(response: FetchResponse, [name, value]: Header): FetchResponse {
  const others = response.headerList.filter(([other]) => other.toLowerCase() !== name.toLowerCase());
  return { ...response, headerList: [...others, [name, value]] };
}
