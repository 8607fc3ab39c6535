import type { AnyNode } from 'acorn';
import { within } from './bodies';
import { found } from './compare';
import { evaluate } from './evaluate';
import { join } from './formula';
import { isFunction } from './function-text';
import { mapped, originObjectOf } from './origin-objects';
import { type Guard, type Reader, writtenAs } from './reader';
import { formulaOfFunction } from './results';
import { item, other, type Scope, type Value } from './values';

/** Evaluates `list.some((item) => …)`: the condition on one item applies to any or all of them. */
export function overEach(
  reader: Reader,
  method: string,
  owner: Value,
  [callback]: readonly AnyNode[],
  scope: Scope,
  above: readonly Guard[],
): Value {
  if (!callback) return other;
  const asked = isFunction(callback)
    ? functionValue(reader, callback, scope)
    : evaluate(reader, callback, scope, above);
  if (asked.kind !== 'function') return other;
  const items = owner.kind === 'array' && owner.items.length > 0 ? owner.items.slice(0, 50) : [item];
  const formulas = items.map((each) => formulaOfFunction(reader, asked, [each], above));
  const formula = join(method === 'every' ? 'all' : 'any', formulas);
  return formula ? found(method, formula) : other;
}

/** Evaluates `list.map((item) => …)` for a function that is only an expression, and for `Origin.from`. */
export function mappedBy(
  reader: Reader,
  owner: Value,
  callback: AnyNode,
  scope: Scope,
  above: readonly Guard[],
): Value {
  if (writtenAs(reader, callback) === 'Origin.from') {
    return mapped(owner, (each) => originObjectOf(reader, callback, each));
  }
  const asked = isFunction(callback)
    ? functionValue(reader, callback, scope)
    : evaluate(reader, callback, scope, above);
  if (asked.kind !== 'function' || asked.node.body.type === 'BlockStatement') return other;
  const { node, text } = asked;
  if (reader.within.includes(node)) return other;
  return mapped(owner, (each) =>
    within(reader, node, [each], asked.scope, text, (inner) => evaluate(reader, node.body, inner, above)),
  );
}

function functionValue(reader: Reader, node: AnyNode, scope: Scope): Value {
  const { type } = node;
  return type === 'ArrowFunctionExpression' || type === 'FunctionExpression'
    ? { kind: 'function', node, scope, text: reader.current }
    : other;
}
