import { getHeader } from './headers';
import type { HeaderList, SerializedOrigin } from './model';
import { isSameOrigin, originOf, parseUrl, portOf } from './origin';

/**
 * Returns the sources of each enforced `frame-ancestors` directive of a response, in lower case. The list is
 * empty for a directive that allows no ancestor. Repeated directives in one policy are ignored.
 *
 * @see https://w3c.github.io/webappsec-csp/#parse-serialized-policy
 */
export function ancestorSources(headerList: HeaderList): readonly (readonly string[])[] {
  const policies = (getHeader(headerList, 'Content-Security-Policy') ?? '').split(',');
  return policies.flatMap((policy) => {
    const directives = policy.split(';').map((directive) =>
      directive
        .trim()
        .toLowerCase()
        .split(/[\t\n\f\r ]+/),
    );
    const directive = directives.find(([name]) => name === 'frame-ancestors');
    return directive ? [directive.slice(1).filter((source) => source !== "'none'")] : [];
  });
}

/**
 * Whether one of the sources allows an ancestor's origin; `url` is the URL of the framed document.
 *
 * @see https://w3c.github.io/webappsec-csp/#match-url-to-source-list
 */
export function isAncestorAllowed(
  sources: readonly string[],
  ancestor: SerializedOrigin,
  url: string,
): boolean {
  return sources.some((source) => isSourceMatch(source, ancestor, originOf(url)));
}

const hostSource =
  /^(?:([a-z][a-z\d+.-]*):\/\/)?(\*|(?:\*\.)?[a-z\d_.-]+|\[[\d:a-f]+\])(?::(\d+|\*))?(?:\/.*)?$/;

function isSourceMatch(source: string, ancestor: SerializedOrigin, self: SerializedOrigin): boolean {
  const url = parseUrl(ancestor);
  if (!url) return false;
  const scheme = url.protocol.slice(0, -1);
  if (source === "'self'") return isSameOrigin(ancestor, self) || isSameUpgraded(url, self);
  if (source === '*') return /^(https?|wss?)$/.test(scheme) || url.protocol === parseUrl(self)?.protocol;
  if (/^[a-z][a-z\d+.-]*:$/.test(source)) return isSchemeMatch(source.slice(0, -1), scheme);
  const [, named, host = '', port] = hostSource.exec(source) ?? [];
  const wanted = named ?? parseUrl(self)?.protocol.slice(0, -1) ?? '';
  return (
    host !== '' && isSchemeMatch(wanted, scheme) && isHostMatch(host, url.hostname) && isPortMatch(port, url)
  );
}

/** A source with the scheme http matches https too. */
function isSchemeMatch(wanted: string, scheme: string): boolean {
  return wanted === scheme || (wanted === 'http' && scheme === 'https');
}

function isHostMatch(pattern: string, hostname: string): boolean {
  if (pattern === '*') return true;
  return pattern.startsWith('*.') ? hostname.endsWith(pattern.slice(1)) : hostname === pattern;
}

function isPortMatch(port: string | undefined, url: URL): boolean {
  if (port === '*' || port === portOf(url)) return true;
  return port === undefined ? url.port === '' : port === '80' && portOf(url) === '443';
}

function isSameUpgraded(url: URL, self: SerializedOrigin): boolean {
  const selfUrl = parseUrl(self);
  const isUpgrade =
    selfUrl?.protocol === 'http:' && url.protocol === 'https:' && selfUrl.port === '' && url.port === '';
  return isUpgrade && selfUrl.hostname === url.hostname;
}
