import type { ResponseType } from '../../engine';
import type { Relation } from '../../engine/site';
import type { CookieUse, StoredMatch } from '../../exchange/explained/cookie-use';
import type { InternalRedirect } from '../../protocol/facts';
import type { Permit } from '../../protocol/permit';
import type { Explained } from '../shapes';

/** The sentences about a request beyond its verdict, in English. */
export const detail = {
  cookies: {
    title: 'Cookies',
    directions: {
      sent: { label: 'sent', meaning: 'Sent with the request' },
      'not-sent': {
        label: 'not sent',
        meaning: 'It belongs to this host or a related one, but was not sent',
      },
      set: { label: 'stored', meaning: 'Set by the response; the rules let the browser store it' },
      refused: { label: 'rejected', meaning: 'Set by the response; the rules make the browser reject it' },
    } satisfies Readonly<Record<CookieUse['direction'], Explained>>,
    none: 'No cookies were sent or set, and none are known that could have been sent.',
    ofPreflight: 'A preflight never carries cookies, and never sets any.',
    headersNotShown: 'No request headers were recorded, so sent cookies are unknown.',
    /** Two origins that differ by their ports alone. */
    ports: (origin: string, other: string) =>
      `${origin} and ${other} have different ports but share their cookies: cookies ignore ports.`,
    kept: {
      same: { label: 'in the browser', meaning: 'Checked against the browser’s cookie store' },
      other: {
        label: 'different value in the browser',
        meaning: 'Checked against the browser’s cookie store: same name, domain and path, different value',
      },
      none: { label: 'not in the browser', meaning: 'Checked against the browser’s cookie store' },
    } satisfies Readonly<Record<StoredMatch, Explained>>,
    /** What the browser keeps against the rules, or lacks. */
    against: 'differs from the computed result, or changed since',
    elsewhere: (browser: string, because: string) => `In ${browser}: ${because}`,
    notAsked:
      'Sent cookies come from the Cookie header. Everything else is computed from the attributes in this recording; cookies from before it are unknown.',
    ask: 'Check browser cookies',
    asked:
      'Checked against the browser’s current cookies. Values are compared, but neither shown nor exported.',
    refused: 'Permission denied. Nothing has changed.',
  },
  /** The page that asks, where the panel itself cannot. */
  permit: {
    asking: {
      cookies:
        'CORScope asks for permission to read cookies, to show which ones the browser stored. It changes none, and their values leave neither this computer nor the panel.',
      hosts:
        'CORScope asks for access to all sites: the browser shows it a request only if it has access to both the page and the target. It changes none, and what it sees leaves this computer only when you export it.',
    } satisfies Readonly<Record<Permit, string>>,
    give: 'Grant access',
    given: 'Permission granted. Return to the panel.',
    refused: 'Permission denied. Nothing has changed.',
  },
  hops: {
    title: 'Redirect chain',
    relation: 'Relation to origin',
    relations: {
      'same-origin': 'same-origin',
      'same-site': 'same-site, cross-origin',
      'cross-site': 'cross-site',
    } satisfies Readonly<Record<Relation, string>>,
    origin: 'Origin header',
    noOrigin: 'not sent',
    tainted: 'hidden, because another origin redirected the request to a different one',
    location: 'Redirected to',
    corsCheck: 'CORS check',
    passed: 'passed',
    notChecked: {
      own: 'not applicable (same-origin)',
      'no-cors': 'not applicable (no-cors)',
      unseen: 'not observed',
    } satisfies Readonly<Record<'own' | 'no-cors' | 'unseen', string>>,
    preflight: 'Preflight',
    took: 'Duration',
    internal: {
      hsts: 'by the browser: HTTPS only (HSTS)',
      'upgrade-insecure': 'by the browser: upgraded to HTTPS',
      'service-worker': 'by a service worker',
      extension: 'by an extension',
    } satisfies Readonly<Record<InternalRedirect, string>>,
    noAnswer: 'no response observed',
  },
  preflight: {
    cost: 'Preflight cost',
    /** Both as texts. */
    costOf: (preflights: string, all: string) => `${preflights} of ${all}`,
    costAlone: (preflights: string) => `${preflights}; the request itself was not sent`,
    saved: 'none: cache hit',
  },
  reading: {
    title: 'Readable by script',
    type: 'Response type',
    types: {
      basic: 'everything except the headers below',
      cors: 'body, status and the exposed headers',
      opaque: 'nothing: no body, status or headers',
      opaqueredirect: 'only that there was a redirect',
      error: 'nothing: a TypeError without a reason',
    } satisfies Readonly<Record<ResponseType | 'error', string>>,
    readable: 'Readable headers',
    readableNone: 'none',
    hidden: 'Hidden headers',
    /** Before hidden headers that scripts hardly ever read. */
    rarelyRead: 'Also hidden, but rarely read',
    timing: 'Detailed timing',
    timings: {
      shown: 'visible to the page: performance entries contain all times',
      hidden: 'hidden from the page: Timing-Allow-Origin does not allow its origin',
    } satisfies Readonly<Record<'shown' | 'hidden', string>>,
  },
  browsers: {
    title: 'Other browser',
    hint: 'Computed from the same requests and responses.',
    outcome: 'Outcome',
    first: 'Decisive finding',
    says: 'Console message',
    nothing: 'none',
  },
};
