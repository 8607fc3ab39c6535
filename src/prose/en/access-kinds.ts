import type { ImageLack } from '../../channels/canvas';
import type { ScriptCookieBecause } from '../../channels/storage';
import type { KindWords } from '../kind-words';

/** What a document may reach, keep or load, and what was refused: all words about each kind, in English. */
export const accessKinds = {
  'document-domain': {
    label: 'document.domain',
    short: 'domain',
    meaning: 'A script assigned document.domain, and it was taken, ignored or refused',
    rules: {
      'domain-set': {
        label: 'Set',
        sentence:
          'The document now counts as of that domain: every document of this scheme that set the same value may reach into it, and it into them.',
      },
      'domain-origin-keyed': {
        label: 'Ignored: origin-keyed',
        sentence:
          'Its origin has an agent cluster of its own, so the assignment does nothing and throws nothing; with Origin-Agent-Cluster: ?0 on every document of the site it would work.',
      },
      'domain-of-opaque': {
        label: 'Refused: opaque origin',
        sentence: 'A document with an opaque origin, as in a sandbox, has no domain that could be set.',
      },
      'domain-not-a-suffix': {
        label: 'Refused: not a parent',
        sentence: 'Only the document’s own host, or a parent domain of it, can be assigned.',
      },
      'domain-public-suffix': {
        label: 'Refused: public suffix',
        sentence:
          'Strangers register names under this suffix, so it would open the document to all of them; it stands on the public suffix list.',
      },
      'domain-refused': {
        label: 'Refused',
        sentence:
          'The value would do, so the document is in a sandbox, or its permissions policy forbids document.domain.',
      },
    },
    risks: {
      'domain-opens': {
        label: 'opens it to its siblings',
        sentence:
          'A fault in any subdomain, on any port, that sets the same value is a fault here too: postMessage() opens only what it says.',
      },
    },
    facts: {
      domainBefore: 'Domain before',
      domainAfter: 'Domain now',
      originKeyed: 'Origin-keyed',
      sameOriginDomain: 'Same origin-domain with',
      noSameOriginDomain: 'No other document was seen to set the same value.',
      domainOpens:
        'Each may use the other’s document, functions and variables; cookies, storage and fetch() go on by the true origin.',
    },
  },
  'dom-access': {
    label: 'DOM access refused',
    short: 'DOM access',
    meaning: 'A script wanted another origin’s document or window, and did not get it',
    rules: {
      'document-of-other-origin': {
        label: 'Document of another origin',
        sentence:
          'A frame gives its document only to scripts of the same origin, or same origin-domain; to all others contentDocument is null.',
      },
      'window-of-other-origin': {
        label: 'Window of another origin',
        sentence:
          'Of a window of another origin a script may use postMessage, location, close, focus, blur, closed, frames, length, opener, parent, self, top and window alone.',
      },
    },
    unseen: {
      'which-window': 'Which window: an uncaught error does not say whose property it was.',
    },
    facts: {
      frameSource: 'Frame’s src',
      property: 'Property',
    },
  },
  'canvas-read': {
    label: 'Canvas not readable',
    short: 'canvas',
    meaning: 'A canvas or player with something of another origin in it was read, which throws',
    rules: {
      'canvas-tainted': {
        label: 'Drawn without CORS',
        sentence:
          'Something of another origin was drawn that was not got with CORS, so the canvas cannot be read any more: the call threw a SecurityError.',
      },
    },
    unseen: {
      drawn:
        'What was drawn there: nothing of another origin was seen, or it came by a way that is not looked at.',
    },
    facts: {
      images: 'Drawn of other origins',
      lacks: {
        attribute: 'Its server allows this page: crossorigin on the element is all that is missing.',
        'attribute-and-header':
          'It needs crossorigin on the element, and Access-Control-Allow-Origin on the answer.',
        nothing: 'It was asked for with CORS, so it is not what taints the canvas.',
        'not-known': 'Its request was not recorded.',
      } satisfies Readonly<Record<ImageLack, string>>,
      trap: 'The cache may keep this answer and give it again when the picture is asked for with CORS, which then fails: the server should send Vary: Origin, with or without CORS.',
    },
  },
  cookie: {
    label: 'Cookie',
    short: 'cookie',
    meaning: 'A script wrote a cookie, or was refused it',
    rules: {
      'cookie-written': {
        label: 'Kept by host',
        sentence:
          'A cookie belongs to a host and not to an origin: every port gets it and, with Domain, every subdomain; it may be refused without a word.',
      },
    },
    facts: {
      cookie: 'Cookie, without its value',
      computed: 'By the rules',
      computedBecause: {
        taken: 'taken',
        'taken-away': 'taken away: it has expired',
        'taken-if-third-party': 'taken, unless cookies of other sites are blocked',
        unreadable: 'refused: it cannot be read as a cookie',
        'credentials-mode': 'refused: no cookies go here',
        'domain-mismatch': 'refused: its Domain is not this host or a parent of it',
        'public-suffix': 'refused: its Domain is a public suffix',
        'secure-over-http': 'refused: Secure, but the page is not',
        'none-without-secure': 'refused: SameSite=None needs Secure',
        'partitioned-without-secure': 'refused: Partitioned needs Secure',
        'secure-prefix': 'refused: its name wants Secure',
        'host-prefix': 'refused: its name wants Secure, Path=/ and no Domain',
        'same-site-from-cross-site': 'refused: SameSite, in a frame of another site',
        'http-only': 'refused: scripts may not write HttpOnly',
      } satisfies Readonly<Record<ScriptCookieBecause, string>>,
    },
  },
  storage: {
    label: 'Storage',
    short: 'storage',
    meaning: 'A script used storage or was refused it, or another document changed it',
    rules: {
      'storage-refused': {
        label: 'No storage here',
        sentence:
          'The call threw a SecurityError: the origin is opaque, or site data is blocked for this document, as it may be in frames of another site.',
      },
      'storage-in-frame': {
        label: 'Kept apart by top site',
        sentence:
          'In a frame of another site, storage is kept apart for each site at the top; in one of the same site it is the origin’s own.',
      },
      'storage-changed-elsewhere': {
        label: 'Changed by another document',
        sentence:
          'Another document of this origin, in the same partition, wrote to the store; no other origin is told.',
      },
    },
    unseen: {
      'stored-value': 'The value: it is not read.',
      'top-origin': 'The site at the top: this browser does not say it to a frame.',
    },
    facts: {
      store: 'Store',
      key: 'Key',
      topOrigin: 'Page at the top',
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
          'A frame of another site asks by the Storage Access API to use the cookies that it has as a page of its own; what came of it is not looked at.',
      },
    },
  },
  opener: {
    label: 'Opened window',
    short: 'opener',
    meaning: 'A document began in a tab that the page opened, and knows the window that opened it or not',
    rules: {
      'opener-known': {
        label: 'Has its opener',
        sentence:
          'The document began in an opened tab, and window.opener gives it the window that opened it.',
      },
      'opener-known-across': {
        label: 'Has its opener, across origins',
        sentence:
          'The document has another origin than its opener, and window.opener gives it that window: the two can send each other messages.',
      },
      'opener-none': {
        label: 'No link to its opener',
        sentence:
          'window.opener is null in this document, so it and the window that opened it cannot reach each other: no message between the two arrives.',
      },
    },
    risks: {
      'opener-navigable': {
        label: 'may navigate its opener',
        sentence:
          'Whoever has a window may navigate it, so this document can put another page in the opener’s place: rel="noopener", or Cross-Origin-Opener-Policy: same-origin on the page, takes that away.',
      },
    },
  },
  'csp-violation': {
    label: 'CSP violation',
    short: 'CSP',
    meaning: 'A Content Security Policy of the document is against a request of its own',
    rules: {
      'policy-enforced': {
        label: 'Blocked by a policy',
        sentence: 'A policy of the document itself forbids this request, so it was blocked.',
      },
      'policy-reported': {
        label: 'Reported only',
        sentence:
          'A policy of the document itself would forbid this request; it only reports, and blocks nothing.',
      },
    },
  },
  'coep-violation': {
    label: 'COEP violation',
    short: 'COEP',
    meaning: 'The document’s Cross-Origin-Embedder-Policy is against a request of its own',
  },
  'server-proxy': {
    label: 'Through a proxy',
    short: 'proxy',
    meaning: 'Answers of the document’s own origin have marks of a proxy in between',
    rules: {
      'answer-through-proxy': {
        label: 'Came through a proxy',
        sentence:
          'A same-origin answer has marks of a proxy: what stands behind it may be of another origin, and no CORS check applies.',
      },
    },
  },
} satisfies Readonly<Record<string, KindWords>>;
