import { differingComponents, type OriginComponent, parseUrl, portOf } from '../../../engine';

/** A part of a URL. `component`: the component of the origin, or null for other parts. */
export interface UrlPart {
  readonly text: string;
  readonly component: OriginComponent | null;
  /** Whether the component differs from the request's origin. */
  readonly differs: boolean;
}

/**
 * Returns the parts of a URL and marks the components that differ from `origin`. A default port is included
 * if it is the difference. If `origin` is null, no component differs.
 */
export function urlParts(url: string, origin: string | null): readonly UrlPart[] {
  const plain = (text: string): UrlPart => ({ text, component: null, differs: false });
  const parsed = parseUrl(url);
  if (!parsed || parsed.host === '') return [plain(url)];

  const { protocol, username, password, hostname, port, pathname, search, hash } = parsed;
  const differing = origin === null ? [] : differingComponents(parsed.origin, origin);
  const part = (component: OriginComponent, text: string): UrlPart => ({
    text,
    component,
    differs: differing.includes(component),
  });
  const userinfo = username === '' && password === '' ? '' : `${username}${password && `:${password}`}@`;
  const isPortShown = port !== '' || (differing.includes('port') && !differing.includes('scheme'));
  return [
    part('scheme', `${protocol}//`),
    ...(userinfo === '' ? [] : [plain(userinfo)]),
    part('host', hostname),
    ...(isPortShown ? [plain(':'), part('port', portOf(parsed))] : []),
    plain(pathname + search + hash),
  ];
}

const longestHead = 400;
const tailLength = 14;
const shortUrl = 48;

/** Splits a path into a head, which CSS may cut, and a tail, which stays visible. */
export function cutInTheMiddle(path: string): { readonly head: string; readonly tail: string } {
  if (path.length <= shortUrl) return { head: path, tail: '' };
  return {
    head: path.slice(0, Math.min(longestHead, path.length - tailLength)),
    tail: path.slice(-tailLength),
  };
}
