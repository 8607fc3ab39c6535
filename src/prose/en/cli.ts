import type { FileFormat, FileLack, PolicyRule } from '../cli-codes';
import { help } from './cli-help';

export const cli = {
  /** The shortest answer about one request. */
  brief: {
    labelled: (label: string) => `${label}:`,
    /** After the outcome, the method and the URL. */
    from: (origin: string) => `from ${origin}`,
    status: (status: number) => `status ${status}`,
    preflightStatus: (status: number) => `preflight status ${status}`,
    change: 'Change',
    page: 'In the page',
    rule: 'Rule',
    candidates: 'It is one of',
    prints: (browser: string) => `${browser} prints`,
    other: (browser: string) => `In ${browser}`,
    more: 'More',
  },
  summary: {
    none: 'No requests.',
    passed: (requests: number) =>
      requests === 1 ? '1 request, nothing blocked.' : `${requests} requests, nothing blocked.`,
    found: (requests: number, blocked: number, failed: number, unknown: number) =>
      [
        `${requests} ${requests === 1 ? 'request' : 'requests'}: ${blocked} blocked`,
        ...(failed > 0 ? [`${failed} failed`] : []),
        ...(unknown > 0 ? [`${unknown} not known`] : []),
      ].join(', '),
    hidden: (count: number) => `${count} more: use --all to list every request.`,
  },
  file: {
    formats: {
      report: 'CORScope report',
      har: 'HAR file',
      text: 'text',
    } satisfies Readonly<Record<FileFormat, string>>,
    read: (name: string, format: string, writer: string | null) =>
      `${name}: ${format}${writer === null ? '' : ` by ${writer}`}`,
    rulesOf: (browser: string) => `Judged by the rules of ${browser}.`,
    assumedBrowser: (browser: string) =>
      `The file does not say which browser sent the requests: judged by the rules of ${browser}.`,
    leftOut: (count: number) =>
      count === 1
        ? '1 item is not valid and was left out.'
        : `${count} items are not valid and were left out.`,
    lacks: {
      ends: 'The file does not show how requests ended: the rules alone decide.',
      'blocked-responses': 'For some requests the file has no response: what happened to them is not known.',
      'some-headers': 'The file has no cookies and no Authorization headers: they may have been removed.',
      modes: 'The file does not show the mode of the requests: the usual one is assumed.',
      responses: 'A console message shows no response: only what the browser says about it is known.',
      'page-events': '',
    } satisfies Readonly<Record<FileLack, string>>,
  },
  diff: {
    summary: (pairs: number, changed: number, added: number, removed: number) =>
      `${pairs} requests are in both, ${changed} of them with another result; ${added} only in the second, ${removed} only in the first.`,
    added: 'Only in the second',
    removed: 'Only in the first',
  },
  fix: {
    nothing: 'No policy of a server would let these requests pass.',
    chooseStack: 'no response names its server; choose a stack',
    unknownStack: (name: string) => `there is no stack ${name}`,
  },
  replay: {
    title: 'Send again:',
    preflight: 'The preflight:',
    request: 'The request:',
    fetch: 'In the console of a page of the same origin:',
    test: 'A test for Playwright:',
    testComment: 'Fails while the browser blocks the request, and passes after the fix.',
    check: 'A check for CI, which needs no browser:',
    note: 'Bodies are not recorded. Secrets are replaced by placeholders: put in your own where the server wants them.',
    nothing: 'There is no such request.',
  },
  check: {
    notUrl: 'not a URL',
    notMethod: 'not a method',
    notHeader: 'not a header',
    in: (browsers: readonly string[]) => `In ${browsers.join(' and ')}:`,
    failed: 'FAILED',
    /** From which origin a request was sent; null: without an Origin header. */
    from: (origin: string | null) => (origin === null ? 'without an Origin header' : `from ${origin}`),
    result: (kept: number, broken: number) => `${kept} checks passed, ${broken} failed.`,
    rules: {
      allows: 'the page must be allowed to read the response',
      'allows-errors': 'the page must be allowed to read this error',
      refuses: 'this origin must be refused',
      preflight: 'the preflight must allow the method and all headers',
      'no-more-methods': 'a method that is not in the policy must be refused',
      'no-more-headers': 'a header that is not in the policy must be refused',
      credentials: 'credentials must be allowed',
      'no-credentials': 'credentials must not be allowed',
      exposes: 'scripts must be allowed to read the exposed headers',
      varies: 'the response must have Vary: Origin, or caches mix the responses for two origins',
      'max-age': 'the preflight must have the max-age of the policy',
    } satisfies Readonly<Record<PolicyRule, string>>,
  },
  help,
  inspect: {
    opening: (url: string) => `Recording ${url}`,
    noChromium:
      'no Chromium was found. Install it, or set CHROME_PATH. Google Chrome since version 137 does not load extensions from the command line.',
    noFirefox: 'no Firefox was found. Install it, or set FIREFOX_PATH.',
    noExtension: 'the extension is not built: npm run build',
    noScript: '--script needs Chromium: Playwright, whose pages the script drives, cannot drive this Firefox',
    notConnected: (endpoint: string, reason: string) => `--connect ${endpoint}: no connection (${reason})`,
    notLoaded: (folder: string) =>
      `--connect: that browser does not have the extension, and Chromium takes none while it runs. Load it in chrome://extensions, or start Chromium with --load-extension=${folder}`,
    noSystemAccess:
      '--connect: Firefox opens pages of extensions only with access to its own window: start it with --remote-debugging-port and --remote-allow-system-access',
    needsNewerNode: 'Node.js 22.18 or newer runs TypeScript; with an older one, write it as .mjs',
  },
  /** What a test of Playwright is told. */
  playwright: {
    onlyChromium:
      'corscope/playwright records only Chromium, with JavaScript: skip these tests in other projects',
    notRecorded: 'only the page of the fixture is recorded, and the tabs that it opens',
    more: (count: number) => `${count} more are in the attached report.`,
    answered: (urls: string) =>
      `This test answered requests itself (route.fulfill): ${urls}. What the browser decided about them says nothing about your server.`,
    preflights: (urls: string) =>
      `While a test has a route, Playwright answers all preflights itself, and allows everything: your server was not asked about ${urls}.`,
    addedToAll: (names: string) =>
      `This test adds headers to all requests: ${names}. Chromium sends a preflight for them, which users of your page do not need.`,
    added: (url: string, names: string) => `This test added headers to ${url} (route): ${names}.`,
  },
  /** What coding agents are told. */
  agent: {
    instructions:
      'CORScope explains why a browser blocked a request (CORS, CORP, COEP, ORB, CSP, mixed content, local network access): the cause, its evidence, and the smallest fix. Call inspect with the URL of a page first; it opens Chromium (or Firefox) and shows headers that the page and other DevTools tools cannot see.',
    tools: {
      inspect:
        'Opens a page in Chromium or Firefox and explains each request that did not pass: cause, evidence, the header to change. Returns a handle of the report.',
      blocked: 'Explains further requests of a report.',
      explain:
        'Explains a HAR file, a CORScope report, raw HTTP, output of curl -v, or an error message of a browser console.',
      check:
        'Sends the preflight and the request that a page of an origin would send to a URL, and says whether Chrome and Firefox would let the page read the response. It really sends the request if its preflight allows it.',
      fix: 'Writes the smallest CORS policy of the servers in a report as configuration for a server or framework.',
      verify: 'Inspects the page of a report again and says what has changed.',
    },
    /** To an agent that is attached to the browser: it finds the tools in the panel’s page. */
    attached:
      'CORScope explains why the browser blocked a request of the tab that this page records: the cause, its evidence and the smallest fix, with headers that pages cannot see. If this page lists tabs instead, open it with ?url= and the beginning of the tab’s URL.',
    inspectAttached:
      'Reloads the recorded tab, and explains each request that did not pass: cause, evidence, the header to change.',
    blockedAttached: 'Explains the requests of the recorded tab that did not pass so far.',
    verifyAttached: 'Reloads the recorded tab, and says what has changed.',
    parameters: {
      report: 'The handle of a report, such as r1.',
      from: 'The number of the first request to explain.',
      until: 'A CSS selector to wait for, or milliseconds.',
      connect: 'The address of a browser that runs, such as ws://127.0.0.1:9222: a new tab is used there.',
      text: 'The text itself.',
      path: 'The path of a file.',
      origin: 'The origin of the page, such as https://app.example.',
      headers: 'The names of headers that the page sets.',
      stack: 'Such as nginx, express, spring. By default the one that the responses name.',
    },
    handle: (handle: string) => `Report ${handle}.`,
    more: (count: number, handle: string | null, from: number) =>
      `${count} more: call blocked with ${handle === null ? '' : `report ${handle} and `}from ${from}.`,
    unknownHandle: (handle: string, known: string) => `There is no report ${handle}. There are: ${known}.`,
    textOrPath: 'Give text or path, and not both.',
    notValid: 'The origin, the method or the name of a header is not valid.',
    noPolicy: 'No policy of a server is the fix here; see what the report says to change.',
    notInspected: 'The report is of a file: only a page that was inspected can be inspected again.',
    passes: 'passes now.',
    still: 'did not change.',
    next: 'has another reason now.',
    gone: 'was not made this time.',
    fresh: 'is new.',
  },
  html: {
    filter: 'Filter requests',
    outcome: 'Outcome',
    all: 'All outcomes',
    headers: 'Headers',
    requestHeaders: 'Request headers',
    responseHeaders: 'Response headers',
  },
  reading: (name: string, percent: number) => `Reading ${name}: ${percent} %`,
  problems: {
    'too-large': (megabytes: number) => `larger than ${megabytes} MB`,
    'long-text': (megabytes: number) => `text that is no JSON, and longer than ${megabytes} MB`,
    'not-json': 'not valid JSON',
    'long-item': 'JSON with more values in one place than a report or HAR file has',
    'too-deep': 'JSON that is nested too deeply for a report or HAR file',
    cut: 'the file ends too early: it was cut',
    'other-format':
      'not a CORScope report, HAR file, HTTP message, output of curl -v, or console message about a request',
    'no-url':
      'a console message without the URL of its request: copy it together with the line that names the URL',
    'other-version': 'a CORScope report of a newer version',
    'no-requests': 'no requests in it',
    place: (line: number, column: number) => `line ${line}, column ${column}`,
  },
};
