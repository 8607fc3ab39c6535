import type { ImageLack } from '../../channels/canvas';
import type { ScriptCookieBecause } from '../../channels/storage';
import type { KindWords } from '../kind-words';

/** What a document may reach, keep or load, and what was refused: all words about each kind, in English. */
export const accessKinds = {
  'document-domain': {
    label: 'document.domain',
    short: 'domain',
    meaning: 'A script assigned document.domain; the assignment was applied, ignored or rejected',
    rules: {
      'domain-set': {
        label: 'Applied',
        sentence:
          'Every document with the same scheme that set the same document.domain can now access this one, and this one can access it.',
      },
      'domain-origin-keyed': {
        label: 'Ignored: origin-keyed',
        sentence:
          'This origin has its own agent cluster, so the assignment is ignored without an error; Origin-Agent-Cluster: ?0 on every document of the site would enable it.',
      },
      'domain-of-opaque': {
        label: 'Rejected: opaque origin',
        sentence: 'A document with an opaque origin, such as a sandboxed one, has no domain to set.',
      },
      'domain-not-a-suffix': {
        label: 'Rejected: not a parent',
        sentence: 'Only the document’s own host or a parent domain of it can be assigned.',
      },
      'domain-public-suffix': {
        label: 'Rejected: public suffix',
        sentence:
          'The value is on the public suffix list: unrelated sites register names under it, and all of them would get access.',
      },
      'domain-refused': {
        label: 'Rejected',
        sentence:
          'The value is valid, so the document is sandboxed, or its permissions policy disables document.domain.',
      },
    },
    risks: {
      'domain-opens': {
        label: 'opens it to subdomains',
        sentence:
          'A vulnerability in any subdomain, on any port, that sets the same value affects this document too; postMessage() exposes only what it sends.',
      },
    },
    facts: {
      domainBefore: 'Previous domain',
      domainAfter: 'New domain',
      originKeyed: 'Origin-keyed',
      sameOriginDomain: 'Same origin-domain with',
      noSameOriginDomain: 'No other document was seen to set the same value.',
      domainOpens:
        'Each can access the other’s document, functions and variables; cookies, storage and fetch() still use the real origin.',
    },
  },
  'dom-access': {
    label: 'DOM access blocked',
    short: 'DOM access',
    meaning: 'A script tried to access a cross-origin document or window, and was blocked',
    rules: {
      'document-of-other-origin': {
        label: 'Cross-origin document',
        sentence:
          'A frame exposes its document only to scripts that are same origin or same origin-domain; for others, contentDocument is null.',
      },
      'window-of-other-origin': {
        label: 'Cross-origin window',
        sentence:
          'On a cross-origin window, script can only use postMessage, location, close, focus, blur, closed, frames, length, opener, parent, self, top and window.',
      },
    },
    unseen: {
      'which-window': 'Which window: an uncaught error does not show whose property it was.',
    },
    facts: {
      frameSource: 'Frame’s src',
      property: 'Property',
    },
  },
  'canvas-read': {
    label: 'Canvas not readable',
    short: 'canvas',
    meaning: 'Script tried to read a canvas tainted by cross-origin content; that throws a SecurityError',
    rules: {
      'canvas-tainted': {
        label: 'Tainted canvas',
        sentence:
          'Cross-origin content was drawn without CORS, so the canvas can no longer be read: the call threw a SecurityError.',
      },
    },
    unseen: {
      drawn:
        'What was drawn: no cross-origin content was observed, or it was drawn in a way that is not observed.',
    },
    facts: {
      images: 'Cross-origin content drawn',
      lacks: {
        attribute: 'Its server allows this page: only crossorigin on the element is missing.',
        'attribute-and-header':
          'It requires crossorigin on the element, and Access-Control-Allow-Origin in the response.',
        nothing: 'It was requested with CORS, so it does not taint the canvas.',
        'not-known': 'Its request was not recorded.',
      } satisfies Readonly<Record<ImageLack, string>>,
      trap: 'The cache can reuse this response for a later request with CORS, which then fails: the server should send Vary: Origin on every response.',
    },
  },
  cookie: {
    label: 'Cookie',
    short: 'cookie',
    meaning: 'A script wrote a cookie, or was not allowed to',
    rules: {
      'cookie-written': {
        label: 'Stored by host',
        sentence:
          'A cookie belongs to a host, not to an origin: all ports get it and, with Domain, all subdomains; it can be rejected silently.',
      },
    },
    facts: {
      cookie: 'Cookie, without its value',
      computed: 'Computed result',
      computedBecause: {
        taken: 'stored',
        'taken-away': 'deleted: it has expired',
        'taken-if-third-party': 'stored, unless third-party cookies are blocked',
        'no-storage-access': 'rejected: the document has no access to third-party cookies',
        unreadable: 'rejected: it cannot be parsed as a cookie',
        'credentials-mode': 'rejected: no cookies are used here',
        'domain-mismatch': 'rejected: its Domain is not this host or a parent of it',
        'public-suffix': 'rejected: its Domain is a public suffix',
        'secure-over-http': 'rejected: it is Secure, but the page is not',
        'none-without-secure': 'rejected: SameSite=None requires Secure',
        'partitioned-without-secure': 'rejected: Partitioned requires Secure',
        'secure-prefix': 'rejected: its name prefix requires Secure',
        'host-prefix': 'rejected: its name prefix requires Secure, Path=/ and no Domain',
        'http-prefix': 'rejected: its name prefix requires HttpOnly, which scripts cannot set',
        'host-http-prefix': 'rejected: its name prefix requires HttpOnly, which scripts cannot set',
        'nameless-prefix': 'rejected: it has no name, and its value begins like a name prefix',
        'same-site-from-cross-site': 'rejected: SameSite, in a cross-site frame',
        'http-only': 'rejected: scripts cannot write HttpOnly cookies',
      } satisfies Readonly<Record<ScriptCookieBecause, string>>,
    },
  },
  storage: {
    label: 'Storage',
    short: 'storage',
    meaning: 'A script used storage, was not allowed to, or another document changed it',
    rules: {
      'storage-refused': {
        label: 'No storage access',
        sentence:
          'The call threw a SecurityError: the origin is opaque, or site data is blocked for this document, for example in a cross-site frame.',
      },
      'storage-in-frame': {
        label: 'Partitioned by top site',
        sentence:
          'In a cross-site frame, storage is partitioned by the top-level site; in a same-site frame, it is the origin’s own.',
      },
      'storage-changed-elsewhere': {
        label: 'Changed by another document',
        sentence:
          'Another document of this origin, in the same partition, wrote to the store; other origins are not notified.',
      },
    },
    unseen: {
      'stored-value': 'The value: it is not read.',
      'top-origin': 'The top-level site: this browser does not show it to a frame.',
    },
    facts: {
      store: 'Store',
      key: 'Key',
      topOrigin: 'Top-level page',
      changedBy: 'Changed by',
    },
  },
  'storage-access': {
    label: 'Storage access',
    short: 'access',
    meaning: 'A script called the Storage Access API',
    rules: {
      'storage-access-asked': {
        label: 'Asks for its own cookies',
        sentence:
          'A cross-site frame asks to use the cookies of its own site, through the Storage Access API; the result is not observed.',
      },
    },
  },
  opener: {
    label: 'Opened window',
    short: 'opener',
    meaning: 'A document started in a tab that the page opened, with or without window.opener',
    rules: {
      'opener-known': {
        label: 'Has its opener',
        sentence: 'The document started in an opened tab, and window.opener is the window that opened it.',
      },
      'opener-known-across': {
        label: 'Has a cross-origin opener',
        sentence:
          'The document and its opener have different origins, and window.opener links them: the two can send each other messages.',
      },
      'opener-none': {
        label: 'No link to its opener',
        sentence:
          'window.opener is null in this document, so it and the window that opened it cannot reach each other, and no message between them arrives.',
      },
    },
    risks: {
      'opener-navigable': {
        label: 'can navigate its opener',
        sentence:
          'This document can replace the opener’s page by navigating it: rel="noopener", or Cross-Origin-Opener-Policy: same-origin on the page, prevents that.',
      },
    },
  },
  'csp-violation': {
    label: 'CSP violation',
    short: 'CSP',
    meaning: 'The document’s Content Security Policy blocks one of its requests',
    rules: {
      'policy-enforced': {
        label: 'Blocked by a policy',
        sentence: 'A policy of the document itself blocked this request.',
      },
      'policy-reported': {
        label: 'Reported only',
        sentence: 'A policy of the document itself reports this request, but does not block it.',
      },
    },
  },
  'coep-violation': {
    label: 'COEP violation',
    short: 'COEP',
    meaning: 'The document’s Cross-Origin-Embedder-Policy blocks one of its requests',
  },
  'server-proxy': {
    label: 'Through a proxy',
    short: 'proxy',
    meaning: 'Responses of the document’s own origin show signs of a proxy',
    rules: {
      'answer-through-proxy': {
        label: 'Came through a proxy',
        sentence:
          'A same-origin response shows signs of a proxy: the server behind it can belong to another origin, and no CORS check applies.',
      },
    },
  },
} satisfies Readonly<Record<string, KindWords>>;
