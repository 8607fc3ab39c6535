import { attribute, type ClientRequest, literal, type WriteClientFix } from '../client-fix';

/** A URL that redirects, although requests across origins do not get through that redirect. */
export const finalUrl: WriteClientFix = (request) => {
  const { exchange, finalUrl: url } = request;
  const [first] = exchange.hops;
  if (url === null || !first) return null;
  const last = exchange.hops.find((hop) => hop.url === url);
  const hop = last ?? { ...first, url, preflight: null, response: null };
  // What it answers to the page's own origin was not seen if the redirect had made the origin null.
  const response = hop.sentOrigin === 'null' ? null : hop.response;
  const changed = { ...exchange, hops: [{ ...hop, sentOrigin: null, preflightOrigin: null, response }] };
  return { before: written(request, first.url), after: written(request, url), changed };
};

function written({ api, element }: ClientRequest, url: string): string {
  if (element) return `${element.name === 'link' ? 'href' : 'src'}=${attribute(url)}`;
  return api === 'xhr' ? `xhr.open(…, ${literal(url)})` : `fetch(${literal(url)}, …)`;
}
