import { differingComponents, type OriginComponent, parseUrl, portOf } from '../../../engine';

/** A piece of a URL, and the component of its origin that it is, where it is one. */
export interface UrlPart {
  readonly text: string;
  readonly component: OriginComponent | null;
  /** Whether it differs from the same component of the request's origin. */
  readonly differs: boolean;
}

/**
 * A URL in pieces, those marked in which its origin differs from `origin`. A port that is not written is
 * written out where it makes the difference. Nothing differs from an origin that is null.
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

/** What follows an origin, in a beginning that may be cut and an end that stays: cut in the middle. */
export function cutInTheMiddle(path: string): { readonly head: string; readonly tail: string } {
  if (path.length <= shortUrl) return { head: path, tail: '' };
  return {
    head: path.slice(0, Math.min(longestHead, path.length - tailLength)),
    tail: path.slice(-tailLength),
  };
}
