import type { AnyNode, MemberExpression } from 'acorn';
import { assignTo } from './bind';
import { named } from './bodies';
import { valueOfCall } from './calls';
import { branchOf, chosen, compared, formulaValue, joined, type Operand, openAt, truthOf } from './compare';
import { not } from './formula';
import { functionOf, isFunction, parseText } from './function-text';
import { listed, memberOf } from './members';
import { patternOf } from './pattern';
import { atom, deeper, elsewhere, type Guard, notePassedOn, type Reader, writtenAs } from './reader';
import { visitAll, visitFunction } from './statements';
import {
  childrenOf,
  constant,
  holdsEvent,
  inside,
  item,
  lookUp,
  made,
  numberOf,
  other,
  type Scope,
  staticName,
  textOf,
  type Value,
} from './values';

/** Evaluates an expression, and records what it reads, checks and passes on. */
export function evaluate(reader: Reader, node: AnyNode, scope: Scope, above: readonly Guard[]): Value {
  return deeper(reader, () => valueAt(reader, node, scope, above));
}

function valueAt(reader: Reader, node: AnyNode, scope: Scope, above: readonly Guard[]): Value {
  const evaluated = (child: AnyNode) => evaluate(reader, child, scope, above);
  switch (node.type) {
    case 'Identifier':
      return touched(reader, valueOfName(reader, node.name, scope));
    case 'Literal':
      return literal(node);
    case 'TemplateLiteral': {
      const parts = node.expressions.map(evaluated);
      return parts.reduce<Value>(
        (before, part, index) =>
          concatenated(concatenated(before, part), constant(node.quasis[index + 1]?.value.cooked ?? '')),
        constant(node.quasis[0]?.value.cooked ?? ''),
      );
    }
    case 'ChainExpression':
      return evaluated(node.expression);
    case 'AwaitExpression':
      return evaluated(node.argument);
    case 'SequenceExpression':
      return node.expressions.map(evaluated).at(-1) ?? other;
    case 'MemberExpression':
      return valueOfMember(reader, node, scope, above);
    case 'NewExpression':
    case 'CallExpression':
      return valueOfCall(reader, node, scope, above);
    case 'UnaryExpression': {
      const value = evaluated(node.argument);
      if (node.operator === '!') {
        if (node.argument.type === 'Literal' && value.kind === 'constant') return constant(!value.value);
        const formula = not(truthOf(value));
        return formula ? { kind: 'formula', formula } : other;
      }
      if (node.operator === 'void') return constant(undefined);
      if (node.operator === 'typeof' && value.kind === 'origin') return constant('string');
      if (node.operator === '~' && value.kind === 'number') {
        return { ...value, of: (origin) => ~value.of(origin), missing: ~value.missing };
      }
      const number = numberOf(value);
      return node.operator === '-' && number !== null ? constant(-number) : other;
    }
    case 'BinaryExpression': {
      const left = node.left.type === 'PrivateIdentifier' ? other : evaluated(node.left);
      const right = evaluated(node.right);
      if (node.operator === '+') return concatenated(left, right);
      if (node.operator === '&' || node.operator === '|') {
        return bitwise(reader, node.operator, [left, node.left], [right, node.right]);
      }
      if (node.operator === 'in') {
        if (left.kind === 'source') return formulaValue(atom(reader, node, 'source', () => false));
        return left.kind === 'origin' ? listed(reader, node, left, right) : other;
      }
      const compares = compared(reader, node, left, right);
      // A sum or a difference of what was made of the origin, as in `sum(origin) ^ known`.
      const isMadeOfIt = compares === other && (left.kind === 'formula' || right.kind === 'formula');
      return isMadeOfIt ? formulaValue(elsewhere(reader, node, writtenAs(reader, node))) : compares;
    }
    case 'LogicalExpression':
      return joined(
        reader,
        node.operator,
        [evaluated(node.left), node.left],
        [evaluated(node.right), node.right],
      );
    case 'ConditionalExpression': {
      const test = truthOf(evaluated(node.test));
      const [yes, no] = [evaluated(node.consequent), evaluated(node.alternate)];
      if (!test && !truthOf(yes) && !truthOf(no)) {
        return joined(reader, '||', [yes, node.consequent], [no, node.alternate]);
      }
      const formula = chosen(test ?? openAt(reader, node.test), branchOf(yes), branchOf(no));
      return formula ? formulaValue(formula) : yes.kind === 'other' || yes.kind === 'constant' ? no : yes;
    }
    case 'AssignmentExpression': {
      const right = named(reader, node.right, scope, above);
      const before = node.operator === '=' ? other : evaluated(node.left);
      const value = assigned(reader, node.operator, [before, node.left], [right, node.right]);
      assignTo(reader, node.left, value, scope, above);
      return value;
    }
    case 'ArrayExpression': {
      const items = node.elements.map((each) => (each ? kept(reader, each, evaluated(each)) : other));
      return { kind: 'array', items };
    }
    case 'ObjectExpression':
      return object(reader, node.properties, scope, above);
    case 'SpreadElement':
    case 'YieldExpression':
      return node.argument ? kept(reader, node, evaluated(node.argument)) : other;
    case 'StaticBlock':
      visitAll(reader, node.body, inside(scope, true), above);
      return other;
    case 'MethodDefinition':
    case 'PropertyDefinition':
      // A key that is not computed is a name, not a variable.
      if (node.computed) evaluated(node.key);
      if (node.value) kept(reader, node.value, evaluated(node.value));
      return other;
    default:
      if (isFunction(node)) {
        // The conditions above a function hold whenever it runs.
        if (!reader.within.includes(node)) visitFunction(reader, node, [], scope, above);
        return { kind: 'function', node, scope, text: reader.current };
      }
      for (const child of childrenOf(node)) kept(reader, child, evaluated(child));
      return other;
  }
}

