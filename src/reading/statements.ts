import type { AnyNode, IfStatement } from 'acorn';
import { bind } from './bind';
import { bindLoop, declareAll, hoist, within } from './bodies';
import { argumentsOf, nameOf } from './calls';
import { truthOf } from './compare';
import { evaluate, kept } from './evaluate';
import { type Formula, isNegative, not } from './formula';
import type { FunctionNode, ParsedText } from './function-text';
import { deeper, type Guard, noteUse, type Reader, under } from './reader';
import { visitSwitch } from './switches';
import { childrenOf, inside, other, type Scope, type Value } from './values';
import { hasWork, isBareReturn, isRefused, leaves, throws } from './work';

type Above = readonly Guard[];

/** Reads a function's body as if it ran with these arguments. */
export function visitFunction(
  reader: Reader,
  node: FunctionNode,
  args: readonly Value[],
  scope: Scope,
  above: Above,
  text: ParsedText = reader.current,
): void {
  within(reader, node, args, scope, text, (innerScope) => {
    if (node.body.type === 'BlockStatement') {
      const last = node.body.body.at(-1);
      if (last) reader.ends.add(last);
      visitAll(reader, node.body.body, innerScope, above);
    } else {
      visitEffect(reader, node.body, innerScope, above);
      noteGivenBack(reader, node.body, innerScope, above);
    }
  });
}

/** Reads statements in order; returns the conditions that hold after them. */
export function visitAll(reader: Reader, body: readonly AnyNode[], scope: Scope, above: Above): Above {
  const declared = hoist(reader, body, scope);
  let now = above;
  for (const statement of body) now = visit(reader, statement, scope, now);
  const { isAnytime } = reader;
  reader.isAnytime = true;
  for (const node of declared) {
    if (!reader.visited.has(node)) visitFunction(reader, node, [], scope, above);
  }
  reader.isAnytime = isAnytime;
  return now;
}

/** Reads a statement; returns the conditions that hold after it. */
export function visit(reader: Reader, node: AnyNode, scope: Scope, above: Above): Above {
  return deeper(reader, () => visitOne(reader, node, scope, above));
}

function visitOne(reader: Reader, node: AnyNode, scope: Scope, above: Above): Above {
  const into = (each: AnyNode, to: Above = above) => visit(reader, each, inside(scope, false), to);
  switch (node.type) {
    case 'ExpressionStatement':
      return visitEffect(reader, node.expression, scope, above);
    case 'ReturnStatement':
      if (!node.argument) return above;
      noteGivenBack(reader, node.argument, scope, above);
      return visitEffect(reader, node.argument, scope, above);
    case 'BlockStatement':
      return visitAll(reader, node.body, inside(scope, false), above);
    case 'IfStatement':
      return visitIf(reader, node, scope, above);
    case 'SwitchStatement':
      return visitSwitch(reader, node, scope, above);
    case 'VariableDeclaration':
      declareAll(reader, node, scope, above);
      return above;
    case 'ForOfStatement':
    case 'ForInStatement': {
      const innerScope = inside(scope, false);
      bindLoop(reader, node, innerScope, above);
      visit(reader, node.body, innerScope, above);
      return above;
    }
    case 'ForStatement':
    case 'WhileStatement':
    case 'DoWhileStatement': {
      const innerScope = inside(scope, false);
      for (const child of childrenOf(node)) {
        if (child === node.body || child.type === 'VariableDeclaration')
          visit(reader, child, innerScope, above);
        else evaluate(reader, child, innerScope, above);
      }
      return above;
    }
    case 'LabeledStatement':
      return into(node.body);
    case 'TryStatement': {
      const after = into(node.block);
      if (node.handler) {
        const innerScope = inside(scope, false);
        if (node.handler.param) bind(reader, node.handler.param, other, innerScope, above);
        visit(reader, node.handler.body, innerScope, above);
      }
      if (node.finalizer) into(node.finalizer);
      if (!node.handler || leaves(node.handler.body)) return after;
      // What only threw is caught, and the code after it runs for every sender.
      const caught = after.findIndex(({ isThrown }, index) => isThrown && index >= above.length);
      return caught < 0 ? after : after.slice(0, caught);
    }
    case 'WithStatement':
      reader.evaluates = true;
      evaluate(reader, node.object, scope, above);
      into(node.body);
      return above;
    case 'ThrowStatement':
      evaluate(reader, node.argument, scope, above);
      return above;
    case 'ClassDeclaration':
      evaluate(reader, node, scope, above);
      return above;
    default:
      return above;
  }
}

