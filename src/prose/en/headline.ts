import type { Outcome } from '../../protocol/facts';
import type { Happening, Tell } from '../happening';
import { endings, lower, quote, upper } from './phrases';

const whose = ({ origin }: Happening) =>
  origin === null || origin === 'null' ? 'the page (an opaque origin, null)' : `the page at ${origin}`;
const withStatus = ({ status }: Happening) => (status === null ? '' : ` (status ${status})`);
/** The status of an error page, which the page can read like any other response. */
const withError = (happening: Happening) =>
  happening.status !== null && happening.status >= 400 ? withStatus(happening) : '';
const allowing = ({ allowOrigin, withCredentials }: Happening) =>
  `Access-Control-Allow-Origin is ${quote(allowOrigin)}` +
  (withCredentials ? ' and Access-Control-Allow-Credentials is true' : '');
const forHeaders = ({ headerNames }: Happening) =>
  headerNames.length === 0 ? '' : ` with ${headerNames.join(', ')}`;
const thePreflight = (happening: Happening) =>
  `The preflight for ${happening.method} ${happening.url}${forHeaders(happening)} from ${whose(happening)}`;
const answered = (happening: Happening) => `${thePreflight(happening)} was answered${withStatus(happening)}`;

/** A title in the middle of a sentence; a header's name keeps its letters. */
const inSentence = (title: string) =>
  /^(The|A|An|No|Nothing|Only|More|Too|By) /.test(title) ? lower(title) : title;

const tells: Readonly<Record<Tell, string>> = {
  mode: 'the request’s mode, cors or no-cors',
  credentials: "whether the page asked for credentials (credentials: 'include', withCredentials)",
  'mode-and-credentials': 'the request’s mode and whether it includes credentials',
  'redirect-mode': 'the redirect option of the page’s call, and the console',
  cancelled: 'whether the page removed the element while it loaded',
  embedder: 'which of the two policies the page has',
  'preflight-log': 'whether the server’s log contains an OPTIONS request',
  handshake:
    'the server’s log (Chrome’s console shows the status only if no installed extension can observe requests)',
  'local-network': 'whether the page has permission for the local network (its site settings)',
  'service-worker': 'the response of the page’s service worker',
  console: 'the message in the console',
};

