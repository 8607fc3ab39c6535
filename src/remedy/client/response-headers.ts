import { literal, type WriteClientFix } from '../client-fix';

const isOfResponse = /^access-control-(allow|expose|max)-/;

/** Headers that only a response can have, set on the request. */
export const responseHeaders: WriteClientFix = ({ api, exchange, causes }) => {
  const names = exchange.hops[0]?.unsafeHeaderNames.filter((name) => isOfResponse.test(name)) ?? [];
  if (!causes.has('response-header-sent') || names.length === 0) return null;
  const lines = names.map((name) =>
    api === 'xhr' ? `xhr.setRequestHeader(${literal(name)}, …)` : `${literal(name)}: …,`,
  );
  const hops = exchange.hops.map((hop) => ({
    ...hop,
    unsafeHeaderNames: hop.unsafeHeaderNames.filter((name) => !names.includes(name)),
  }));
  return { before: lines.join('\n'), after: '', changed: { ...exchange, hops } };
};
