import { corsReason as chromeReason, chromeWordings } from './chrome';
import { corsReason as firefoxReason, firefoxWordings } from './firefox';
import type { ConsoleBrowser, ConsoleMessage, Wording } from './message';
import { safariWordings } from './safari';

/** How much text is read, in characters. */
export const maxConsoleText = 20_000;
/** How many messages are read. */
const maxMessages = 20;
/** The longest message, and the longest part of it that is kept. */
const maxMessage = 8_000;
const maxPart = 4_000;

const wordings: readonly (readonly [ConsoleBrowser, readonly Wording[]])[] = [
  ['chrome', chromeWordings],
  ['firefox', firefoxWordings],
  ['safari', safariWordings],
];

/** Where a message can start. Some wordings of Safari are also the end of a message of Chrome, or of Safari. */
const starts = new RegExp(
  [
    "Access to .{1,60}? at '",
    'Fetch API cannot load ',
    'XMLHttpRequest cannot load ',
    'EventSource cannot load ',
    '(?:\\[Report Only\\] )?Refused to (?:connect to|load|frame|display|execute|apply|create)',
    "(?:Connecting to|Loading the [\\w-]+|Framing|Creating a worker from|Sending form data to|Prefetching content from) '",
    'Failed to (?:load module script|find a valid digest|construct|load resource: net::|load [‘“\'"])',
    'Mixed Content: ',
    'The FetchEvent for ',
    'WebSocket connection to ',
    'Cross-Origin Request (?:Blocked|Warning): ',
    'Security Error: Content at ',
    'Content-Security-Policy: ',
    'Blocked loading mixed ',
    'The resource (?:at|from) [“‘"\']',
    'Loading (?:module|[Ww]orker|SharedWorker|script) from ',
    'None of the .{1,20} hashes',
    'The loading of [“‘"\']',
    'Firefox can.t establish a connection ',
    'TypeError: (?:Failed to|NetworkError when|Load failed)',
    '(?<!policy: )Origin \\S+ is not allowed by Access-Control-Allow-Origin',
    'Access-Control-Allow-Origin cannot contain',
    'Cannot use wildcard in Access-Control-Allow-Origin',
    'Credentials flag is true, but',
    'Preflight response is not successful',
    'Header Access-Control-Allow-(?:Methods|Headers) has an invalid',
    '(?<!policy: )Method \\S+ is not allowed by Access-Control-Allow-Methods',
    '(?<!policy: )Request header field \\S+ is not allowed by',
    'Cross-origin redirection to ',
    '(?<!policy: )(?:redirection URL \\S+ has credentials|not allowed to follow a cross-origin CORS)',
    '(?<!policy: )Cross origin requests are only supported for HTTP',
    '\\[blocked\\] The page at ',
    'Cancelled load to ',
    '\\b[A-Z]{3,20} (?=[a-z-]{2,20}:\\S{1,4000} (?:net::ERR_|\\d{3} \\())',
  ].join('|'),
  'g',
);

/** Returns the messages in text that was copied from a browser's console; for other text, the URLs in it. */
export function readConsoleMessages(pasted: string): readonly ConsoleMessage[] {
  const bounded = pasted.slice(0, maxConsoleText);
  // Safari repeats the reason beside the message that contains the URL.
  const once = bounded.includes('access control checks')
    ? bounded.replace(/Failed to load resource: (?!net::).*/g, '')
    : bounded;
  const text = once.replace(/[\s\u00a0]+/g, ' ').trim();
  const places = [...text.matchAll(starts)].map(({ index }) => index);
  const found = places.slice(0, 4 * maxMessages).flatMap((from, index) => {
    const message = text.slice(from, Math.min(places[index + 1] ?? text.length, from + maxMessage)).trim();
    return readMessage(message) ?? [];
  });
  return (found.length > 0 ? joined(found) : unknownMessages(text)).slice(0, maxMessages);
}

function readMessage(text: string): ConsoleMessage | null {
  for (const [browser, table] of wordings) {
    for (const { pattern, meaning } of table) {
      const match = pattern.exec(text);
      if (!match) continue;
      const groups = { ...match.groups };
      const reason = groups.reason === undefined ? {} : reasonGroups(browser, groups.reason);
      return messageOf(browser, text, { ...groups, ...reason }, meaning(groups));
    }
  }
  return null;
}

function reasonGroups(browser: ConsoleBrowser, reason: string) {
  const status = /\bStatus code: (\d{3})/.exec(reason)?.[1];
  const { groups } = browser === 'firefox' ? firefoxReason(reason) : chromeReason(reason);
  return { ...groups, ...(status !== undefined && { status }) };
}

function messageOf(
  browser: ConsoleBrowser | null,
  text: string,
  groups: Readonly<Record<string, string | undefined>>,
  { codes, vague = null }: Pick<ConsoleMessage, 'codes'> & Partial<Pick<ConsoleMessage, 'vague'>>,
): ConsoleMessage {
  const part = (name: string) => groups[name]?.slice(0, maxPart) ?? null;
  return {
    browser,
    text,
    codes,
    vague,
    url: part('url'),
    origin: part('origin'),
    method: part('method'),
    header: part('header'),
    value: part('value'),
    status: groups.status === undefined ? null : Number(groups.status),
  };
}

function unknownMessages(text: string): readonly ConsoleMessage[] {
  const urls = text.match(/\b(?:https?|wss?):\/\/[^\s"'“”‘’<>]{1,4000}/g) ?? [];
  const cut = urls.map((url) => url.replace(/[).,;:：。，）]+$/u, ''));
  return [...new Set(cut)]
    .slice(0, 3)
    .map((url) => messageOf(null, text.slice(0, maxMessage), { url }, { codes: [] }));
}

/** Joins the messages that a browser prints for one failure. */
function joined(messages: readonly ConsoleMessage[]): readonly ConsoleMessage[] {
  const kept: ConsoleMessage[] = [];
  for (const message of messages) {
    const index = kept.findLastIndex((other) => isOfSameFailure(other, message));
    const other = kept[index];
    if (other) kept[index] = join(other, message);
    else kept.push(message);
  }
  const named = kept.filter(({ vague }) => vague !== 'for-script');
  return named.length > 0 ? named : kept.slice(0, 1);
}

function isOfSameFailure(a: ConsoleMessage, b: ConsoleMessage): boolean {
  if (a.browser !== b.browser || a.vague === 'for-script' || b.vague === 'for-script') return false;
  const isSameUrl = a.url === b.url || a.url === null || b.url === null;
  // Firefox prints two messages that name a reason for a redirected preflight.
  const isRepeated = a.url === b.url && a.vague === b.vague && a.codes.some((code) => b.codes.includes(code));
  return isRepeated || (isSameUrl && (a.vague === null) !== (b.vague === null));
}

function join(a: ConsoleMessage, b: ConsoleMessage): ConsoleMessage {
  const [named, other] = a.vague === null ? [a, b] : b.vague === null ? [b, a] : [a, b];
  // Firefox prints its general message after one about a preflight.
  const isAfterPreflight = named.browser === 'firefox' && named.vague === null && other.vague !== null;
  const isOfPreflight = (code: string) => code.startsWith('preflight-');
  const codes = isAfterPreflight
    ? [...named.codes.filter(isOfPreflight), ...named.codes.filter((code) => !isOfPreflight(code))]
    : named.vague === other.vague
      ? named.codes.filter((code) => other.codes.includes(code))
      : named.codes;
  return {
    ...named,
    codes,
    url: named.url ?? other.url,
    method: named.method ?? other.method,
    status: named.status ?? other.status,
  };
}
