import type { Outcome } from '../../protocol/facts';
import type { Happening, Tell } from '../happening';
import { endings, lower, quote, upper } from './phrases';

const whose = ({ origin }: Happening) =>
  origin === null || origin === 'null' ? 'the page (an opaque origin, null)' : `the page at ${origin}`;
const withStatus = ({ status }: Happening) => (status === null ? '' : ` (status ${status})`);
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
  /^(The|A|An|No|Nothing|Only|More|By) /.test(title) ? lower(title) : title;

const tells: Readonly<Record<Tell, string>> = {
  mode: 'the request’s mode, cors or no-cors',
  credentials: "whether the page asked for credentials (credentials: 'include', withCredentials)",
  'mode-and-credentials': 'the request’s mode and whether it includes credentials',
  'redirect-mode': 'the redirect option that the page asked with, and the console',
  cancelled: 'whether the page took the element away while it loaded',
  embedder: 'which of the two policies the page was served with',
  'preflight-log': 'whether an OPTIONS request is in the server’s log',
  'local-network': 'whether the page may use the local network (its site settings)',
  'service-worker': 'what the page’s service worker answered',
  console: 'the message in the console',
};

export const headline = {
  sameOrigin: (happening: Happening) =>
    `${happening.url} has the same origin as ${whose(happening)}, so the page may read it and no ` +
    'cross-origin rule applies.',
  simple: (happening: Happening) =>
    happening.allowOrigin === null
      ? `${upper(whose(happening))} may read ${happening.url}; the headers that allow it were not shown.`
      : `${upper(whose(happening))} may read ${happening.url}, because its ${allowing(happening)}.`,
  preflighted: (happening: Happening) => {
    const asked = `${happening.method}${forHeaders(happening)}`;
    const preflight = happening.isPreflightSeen
      ? `The preflight allowed ${asked}`
      : `${asked} went out without a new preflight, by an earlier one that is still remembered`;
    return happening.allowOrigin === null
      ? `${preflight}, and ${whose(happening)} got the response from ${happening.url}.`
      : `${preflight}, and ${whose(happening)} may read ${happening.url}, because its ${allowing(happening)}.`;
  },
  navigation: (happening: Happening) =>
    `A tab went to ${happening.url}${withStatus(happening)}: a navigation may lead to any origin.`,
  frame: (happening: Happening) =>
    happening.isSameOrigin
      ? `A frame of ${whose(happening)} loaded ${happening.url}${withStatus(happening)}, of the same origin.`
      : `A frame of ${whose(happening)} loaded ${happening.url}${withStatus(happening)}: it is shown, but ` +
        'neither can read the other.',
  webSocket: (happening: Happening) =>
    `${happening.host} accepted the WebSocket from ${whose(happening)}: no origin rule applies to WebSockets, ` +
    'so the server has to check Origin itself.',
  /** A handshake answered with another status than 101. */
  webSocketRefused: (happening: Happening) =>
    `${happening.host} answered the WebSocket handshake from ${whose(happening)} with status ` +
    `${happening.status} instead of 101; whether that is because of the Origin, only the server can tell.`,
  /** Used, and not read: an image, a script. */
  embedded: (happening: Happening) =>
    `${upper(whose(happening))} may use ${happening.url}, but script can read none of it, because it was ` +
    'embedded without asking for permission (no-cors).',
  /** Fetched with mode `no-cors`. */
  opaque: (happening: Happening) =>
    `${upper(whose(happening))} got an opaque response from ${happening.url}: under mode: 'no-cors' script ` +
    'can read neither status nor headers nor body, whatever the server sends.',
  /** Sent, and its response read by nobody: a beacon. */
  sent: (happening: Happening) =>
    `${upper(whose(happening))} sent ${happening.method} ${happening.url}, and nobody reads the response of ` +
    'such a request.',
  pending: (happening: Happening) =>
    `${happening.method} ${happening.url} from ${whose(happening)} has not been answered yet.`,
  pendingPreflight: (happening: Happening) =>
    `${happening.method} ${happening.url} from ${whose(happening)} waits for the answer to its preflight.`,
  /** Answered, and it is not known whether to be read or to be used only. */
  readOrOpaque: (happening: Happening) =>
    `${upper(whose(happening))} got the response from ${happening.url}, either to read it or only to use it; ` +
    'what would tell them apart is the request’s mode.',
  /** It answered, and the page got that. */
  fromServiceWorker: (happening: Happening) =>
    `The service worker of ${whose(happening)} answered ${happening.method} ${happening.url}, and the page ` +
    'got what it answered.',
  /** Handed to a service worker, whose answer is not visible. */
  byServiceWorker: (happening: Happening) =>
    `${happening.url} was handed to the service worker of ${whose(happening)}, and what that answered is ` +
    'not visible.',
  unknown: (happening: Happening) =>
    `How ${happening.method} ${happening.url} from ${whose(happening)} ended is not known.`,
  /** A CORS-preflight request by itself. */
  preflight: {
    allowed: (happening) => `${answered(happening)} and lets the request be sent.`,
    blocked: (happening) =>
      `${answered(happening)} and does not let the request be sent; the request’s own row says why.`,
    opaque: (happening) => `${answered(happening)}.`,
    failed: (happening) =>
      `${thePreflight(happening)} got no answer${happening.error ? ` (${happening.error})` : ''}.`,
    pending: (happening) => `${thePreflight(happening)} has not been answered yet.`,
    unknown: (happening) =>
      `${answered(happening)}, and whether that lets the request be sent is not certain; the request’s own ` +
      'row names what fits.',
  } satisfies Readonly<Record<Outcome, (happening: Happening) => string>>,
  /** A title with the value that it turns on. */
  valued: (title: string, value: string) => `${title} (${quote(value)})`,
  /** Several titles fit one exchange. */
  either: (happening: Happening, outcome: Outcome, titles: readonly string[], tell: Tell) =>
    `${happening.method} ${happening.url} from ${whose(happening)} ${endings[outcome]}: either ` +
    `${titles.map(inSentence).join(', or ')}; what would tell them apart is ${tells[tell]}.`,
  tells,
  /** The sentence with remarks before its end. */
  noted: (sentence: string, notes: readonly string[]) =>
    notes.length === 0 ? sentence : `${sentence.replace(/\.$/, '')} (${notes.join('; ')}).`,
  redirectedFrom: (url: string) => `after a redirect from ${url}`,
  /** No outcome was observed. */
  computed: (browser: string) => `by the rules: ${browser} shows extensions no outcome here`,
};
