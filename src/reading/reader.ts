import type { AnyNode } from 'acorn';
import type { EventField } from '../protocol/page-events';
import { type Atom, type Formula, hasAtom, join } from './formula';
import { type FunctionNode, lineAt, type ParsedText } from './function-text';
import type { CheckKind, ListenerReading, TextPlace } from './listener';
import { spend } from './steps';
import type { Scope, Value } from './values';

/** A condition under which the listener continues, combined with those above it. */
export interface Guard {
  readonly formula: Formula;
  readonly text: string;
  readonly at: TextPlace;
  /** Whether it rejects by an exception, which a `try` around it can catch. */
  readonly isThrown: boolean;
  /** Whether another condition follows inside it. */
  isExtended: boolean;
  /** Whether it turned out to be no check. */
  isDropped: boolean;
}

/** A place at which the message is used, and the conditions above it. */
export interface Use {
  readonly above: readonly Guard[];
  readonly text: string;
  readonly at: TextPlace;
}

/** A function to read at the end, with the conditions above it. */
export interface Later {
  readonly node: FunctionNode;
  readonly scope: Scope;
  readonly above: readonly Guard[];
  readonly text: ParsedText;
}

/** The findings so far in a listener's text. */
export interface Reader {
  /** The text that is being read: the listener's or that of a function it names. */
  current: ParsedText;
  readonly named: ReadonlyMap<string, string>;
  readonly opened: Map<string, Value | null>;
  readonly guards: Guard[];
  readonly reads: Map<string, ListenerReading['reads'][number]>;
  readonly passedOn: Map<string, ListenerReading['passedOn'][number]>;
  /** Functions that receive the origin and whose names suggest a decision. */
  readonly possibleChecks: { readonly to: string; readonly at: TextPlace }[];
  /** The first use of data under each condition, and under none. */
  readonly uses: Map<Guard | null, Use>;
  /** Functions that get the event under each condition, and under none. */
  readonly givings: Map<Guard | null, Use>;
  /** Expressions whose value is not used, so that they are there for their effect. */
  readonly effects: Set<AnyNode>;
  /** How many conditions on data are above. */
  onData: number;
  /** Whether it is unknown when this code runs. */
  isAnytime: boolean;
  /** What the functions that are being read do with an exception, innermost `try` last. */
  caught: readonly Caught[];
  /** How often data or the whole event has been used so far. */
  touches: number;
  /** Functions whose bodies have been read. */
  readonly visited: Set<AnyNode>;
  /** The last statements of functions. */
  readonly ends: Set<AnyNode>;
  /** Functions that were assigned to names: read when they are called, otherwise at the end. */
  readonly later: Later[];
  /** A comparison after which the message is used either way. */
  eitherWay: TextPlace | null;
  isComputed: boolean;
  evaluates: boolean;
  depth: number;
  /** Functions that are being read, innermost last. */
  readonly within: AnyNode[];
}

/** The result of a function if it throws before `end`. */
export interface Caught {
  readonly end: AnyNode;
  readonly result: Formula | null;
}

const maxDepth = 400;
const maxKept = 100;
const maxGuards = 500;
const maxText = 200;

/** Opens a reader without findings. */
export function openReader(current: ParsedText, named: ReadonlyMap<string, string>): Reader {
  return {
    current,
    named,
    opened: new Map(),
    guards: [],
    reads: new Map(),
    passedOn: new Map(),
    possibleChecks: [],
    uses: new Map(),
    givings: new Map(),
    effects: new Set(),
    onData: 0,
    isAnytime: false,
    caught: [],
    touches: 0,
    visited: new Set(),
    ends: new Set(),
    later: [],
    eitherWay: null,
    isComputed: false,
    evaluates: false,
    depth: 0,
    within: [],
  };
}

/** Runs one step at a deeper level. @throws if the text is nested too deeply */
export function deeper<T>(reader: Reader, step: () => T): T {
  spend(5);
  if (reader.depth >= maxDepth) throw new Error('reading: too deep');
  reader.depth++;
  const result = step();
  reader.depth--;
  return result;
}

