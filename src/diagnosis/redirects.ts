import { parseUrl } from '../engine';

/** How a redirect's target differs from the URL that was requested. */
export interface RedirectChange {
  readonly from: URL;
  readonly to: URL;
  /** Only `http:` became `https:`. */
  readonly isUpgrade: boolean;
  /** A slash at the end of the path was added or removed; the scheme and query may have changed too. */
  readonly isSlash: boolean;
  /** `https:` became `http:`. */
  readonly isDowngrade: boolean;
  /** Only `www.` was added or removed. */
  readonly isWww: boolean;
}

/** Returns the change; null if one of the two is no URL. */
export function redirectChange(url: string, location: string): RedirectChange | null {
  const from = parseUrl(url);
  const to = parseUrl(location, url);
  if (!from || !to) return null;
  const isSameHost = from.hostname === to.hostname;
  const isSameRest = from.pathname === to.pathname && from.search === to.search;
  const isSlash =
    isSameHost &&
    (from.search === to.search || to.search === '') &&
    from.pathname !== to.pathname &&
    from.pathname.replace(/\/$/, '') === to.pathname.replace(/\/$/, '');
  const bare = (host: string) => host.replace(/^www\./, '');
  return {
    from,
    to,
    isUpgrade: isSameHost && isSameRest && from.protocol === 'http:' && to.protocol === 'https:',
    isSlash,
    isDowngrade: from.protocol === 'https:' && to.protocol === 'http:',
    isWww: !isSameHost && isSameRest && bare(from.hostname) === bare(to.hostname),
  };
}
