import { attribute, type ClientRequest, isCode, type WriteClientFix } from '../client-fix';

/** Credentials that are asked for although there are none. */
export const credentials: WriteClientFix = (request) => {
  const { exchange, usesCredentials } = request;
  const isRefused = isCode(
    request,
    'allow-origin-wildcard-with-credentials',
    'allow-credentials-missing',
    'allow-credentials-not-true',
    'preflight-allow-origin-wildcard-with-credentials',
    'preflight-allow-credentials-missing',
    'preflight-allow-credentials-not-true',
  );
  if (!isRefused || usesCredentials || exchange.credentialsMode !== 'include') return null;
  const [before, after] = written(request) ?? [null, ''];
  const changed = { ...exchange, credentialsMode: 'same-origin' } as const;
  return before === null ? null : { before, after, changed };
};

function written({ api, element }: ClientRequest): readonly [before: string, after: string] | null {
  switch (api) {
    case 'fetch':
      return ["credentials: 'include'", "credentials: 'same-origin'"];
    case 'xhr':
      return ['xhr.withCredentials = true', 'xhr.withCredentials = false'];
    case 'event-source':
      return ['new EventSource(url, { withCredentials: true })', 'new EventSource(url)'];
    default:
      return element?.crossOrigin === 'use-credentials'
        ? [`crossorigin=${attribute('use-credentials')}`, `crossorigin=${attribute('anonymous')}`]
        : null;
  }
}
