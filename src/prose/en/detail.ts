import type { ResponseType } from '../../engine';
import type { Relation } from '../../engine/site';
import type { CookieSight } from '../../exchange/explained/cookie-jar';
import type { Kept } from '../../exchange/explained/kept-cookies';
import type { InternalRedirect } from '../../protocol/facts';
import type { Permit } from '../../protocol/permit';
import type { Explained } from '../shapes';

/** What is said of a request beyond its verdict, in English. */
export const detail = {
  cookies: {
    title: 'Cookies',
    directions: {
      sent: { label: 'sent', meaning: 'It went with the request' },
      'not-sent': { label: 'not sent', meaning: 'It is of this host or one near it, and did not go' },
      set: { label: 'taken', meaning: 'The response set it, and the rules let the browser take it' },
      refused: { label: 'refused', meaning: 'The response set it, and the rules make the browser refuse it' },
    } satisfies Readonly<Record<CookieSight['direction'], Explained>>,
    none: 'No cookie went, none came, and none is known that could have gone.',
    ofPreflight: 'A preflight never carries cookies, and sets none.',
    headersNotShown: 'The browser did not show what was sent, so nothing is said of it.',
    /** Two origins that differ by their ports alone. */
    ports: (origin: string, other: string) =>
      `${origin} and ${other} differ in their port, and share their cookies all the same: cookies know no ports.`,
    kept: {
      same: { label: 'the browser has it', meaning: 'It was asked what it keeps now' },
      other: {
        label: 'the browser has another value',
        meaning: 'Asked what it keeps now, it has one of that name, domain and path with another value',
      },
      none: { label: 'the browser does not have it', meaning: 'It was asked what it keeps now' },
    } satisfies Readonly<Record<Kept, Explained>>,
    /** What the browser keeps against the rules, or lacks. */
    against: 'not as computed, or changed since',
    elsewhere: (browser: string, because: string) => `In ${browser}: ${because}`,
    notAsked:
      'What went was seen. The rest is computed from the attributes that this recording saw, and cookies of ' +
      'before are not known.',
    ask: 'Compare with the browser’s cookies',
    asked:
      'Held against what the browser keeps now. Its values are compared, and neither ' +
      'shown nor exported.',
    refused: 'The permission was not given: all stays as it was.',
  },
  /** The page that asks, where the panel itself cannot. */
  permit: {
    asking: {
      cookies:
        'CORScope asks to look at cookies, to say which ones the browser has taken. It changes none, and their ' +
        'values leave neither this computer nor the panel.',
      hosts:
        'CORScope asks to see the requests of all sites: the browser shows it a request only where it may see ' +
        'both the page and the target. It changes none, and what it sees leaves this computer only when you ' +
        'export it.',
    } satisfies Readonly<Record<Permit, string>>,
    give: 'Allow it',
    given: 'Given. Go back to the panel.',
    refused: 'The permission was not given: all stays as it was.',
  },
  hops: {
    title: 'Redirects, hop by hop',
    relation: 'To the request’s origin',
    relations: {
      'same-origin': 'same-origin',
      'same-site': 'same-site, another origin',
      'cross-site': 'cross-site',
    } satisfies Readonly<Record<Relation, string>>,
    origin: 'Origin header',
    noOrigin: 'none sent',
    tainted: 'a foreign origin redirected it to another one, so its own is no longer told',
    location: 'Sent on to',
    corsCheck: 'CORS check',
    passed: 'passed',
    notChecked: {
      own: 'none: it had not left its own origin yet',
      'no-cors': 'none: its mode asks for none',
      unseen: 'none was seen',
    } satisfies Readonly<Record<'own' | 'no-cors' | 'unseen', string>>,
    preflight: 'Preflight before it',
    took: 'Took',
    internal: {
      hsts: 'by the browser: HTTPS only (HSTS)',
      'upgrade-insecure': 'by the browser: upgraded to HTTPS',
      'service-worker': 'by a service worker',
      extension: 'by an extension',
    } satisfies Readonly<Record<InternalRedirect, string>>,
    noAnswer: 'no answer seen',
  },
  preflight: {
    cost: 'Preflight cost',
    /** Both as texts. */
    costOf: (preflights: string, all: string) => `${preflights} of ${all}`,
    costAlone: (preflights: string) => `${preflights}, and no more: the request itself never went`,
    saved: 'none this time',
  },
  reading: {
    title: 'What script may read',
    type: 'Response type',
    types: {
      basic: 'all of it, but for the headers below',
      cors: 'body, status, and the headers that are exposed',
      opaque: 'nothing: neither body, nor status, nor headers',
      opaqueredirect: 'nothing but that there was a redirect',
      error: 'nothing: a TypeError, without a reason',
    } satisfies Readonly<Record<ResponseType | 'error', string>>,
    readable: 'It reads',
    readableNone: 'No header',
    hidden: 'It does not see',
    timing: 'Detailed timing',
    timings: {
      shown: 'shown to the page: performance entries have all their times',
      hidden: 'hidden from the page: Timing-Allow-Origin does not name its origin',
    } satisfies Readonly<Record<'shown' | 'hidden', string>>,
  },
  browsers: {
    title: 'The other browser',
    hint: 'Computed from the same requests and responses.',
    outcome: 'Outcome',
    first: 'Acts first on',
    says: 'Says',
    nothing: 'nothing',
  },
};
