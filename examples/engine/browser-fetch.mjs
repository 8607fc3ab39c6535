import {
  chromeRules,
  corsUnsafeRequestHeaderNames,
  explain,
  findings,
  isCorsSafelistedMethod,
  isSameOrigin,
  originOf,
  preflightHeaders,
} from 'corscope/engine';

/**
 * Returns a fetch() that fails where it would fail in a page of `origin`. It sends the preflight too, through the fetch()
 * that it is given: that of Node.js (undici), or one that MSW answers. Redirects are not followed.
 */
export function browserFetch(origin, fetch = globalThis.fetch) {
  return async (url, options = {}) => {
    const { method = 'GET', credentials = 'same-origin' } = options;
    const headers = [...new Headers(options.headers)];
    const unsafeHeaderNames = corsUnsafeRequestHeaderNames(headers);
    const isForeign = !isSameOrigin(originOf(url), origin);
    const needsPreflight = isForeign && (!isCorsSafelistedMethod(method) || unsafeHeaderNames.length > 0);
    const own = isForeign ? [['Origin', origin]] : [];
    const hop = {
      ...{ url, method, unsafeHeaderNames, useCorsPreflight: false },
      ...{ sentOrigin: null, preflightOrigin: null, preflight: null, response: null },
    };
    if (needsPreflight) {
      const asked = await fetch(url, { method: 'OPTIONS', headers: [...preflightHeaders(hop), ...own] });
      hop.preflight = headOf(asked);
    }
    throwIfBlocked(origin, credentials, hop);
    const response = await fetch(url, { ...options, headers: [...headers, ...own], redirect: 'manual' });
    throwIfBlocked(origin, credentials, { ...hop, response: headOf(response) });
    return response;
  };
}

const headOf = ({ status, headers }) => ({ status, headerList: [...headers] });

function throwIfBlocked(origin, credentialsMode, hop) {
  const exchange = { origin, mode: 'cors', credentialsMode, redirectMode: 'follow', hops: [hop] };
  const { failsAt, findings: found } = explain(exchange, chromeRules);
  if (!failsAt) return;
  const codes = found.filter(({ code }) => findings[code].outcome === 'blocked').map(({ code }) => code);
  throw new TypeError(`Failed to fetch ${hop.url}: ${codes.join(', ')} (${failsAt.on})`);
}
