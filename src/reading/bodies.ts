import type { AnyNode } from 'acorn';
import { bind } from './bind';
import { evaluate } from './evaluate';
import { type FunctionNode, isFunction, type ParsedText } from './function-text';
import { deeper, type Guard, type Reader } from './reader';
import { constant, declare, inside, item, other, type Scope, type Value } from './values';

type Above = readonly Guard[];

/** Runs `read` with a function's parameters bound to arguments in a new scope, and returns its result. */
export function within<T>(
  reader: Reader,
  node: FunctionNode,
  args: readonly Value[],
  scope: Scope,
  text: ParsedText,
  read: (innerScope: Scope) => T,
): T {
  const before = reader.current;
  const innerScope = inside(scope, true);
  reader.current = text;
  reader.within.push(node);
  reader.visited.add(node);
  if (node.type !== 'ArrowFunctionExpression') {
    innerScope.names.set('arguments', args[0]?.kind === 'event' ? { kind: 'arguments' } : other);
  }
  node.params.forEach((param, index) => {
    if (param.type !== 'RestElement') bind(reader, param, args[index] ?? other, innerScope, []);
    else bind(reader, param.argument, { kind: 'array', items: args.slice(index) }, innerScope, []);
  });
  const result = deeper(reader, () => read(innerScope));
  reader.within.pop();
  reader.current = before;
  return result;
}

/** Declares the functions of a body before its first statement, and returns them. */
export function hoist(reader: Reader, body: readonly AnyNode[], scope: Scope): readonly FunctionNode[] {
  const declared = body.filter((each) => each.type === 'FunctionDeclaration');
  for (const node of declared) {
    if (node.id) declare(scope, node.id.name, { kind: 'function', node, scope, text: reader.current }, true);
  }
  return declared;
}

/** Declares the variables of a declaration. */
export function declareAll(
  reader: Reader,
  { declarations, kind }: Extract<AnyNode, { type: 'VariableDeclaration' }>,
  scope: Scope,
  above: Above,
): void {
  for (const { id, init } of declarations) {
    const value = init ? named(reader, init, scope, above) : constant(undefined);
    bind(reader, id, value, scope, above, (name, part) => declare(scope, name, part, kind === 'var'));
  }
}

/** Evaluates a value that gets a name. A function is only read once it is called. */
export function named(reader: Reader, node: AnyNode, scope: Scope, above: Above): Value {
  if (!isFunction(node)) return evaluate(reader, node, scope, above);
  reader.later.push({ node, scope, above, text: reader.current });
  return { kind: 'function', node, scope, text: reader.current };
}

/** Binds the variable of a loop to an item of its list. */
export function bindLoop(
  reader: Reader,
  { left, right, type }: Extract<AnyNode, { type: 'ForOfStatement' | 'ForInStatement' }>,
  scope: Scope,
  above: Above,
): void {
  const list = evaluate(reader, right, scope, above);
  if (list.kind === 'event') reader.isComputed = true;
  const [first] = list.kind === 'array' && type === 'ForOfStatement' ? list.items : [];
  const each =
    first?.kind === 'pattern' || first?.kind === 'data' ? first : list.kind === 'data' ? list : item;
  const target = left.type === 'VariableDeclaration' ? left.declarations[0]?.id : left;
  if (target) bind(reader, target, each, scope, above);
}
