import type { Exchange, FetchRequest, Hop } from '../../src/engine';

/** A request from one site to another, changed where it matters. */
export function request(part: Partial<FetchRequest> = {}): FetchRequest {
  return {
    method: 'GET',
    mode: 'cors',
    credentialsMode: 'same-origin',
    redirectMode: 'follow',
    origin: 'https://page.example',
    urlList: ['https://api.example/'],
    unsafeHeaderNames: [],
    useCorsPreflight: false,
    responseTainting: 'basic',
    ...part,
  };
}

/** One request of a chain, to another site and not answered yet. */
export function hop(part: Partial<Hop> = {}): Hop {
  return {
    url: 'https://api.example/',
    method: 'GET',
    unsafeHeaderNames: [],
    useCorsPreflight: false,
    sentOrigin: null,
    preflightOrigin: null,
    preflight: null,
    response: null,
    ...part,
  };
}

/** An exchange of a page with the hops given. */
export function exchange(hops: readonly Partial<Hop>[], part: Partial<Exchange> = {}): Exchange {
  return {
    origin: 'https://page.example',
    mode: 'cors',
    credentialsMode: 'same-origin',
    redirectMode: 'follow',
    hops: hops.map(hop),
    ...part,
  };
}
