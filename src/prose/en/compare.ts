import type { CandidateGroup } from '../../diagnosis/compare/candidates';
import type { ComparisonResult, DifferenceBecause } from '../../diagnosis/compare/compare';
import type { ComparedField } from '../../diagnosis/compare/compared-facts';
import type { Parties, TellDifference } from '../compare-prose';

const parties = (request: string, response: string): Parties => ({
  request: `the ${request}`,
  response: `the ${response}`,
  preflight: `the preflight response of the ${request}`,
  document: `the page of the ${request}`,
});

const valued: TellDifference = ({ label, first, second }) =>
  `${label}: ${first.value} for ${first.request}, ${second.value} for ${second.request}.`;

/** The sentence for a difference on top, by field. A missing field has the one that is used for all others. */
const sentences: Readonly<Partial<Record<ComparedField, TellDifference>>> = {
  trigger: ({ name, first, second, because }) =>
    `${first.request} has the header ${name}, which ${because === 'rule' ? 'its preflight does not allow' : 'needs a preflight'}; ${second.request} does not.`,
  method: ({ first, second, because }) =>
    `${first.request} has method ${first.value}${because === 'preflight' ? ', which needs a preflight' : ''}; ${second.request} has ${second.value}.`,
  upload: ({ first, second }) =>
    `${first.request} has an upload listener or a streaming body, which needs a preflight; ${second.request} does not.`,
  preflight: ({ first, second }) =>
    `Preflight: ${first.value} for ${first.request}, ${second.value} for ${second.request}.`,
  mode: ({ first, second }) =>
    `${first.request} has mode ${first.value}, ${second.request} has ${second.value}.`,
  credentials: ({ first, second }) =>
    `${first.request} has credentials mode ${first.value}, ${second.request} has ${second.value}.`,
  origin: ({ first, second }) =>
    `${first.request} has the origin ${first.value}, ${second.request} has ${second.value}.`,
  'cross-origin': ({ first, second }) =>
    `${first.request} is ${first.value}, ${second.request} is ${second.value}.`,
  server: ({ first, second }) =>
    `${first.request} goes to ${first.value}, ${second.request} to ${second.value}.`,
  browser: ({ first, second }) =>
    `${first.request} was made by ${first.value}, ${second.request} by ${second.value}.`,
};