/** Returns the text of a node, cut to a maximum length. */
export function writtenAs({ current }: Reader, { start, end }: { start: number; end: number }): string {
  return current.text.slice(start, end).slice(0, maxText);
}

/** Returns the position of a node in the page's text. */
export function placeOf({ current }: Reader, start: number): TextPlace {
  const line = lineAt(current.lineStarts, start);
  const column = start - (current.lineStarts[line - 1] ?? 0) + 1 - (line === 1 ? current.shift : 0);
  return { line, column, of: current.of };
}

/** Records that a field of the event is read. */
export function noteRead(reader: Reader, field: EventField, { start }: AnyNode): void {
  if (field === 'data') reader.touches++;
  const key = `${reader.current.of} ${start} ${field}`;
  if (reader.reads.size < maxKept && !reader.reads.has(key)) {
    reader.reads.set(key, { field, at: placeOf(reader, start) });
  }
}

/** Records that the whole event is passed on. */
export function notePassedOn(reader: Reader, to: string | null, { start }: AnyNode): void {
  reader.touches++;
  const key = `${reader.current.of} ${start}`;
  if (reader.passedOn.size < maxKept && !reader.passedOn.has(key)) {
    reader.passedOn.set(key, { to, at: placeOf(reader, start) });
  }
}

/** Records that the message, or a condition on its data, has an effect at this place. */
export function noteUse(reader: Reader, above: readonly Guard[], node: AnyNode): void {
  const guard = above.at(-1) ?? null;
  if (reader.isAnytime || reader.uses.has(guard)) return;
  reader.uses.set(guard, { above, text: writtenAs(reader, node), at: placeOf(reader, node.start) });
}

/** Records that a function gets the event at this place. */
export function noteGiving(reader: Reader, above: readonly Guard[], node: AnyNode, to: string): void {
  const guard = above.at(-1) ?? null;
  if (reader.isAnytime || reader.givings.has(guard)) return;
  reader.givings.set(guard, { above, text: to, at: placeOf(reader, node.start) });
}

/** Returns a check as a formula. */
export function atom(
  reader: Reader,
  node: AnyNode,
  kind: CheckKind,
  test: Atom['test'],
  about: { samples?: readonly string[]; supposed?: string | null; to?: string | null } = {},
): Formula {
  const { samples = [], supposed = null, to = null } = about;
  // Parsing an origin may throw; then the check does not allow it.
  const safe = test && ((origin: string) => attempt(() => test(origin)));
  spend(5);
  const [text, at] = [writtenAs(reader, node), placeOf(reader, node.start)];
  return { kind: 'atom', atom: { kind, test: safe, samples, supposed, text, at, to } };
}

function attempt(test: () => boolean): boolean {
  try {
    spend(1);
    return test();
  } catch {
    return false;
  }
}

/** Returns a check that other code decides. */
export function elsewhere(reader: Reader, node: AnyNode, to: string): Formula {
  return atom(reader, node, 'delegated', null, { to });
}

/** Returns the conditions above plus a new one; unchanged if the new one does not depend on the origin. */
export function under(
  reader: Reader,
  above: readonly Guard[],
  formula: Formula | null,
  node: AnyNode,
  isThrown = false,
): readonly Guard[] {
  if (!formula || !hasAtom(formula)) return above;
  const whole = join('all', [...above.slice(-1).map((guard) => guard.formula), formula]) ?? formula;
  const guard: Guard = {
    formula: whole,
    text: writtenAs(reader, node),
    at: placeOf(reader, node.start),
    isThrown,
    isExtended: false,
    isDropped: false,
  };
  for (const each of above) each.isExtended = true;
  reader.guards.push(guard);
  if (reader.guards.length > maxGuards) throw new Error('reading: too many conditions');
  return [...above, guard];
}
