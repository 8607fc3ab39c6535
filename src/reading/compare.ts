import type { AnyNode, BinaryExpression } from 'acorn';
import { atomsOf, type Formula, join, not, type Open } from './formula';
import { atom, elsewhere, placeOf, type Reader, writtenAs } from './reader';
import { constant, numberOf, other, textOf, type Value } from './values';

type Origin = Extract<Value, { kind: 'origin' }>;

/** Replaces an unknown value where an example needs one. */
export const supposedHost = 'trusted.example';
export const supposedOrigin = `https://${supposedHost}`;

/** Returns the condition on the origin that a value means when tested; null if it means none. */
export function truthOf(value: Value): Formula | null {
  if (value.kind === 'formula') return value.formula;
  return value.kind === 'number' ? comparedNumber(value, (number) => number !== 0) : null;
}

/** Evaluates a comparison; `other` if it does not depend on the origin. */
export function compared(reader: Reader, node: BinaryExpression, left: Value, right: Value): Value {
  const { operator } = node;
  const isNegated = operator === '!==' || operator === '!=';
  const isEquality = isNegated || operator === '===' || operator === '==';
  if (left.kind === 'length' || right.kind === 'length') {
    // Testing for a length of zero does not restrict the origin.
    const isOfNothing = numberOf(left) === 0 || numberOf(right) === 0;
    return isOfNothing
      ? other
      : { kind: 'formula', formula: elsewhere(reader, node, writtenAs(reader, node)) };
  }
  const isTypeof = [node.left, node.right].some((each) => isTypeOf(each));
  if (isEquality && isTypeof && left.kind === 'constant' && right.kind === 'constant') {
    return constant((left.value === right.value) !== isNegated);
  }
  // An event always has an origin.
  if (
    isEquality &&
    [left, right].some(({ kind: is }) => is === 'origin') &&
    (isNothing(left) || isNothing(right))
  )
    return constant(isNegated);
  const equality = isEquality ? (equal(reader, node, left, right) ?? equal(reader, node, right, left)) : null;
  if (equality) return { kind: 'formula', formula: isNegated ? (not(equality) ?? equality) : equality };
  const formula = ordered(operator, left, right);
  return formula ? { kind: 'formula', formula } : other;
}

function isTypeOf(node: AnyNode): boolean {
  return node.type === 'UnaryExpression' && node.operator === 'typeof';
}

function equal(reader: Reader, node: AnyNode, first: Value, second: Value): Formula | null {
  if (first.kind === 'source') return isNothing(second) ? null : atom(reader, node, 'source', () => false);
  if (first.kind === 'origin') return equalOrigin(reader, node, first, second);
  if (first.kind !== 'formula') return null;
  if (second.kind === 'constant') {
    if (second.value === true) return first.formula;
    // A lookup returns null or undefined if it finds nothing.
    if ((second.value ?? false) === false) return not(first.formula);
  }
  // The comparison restricts the match further, in a way that only running it would show.
  const isDecided = atomsOf(first.formula).every(({ test }) => test);
  return isDecided
    ? join('all', [first.formula, elsewhere(reader, node, writtenAs(reader, node))])
    : first.formula;
}

function equalOrigin(reader: Reader, node: AnyNode, first: Origin, second: Value): Formula | null {
  if (isNothing(second) || second.kind === 'origin') return null;
  // The sender controls both sides.
  if (second.kind === 'data') return atom(reader, node, 'exact', () => true);
  const expected = textOf(second);
  const isOneOfSeveral = second.kind === 'other' && second.isItem;
  const kind = first.cut ?? (isOneOfSeveral ? 'list' : 'exact');
  if (expected !== null) {
    const samples = [expected, ...(first.seeds ?? [])];
    return atom(reader, node, kind, (origin) => first.of(origin) === expected, { samples });
  }
  return atom(reader, node, kind, (origin) => first.of(origin) === first.of(supposedOrigin), {
    samples: [supposedOrigin],
    supposed: supposedOrigin,
  });
}

/**
 * Whether a value is null, undefined or empty; a comparison with it only tests for the presence of an origin.
 */
function isNothing(value: Value): boolean {
  return value.kind === 'constant' && (value.value ?? '') === '';
}

