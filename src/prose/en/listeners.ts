import type { AuditBecause, ListenerRisk, ListenerRun } from '../../channels/audit-listener';
import type { EventField } from '../../protocol/page-events';
import type { LoopholeKind, OriginVerdict } from '../../reading/listener';
import type { Explained, Ruled } from '../shapes';

const number = (value: number) => value.toLocaleString('en');
const messages = (count: number) => (count === 1 ? 'the one message' : `all ${number(count)} messages`);

/** The sentences about message listeners, in English. */
export const listeners = {
  verdicts: {
    exact: { label: 'full origin', meaning: 'The code compares the full origin with one or more values.' },
    list: { label: 'list of origins', meaning: 'The code looks the full origin up in a list.' },
    indexOf: { label: 'indexOf', meaning: 'The code searches for a part of the origin with indexOf.' },
    startsWith: { label: 'startsWith', meaning: 'The code compares only the beginning of the origin.' },
    endsWith: { label: 'endsWith', meaning: 'The code compares only the end of the origin.' },
    includes: { label: 'includes', meaning: 'The code searches for a part of the origin at any position.' },
    regex: { label: 'pattern', meaning: 'The code matches the origin with a regular expression.' },
    'url-pattern': { label: 'URLPattern', meaning: 'The code matches the origin with a URLPattern.' },
    site: {
      label: 'site only',
      meaning: 'The code compares only the site of the origin: its scheme and registrable domain.',
    },
    'deny-list': { label: 'deny list', meaning: 'The code rejects some origins and accepts all others.' },
    source: {
      label: 'source only',
      meaning: 'The code compares source with a window, but does not check the origin.',
    },
    delegated: {
      label: 'elsewhere',
      meaning: 'A function whose code is not available makes the check, or gets the event.',
    },
    unknown: { label: 'unknown', meaning: 'The check could not be determined.' },
    none: { label: 'no check', meaning: 'Neither the code nor its run uses origin or source.' },
  } satisfies Readonly<Record<OriginVerdict, Explained>>,
  because: {
    native: 'It is a bound or built-in function without source code.',
    'not-a-function': 'It is not a function.',
    unparsable: 'Its code could not be parsed.',
    'too-long': 'Its code is longer than 65,536 characters.',
    'too-complex': 'Its code is too complex to follow.',
    'computed-name': 'It reads the event with computed property names.',
    evaluates: 'It runs code from elsewhere: eval, Function or with.',
    'either-way': 'It uses the message whatever the result of the comparison.',
    'not-compared': 'It reads origin or source, but no check that depends on it was recognized.',
    'no-text': 'Its code was not read.',
    'read-elsewhere': 'Its code does not use origin or source, but one of them was read.',
    'run-not-seen': 'Its code does not use origin or source; what it read while it ran was not observed.',
  } satisfies Readonly<Record<AuditBecause, string>>,
  /** Over so many messages. */
  runs: {
    'data-only': (count) =>
      `While it ran, it read data but never origin or source, for ${messages(count)} recorded.`,
    looked: (count) =>
      `While it ran, origin or source was read, for ${messages(count)} recorded or some of them.`,
    'looked-late': () =>
      'While it ran, it read neither origin nor source; one of them was read later, by it or by other code.',
    nothing: (count) =>
      `While it ran, it read neither data nor origin nor source, for ${messages(count)} recorded.`,
    'not-seen': () => 'What it read is unknown: other listeners were added while the page was not observed.',
  } satisfies Readonly<Record<ListenerRun, (messages: number) => string>>,
  /** The sentence says what to do. */
  risks: {
    'no-check': {
      label: 'any origin can send to this listener',
      sentence:
        'Begin the listener with if (event.origin !== "https://…") return; and insert the one origin that it expects.',
    },
    'anyone-passes': {
      label: 'any origin passes',
      sentence: 'Compare the full event.origin with ===, or look it up in a list of full origins.',
    },
    'subdomains-pass': {
      label: 'other subdomains pass',
      sentence:
        'Compare the full event.origin with ===: otherwise every subdomain is trusted, including one that was taken over.',
    },
    'scheme-or-port-passes': {
      label: 'another scheme or port passes',
      sentence: 'Compare the full event.origin with ===: scheme, host and port.',
    },
    'source-only': {
      label: 'only the window is compared',
      sentence: 'Compare event.origin too: the window stays the same when it loads another document.',
    },
    'unchecked-use': {
      label: 'data is used without the check',
      sentence: 'Move the check to the beginning of the listener, before any code uses the message.',
    },
    'other-condition': {
      label: 'another condition can skip the check',
      sentence:
        'Remove the other condition from the check: if it is true, messages from any origin are accepted.',
    },
    'data-only': {
      label: 'the sender was not checked',
      sentence:
        'Make sure that the code that finally handles the message compares event.origin before it uses event.data: no code did here.',
    },
  } satisfies Readonly<Record<ListenerRisk, Ruled>>,
  check: 'Check',
  restsOn: 'Based on',
  /** By place in the listener's own text. */
  at: (line: number, column: number) => `line ${number(line)}, column ${number(column)} of its code`,
  /** In the text of a function that it names. */
  atIn: (line: number, column: number, of: string) =>
    `line ${number(line)}, column ${number(column)} of ${of}`,
  to: (name: string) => `Checked by ${name}.`,
  example: 'Accepted origin',
  supposed: (value: string) => `if the value that is compared with is ${value}`,
  loopholes: {
    'unchecked-use': 'Used unchecked',
    'other-condition': 'Other condition',
  } satisfies Readonly<Record<LoopholeKind, string>>,
  addCheck: 'Add at the beginning of the listener',
  run: 'While it ran',
  risk: 'Risk',
  reading: 'Reading its code',
  fields: { data: 'data', origin: 'origin', source: 'source' } satisfies Readonly<Record<EventField, string>>,
  title: 'Message listeners',
  columns: ['Listener', 'Origin', 'Check', 'Accepted origin', 'Risk'] satisfies readonly [
    listener: string,
    origin: string,
    check: string,
    example: string,
    risk: string,
  ],
  stars: {
    title: 'postMessage written with "*"',
    meaning: 'Only a possibility: the call may never run, and it is not known which message it sends.',
    search: 'Search scripts for "*"',
    searching: 'Reading the page’s scripts',
    found: (calls: number, scripts: number) =>
      `${number(calls)} ${calls === 1 ? 'call' : 'calls'} in ${number(scripts)} ${scripts === 1 ? 'script' : 'scripts'} read.`,
    none: 'No such call was found.',
    instead: 'For the receiver of this message, write:',
    ofListener: 'a listener',
    inline: (index: number) => `inline script ${number(index)}`,
    /** How much was read, by whom it was given. */
    from: {
      resources: 'Read from the page resources that DevTools holds; nothing was fetched again.',
      frames:
        'Read from the inline scripts of all frames and from listeners; other files are not fetched again.',
      top: 'Read from the top document’s inline scripts and from listeners; other files are not fetched again.',
      nothing: 'Read from listeners only: the page’s scripts were not available.',
    } satisfies Readonly<Record<'resources' | 'frames' | 'top' | 'nothing', string>>,
    isCut: 'There was more code than is read.',
    columns: ['Script', 'Line and column', 'Call'] satisfies readonly [
      script: string,
      place: string,
      call: string,
    ],
  },
};
