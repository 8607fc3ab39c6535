import { maxListenerText } from '../protocol/content';
import { anybody, candidatesFor } from './candidates';
import { type Assumed, type Atom, atomsOf, type Formula, holds, requiredAtoms, wideningIn } from './formula';
import { functionOf, parseText } from './function-text';
import type { CheckKind, ListenerReading, Loophole, OriginVerdict, Reach, UnknownBecause } from './listener';
import { type Guard, openReader, type Reader, type Use } from './reader';
import { visitFunction } from './statements';
import { isSpent, openSteps } from './steps';
import { inside } from './values';

type Judgement = Pick<
  ListenerReading,
  'verdict' | 'because' | 'reach' | 'example' | 'supposed' | 'loophole' | 'text' | 'at' | 'to'
>;

const nothing: Judgement = {
  verdict: 'none',
  because: null,
  reach: null,
  example: null,
  supposed: null,
  loophole: null,
  text: null,
  at: null,
  to: null,
};

/**
 * Returns the origin check in the text of a message listener: a function's text from
 * `Function.prototype.toString()`, or that of the `handleEvent` method. `named` maps names in the listener to
 * their texts (functions, and values such as lists and patterns), by the name as written: `isAllowed`,
 * `this.origins`.
 *
 * The text is never run, but its checks are: each is tried with origins made to pass it. Never throws.
 */
export function readListener(text: string, named: ReadonlyMap<string, string> = new Map()): ListenerReading {
  if (text.length > maxListenerText) return unread('too-long');
  if (/\{\s*\[native code\]\s*\}\s*$/.test(text.slice(-100))) return unread('native');
  openSteps();
  try {
    const parsed = parseText(text, null);
    if (!parsed) return unread('unparsable');
    const node = functionOf(parsed);
    if (!node) return unread('not-a-function');
    const texts = [...named].filter(([, each]) => each.length <= maxListenerText).slice(0, 50);
    const reader = openReader(parsed, new Map(texts));
    const scope = inside(null, true);
    // Without a parameter, `event` refers to `window.event`.
    if (node.params.length === 0) scope.names.set('event', { kind: 'event' });
    visitFunction(reader, node, [{ kind: 'event' }], scope, []);
    reader.isAnytime = true;
    for (const later of reader.later) {
      if (reader.visited.has(later.node)) continue;
      visitFunction(reader, later.node, [], later.scope, later.above, later.text);
    }
    const reading = readingOf(reader);
    // A check that stopped at the step limit has rejected nothing.
    return isSpent() ? unread('too-complex') : reading;
  } catch {
    return unread('too-complex');
  }
}

function unread(because: UnknownBecause): ListenerReading {
  return { ...nothing, verdict: 'unknown', because, checks: [], reads: [], passedOn: [] };
}

function readingOf(reader: Reader): ListenerReading {
  const used = lastGuards(reader.uses);
  const guards = reader.guards.filter((each) => !each.isDropped && (!each.isExtended || used.has(each)));
  const judged = guards.map(judge);
  const isChecked = judged.length > 0;
  // The function that gets the event before any check may make its own.
  const given = lastGuards(reader.givings).get(null);
  if (isChecked && given) judged.push({ ...nothing, verdict: 'delegated', to: given.text, at: given.at });
  judged.sort((a, b) => severity(b) - severity(a));
  const use = used.get(null);
  const unchecked: Loophole | null = use ? { kind: 'unchecked-use', text: use.text, at: use.at } : null;
  const [worst = withoutGuard(reader)] = judged;
  const loophole = isChecked ? (unchecked ?? judged.find((each) => each.loophole)?.loophole ?? null) : null;
  const atoms = new Map(guards.flatMap(({ formula }) => atomsOf(formula)).map((atom) => [keyOf(atom), atom]));
  return {
    ...worst,
    loophole,
    checks: [...atoms.values()].slice(0, 100).map(({ kind, text, at }) => ({ kind, text, at })),
    reads: [...reader.reads.values()],
    passedOn: [...reader.passedOn.values()],
  };
}

/** Returns the uses by the last condition above each that is a check; null for none. */
function lastGuards(uses: ReadonlyMap<Guard | null, Use>): ReadonlyMap<Guard | null, Use> {
  const byGuard = new Map<Guard | null, Use>();
  for (const use of uses.values()) {
    const guard = use.above.findLast(({ isDropped }) => !isDropped) ?? null;
    if (!byGuard.has(guard)) byGuard.set(guard, use);
  }
  return byGuard;
}

