import type { Access } from '../../exchange/verdict/classify';
import type { Basis } from '../../exchange/verdict/infer-request';
import type { Initiator } from '../../protocol/facts';

const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** The interface in English. */
export const ui = {
  otherWindow:
    'Private and normal windows are recorded separately, and that tab is in the other kind of window. Open DevTools on that tab instead.',
  /** Above the list of tabs, where a panel was opened without one. */
  chooseTab: 'Which tab shall be recorded?',
  views: {
    label: 'Views',
    requests: 'Requests',
    origins: 'Origins',
    messages: 'Messages',
    map: 'Map',
  } satisfies Readonly<Record<'label' | 'requests' | 'origins' | 'messages' | 'map', string>>,
  bar: {
    label: 'Recording and filters',
    record: 'Record',
    recordOn: 'Recording. Press to pause',
    recordOff: 'Paused. Press to record',
    clear: 'Clear the log',
    preserve: 'Preserve log',
    preserveMeaning: 'Keep the requests of earlier pages when the page is reloaded or left',
    reload: 'Reload the page',
    filter: 'Filter requests',
    filterPlaceholder: 'Filter: URL, origin, method, status, type',
    filterMeaning:
      'Words that must all occur in URL, origin, method, status, type, class or outcome; -word leaves out what has it',
    chips: 'Class and outcome',
    clearFilter: 'Clear filters',
    settings: 'Settings',
    openTester: 'Test two URLs',
    export: 'Export',
  },
  table: {
    label: 'Requests',
    columns: {
      class: 'Class',
      method: 'Method',
      url: 'URL',
      origin: 'Initiator origin',
      access: 'Access',
      reason: 'Reason',
      status: 'Status',
      time: 'Time',
    },
    access: {
      read: { label: 'read', meaning: 'The page wants to read the response: it needs the server’s consent' },
      embed: { label: 'embed', meaning: 'The response is shown or run, and script cannot read it' },
      write: { label: 'write', meaning: 'Something is sent, and script cannot read the response' },
    } satisfies Readonly<Record<Access, { readonly label: string; readonly meaning: string }>>,
    running: 'running',
    noOrigin: 'No page made it: an address typed or a bookmark',
    opaqueOrigin: 'An opaque origin, sent as null: the same as no other',
    workerOrigin: 'From a worker of this origin; which page it served is not visible',
    differs: 'differs from the page’s origin',
    redirects: (count: number) => plural(count, 'redirect', 'redirects'),
  },
  status: {
    label: 'State of the recording',
    shown: (shown: number, total: number) =>
      shown === total
        ? plural(total, 'request', 'requests')
        : `${shown.toLocaleString('en')} of ${plural(total, 'request', 'requests')}`,
    connecting: 'Connecting',
    paused: 'Paused: new requests are not recorded',
    begunBefore: (count: number) => `${plural(count, 'request', 'requests')} began before recording`,
    afterLoad: 'The page was loaded before recording began',
    noHostPermission: 'No access to sites',
    noHostPermissionMeaning:
      'The browser shows requests only where the extension may see both the page and the target. Allow access to all sites in the extension’s settings.',
    givePermission: 'Give it',
    cutOff: 'Cut off: the extension was reloaded',
    cutOffMeaning:
      'Nothing more is recorded here. What was recorded can be read and copied; reopen DevTools to go on.',
    stops: (count: number) => `The background was stopped ${plural(count, 'time', 'times')}`,
    stopsMeaning:
      'The browser stopped the background while recording. What happened in between may be missing.',
    dropped: (count: number) => `${plural(count, 'request', 'requests')} dropped to stay within bounds`,
    withheld: (count: number) => `${plural(count, 'worker request', 'worker requests')} not recorded`,
    withheldMeaning:
      'A private window is open, and the browser does not say whether this shared or service worker belongs to it. Close all private windows to record its requests.',
    gone: 'The tab is closed: nothing more will come',
    copied: (what: string) => `Copied: ${what}`,
    notCopied: 'The browser did not allow copying',
  },
  empty: {
    connecting: 'Connecting',
    connectingHint: 'The background has not answered yet. Nothing is recorded until it does.',
    recording: 'Recording, nothing seen yet',
    recordingHint: 'Reload the page to record its requests.',
    filtered: 'No request passes the filters',
    filteredHint: 'Requests are recorded, and the filters hide them all.',
    paused: 'Paused',
    pausedHint: 'Requests that are made now are not recorded.',
    gone: 'The tab is closed',
    goneHint: 'It made no request while it was recorded.',
    resume: 'Record',
    restricted: 'Extensions may not look at this page',
    restrictedHint:
      'Browsers keep their own pages and their extension stores to themselves. Open another page.',
  },
  menu: {
    label: 'This request',
    url: 'Copy URL',
    posixCurl: 'Copy as cURL (POSIX)',
    cmdCurl: 'Copy as cURL (cmd)',
    powershell: 'Copy as PowerShell',
    fetch: 'Copy as fetch',
    ticket: 'Copy for the backend team',
    /** What was copied then. */
    ticketName: 'a ticket in Markdown',
    withoutBody: 'Bodies are not recorded',
    /** A form that cannot express some headers. */
    without: (form: string, names: string) => `${form}, without headers that it cannot express: ${names}`,
    /** A form that cannot express the request at all. */
    cannotHold: (form: string) => `${form} cannot express this request: nothing was copied`,
  },
  detail: {
    label: 'The selected request',
    close: 'Close',
    resize: 'Size of the detail',
    needs: 'Has → needs',
    needsHint: 'With these headers the request passes; the rules were run again to make sure.',
    needsFirst: 'This holds if the first of the reasons below is the one.',
    header: 'Header',
    on: 'On the response to',
    has: 'Has',
    needed: 'Needs',
    missing: 'missing',
    statusCode: 'status code',
    why: 'Why: step by step',
    whyNone: 'No rule was run over it.',
    step: 'Step',
    passedOver: 'passed over',
    returned: 'returned here',
    failsToo: 'would fail next',
    evidence: 'What the steps looked at',
    absent: 'absent',
    empty: 'empty',
    standard: 'in the standard',
    problems: 'Problems',
    /** Beside several candidates. */
    problemsToo: 'Also, if the first of these is the one',
    warning: 'warning',
    remedy: 'Fix',
    candidates: 'One of these',
    candidatesHint: 'Each fits what the browser showed, and nothing that it showed tells them apart.',
    nothingWrong: 'Nothing: it may have passed',
    tellApart: 'What tells them apart',
    browserWould: (browser: string) => `${browser} itself knows: its console names the one that applies.`,
    assumptions: 'Assumed',
    assumption: 'assumption',
    assumed: 'No browser shows this to an extension, and nothing that was seen proves it',
    facts: 'Facts',
    headers: 'Headers',
    noHeaders: 'none',
    headersNotShown: 'not shown by the browser',
    corsHeader: 'An origin rule looks at this header',
    otherHeaders: 'The others',
    preflightOf: 'Preflight of',
    itsPreflight: 'Preflight',
    hop: (number: number) => `Request ${number}`,
    place: (message: 'request' | 'response' | 'preflight-request' | 'preflight-response') =>
      ({
        request: 'Request',
        response: 'Response',
        'preflight-request': 'Preflight request',
        'preflight-response': 'Preflight response',
      })[message],
    showAll: (characters: number) => `show all (${characters.toLocaleString('en')} characters)`,
    showLess: 'show less',
    fact: {
      class: 'Class',
      outcome: 'Outcome',
      mode: 'Mode',
      credentialsMode: 'Credentials mode',
      origin: 'Request origin',
      initiator: 'Made by',
      access: 'Access',
      triggers: 'Preflighted because of',
      preflightCache: 'Preflight cache',
      servedBy: 'Answered by',
      serverIp: 'Server address',
      browserSays: 'The browser’s own words',
      error: 'Error',
      type: 'Type',
    },
    basis: {
      observed: { label: 'observed', meaning: 'The browser said so' },
      inferred: { label: 'inferred', meaning: 'It follows from what was seen, without exception' },
      assumed: { label: 'assumed', meaning: 'No browser shows this, and nothing that was seen proves it' },
      computed: { label: 'computed', meaning: 'The standard’s rules give this; the browser did not show it' },
    } satisfies Readonly<Record<Basis, { readonly label: string; readonly meaning: string }>>,
    initiators: {
      document: 'a document',
      'dedicated-worker': 'a dedicated worker',
      'shared-worker': 'a shared worker',
      'service-worker': 'a service worker',
      unknown: 'not known',
    } satisfies Readonly<Record<Initiator, string>>,
    cache: {
      hit: 'an earlier preflight’s answer was used',
      miss: 'asked anew',
      unknown: 'not known',
    } satisfies Readonly<Record<'hit' | 'miss' | 'unknown', string>>,
    /** Which preflight's answer was used: of how many seconds ago, kept for how many. */
    cachedBy: (ageSeconds: number, maxAgeSeconds: number) =>
      `made ${ageSeconds} s before, kept for ${maxAgeSeconds} s: no OPTIONS request was needed`,
    /** That preflight was not seen. */
    cachedBefore: 'made before the recording, or by another page of this origin',
    sinceReload: {
      'now-allowed': { label: 'now allowed', meaning: 'It was blocked before the page was reloaded' },
      'still-blocked': {
        label: 'still blocked',
        meaning: 'For the same reason as before the page was reloaded',
      },
      'next-reason': {
        label: 'blocked for the next reason',
        meaning: 'What blocked it before the page was reloaded is mended; this is what comes next',
      },
    } satisfies Readonly<
      Record<
        'now-allowed' | 'still-blocked' | 'next-reason',
        { readonly label: string; readonly meaning: string }
      >
    >,
    servers: {
      network: 'the server',
      'http-cache': 'the HTTP cache',
      'service-worker': 'a service worker',
      unknown: 'not known',
    } satisfies Readonly<Record<'network' | 'http-cache' | 'service-worker' | 'unknown', string>>,
  },
};
