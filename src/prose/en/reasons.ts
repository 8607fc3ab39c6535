import type { HiddenBecause } from '../../engine';
import type { CookieBecause } from '../../exchange/explained/cookie-jar';

/** Why script does not see a header, and what became of a cookie, in English. */
export const reasons = {
  hidden: {
    'forbidden-name': 'No script ever sees it.',
    'not-exposed': 'Access-Control-Expose-Headers does not name it.',
    'wildcard-with-credentials':
      'Access-Control-Expose-Headers says *, which with credentials is a plain name.',
    'expose-headers-invalid': 'Access-Control-Expose-Headers is no list of names, so it exposes none.',
    opaque: 'The response is opaque: no script sees any header of it.',
    opaqueredirect: 'The redirect was handed over unfollowed: no script sees any header of it.',
  } satisfies Readonly<Record<HiddenBecause, string>>,
  cookies: {
    'in-the-header': 'It was in the Cookie header.',
    'kept-back':
      'Nothing that was seen keeps it from this request, and it did not go: it was deleted meanwhile, or ' +
      'third-party cookies are blocked or kept apart.',
    'kept-since':
      'The browser keeps it now, and its attributes fit: it was set after this request, or third-party ' +
      'cookies are blocked or kept apart.',
    matches: 'Domain, Path and SameSite fit.',
    'matches-if-third-party': 'Its attributes fit, if third-party cookies are allowed here.',
    taken: 'All its attributes fit. The port does not matter: all ports of a host share their cookies.',
    'taken-away': 'Its end is in the past: the cookie of that name is removed.',
    'taken-if-third-party':
      'Its attributes fit; it is a third-party cookie, and may be blocked or kept apart.',
    unreadable: 'It is empty, longer than 4,096 bytes, or holds control characters.',
    'credentials-mode': 'The request carries no credentials to this origin, and takes none.',
    'domain-mismatch': 'Its Domain does not cover this host.',
    'public-suffix': 'Its Domain is one under which anybody can register a name.',
    'secure-over-http': 'It is Secure, and the URL is neither https: nor of this machine.',
    'none-without-secure': 'SameSite=None needs Secure.',
    'partitioned-without-secure': 'Partitioned needs Secure.',
    'secure-prefix': 'A name that begins with __Secure- needs Secure.',
    'host-prefix': 'A name that begins with __Host- needs Secure, Path=/ and no Domain.',
    'same-site-from-cross-site': 'It is kept to its own site by SameSite, and a page of another site asked.',
    expired: 'It has expired.',
    'host-only': 'It was set without Domain: it goes to that host alone, not to those below it.',
    'path-mismatch': 'Its Path does not cover this URL.',
    'strict-cross-site': 'SameSite=Strict, and the request comes from another site.',
    'lax-cross-site': 'SameSite=Lax, and the request comes from another site and opens no page.',
    'lax-by-default-cross-site': 'It says no SameSite, which counts as Lax here, and another site asked.',
    'other-partition': 'It is kept for pages of another site at the top.',
    'kept-apart':
      'As it comes, this browser keeps third parties’ cookies apart for each site at the top: what was set ' +
      'elsewhere stays there.',
  } satisfies Readonly<Record<CookieBecause, string>>,
};
