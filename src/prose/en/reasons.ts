import type { HiddenBecause } from '../../engine';
import type { CookieReason } from '../../exchange/explained/cookie-use';

/** Why script does not see a header, and what became of a cookie, in English. */
export const reasons = {
  hidden: {
    'forbidden-name': 'Scripts can never read it.',
    'not-exposed': 'Access-Control-Expose-Headers does not list it.',
    'wildcard-with-credentials':
      'Access-Control-Expose-Headers is *, which is not a wildcard with credentials.',
    'expose-headers-invalid': 'Access-Control-Expose-Headers is not a valid list, so it exposes no headers.',
    opaque: 'The response is opaque: scripts cannot read any of its headers.',
    opaqueredirect: 'The redirect was not followed: scripts cannot read any of its headers.',
  } satisfies Readonly<Record<HiddenBecause, string>>,
  cookies: {
    'in-the-header': 'It was in the Cookie header.',
    'kept-back':
      'Nothing recorded prevents it, but it was not sent: it was deleted in the meantime, or third-party cookies are blocked or partitioned.',
    omitted:
      'Its attributes match, but it was not sent: the request omitted credentials, the cookie had been deleted, or third-party cookies are blocked or partitioned.',
    manifest:
      'A web app manifest is requested without credentials, unless its link has crossorigin="use-credentials".',
    'kept-since':
      'It is in the browser now, and its attributes match: it was set after this request, or third-party cookies are blocked or partitioned.',
    matches: 'Domain, Path and SameSite match.',
    'matches-if-third-party': 'Its attributes match, if third-party cookies are allowed here.',
    taken: 'All its attributes are valid. The port does not matter: all ports of a host share their cookies.',
    'taken-away': 'It has expired: the cookie with that name is deleted.',
    'taken-if-third-party':
      'Its attributes are valid, but it is a third-party cookie, which can be blocked or partitioned.',
    unreadable:
      'It is empty or longer than 4,096 bytes, lacks a name that this browser requires, or contains control characters.',
    'credentials-mode': 'The request sends no credentials to this origin, and stores none.',
    'domain-mismatch': 'Its Domain does not cover this host.',
    'public-suffix': 'Its Domain is a public suffix, under which unrelated sites register names.',
    'secure-over-http': 'It is Secure, but the URL is neither https: nor on this machine.',
    'none-without-secure': 'SameSite=None requires Secure.',
    'partitioned-without-secure': 'Partitioned requires Secure.',
    'secure-prefix': 'A name that begins with __Secure- requires Secure.',
    'host-prefix': 'A name that begins with __Host- requires Secure, Path=/ and no Domain.',
    'http-prefix': 'A name that begins with __Http- requires Secure and HttpOnly.',
    'host-http-prefix':
      'A name that begins with __Host-Http- requires Secure, HttpOnly, Path=/ and no Domain.',
    'nameless-prefix': 'It has no name, and its value begins like a name prefix, such as __Host-.',
    'same-site-from-cross-site':
      'SameSite restricts it to its own site, and a page of another site made the request.',
    'no-storage-access':
      'The request has no access to unpartitioned third-party cookies (Sec-Fetch-Storage-Access). If that header is “inactive”, the server can get access with Activate-Storage-Access: retry; allowed-origin="…" (the page’s origin). Otherwise, a frame of its site has to call requestStorageAccess(), or the cookie needs Partitioned.',
    expired: 'It has expired.',
    'host-only': 'It was set without Domain: it is sent only to that host, not to its subdomains.',
    'path-mismatch': 'Its Path does not cover this URL.',
    'strict-cross-site': 'SameSite=Strict, and the request is cross-site.',
    'lax-cross-site': 'SameSite=Lax, and the request is cross-site and does not open a page.',
    'lax-by-default-cross-site': 'It has no SameSite, which means Lax here, and the request is cross-site.',
    'other-partition': 'It is partitioned to another top-level site.',
    'kept-apart':
      'By default, this browser partitions third-party cookies by top-level site: a cookie set elsewhere stays there.',
  } satisfies Readonly<Record<CookieReason, string>>,
};