/** Records that an inner function returns the event, so that its caller receives it. */
function noteGivenBack(reader: Reader, node: AnyNode, scope: Scope, above: Above): void {
  const isName = node.type === 'Identifier' || node.type === 'LogicalExpression';
  if (isName && reader.within.length > 1) kept(reader, node, evaluate(reader, node, scope, above));
}

function visitIf(reader: Reader, node: IfStatement, scope: Scope, above: Above): Above {
  const { test, consequent, alternate } = node;
  const { touches } = reader;
  const formula = truthOf(evaluate(reader, test, scope, above));
  const into = (each: AnyNode, to: Above) => visit(reader, each, inside(scope, false), to);
  if (!formula) {
    const isOnData = reader.touches > touches;
    ifOnData(reader, isOnData && !isRefused(test, consequent), () => into(consequent, above));
    if (alternate) ifOnData(reader, isOnData, () => into(alternate, above));
    return above;
  }
  const exits = leaves(consequent);
  const isRefusal = !hasWork(reader, consequent) || (exits && isNegative(formula));
  if (isRefusal) {
    into(consequent, above);
    if (!exits && !alternate) return above;
    // A bare return at the end of a function skips nothing: this is a callback, and its caller continues.
    if (!alternate && reader.ends.has(node) && isBareReturn(consequent)) return above;
    const accepted = under(reader, above, not(formula), test, throws(consequent));
    const after = alternate ? into(alternate, accepted) : accepted;
    return exits ? after : above;
  }
  const guard = acceptInto(reader, formula, test, above, (to) => into(consequent, to));
  if (alternate) orElse(reader, guard, alternate, above, () => into(alternate, above));
  return above;
}

/**
 * Reads the code that runs if a condition holds, and returns the condition. null if it is a rejection after
 * which the message is not used.
 */
function acceptInto(
  reader: Reader,
  formula: Formula,
  test: AnyNode,
  above: Above,
  read: (to: Above) => void,
): Guard | null {
  const { touches } = reader;
  const accepted = under(reader, above, formula, test);
  read(accepted);
  const [guard] = accepted.slice(-1);
  if (!guard || accepted === above) return null;
  if (!isNegative(formula) || reader.touches > touches) return guard;
  drop(guard, above);
  return null;
}

/** Reads the code that runs otherwise. If it also uses the message, the condition is not a check. */
function orElse(
  reader: Reader,
  guard: Guard | null,
  otherwise: AnyNode,
  above: Above,
  read: () => void,
): void {
  const { touches, guards } = reader;
  const { length } = guards;
  read();
  const isUsed = reader.touches > touches && guards.length === length && hasWork(reader, otherwise);
  if (!guard || guard.isExtended || guard.isDropped || !isUsed) return;
  drop(guard, above);
  reader.eitherWay ??= guard.at;
}

/** Removes a condition, so that the one above it counts again. */
function drop(guard: Guard, above: Above): void {
  if (!guard.isExtended) for (const each of above.slice(-1)) each.isExtended = false;
  guard.isDropped = true;
}

/** Reads code that runs only for some data. */
export function ifOnData(reader: Reader, isOnData: boolean, read: () => void): void {
  if (isOnData) reader.onData++;
  read();
  if (isOnData) reader.onData--;
}

