import { type ClientRequest, literal, type WriteClientFix } from '../client-fix';

/** A method in lower case that the server allows in upper case. */
export const methodCase: WriteClientFix = (request) => {
  const { api, exchange, causes } = request;
  const { method = '' } = exchange.hops[0] ?? {};
  if (!causes.has('lower-case-method') || method === method.toUpperCase()) return null;
  const upper = method.toUpperCase();
  const hops = exchange.hops.map((hop) => ({ ...hop, method: upper }));
  return { before: written(api, method), after: written(api, upper), changed: { ...exchange, hops } };
};

function written(api: ClientRequest['api'], method: string): string {
  return api === 'xhr' ? `xhr.open(${literal(method)}, …)` : `method: ${literal(method)}`;
}
