import type { Access } from '../../exchange/verdict/classify';
import type { Basis } from '../../exchange/verdict/infer-request';
import type { Initiator } from '../../protocol/facts';
import type { NeedPurpose } from '../../remedy/need';

const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** The interface in English. */
export const ui = {
  otherWindow:
    'Private and normal windows are recorded separately, and that tab is in the other kind of window. Open DevTools on that tab instead.',
  /** Above the list of tabs, where a panel was opened without one. */
  chooseTab: 'Which tab do you want to record?',
  namelessTab: 'Tab without a title',
  views: {
    label: 'Views',
    requests: 'Requests',
    origins: 'Origins',
    messages: 'Messages',
    map: 'Map',
    advice: 'Advice',
  } satisfies Readonly<Record<'label' | 'requests' | 'origins' | 'messages' | 'map' | 'advice', string>>,
  bar: {
    label: 'Recording and filters',
    record: 'Record',
    recordOn: 'Recording. Click to pause',
    recordOff: 'Paused. Click to record',
    clear: 'Clear log',
    preserve: 'Preserve log',
    preserveMeaning: 'Keeps requests when the page reloads or navigates',
    reload: 'Reload page',
    filter: 'Filter requests',
    filterPlaceholder: 'Filter: URL, origin, method, status, type',
    filterMeaning:
      'Words that must all occur in URL, origin, method, status, type, class or outcome; -word excludes matches',
    chips: 'Class and outcome',
    clearFilter: 'Clear filters',
    settings: 'Settings',
    openTester: 'Test two URLs',
    explainMessage: 'Explain a console message',
    openWhatIf: 'What if: try headers without a server',
    explainThis: 'Explain this console message',
    export: 'Export',
  },
  file: {
    open: 'Open a file: HAR, a CORScope report, HTTP, output of curl -v',
    notes: 'How it is judged, and what it does not show',
    close: 'Back to the recording',
    reading: (name: string) => `Reading ${name}`,
    stop: 'Stop',
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
      read: {
        label: 'read',
        meaning: 'The page wants to read the response, which requires the server’s consent',
      },
      embed: { label: 'embed', meaning: 'The response is displayed or executed, but script cannot read it' },
      write: { label: 'write', meaning: 'Data is sent, but script cannot read the response' },
    } satisfies Readonly<Record<Access, { readonly label: string; readonly meaning: string }>>,
    cookieRejected: {
      label: 'cookie rejected',
      meaning: 'The browser rejects a cookie of this response; the detail shows why',
    },
    running: 'running',
    noOrigin: 'Not started by a page: a typed address or a bookmark',
    opaqueOrigin: 'An opaque origin, sent as null: it matches no other origin',
    workerOrigin: 'From a worker of this origin; the page that it serves is not visible',
    differs: 'differs from the page’s origin',
    redirects: (count: number) => plural(count, 'redirect', 'redirects'),
  },
  status: {
    label: 'Recording status',
    shown: (shown: number, total: number) =>
      shown === total
        ? plural(total, 'request', 'requests')
        : `${shown.toLocaleString('en')} of ${plural(total, 'request', 'requests')}`,
    connecting: 'Connecting',
    paused: 'Paused: new requests are not recorded',
    startedBefore: (count: number) => `${plural(count, 'request', 'requests')} started before recording`,
    afterLoad: 'The page was loaded before recording started',
    noHostPermission: 'No site access',
    noHostPermissionMeaning:
      'The browser shows the extension a request only if it has access to both the page and the target. Allow access to all sites in the extension’s settings.',
    givePermission: 'Grant access',
    cutOff: 'Disconnected: the extension was reloaded',
    cutOffMeaning:
      'Recording has stopped here. The log can still be read and copied; reopen DevTools to continue.',
    stops: (count: number) => `The background was stopped ${plural(count, 'time', 'times')}`,
    stopsMeaning: 'The browser stopped the background while recording. Events from that time may be missing.',
    dropped: (count: number) => `${plural(count, 'request', 'requests')} dropped: the log is full`,
    withheld: (count: number) => `${plural(count, 'worker request', 'worker requests')} not recorded`,
    withheldMeaning:
      'A private window is open, and the browser does not show whether this shared or service worker belongs to it. Close all private windows to record its requests.',
    gone: 'The tab is closed: recording has ended',
    copied: (what: string) => `Copied: ${what}`,
    notCopied: 'The browser blocked copying',
  },
  empty: {
    connecting: 'Connecting',
    connectingHint: 'The background has not responded yet. Nothing is recorded until it does.',
    recording: 'Recording, no requests yet',
    recordingHint: 'Reload the page to record its requests.',
    filtered: 'No matching requests',
    filteredHint: 'Requests were recorded, but the filters hide all of them.',
    paused: 'Paused',
    pausedHint: 'New requests are not recorded.',
    gone: 'The tab is closed',
    goneHint: 'It made no requests while it was recorded.',
    resume: 'Record',
    restricted: 'Extensions cannot access this page',
    restrictedHint:
      'Browsers do not let extensions access their own pages and extension stores. Open another page.',
  },
  menu: {
    label: 'Request menu',
    url: 'Copy URL',
    posixCurl: 'Copy as cURL (POSIX)',
    cmdCurl: 'Copy as cURL (cmd)',
    powershell: 'Copy as PowerShell',
    fetch: 'Copy as fetch',
    ticket: 'Copy for the backend team',
    replay: 'Copy what sends it again',
    compare: 'Compare with…',
    whatIf: 'What if…',
    /** What was copied then. */
    ticketName: 'a ticket in Markdown',
    replayName: 'curl, fetch, a test and a check, in Markdown',
    withoutBody: 'Bodies are not recorded',
    /** A form that cannot express some headers. */
    without: (form: string, names: string) => `${form}, without headers that it cannot express: ${names}`,
    /** A form that cannot express the request at all. */
    cannotHold: (form: string) => `${form} cannot express this request: nothing was copied`,
  },
  detail: {
    label: 'Selected request',
    close: 'Close',
    resize: 'Resize details',
    needs: 'Current → required',
    needsHint: {
      pass: 'With these headers the request is allowed: the rules were run again to verify it.',
      read: 'Required only if the page reads these headers.',
      store: 'With these attributes the browser stores the cookie: the rules were run again to verify it.',
    } satisfies Readonly<Record<NeedPurpose, string>>,
    /** The response after a failed preflight. */
    needsUnseen:
      'The request itself was not sent, so its response was not seen: add the headers listed for it, unless it has them already.',
    /** Complete sentences, one after the other. */
    sentences: (sentences: readonly string[]) => sentences.join(' '),
    needsFirst: 'This assumes that the first of the possible causes below applies.',
    header: 'Header',
    on: 'Response to',
    has: 'Current',
    needed: 'Required',
    missing: 'missing',
    notSeen: 'not seen yet',
    statusCode: 'status code',
    why: 'Step by step',
    whyNone: 'No rule was evaluated.',
    step: (section: string, step: string) => `${section}, step ${step}`,
    /** Before what it names, on one line. */
    labelled: (label: string) => `${label}:`,
    passedOver: 'did not apply',
    returned: 'returned here',
    failsToo: 'would fail next',
    evidence: 'Values checked',
    absent: 'absent',
    empty: 'empty',
    standard: 'in the standard',
    problems: 'Problems',
    /** Beside several candidates. */
    problemsToo: 'Further problems, if the first cause applies',
    warning: 'warning',
    remedy: 'Fix',
    candidates: 'Possible causes',
    candidatesHint: 'Each of them fits what the browser showed; nothing recorded tells them apart.',
    nothingWrong: 'None: the request may have succeeded',
    tellApart: 'How to tell',
    browserWould: (browser: string) => `the console of ${browser} shows which one applies.`,
    assumptions: 'Assumptions',
    assumption: 'assumption',
    assumed: 'Browsers do not show this to extensions, and nothing recorded proves it',
    facts: 'Facts',
    headers: 'Headers',
    noHeaders: 'none',
    headersNotShown: 'none recorded: not sent, or not shown by the browser',
    corsHeader: 'Origin rules use this header',
    /** What headers mean that no rule here uses. */
    headerNotes: {
      'activate-storage-access':
        'Asks the browser to use storage access that the user has granted before: load gives it to the document, retry repeats a request that has Sec-Fetch-Storage-Access: inactive. It allows nothing else.',
      'set-login':
        'Tells the browser whether the user is logged in here, which FedCM uses. It has no effect on this request.',
    },
    otherHeaders: 'Other headers',
    preflightOf: 'Preflight for',
    itsPreflight: 'Preflight',
    mayBeCachedFrom: 'Possibly cached from',
    failedImport: 'Probably the import that failed',
    madeByWorker: 'Probably made by the service worker',
    madeFor: 'Probably made for',
    modeChanged:
      'The page requested it with mode no-cors, the service worker with mode cors: fetch(event.request) keeps the mode, fetch(event.request.url) does not.',
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
      initiator: 'Initiator',
      access: 'Access',
      triggers: 'Preflight triggers',
      preflightCache: 'Preflight cache',
      servedBy: 'Served by',
      serverIp: 'Server address',
      browserSays: 'Browser message',
      error: 'Error',
      type: 'Type',
    },
    basis: {
      observed: { label: 'observed', meaning: 'The browser reported it' },
      inferred: { label: 'inferred', meaning: 'It follows from what was recorded, without exception' },
      assumed: { label: 'assumed', meaning: 'Browsers do not show this, and nothing recorded proves it' },
      computed: {
        label: 'computed',
        meaning: 'The result of the standard’s rules; the browser did not show it',
      },
    } satisfies Readonly<Record<Basis, { readonly label: string; readonly meaning: string }>>,
    initiators: {
      document: 'a document',
      'dedicated-worker': 'a dedicated worker',
      'shared-worker': 'a shared worker',
      'service-worker': 'a service worker',
      unknown: 'unknown',
    } satisfies Readonly<Record<Initiator, string>>,
    cache: {
      hit: 'cache hit',
      miss: 'cache miss',
      unknown: 'unknown',
    } satisfies Readonly<Record<'hit' | 'miss' | 'unknown', string>>,
    /** Which preflight's answer was used: of how many seconds ago, kept for how many. */
    cachedBy: (ageSeconds: number, maxAgeSeconds: number) =>
      `preflight sent ${ageSeconds} s earlier, cached for ${maxAgeSeconds} s: no OPTIONS request was needed`,
    /** That preflight was not seen. */
    cachedBefore: 'preflight sent before recording started, or by another page of this origin',
    sinceReload: {
      'now-allowed': { label: 'now allowed', meaning: 'It was blocked before the reload' },
      'still-blocked': { label: 'still blocked', meaning: 'For the same reason as before the reload' },
      'next-reason': {
        label: 'blocked for another reason',
        meaning: 'The previous problem is fixed; this is the next one',
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
      unknown: 'unknown',
    } satisfies Readonly<Record<'network' | 'http-cache' | 'service-worker' | 'unknown', string>>,
  },
};
