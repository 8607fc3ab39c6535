import type { RelayCertainty, RelayKind, RelayStepKind, RelayUnseen } from '../../channels/relays';

const number = (value: number) => value.toLocaleString('en');
const values = (count: number) => `${number(count)} ${count === 1 ? 'value' : 'values'}`;

/** The sentences about relays, in English. */
export const relays = {
  names: { 'hash-relay': 'hash relay', 'name-relay': 'window.name relay' } satisfies Readonly<
    Record<RelayKind, string>
  >,
  /** Of one, in a heading. */
  title: 'Relay A → B → C',
  /** Of several. */
  heading: 'Relays A → B → C',
  /** Of an event: which step it is of one; `short` in a row. */
  part: (nth: number, of: number) => `step ${nth} of ${of} of a relay A → B → C`,
  short: (nth: number, of: number) => `relay ${nth}/${of}`,
  sentences: {
    'hash-relay':
      'A value arrives in the fragment of B, which has a different origin than A, and continues to the fragment of C: C has A’s origin again, so the two can access each other’s documents.',
    'name-relay':
      'B, which has a different origin, leaves a value in window.name, and C follows it in the same window: C has A’s origin, so A can read what B left.',
  } satisfies Readonly<Record<RelayKind, string>>,
  roles: ['A: the page', 'B: another origin', 'C: A’s origin'] satisfies readonly [
    a: string,
    b: string,
    c: string,
  ],
  certainty: 'Certainty',
  certainties: { certain: 'certain', likely: 'likely' } satisfies Readonly<Record<RelayCertainty, string>>,
  because: {
    'hash-relay': {
      certain: 'each step is a load with the value in its URL, and its initiator is known',
      likely: 'frames, order and value match within ten seconds; who started it is not visible',
    },
    'name-relay': {
      certain: 'B was seen to write this value, and C to find it',
      likely: 'C found what B’s document left, but the write itself was not observed',
    },
  } satisfies Readonly<Record<RelayKind, Readonly<Record<RelayCertainty, string>>>>,
  values: 'Values',
  rounds: values,
  /** The steps of one value. */
  steps: 'Steps',
  does: {
    'b-loaded': 'A loads B in its frame',
    'into-b': 'The value arrives in the fragment of B',
    'into-c': 'The value continues to the fragment of C',
    written: 'B writes the value to window.name',
    found: 'C finds the value in window.name',
  } satisfies Readonly<Record<RelayStepKind, string>>,
  thisOne: 'this event',
  gone: 'no longer in the log',
  unseen: {
    reading:
      'Whether A uses the value: A and C have the same origin, and calls and reads between them are not visible.',
    'who-changed': 'Who changed a fragment: any window that holds a reference can, and so can the user.',
    'who-wrote': 'Who wrote the name: B’s document, or A with the name attribute of its frame.',
  } satisfies Readonly<Record<RelayUnseen, string>>,
  /** On one line: what, over whom, how sure, how many values. */
  line: (name: string, ends: readonly string[], certainty: string, rounds: number) =>
    `${name}, ${certainty}: ${ends.join(' → ')}; ${values(rounds)}`,
  columns: ['Relay', 'A', 'B', 'C', 'Values', 'Certainty', 'Not visible'] satisfies readonly [
    kind: string,
    a: string,
    b: string,
    c: string,
    values: string,
    certainty: string,
    unseen: string,
  ],
};
