import type { AuditBecause, ListenerRisk, ListenerRun } from '../../channels/audit-listener';
import type { EventField } from '../../protocol/page-events';
import type { OriginVerdict } from '../../reading/listener';
import type { Explained, Ruled } from '../shapes';

const number = (value: number) => value.toLocaleString('en');
const messages = (count: number) => (count === 1 ? 'the one message' : `all ${number(count)} messages`);

/** What is said of message listeners, in English. */
export const listeners = {
  verdicts: {
    exact: {
      label: 'whole origin',
      meaning: 'Its text compares origin with a value, or several, each as a whole.',
    },
    list: { label: 'list of origins', meaning: 'Its text looks origin up in a list of whole origins.' },
    indexOf: { label: 'indexOf', meaning: 'Its text looks for a part of origin with indexOf.' },
    startsWith: { label: 'startsWith', meaning: 'Its text compares only the beginning of origin.' },
    endsWith: { label: 'endsWith', meaning: 'Its text compares only the end of origin.' },
    includes: { label: 'includes', meaning: 'Its text looks for a part of origin, wherever it stands.' },
    regex: { label: 'pattern', meaning: 'Its text matches origin with a regular expression.' },
    'deny-list': {
      label: 'only refuses some',
      meaning: 'Its text refuses what it names and lets everybody else in.',
    },
    source: { label: 'source only', meaning: 'Its text compares source with a window, and not origin.' },
    delegated: {
      label: 'elsewhere',
      meaning: 'A function whose text is not here decides, or is given the event.',
    },
    unknown: { label: 'not known', meaning: 'Nothing can be said of its check.' },
    none: { label: 'no check', meaning: 'Neither its text nor its run touches origin or source.' },
  } satisfies Readonly<Record<OriginVerdict, Explained>>,
  because: {
    native: 'It is a bound or a built-in function, which has no text.',
    'not-a-function': 'It is not a function.',
    unparsable: 'Its text could not be parsed.',
    'too-long': 'Its text is longer than 65,536 characters.',
    'too-complex': 'Its text is too complex to be followed.',
    'computed-name': 'It reads the event by names that its text does not say.',
    evaluates: 'It runs text made elsewhere: eval, Function or with.',
    'either-way': 'It uses the message whichever way its comparison goes.',
    'not-compared': 'It reads origin or source, but nothing that was understood depends on it.',
    'no-text': 'Its text was not looked at.',
    'read-elsewhere': 'Its text touches neither origin nor source, but one of them was read.',
    'run-not-seen': 'Its text touches neither origin nor source; what it read while it ran was not seen.',
  } satisfies Readonly<Record<AuditBecause, string>>,
  /** Over so many messages. */
  runs: {
    'data-only': (count) =>
      `While it ran it read data, and never origin nor source, of ${messages(count)} recorded.`,
    looked: (count) => `While it ran, origin or source was read, of ${messages(count)} recorded or of some.`,
    'looked-late': () =>
      'While it ran, neither origin nor source was read; one of them was read later, by it or by another.',
    nothing: (count) =>
      `While it ran it read neither data nor origin nor source, of ${messages(count)} recorded.`,
    'not-seen': () => 'What it read is not known: other listeners came while the page was not watched.',
  } satisfies Readonly<Record<ListenerRun, (messages: number) => string>>,
  /** The sentence says what to do. */
  risks: {
    'no-check': {
      label: 'anybody reaches it',
      sentence:
        'Begin the listener with if (event.origin !== "https://…") return; with the one origin that it expects.',
    },
    'anyone-passes': {
      label: 'anybody gets past',
      sentence: 'Compare the whole of event.origin with ===, or look it up in a list of whole origins.',
    },
    'subdomains-pass': {
      label: 'other subdomains get past',
      sentence:
        'Compare the whole of event.origin with ===: else every subdomain is trusted, whoever runs it or took it over.',
    },
    'scheme-or-port-passes': {
      label: 'another scheme or port gets past',
      sentence: 'Compare the whole of event.origin with ===: scheme, host and port.',
    },
    'source-only': {
      label: 'the window alone is compared',
      sentence: 'Compare event.origin too: the window stays the same when another document is loaded in it.',
    },
    'data-only': {
      label: 'nothing looked at the sender',
      sentence:
        'Make sure that whoever is given the message compares event.origin before it uses event.data: none did here.',
    },
  } satisfies Readonly<Record<ListenerRisk, Ruled>>,
  check: 'Check',
  restsOn: 'Rests on',
  /** By place in the listener's own text. */
  at: (line: number, column: number) => `line ${number(line)}, column ${number(column)} of its text`,
  /** In the text of a function that it names. */
  atIn: (line: number, column: number, of: string) =>
    `line ${number(line)}, column ${number(column)} of ${of}`,
  to: (name: string) => `Decided by ${name}.`,
  example: 'Would pass',
  supposed: (value: string) => `taking the value that is compared with for ${value}`,
  run: 'While it ran',
  risk: 'Risk',
  reading: 'Reading its text',
  fields: { data: 'data', origin: 'origin', source: 'source' } satisfies Readonly<Record<EventField, string>>,
  title: 'Message listeners',
  columns: ['Listener', 'Listens in', 'Check', 'Would pass', 'Risk'] satisfies readonly [
    listener: string,
    origin: string,
    check: string,
    example: string,
    risk: string,
  ],
  stars: {
    title: 'postMessage written with "*"',
    meaning:
      'Possible only: that such a call is written says neither that it runs nor which message came of it.',
    search: 'Search the page’s scripts for "*"',
    searching: 'Reading the page’s scripts',
    found: (calls: number, scripts: number) =>
      `${number(calls)} ${calls === 1 ? 'call' : 'calls'} in ${number(scripts)} ${scripts === 1 ? 'script' : 'scripts'} read.`,
    none: 'None is written there.',
    ofListener: 'a listener',
    inline: (index: number) => `inline script ${number(index)}`,
    /** How much was read, by whom it was given. */
    from: {
      resources: 'Read from what DevTools holds of the page; nothing was fetched again.',
      frames:
        'Read from the inline scripts of all frames and from listeners: other files are not fetched again.',
      top: 'Read from the top document’s inline scripts and from listeners: other files are not fetched again.',
      nothing: 'Read from listeners alone: the page’s scripts could not be asked for.',
    } satisfies Readonly<Record<'resources' | 'frames' | 'top' | 'nothing', string>>,
    isCut: 'There was more than is read.',
    columns: ['Script', 'Line and column', 'Call'] satisfies readonly [
      script: string,
      place: string,
      call: string,
    ],
  },
};