/** Reads an expression for its effect; returns the conditions that hold after it. */
function visitEffect(reader: Reader, node: AnyNode, scope: Scope, above: Above): Above {
  return deeper(reader, () => visitEffectOf(reader, node, scope, above));
}

function visitEffectOf(reader: Reader, node: AnyNode, scope: Scope, above: Above): Above {
  switch (node.type) {
    case 'SequenceExpression':
      return node.expressions.reduce((now, each) => visitEffect(reader, each, scope, now), above);
    case 'AwaitExpression':
    case 'UnaryExpression':
      return visitEffect(reader, node.argument, scope, above);
    case 'ChainExpression':
      return visitEffect(reader, node.expression, scope, above);
    case 'LogicalExpression': {
      const { touches } = reader;
      const test = truthOf(evaluate(reader, node.left, scope, above));
      const isOnData = reader.touches > touches;
      const accepts = node.operator === '&&' ? test : not(test);
      if (accepts && hasWork(reader, node.right)) {
        acceptInto(reader, accepts, node.left, above, (to) => visitEffect(reader, node.right, scope, to));
      } else {
        ifOnData(reader, isOnData, () => void visitEffect(reader, node.right, scope, above));
      }
      return above;
    }
    case 'ConditionalExpression': {
      const test = truthOf(evaluate(reader, node.test, scope, above));
      const isOtherWay =
        test !== null &&
        (!hasWork(reader, node.consequent) || (isNegative(test) && hasWork(reader, node.alternate)));
      const [yes, no] = isOtherWay ? [node.alternate, node.consequent] : [node.consequent, node.alternate];
      const accepts = isOtherWay ? not(test) : test;
      const into = (to: Above) => visitEffect(reader, yes, scope, to);
      const isCheck = accepts && hasWork(reader, yes);
      const guard = isCheck ? acceptInto(reader, accepts, node.test, above, into) : null;
      if (!isCheck) into(above);
      orElse(reader, guard, no, above, () => visitEffect(reader, no, scope, above));
      return above;
    }
    case 'CallExpression': {
      const { callee } = node;
      let now = above;
      if (callee.type === 'Super') return above;
      if (/^(Function|Arrow)/.test(callee.type) || callee.type === 'Identifier') {
        const value =
          callee.type === 'Identifier'
            ? evaluate(reader, callee, scope, above)
            : functionAt(reader, callee, scope);
        if (value.kind === 'function' && reader.within.length < 6 && !reader.within.includes(value.node)) {
          const args = argumentsOf(reader, node, scope, above);
          visitFunction(reader, value.node, args, value.scope, above, value.text);
          return above;
        }
        if (value.kind === 'formula') now = under(reader, above, value.formula, callee);
      } else if (callee.type === 'MemberExpression' && callee.computed) {
        // This handles `handlers[event.origin](event.data)`.
        const value = evaluate(reader, callee, scope, above);
        if (value.kind === 'formula') now = under(reader, above, value.formula, callee);
      }
      reader.effects.add(node);
      const value = evaluate(reader, node, scope, now);
      if (!assertions.test(nameOf(reader, node))) return above;
      const [first] = node.arguments;
      const asserted = first ? truthOf(evaluate(reader, first, scope, above)) : null;
      return under(reader, above, asserted ?? truthOf(value), node, true);
    }
    case 'ImportExpression':
      if (evaluate(reader, node.source, scope, above).kind === 'data') noteUse(reader, above, node);
      return above;
    default:
      reader.effects.add(node);
      evaluate(reader, node, scope, above);
      return above;
  }
}

/** Functions whose names suggest that they throw if their argument is false. */
export const assertions = /(^|\.)(assert|invariant|ensure|expect|require|check|verify)\w*$/i;

function functionAt(reader: Reader, node: AnyNode, scope: Scope): Value {
  return node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression'
    ? { kind: 'function', node, scope, text: reader.current }
    : other;
}