/** The words of the dialog that compares two requests. */
export const compare = {
  title: 'Compare requests',
  close: 'Close',
  this: 'This request',
  other: 'Compared with',
  choose: 'Compare with',
  none: 'There is no other request in this recording.',
  groups: {
    otherwise: 'Same path, different outcome',
    reload: 'Same path, another page load',
    'same-path': 'Same path',
    other: 'Other requests',
  } satisfies Readonly<Record<CandidateGroup, string>>,
  inFile: (group: string, file: string) => `${file}: ${group.charAt(0).toLowerCase()}${group.slice(1)}`,
  open: 'Open a report or HAR file…',
  openHint: 'The file is read in this panel. It is not sent anywhere and does not change the recording.',
  unreadable: 'The browser could not read the file.',
  replaced: 'The file was redacted: replaced values are compared only by their length and kind.',
  har: 'A HAR file does not contain the outcome for the page or the credentials mode.',
  results: {
    decided: '',
    'same-verdict': 'Both have the same outcome, for the same reason.',
    unknown: 'The outcome of one request is unknown, so it is not certain which difference decided.',
    unexplained:
      'The outcomes differ, but none of the recorded facts that could explain this. The reason may not be in the recording: the browser version, caches, stored permissions, an extension, or the state of the server.',
  } satisfies Readonly<Record<ComparisonResult, string>>,
  noDifference: 'The two requests do not differ in any compared fact.',
  outcome: 'Outcome',
  reason: 'Reason',
  cause: 'Cause',
  notKnown: 'not known',
  absent: 'none',
  columns: { what: 'Difference', why: 'Why it matters' },
  decides: 'decides',
  more: (count: number) =>
    count === 1 ? '1 more difference' : `${count.toLocaleString('en')} more differences`,
  copy: 'Copy as Markdown',
  copied: 'Copied',
  notCopied: 'The browser did not allow copying.',
  secrets: ['a value', 'another value'],
  labels: {
    'cross-origin': 'Relation',
    mode: 'Mode',
    credentials: 'Credentials mode',
    origin: 'Origin',
    method: 'Method',
    trigger: 'Header that needs a preflight',
    upload: 'Upload listener or streaming body',
    preflight: 'Preflight',
    redirect: 'Redirect to',
    status: 'Status',
    error: 'Network error',
    server: 'Server',
    kind: 'Request type',
    initiator: 'Initiator',
    'redirect-mode': 'Redirect mode',
    header: 'Header',
    cookie: 'Cookie',
    internal: 'Redirected by',
    'served-by': 'Served by',
    browser: 'Browser',
    path: 'Path',
    query: 'Query',
  } satisfies Readonly<Record<ComparedField, string>>,
  places: {
    request: 'request',
    preflight: 'preflight response',
    response: 'response',
    document: 'page',
  },
  hop: (number: number) => `redirect ${number}`,
  placed: (what: string, places: readonly string[]) => `${what} (${places.join(', ')})`,
  labelled: (label: string, name: string) => `${label}: ${name}`,
  /** The values that are words of ours, not of the standard. */
  values: {
    'preflight sent': 'sent',
    'preflight cached': 'answered from the cache',
    'preflight none': 'not needed',
    'upload yes': 'yes',
    'upload no': 'no',
    'trigger ': 'yes',
    'cookie sent': 'sent',
    'cookie not-sent': 'not sent',
    'cookie set': 'stored',
    'cookie refused': 'rejected',
    'browser chrome': 'Chrome',
    'browser firefox': 'Firefox',
    'served-by network': 'the network',
    'served-by http-cache': 'the HTTP cache',
    'served-by service-worker': 'a service worker',
  } as Readonly<Record<string, string>>,
  parties: {
    failing: parties('failing request', 'failing response'),
    passing: parties('passing request', 'passing response'),
    this: { ...parties('first request', 'first response') },
    other: { ...parties('second request', 'second response') },
  },
  sentences,
  valued,
  header: (({ name, first, second, part }) =>
    `${name} is ${first.value} in ${first[part]} and ${second.value} in ${second[part]}.`) as TellDifference,
  onlyHeader: (({ name, first, part }) => `Only ${first[part]} has ${name}.`) as TellDifference,
  status: (({ first, second, part }) =>
    part === 'preflight'
      ? `The preflight of ${first.request} was answered with status ${first.value}, that of ${second.request} with ${second.value}.`
      : `${first[part]} has status ${first.value}, ${second[part]} has ${second.value}.`) as TellDifference,
  redirect: (({ first, second }) =>
    `${first.request} was redirected to ${first.value}, ${second.request} to ${second.value}.`) as TellDifference,
  onlyRedirect: (({ first, second }) =>
    `${first.request} was redirected to ${first.value}; ${second.request} was not.`) as TellDifference,
  cookie: (({ name, first, second }) =>
    `Cookie ${name}: ${first.value} for ${first.request}, ${second.value} for ${second.request}.`) as TellDifference,
  because: {
    rule: 'The rule that decided checks it.',
    masked: 'Error responses and redirects often come from a layer that adds no CORS headers.',
    preflight: 'It decides whether the browser sends a preflight first.',
    redirect: 'The checked response is the one after this redirect.',
    cause: 'The cause is based on it.',
    checked: 'Rules check it, but it did not decide here.',
    policy: 'Another policy or a cache uses it.',
    unread: 'No rule uses it.',
  } satisfies Readonly<Record<DifferenceBecause, string>>,
};
