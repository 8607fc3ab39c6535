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
  | { readonly kind: 'not'; readonly of: Formula }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Formula[] };

/** Returns the negation; null for null. */
export function not(formula: Formula | null): Formula | null {
  if (!formula) return null;
  if (formula.kind === 'not') return formula.of;
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
  return more.length === 0 ? first : { kind, of: open };
}

/** Whether a condition holds for an origin, given the result of all checks that other code decides. */
export function holds(formula: Formula, origin: string, elsewhere: boolean): boolean {
  spend(1);
  switch (formula.kind) {
    case 'atom':
      return formula.atom.test ? formula.atom.test(origin) : elsewhere;
    case 'constant':
      return formula.value;
    case 'not':
      return !holds(formula.of, origin, elsewhere);
    case 'all':
      return formula.of.every((each) => holds(each, origin, elsewhere));
    case 'any':
      return formula.of.some((each) => holds(each, origin, elsewhere));
  }
}

/** Returns all checks in a condition. */
export function atomsOf(formula: Formula): readonly Atom[] {
  const atoms: Atom[] = [];
  const walk = (each: Formula): void => {
    spend(1);
    if (each.kind === 'atom') atoms.push(each.atom);
    else if (each.kind === 'not') walk(each.of);
    else if (each.kind !== 'constant') each.of.forEach(walk);
  };
  walk(formula);
  return atoms;
}

/** Whether a condition contains a check. */
export function hasAtom(formula: Formula): boolean {
  spend(1);
  if (formula.kind === 'atom') return true;
  if (formula.kind === 'constant') return false;
  return formula.kind === 'not' ? hasAtom(formula.of) : formula.of.some(hasAtom);
}

/** Returns the checks that must hold, without those that are negated. */
export function requiredAtoms(formula: Formula, isWanted: boolean): readonly Atom[] {
  spend(1);
  if (formula.kind === 'atom') return isWanted ? [formula.atom] : [];
  if (formula.kind === 'constant') return [];
  if (formula.kind === 'not') return requiredAtoms(formula.of, !isWanted);
  return formula.of.flatMap((each) => requiredAtoms(each, isWanted));
}

/** Whether all parts are negated, as in a rejection. */
export function isNegative(formula: Formula): boolean {
  spend(1);
  if (formula.kind === 'not') return true;
  return (formula.kind === 'all' || formula.kind === 'any') && formula.of.every(isNegative);
}