function keyOf({ at, kind }: Atom): string {
  return `${at.of} ${at.line} ${at.column} ${kind}`;
}

function withoutGuard(reader: Reader): Judgement {
  const { passedOn, possibleChecks, evaluates, isComputed, eitherWay, reads } = reader;
  const [to] = [...passedOn.values(), ...possibleChecks];
  if (to) return { ...nothing, verdict: 'delegated', to: to.to, at: to.at };
  if (evaluates) return { ...nothing, verdict: 'unknown', because: 'evaluates' };
  if (isComputed) return { ...nothing, verdict: 'unknown', because: 'computed-name' };
  if (eitherWay) return { ...nothing, verdict: 'unknown', because: 'either-way', at: eitherWay };
  const touched = [...reads.values()].find(({ field }) => field !== 'data');
  return touched ? { ...nothing, verdict: 'unknown', because: 'not-compared', at: touched.at } : nothing;
}

const asWritten: Assumed = { elsewhere: false, source: false, isWidened: false };

/** Returns the condition that lets origins pass which no check allows; null if there is none. */
function otherCondition(formula: Formula): Loophole | null {
  const open = wideningIn(formula);
  if (!open) return null;
  const assumed = { ...asWritten, source: true };
  if (holds(formula, anybody, assumed) || !holds(formula, anybody, { ...assumed, isWidened: true }))
    return null;
  return { kind: 'other-condition', text: open.text, at: open.at };
}

/** Returns the verdict on one condition, from origins that its checks may allow by mistake. */
function judge({ formula, text, at }: Guard): Judgement {
  const atoms = atomsOf(formula);
  const candidates = candidatesFor(samplesOf(atoms)).map((candidate) => {
    const { origin } = candidate;
    const passes = (name: string, elsewhere: boolean) => holds(formula, name, { ...asWritten, elsewhere });
    return { ...candidate, without: passes(origin, false), with: passes(origin, true) };
  });
  // These pass whatever other code decides.
  const passing = candidates.filter((each) => each.without && each.with);
  const [worst] = passing;
  const rests = { ...nothing, text, at, loophole: otherCondition(formula) };
  const isOpen = candidates.some((each) => each.without !== each.with);
  if (worst && (worst.reach === 'anyone' || !isOpen)) {
    // Of all checks that it passes, prefer one that does not allow every origin.
    const passed = atoms.filter(({ test }) => test?.(worst.origin));
    const through = passed.find(({ test }) => !test?.(anybody)) ?? passed[0];
    const { origin: example, reach } = worst;
    const [required] = requiredAtoms(formula, true);
    // Something else in the condition is always true.
    if (!through && required) return { ...rests, verdict: required.kind, reach, example };
    if (!through) return { ...rests, verdict: 'deny-list', reach, example };
    return { ...rests, verdict: through.kind, reach, example, supposed: through.supposed };
  }
  const undecided = isOpen ? atoms.find(({ test }) => !test) : undefined;
  if (undecided) return { ...rests, verdict: undecided.kind, to: undecided.to };
  const asked = requiredAtoms(formula, true);
  const among = asked.length > 0 ? asked : atoms;
  const kind = strongest(among);
  const unread = kind === 'source' ? among.find(({ test }) => !test) : undefined;
  return unread ? { ...rests, verdict: unread.kind, to: unread.to } : { ...rests, verdict: kind };
}

/** Returns the values that the checks are probably meant for, at most forty. */
function samplesOf(atoms: readonly Atom[]): readonly string[] {
  const samples = new Set<string>();
  for (const atom of atoms) {
    for (const sample of atom.samples) if (samples.size < 40) samples.add(sample);
  }
  return [...samples];
}

const strength: readonly CheckKind[] = [
  'list',
  'exact',
  'regex',
  'url-pattern',
  'endsWith',
  'startsWith',
  'includes',
  'indexOf',
  'site',
];

function strongest(atoms: readonly Atom[]): OriginVerdict {
  return strength.find((kind) => atoms.some((atom) => atom.kind === kind)) ?? 'source';
}

const reachSeverity: Readonly<Record<Reach, number>> = { anyone: 5, subdomains: 3, 'scheme-or-port': 2 };

function severity({ verdict, reach }: Judgement): number {
  if (reach) return reachSeverity[reach];
  return verdict === 'delegated' ? 4 : verdict === 'source' ? 1 : 0;
}
