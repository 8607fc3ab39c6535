import type { CheckKind, TextPlace } from './listener';
import { spend } from './steps';

/** One check of an origin: a predicate to run, or null if other code decides. */
export interface Atom {
  readonly kind: CheckKind;
  /** null if other code decides. */
  readonly test: ((origin: string) => boolean) | null;
  /** Origins, or parts of them, that it is probably meant to allow; examples are derived from them. */
  readonly samples: readonly string[];
  readonly supposed: string | null;
  readonly text: string;
  readonly at: TextPlace;
  /** The function that decides. */
  readonly to: string | null;
}

/**
 * A condition on the origin, without its other parts. The same formula can occur in many others; each visit
 * counts as steps.
 */
export type Formula =
  | { readonly kind: 'atom'; readonly atom: Atom }
  | { readonly kind: 'constant'; readonly value: boolean }
  /** A condition that does not concern the origin. */
  | ({ readonly kind: 'open' } & Open)
  | { readonly kind: 'not'; readonly of: Formula }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Formula[] };

/** Another condition, as written. */
export interface Open {
  readonly text: string;
  readonly at: TextPlace;
}

/** What is assumed of the checks and conditions that only a run would decide. */
export interface Assumed {
  /** The result of all checks that other code decides. */
  readonly elsewhere: boolean;
  /** The result of all comparisons of `source`. */
  readonly source: boolean;
  /** Whether each other condition is such that more origins pass. Otherwise each is as if it were not there. */
  readonly isWidened: boolean;
}

/** Returns the negation; null for null. */
export function not(formula: Formula | null): Formula | null {
  if (!formula) return null;
  if (formula.kind === 'not') return formula.of;
  if (formula.kind === 'open') return formula;
  return formula.kind === 'constant'
    ? { kind: 'constant', value: !formula.value }
    : { kind: 'not', of: formula };
}

/** Combines the conditions that are not null; null if all are. */
export function join(kind: 'all' | 'any', formulas: readonly (Formula | null)[]): Formula | null {
  const absorbing = kind === 'any';
  const given = formulas.filter((each) => each !== null);
  if (given.length === 0) return null;
  if (given.some((each) => each.kind === 'constant' && each.value === absorbing)) {
    return { kind: 'constant', value: absorbing };
  }
  const open = given.filter((each) => each.kind !== 'constant');
  const [first, ...more] = open;
  if (!first) return { kind: 'constant', value: !absorbing };
  return more.length === 0 || open.every((each) => each.kind === 'open') ? first : { kind, of: open };
}

/** Whether a condition holds for an origin. `isWanted`: whether it is not part of a negation. */
export function holds(formula: Formula, origin: string, assumed: Assumed, isWanted = true): boolean {
  spend(1);
  const { elsewhere, source, isWidened } = assumed;
  const ofPart = (each: Formula, otherwise: boolean) =>
    each.kind === 'open' && !isWidened ? otherwise : holds(each, origin, assumed, isWanted);
  switch (formula.kind) {
    case 'atom':
      if (formula.atom.kind === 'source' && source) return isWanted;
      return formula.atom.test ? formula.atom.test(origin) : elsewhere;
    case 'constant':
      return formula.value;
    case 'open':
      return !isWidened || isWanted;
    case 'not':
      return !holds(formula.of, origin, assumed, !isWanted);
    case 'all':
      return formula.of.every((each) => ofPart(each, true));
    case 'any':
      return formula.of.some((each) => ofPart(each, false));
  }
}

/** Returns the first condition because of which more origins can pass; null if there is none. */
export function wideningIn(formula: Formula, isWanted = true): Open | null {
  spend(1);
  if (formula.kind === 'not') return wideningIn(formula.of, !isWanted);
  if (formula.kind !== 'all' && formula.kind !== 'any') return null;
  const isWidening = (formula.kind === 'any') === isWanted;
  for (const each of formula.of) {
    const found = each.kind === 'open' ? (isWidening ? each : null) : wideningIn(each, isWanted);
    if (found) return found;
  }
  return null;
}

/** Returns all checks in a condition. */
export function atomsOf(formula: Formula): readonly Atom[] {
  const atoms: Atom[] = [];
  const walk = (each: Formula): void => {
    spend(1);
    if (each.kind === 'atom') atoms.push(each.atom);
    else if (each.kind === 'not') walk(each.of);
    else if (each.kind === 'all' || each.kind === 'any') each.of.forEach(walk);
  };
  walk(formula);
  return atoms;
}

/** Whether a condition contains a check. */
export function hasAtom(formula: Formula): boolean {
  spend(1);
  if (formula.kind === 'atom') return true;
  if (formula.kind === 'constant' || formula.kind === 'open') return false;
  return formula.kind === 'not' ? hasAtom(formula.of) : formula.of.some(hasAtom);
}

/** Returns the checks that must hold, without those that are negated. */
export function requiredAtoms(formula: Formula, isWanted: boolean): readonly Atom[] {
  spend(1);
  if (formula.kind === 'atom') return isWanted ? [formula.atom] : [];
  if (formula.kind === 'constant' || formula.kind === 'open') return [];
  if (formula.kind === 'not') return requiredAtoms(formula.of, !isWanted);
  return formula.of.flatMap((each) => requiredAtoms(each, isWanted));
}

/** Whether all parts are negated, as in a rejection. */
export function isNegative(formula: Formula): boolean {
  spend(1);
  if (formula.kind === 'not') return true;
  if (formula.kind !== 'all' && formula.kind !== 'any') return false;
  return formula.of.every((each) => each.kind === 'open' || isNegative(each));
}