export const headline = {
  sameOrigin: (happening: Happening) =>
    `${happening.url}${withError(happening)} has the same origin as ${whose(happening)}, so the page can read it and no ` +
    'cross-origin rule applies.',
  simple: (happening: Happening) =>
    happening.allowOrigin === null
      ? `${upper(whose(happening))} can read ${happening.url}${withError(happening)}; the headers that allow it are not visible.`
      : `${upper(whose(happening))} can read ${happening.url}${withError(happening)}, because its ` +
        `${allowing(happening)}.`,
  preflighted: (happening: Happening) => {
    const asked = `${happening.method}${forHeaders(happening)}`;
    const preflight = happening.isPreflightSeen
      ? `The preflight allowed ${asked}`
      : `${asked} was sent without a new preflight, because an earlier one is still cached`;
    return happening.allowOrigin === null
      ? `${preflight}, and ${whose(happening)} got the response from ${happening.url}${withError(happening)}.`
      : `${preflight}, and ${whose(happening)} can read ${happening.url}${withError(happening)}, because its ` +
          `${allowing(happening)}.`;
  },
  navigation: (happening: Happening) =>
    `A tab navigated to ${happening.url}${withStatus(happening)}: navigations to any origin are allowed.`,
  /** A navigation, or a click on `<a download>`, which looks the same. */
  navigatedOrSaved: (happening: Happening) =>
    `A tab navigated to ${happening.url}${withStatus(happening)}, or saved the response if a link with the ` +
    'attribute download was clicked.',
  /** Requested in advance: by speculation rules, or by `<link rel=prefetch>`. */
  prefetched: (happening: Happening) =>
    `${upper(whose(happening))} prefetched ${happening.url}${withStatus(happening)} for later use; this ` +
    'request did not navigate the tab.',
  /** A navigation answered with 204 or 205. */
  noContent: (happening: Happening) =>
    `${happening.url} answered the navigation without content${withStatus(happening)}, so the tab kept its document.`,
  /** A navigation whose response is saved, because of a header. */
  downloaded: (happening: Happening, header: string, value: string) =>
    `${happening.url} was downloaded${withStatus(happening)}, because its ${header} is ${value}; the tab kept its ` +
    'document.',
  frame: (happening: Happening) =>
    happening.isSameOrigin
      ? `A frame of ${whose(happening)} loaded ${happening.url}${withStatus(happening)}, which has the same origin.`
      : `A frame of ${whose(happening)} loaded ${happening.url}${withStatus(happening)}: it is displayed, but ` +
        'page and frame cannot read each other.',
  /** What an `<object>` or `<embed>` loaded. */
  object: (happening: Happening) =>
    happening.isSameOrigin
      ? `An <object> or <embed> of ${whose(happening)} loaded ${happening.url}${withStatus(happening)}, which has ` +
        'the same origin.'
      : `An <object> or <embed> of ${whose(happening)} loaded ${happening.url}${withStatus(happening)}: it can be ` +
        'displayed, but the page’s scripts cannot read it.',
  /** A frame or object whose response shows nothing. */
  frameWithout: {
    'no-content': (happening: Happening, isObject: boolean) =>
      `${isObject ? 'An <object> or <embed>' : 'A frame'} of ${whose(happening)} requested ` +
      `${happening.url}${withStatus(happening)}: the response has no content, so what was displayed before stays.`,
    download: (happening: Happening, isObject: boolean) =>
      `${isObject ? 'An <object> or <embed>' : 'A frame'} of ${whose(happening)} requested ` +
      `${happening.url}${withStatus(happening)}: the response is a download (Content-Disposition: attachment), so ` +
      'it is not displayed.',
  },
  webSocket: (happening: Happening) =>
    `${happening.host} accepted the WebSocket from ${whose(happening)}: the same-origin policy does not apply ` +
    'to WebSockets, so the server has to check Origin itself.',
  webTransport: (happening: Happening) =>
    `${happening.host} accepted the WebTransport session from ${whose(happening)}: neither the same-origin policy ` +
    'nor CORS applies to it, so the server has to check Origin itself.',
  /** A handshake answered with another status than 101. */
  webSocketRefused: (happening: Happening) =>
    `${happening.host} answered the WebSocket handshake from ${whose(happening)} with status ` +
    `${happening.status} instead of 101; only the server knows whether the Origin is the reason.`,
  /** Used, and not read: an image, a script. */
  embedded: (happening: Happening) =>
    `${upper(whose(happening))} can use ${happening.url}, but script cannot read it, because it was ` +
    'embedded with mode no-cors.',
  /** Fetched with mode `no-cors`. */
  opaque: (happening: Happening) =>
    `${upper(whose(happening))} got an opaque response from ${happening.url}: with mode: 'no-cors', script ` +
    'cannot read status, headers or body, regardless of what the server sends.',
  /** Sent, and its response is not read: a beacon. */
  sent: (happening: Happening) =>
    `${upper(whose(happening))} sent ${happening.method} ${happening.url}; script cannot read the response to ` +
    'such a request.',
  pending: (happening: Happening) =>
    `${happening.method} ${happening.url} from ${whose(happening)} has no response yet.`,
  pendingPreflight: (happening: Happening) =>
    `${happening.method} ${happening.url} from ${whose(happening)} is waiting for its preflight response.`,
  /** Answered, and it is not known whether to be read or to be used only. */
  readOrOpaque: (happening: Happening) =>
    `${upper(whose(happening))} got the response from ${happening.url}${withError(happening)}; whether script can read it depends on ` +
    'the request’s mode, which is not visible.',
  /** It answered, and the page got that. */
  fromServiceWorker: (happening: Happening) =>
    `The service worker of ${whose(happening)} answered ${happening.method} ${happening.url}, and the page ` +
    'got its response.',
  /** Handed to a service worker, whose answer is not visible. */
  byServiceWorker: (happening: Happening) =>
    `The service worker of ${whose(happening)} handled ${happening.url}; its response is not visible.`,
  unknown: (happening: Happening) =>
    `The outcome of ${happening.method} ${happening.url} from ${whose(happening)} is unknown.`,
  /** A CORS-preflight request by itself. */
  preflight: {
    allowed: (happening) => `${answered(happening)} and allows the request.`,
    blocked: (happening) =>
      `${answered(happening)} and does not allow the request; the request’s own row shows why.`,
    opaque: (happening) => `${answered(happening)}.`,
    failed: (happening) =>
      `${thePreflight(happening)} got no response${happening.error ? ` (${happening.error})` : ''}.`,
    pending: (happening) => `${thePreflight(happening)} has no response yet.`,
    unknown: (happening) =>
      `${answered(happening)}, but it is uncertain whether that allows the request; the request’s own row ` +
      'lists what fits.',
  } satisfies Readonly<Record<Outcome, (happening: Happening) => string>>,
  /** A title with the value that it turns on. */
  valued: (title: string, value: string) => `${title} (${quote(value)})`,
  /** Several titles fit one exchange. */
  either: (happening: Happening, outcome: Outcome, titles: readonly string[], tell: Tell) =>
    `${happening.method} ${happening.url} from ${whose(happening)} ${endings[outcome]}: either ` +
    `${titles.map(inSentence).join(', or ')}; to tell them apart, check ${tells[tell]}.`,
  tells,
  /** The sentence with remarks before its end. */
  noted: (sentence: string, notes: readonly string[]) =>
    notes.length === 0 ? sentence : `${sentence.replace(/\.$/, '')} (${notes.join('; ')}).`,
  redirectedFrom: (url: string) => `after a redirect from ${url}`,
  /** No outcome was observed. */
  computed: (browser: string) => `computed: ${browser} does not show extensions the outcome here`,
  /** Of a request in a file of another program. */
  computedFromFile: 'computed by the rules: the outcome itself was not seen',
};
