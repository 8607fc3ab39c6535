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
  /** Whether another condition follows inside it. */
  isExtended: boolean;
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
): readonly Guard[] {
  if (!formula || !hasAtom(formula)) return above;
  const whole = join('all', [...above.slice(-1).map((guard) => guard.formula), formula]) ?? formula;
  const guard: Guard = {
    formula: whole,
    text: writtenAs(reader, node),
    at: placeOf(reader, node.start),
    isExtended: false,
  };
  for (const each of above) each.isExtended = true;
  reader.guards.push(guard);
  if (reader.guards.length > maxGuards) throw new Error('reading: too many conditions');
  return [...above, guard];
}
