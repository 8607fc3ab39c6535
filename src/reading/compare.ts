import type { AnyNode, BinaryExpression } from 'acorn';
import { atomsOf, type Formula, join, not } from './formula';
import { atom, elsewhere, type Reader, writtenAs } from './reader';
import { numberOf, other, textOf, type Value } from './values';

type Origin = Extract<Value, { is: 'origin' }>;

/** Stands for a value that the text does not say, where an example needs one. */
export const supposedHost = 'trusted.example';
export const supposedOrigin = `https://${supposedHost}`;

/** What a value says of origins where a condition asks for it; null: nothing. */
export function truthOf(value: Value): Formula | null {
  if (value.is === 'formula') return value.formula;
  return value.is === 'number' ? comparedNumber(value, (number) => number !== 0) : null;
}

/** What two values compared with each other say of origins; `other` where it is nothing. */
export function compared(reader: Reader, node: BinaryExpression, left: Value, right: Value): Value {
  const { operator } = node;
  const isNegated = operator === '!==' || operator === '!=';
  const isEquality = isNegated || operator === '===' || operator === '==';
  if (left.is === 'length' || right.is === 'length') {
    // Whether it has any says nothing of which it is.
    const isOfNothing = numberOf(left) === 0 || numberOf(right) === 0;
    return isOfNothing ? other : { is: 'formula', formula: elsewhere(reader, node, writtenAs(reader, node)) };
  }
  const said = isEquality ? (equal(reader, node, left, right) ?? equal(reader, node, right, left)) : null;
  if (said) return { is: 'formula', formula: isNegated ? (not(said) ?? said) : said };
  const formula = ordered(operator, left, right);
  return formula ? { is: 'formula', formula } : other;
}

function equal(reader: Reader, node: AnyNode, one: Value, another: Value): Formula | null {
  if (one.is === 'source') return isNothing(another) ? null : atom(reader, node, 'source', () => false);
  if (one.is === 'origin') return equalOrigin(reader, node, one, another);
  if (one.is !== 'formula') return null;
  if (another.is === 'constant') {
    if (another.value === true) return one.formula;
    // null and undefined are what a look-up gives that found nothing.
    if ((another.value ?? false) === false) return not(one.formula);
  }
  // What was found has to be something more, which only runs of it could tell.
  const isDecided = atomsOf(one.formula).every(({ test }) => test);
  return isDecided
    ? join('all', [one.formula, elsewhere(reader, node, writtenAs(reader, node))])
    : one.formula;
}

function equalOrigin(reader: Reader, node: AnyNode, one: Origin, another: Value): Formula | null {
  if (isNothing(another) || another.is === 'origin') return null;
  // The sender chooses both sides.
  if (another.is === 'data') return atom(reader, node, 'exact', () => true);
  const expected = textOf(another);
  const isOneOfSeveral = another.is === 'other' && another.isItem;
  const kind = one.cut ?? (isOneOfSeveral ? 'list' : 'exact');
  if (expected !== null) {
    const samples = [expected, ...(one.seeds ?? [])];
    return atom(reader, node, kind, (origin) => one.of(origin) === expected, { samples });
  }
  return atom(reader, node, kind, (origin) => one.of(origin) === one.of(supposedOrigin), {
    samples: [supposedOrigin],
    supposed: supposedOrigin,
  });
}

/** null, undefined and the empty string: a question whether there is an origin, which is none about which. */
function isNothing(value: Value): boolean {
  return value.is === 'constant' && (value.value ?? '') === '';
}

function ordered(operator: string, left: Value, right: Value): Formula | null {
  if (right.is === 'number') {
    const mirrored = operator.replace(/[<>]/, (sign) => (sign === '<' ? '>' : '<'));
    return ordered(mirrored, right, left);
  }
  const limit = numberOf(right);
  const test = limit === null ? undefined : relations.get(operator)?.(limit);
  return left.is === 'number' && test ? comparedNumber(left, test) : null;
}

const relations = new Map<string, (limit: number) => (number: number) => boolean>([
  ['===', (limit) => (number) => number === limit],
  ['==', (limit) => (number) => number === limit],
  ['!==', (limit) => (number) => number !== limit],
  ['!=', (limit) => (number) => number !== limit],
  ['<', (limit) => (number) => number < limit],
  ['<=', (limit) => (number) => number <= limit],
  ['>', (limit) => (number) => number > limit],
  ['>=', (limit) => (number) => number >= limit],
]);

/** A condition on a number that says whether something was found: a refusal where it holds for "not found". */
function comparedNumber(
  { of, missing, base }: Extract<Value, { is: 'number' }>,
  test: (number: number) => boolean,
): Formula | null {
  const holdsIfMissing = test(missing);
  if (base.is !== 'atom') return holdsIfMissing ? not(base) : base;
  const { atom: before } = base;
  if (!before.test) return holdsIfMissing ? not(base) : base;
  const passes = (origin: string) => test(of(origin)) !== holdsIfMissing;
  const found: Formula = {
    is: 'atom',
    atom: { ...before, test: (origin) => attempt(() => passes(origin)) },
  };
  return holdsIfMissing ? not(found) : found;
}

function attempt(test: () => boolean): boolean {
  try {
    return test();
  } catch {
    return false;
  }
}

/** What `&&`, `||` and `??` of two values say of origins. */
export function joined(operator: string, left: Value, right: Value): Value {
  const formula = join(operator === '&&' ? 'all' : 'any', [truthOf(left), truthOf(right)]);
  // What a pattern caught goes on in `match || []`.
  if (formula) return left.is === 'formula' && left.formula === formula ? left : said(formula);
  // `event.origin || event.originalEvent.origin`, `event || window.event`, `data && data.type`.
  const telling = operator === '&&' ? [right] : [left, right];
  return telling.find(({ is }) => is !== 'other' && is !== 'constant') ?? other;
}

/** What a value says as the result of a function, or of a branch. */
export function branchOf(value: Value): Formula | null {
  if (value.is === 'constant') return { is: 'constant', value: Boolean(value.value) };
  return truthOf(value);
}

/** What one of two branches says, by a condition on the origin. */
export function chosen(test: Formula, yes: Formula | null, no: Formula | null): Formula | null {
  if (!yes && !no) return null;
  // A branch that says nothing of origins takes nothing away from the condition.
  const then = yes ?? { is: 'constant', value: true };
  const otherwise = no ?? { is: 'constant', value: true };
  return join('any', [join('all', [test, then]), join('all', [not(test), otherwise])]);
}

/** What a formula is as a value. */
export function said(formula: Formula): Value {
  return { is: 'formula', formula };
}

/** A look-up, as what the method gives: a place in the list, or whether it is there. */
export function found(method: string, base: Formula): Value {
  if (!/^(indexOf|lastIndexOf|inArray|findIndex)$/.test(method)) return said(base);
  const isThere = (origin: string) => base.is === 'atom' && (base.atom.test?.(origin) ?? false);
  return { is: 'number', of: (origin) => (isThere(origin) ? 0 : -1), missing: -1, base };
}