function ordered(operator: string, left: Value, right: Value): Formula | null {
  if (right.kind === 'number') {
    const mirrored = operator.replace(/[<>]/, (sign) => (sign === '<' ? '>' : '<'));
    return ordered(mirrored, right, left);
  }
  const limit = numberOf(right);
  const test = limit === null ? undefined : relations.get(operator)?.(limit);
  return left.kind === 'number' && test ? comparedNumber(left, test) : null;
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

/** Returns the condition of a comparison with a lookup's number; negated if it holds for "not found". */
function comparedNumber(
  { of, missing, base }: Extract<Value, { kind: 'number' }>,
  test: (number: number) => boolean,
): Formula | null {
  const holdsIfMissing = test(missing);
  if (base.kind !== 'atom') return holdsIfMissing ? not(base) : base;
  const { atom: before } = base;
  if (!before.test) return holdsIfMissing ? not(base) : base;
  const passes = (origin: string) => test(of(origin)) !== holdsIfMissing;
  const found: Formula = {
    kind: 'atom',
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

/** Returns a condition that does not concern the origin. */
export function openAt(reader: Reader, node: AnyNode): Formula & Open {
  return { kind: 'open', text: writtenAs(reader, node), at: placeOf(reader, node.start) };
}

/** An operand of `&&`, `||` and `??`: its value, and where it is written. */
export type Operand = readonly [value: Value, node: AnyNode];

/** Evaluates `&&`, `||` and `??`. */
export function joined(reader: Reader, operator: string, one: Operand, two: Operand): Value {
  const kind = operator === '&&' ? 'all' : 'any';
  const [[left], [right]] = [one, two];
  const [first, second] = [truthOf(left), truthOf(right)];
  if (first && second) return formulaValue(join(kind, [first, second]) ?? first);
  const known = first ?? second;
  if (known) {
    const formula = withOther(reader, kind, known, first ? two : one);
    // `match || []` still gives access to the captured groups.
    return left.kind === 'formula' ? { ...left, formula } : formulaValue(formula);
  }
  // Examples: `event.origin || event.originalEvent.origin`, `event || window.event`, `data && data.type`.
  const reporting = operator === '&&' ? [right] : [left, right];
  return reporting.find(({ kind: is }) => is !== 'other' && is !== 'constant') ?? other;
}

/** Joins a condition on the origin with an operand that does not concern the origin. */
function withOther(reader: Reader, kind: 'all' | 'any', formula: Formula, [value, node]: Operand): Formula {
  switch (value.kind) {
    case 'constant': {
      if (Boolean(value.value) !== (kind === 'any')) return formula;
      // It decides alone, as in `event.origin === a || 'https://b.example'`. A name can have changed.
      const isAlways = isWritten(node) || node.type === 'BinaryExpression';
      if (isAlways) return { kind, of: [formula, { kind: 'constant', value: kind === 'any' }] };
      return join(kind, [formula, openAt(reader, node)]) ?? formula;
    }
    case 'other':
    case 'data':
    case 'length':
    case 'number':
      return join(kind, [formula, openAt(reader, node)]) ?? formula;
    default:
      // Objects: `event`, `match || []`.
      return formula;
  }
}

function isWritten(node: AnyNode): boolean {
  return node.type === 'UnaryExpression'
    ? isWritten(node.argument)
    : node.type === 'Literal' || node.type === 'TemplateLiteral';
}

/** Returns the condition on the origin that a function's result or a branch means; null if it means none. */
export function branchOf(value: Value): Formula | null {
  if (value.kind === 'constant') return { kind: 'constant', value: Boolean(value.value) };
  return truthOf(value);
}

/** Returns the condition of two branches that a condition on the origin chooses between. */
export function chosen(test: Formula, yes: Formula | null, no: Formula | null): Formula | null {
  if (!yes && !no) return null;
  // A branch that does not depend on the origin adds nothing to the condition.
  const then = yes ?? { kind: 'constant', value: true };
  const otherwise = no ?? { kind: 'constant', value: true };
  return join('any', [join('all', [test, then]), join('all', [not(test), otherwise])]);
}

/** Returns a formula as a value. */
export function formulaValue(formula: Formula): Value {
  return { kind: 'formula', formula };
}

/** Returns the value of a lookup method: an index or whether the item is in the list. */
export function found(method: string, base: Formula): Value {
  if (!/^(indexOf|lastIndexOf|inArray|findIndex)$/.test(method)) return formulaValue(base);
  const isThere = (origin: string) => base.kind === 'atom' && (base.atom.test?.(origin) ?? false);
  return { kind: 'number', of: (origin) => (isThere(origin) ? 0 : -1), missing: -1, base };
}
