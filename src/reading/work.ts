import type { AnyNode } from 'acorn';
import { deeper, type Reader, writtenAs } from './reader';
import { childrenOf } from './values';

/**
 * Whether the code after a statement cannot run because it ends in `return`, `throw`, `break` or `continue`.
 */
export function leaves(node: AnyNode): boolean {
  if (node.type === 'BlockStatement') return node.body.some(leaves);
  if (node.type === 'IfStatement')
    return !!node.alternate && leaves(node.consequent) && leaves(node.alternate);
  return /^(Return|Throw|Break|Continue)Statement$/.test(node.type);
}

/** Whether a statement leaves the function. */
export function leavesFunction(node: AnyNode): boolean {
  if (node.type === 'BlockStatement') return node.body.some(leavesFunction);
  return node.type === 'ReturnStatement' || node.type === 'ThrowStatement';
}

/** Whether a statement throws, at least in one of its branches. */
export function throws(node: AnyNode): boolean {
  if (node.type === 'BlockStatement') return node.body.some(throws);
  if (node.type === 'IfStatement') {
    return throws(node.consequent) || (!!node.alternate && throws(node.alternate));
  }
  return node.type === 'ThrowStatement';
}

/** Whether a condition is written as a rejection: `if (!data.type) return`. */
export function isRefused(test: AnyNode, consequent: AnyNode): boolean {
  return leaves(consequent) && isDenied(test);
}

function isDenied(test: AnyNode): boolean {
  if (test.type === 'LogicalExpression') return isDenied(test.left) || isDenied(test.right);
  if (test.type === 'BinaryExpression') return test.operator === '!==' || test.operator === '!=';
  return test.type === 'UnaryExpression' && test.operator === '!';
}

/** Whether a statement is only `return;`. */
export function isBareReturn(node: AnyNode): boolean {
  if (node.type !== 'BlockStatement') return node.type === 'ReturnStatement' && !node.argument;
  const [only, ...more] = node.body;
  return only !== undefined && more.length === 0 && isBareReturn(only);
}

/** Functions that only look, log or end the event. */
export const idle =
  /^(console|logger|log|debug)\b|(^|\.)(log|debug|info|warn|error|trace|startsWith|endsWith|includes|indexOf|test|exec|match|has|preventDefault|stopPropagation|stopImmediatePropagation|toLowerCase|slice|some|find)$|^(String|Boolean|URL|\w*Error)$/i;

/** Whether code has an effect besides leaving the function and logging. */
export function hasWork(reader: Reader, node: AnyNode): boolean {
  return deeper(reader, () => {
    if (node.type === 'ThrowStatement') return false;
    if (node.type === 'IfStatement' || node.type === 'SwitchStatement') return true;
    if (node.type === 'AssignmentExpression' || node.type === 'UpdateExpression') return true;
    if (node.type === 'VariableDeclaration' || node.type === 'FunctionExpression') return true;
    if (node.type === 'ArrowFunctionExpression' || node.type === 'AwaitExpression') return true;
    const isCall = node.type === 'CallExpression' || node.type === 'NewExpression';
    if (isCall && !idle.test(writtenAs(reader, node.callee))) return true;
    return childrenOf(node).some((child) => hasWork(reader, child));
  });
}
