import type { AnyNode } from 'acorn';
import { formulaValue, openAt } from './compare';
import { join, not } from './formula';
import type { Guard, Reader } from './reader';
import type { Value } from './values';

/**
 * Returns the value of a name after `ok = true` or `ok = false`. Under a condition on the origin, the name
 * then stands for that condition.
 */
export function underCondition(
  reader: Reader,
  node: AnyNode,
  before: Value,
  value: Value,
  above: readonly Guard[],
): Value {
  const truth = truthAfter(before, value);
  if (truth === null) return value;
  const formula = above.at(-1)?.formula ?? null;
  if (before.kind === 'formula') {
    const condition = formula ?? openAt(reader, node);
    const joined = truth
      ? join('any', [before.formula, condition])
      : join('all', [before.formula, not(condition)]);
    return joined ? formulaValue(joined) : value;
  }
  const isChange = before.kind === 'constant' && Boolean(before.value) !== truth;
  const condition = truth ? formula : not(formula);
  return isChange && condition ? formulaValue(condition) : value;
}

/** Whether a name is true or false once it has that value; null if it is not known. */
function truthAfter(before: Value, value: Value): boolean | null {
  // `let handler; if (event.origin === a) handler = ours;`
  if (value.kind === 'other')
    return before.kind === 'constant' && (before.value ?? null) === null ? true : null;
  return value.kind === 'constant' && typeof value.value === 'boolean' ? value.value : null;
}
