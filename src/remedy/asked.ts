import {
  type Exchange,
  originOf,
  type ResponseTainting,
  route,
  type SerializedOrigin,
  serializeRequestOrigin,
} from '../engine';

/** What a server is asked across origins at one hop of an exchange. */
export interface Asked {
  readonly hop: number;
  /** The origin that the Origin header contains; `null` if it is opaque. */
  readonly origin: SerializedOrigin;
  readonly isPreflighted: boolean;
  readonly method: string;
  readonly unsafeHeaderNames: readonly string[];
}

/** Returns what an exchange asks of a server; empty if the CORS rules do not apply to any of its hops there. */
export function askedOf(server: SerializedOrigin, exchange: Exchange): readonly Asked[] {
  const { origin, mode, credentialsMode, redirectMode, hops } = exchange;
  const asked: Asked[] = [];
  let responseTainting: ResponseTainting = 'basic';
  for (const [hop, { url, method, unsafeHeaderNames, useCorsPreflight, sentOrigin }] of hops.entries()) {
    const urlList = hops.slice(0, hop + 1).map((each) => each.url);
    const taken = route({
      method,
      mode,
      credentialsMode,
      redirectMode,
      origin,
      urlList,
      unsafeHeaderNames,
      useCorsPreflight,
      responseTainting,
    }).result;
    if (taken !== 'cors' && taken !== 'cors with preflight') continue;
    responseTainting = 'cors';
    if (originOf(url) !== server) continue;
    const requestOrigin = sentOrigin ?? serializeRequestOrigin({ origin, urlList });
    const isPreflighted = taken === 'cors with preflight';
    asked.push({ hop, origin: requestOrigin, isPreflighted, method, unsafeHeaderNames });
  }
  return asked;
}