function touched(reader: Reader, value: Value): Value {
  if (value.kind === 'data') reader.touches++;
  return value;
}

function literal(node: Extract<AnyNode, { type: 'Literal' }>): Value {
  if (node.regex) return { kind: 'pattern', pattern: patternOf(node.regex.pattern, node.regex.flags) };
  const { value } = node;
  return typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    value === null
    ? constant(value)
    : other;
}

function valueOfName(reader: Reader, name: string, scope: Scope): Value {
  return (
    lookUp(scope, name) ?? (name === 'undefined' ? constant(undefined) : valueOfNamed(reader, name)) ?? other
  );
}

/** Evaluates the text of a function or value that the listener names; null if there is none. */
function valueOfNamed(reader: Reader, name: string): Value | null {
  const known = reader.opened.get(name);
  if (known !== undefined) return known;
  const text = reader.named.get(name);
  const parsed = text === undefined ? null : parseText(text, name);
  reader.opened.set(name, null);
  if (!parsed) return null;
  const before = reader.current;
  reader.current = parsed;
  const { expression, shift } = parsed;
  const scope = inside(null, true);
  const value: Value =
    isFunction(expression) || shift > 0
      ? functionValue(parsed, scope)
      : evaluate(reader, expression, scope, []);
  reader.current = before;
  reader.opened.set(name, value);
  return value;
}

function functionValue(text: NonNullable<ReturnType<typeof parseText>>, scope: Scope): Value {
  const node = functionOf(text);
  return node ? { kind: 'function', node, scope, text } : other;
}

function concatenated(left: Value, right: Value): Value {
  const [before, after] = [primitive(left), primitive(right)];
  if (before !== null && after !== null) {
    if (typeof before === 'number' && typeof after === 'number') return constant(before + after);
    const text = `${before}${after}`;
    return text.length > 10_000 ? other : constant(text);
  }
  if (left.kind === 'origin' && after !== null) return made(left, (text) => `${text}${after}`);
  if (right.kind === 'origin' && before !== null) return made(right, (text) => `${before}${text}`);
  return left.kind === 'data' || right.kind === 'data' ? { kind: 'data' } : other;
}

/** Evaluates a compound assignment such as `ok &&= …`, `bad |= …` or `text += …`. */
function assigned(reader: Reader, operator: string, before: Operand, right: Operand): Value {
  switch (operator) {
    case '=':
      return right[0];
    case '&&=':
    case '||=':
    case '??=':
      return joined(reader, operator.slice(0, -1), before, right);
    case '&=':
    case '|=':
      return bitwise(reader, operator.slice(0, -1), before, right);
    case '+=':
      return concatenated(before[0], right[0]);
    default:
      return other;
  }
}

/** Evaluates `&` and `|` of conditions like `&&` and `||`. */
function bitwise(reader: Reader, operator: string, left: Operand, right: Operand): Value {
  return truthOf(left[0]) || truthOf(right[0]) ? joined(reader, operator.repeat(2), left, right) : other;
}

function primitive(value: Value): string | number | null {
  return textOf(value) ?? numberOf(value);
}

/** Records that a value is stored in another one; if it is the whole event, that passes it on. */
export function kept(reader: Reader, node: AnyNode, value: Value): Value {
  if (holdsEvent(value)) notePassedOn(reader, null, node);
  return value;
}

function object(reader: Reader, members: readonly AnyNode[], scope: Scope, above: readonly Guard[]): Value {
  const properties = new Map<string, Value>();
  for (const member of members) {
    if (member.type === 'SpreadElement') evaluate(reader, member, scope, above);
    if (member.type !== 'Property') continue;
    if (member.computed) evaluate(reader, member.key, scope, above);
    const value = kept(reader, member.value, evaluate(reader, member.value, scope, above));
    const name = staticName(member.key, member.computed);
    if (name !== null) properties.set(name, value);
  }
  return { kind: 'object', properties };
}

function valueOfMember(reader: Reader, node: MemberExpression, scope: Scope, above: readonly Guard[]): Value {
  const owner = node.object.type === 'Super' ? other : evaluate(reader, node.object, scope, above);
  const key = node.computed ? evaluate(reader, node.property, scope, above) : other;
  const written = staticName(node.property, node.computed);
  // A variable's first value is not a reliable index into an unknown list.
  const name = written ?? (owner.kind === 'other' ? null : (primitive(key)?.toString() ?? null));
  if (owner.kind === 'event' && name === null) reader.isComputed = true;
  if (node.computed && key.kind === 'origin') return listed(reader, node, key, owner);
  if (node.computed && key.kind === 'source') return formulaValue(atom(reader, node, 'source', () => false));
  // Handlers without a parameter use `window.event`.
  if (
    name === 'event' &&
    node.object.type === 'Identifier' &&
    /^(window|self|globalThis)$/.test(node.object.name)
  ) {
    return lookUp(scope, 'event') ?? other;
  }
  if (name === null)
    return owner.kind === 'data' ? owner : owner.kind === 'array' ? (owner.items[0] ?? item) : item;
  const found = memberOf(reader, owner, name, node);
  return found === other ? (valueOfNamed(reader, writtenAs(reader, node)) ?? other) : found;
}
