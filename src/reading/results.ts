import type { AnyNode, TryStatement } from 'acorn';
import { bindLoop, declareAll, hoist, within } from './bodies';
import { branchOf, chosen, openAt, truthOf } from './compare';
import { evaluate } from './evaluate';
import { type Formula, join } from './formula';
import { deeper, type Guard, type Reader } from './reader';
import { visit } from './statements';
import { caseFormula } from './switches';
import { inside, type Scope, type Value } from './values';
import { leaves } from './work';

type FunctionValue = Extract<Value, { kind: 'function' }>;
type Above = readonly Guard[];

/** Returns the condition on the origin that a function's result means; null if it means none. */
export function formulaOfFunction(
  reader: Reader,
  { node, scope, text }: FunctionValue,
  args: readonly Value[],
  above: Above,
): Formula | null {
  const { caught } = reader;
  reader.caught = [];
  const result = within(reader, node, args, scope, text, (innerScope) => {
    if (node.body.type !== 'BlockStatement') return branchOf(evaluate(reader, node.body, innerScope, above));
    hoist(reader, node.body.body, innerScope);
    return resultOf(reader, node.body.body, innerScope, above);
  });
  reader.caught = caught;
  return result;
}

/** Returns the condition on the origin that the statements of a function return; null if there is none. */
function resultOf(reader: Reader, body: readonly AnyNode[], scope: Scope, above: Above): Formula | null {
  return deeper(reader, () => resultOfAll(reader, body, scope, above));
}

function resultOfAll(reader: Reader, body: readonly AnyNode[], scope: Scope, above: Above): Formula | null {
  const [statement, ...rest] = body;
  if (!statement) return { kind: 'constant', value: false };
  const after = () => resultOf(reader, rest, scope, above);
  switch (statement.type) {
    case 'ReturnStatement':
      if (!statement.argument) return { kind: 'constant', value: false };
      return branchOf(evaluate(reader, statement.argument, scope, above));
    case 'ThrowStatement': {
      const caught = reader.caught.at(-1);
      return caught ? caught.result : { kind: 'constant', value: false };
    }
    case 'BlockStatement':
      return resultOf(reader, [...statement.body, ...rest], scope, above);
    case 'IfStatement': {
      const { test, consequent, alternate } = statement;
      const formula = truthOf(evaluate(reader, test, scope, above));
      const yes = resultOf(reader, leaves(consequent) ? [consequent] : [consequent, ...rest], scope, above);
      const no = alternate ? resultOf(reader, [alternate, ...rest], scope, above) : after();
      if (formula) return chosen(formula, yes, no);
      return [yes, no].some(isOpen) ? chosen(openAt(reader, test), yes, no) : null;
    }
    case 'SwitchStatement': {
      const on = evaluate(reader, statement.discriminant, scope, above);
      const formulas = statement.cases.map(({ test, consequent }, index) => {
        const from = consequent.length > 0 ? consequent : (statement.cases[index + 1]?.consequent ?? []);
        const result = resultOf(reader, from, scope, above);
        const formula = test ? caseFormula(reader, on, statement.discriminant, test, scope, above) : null;
        return formula ? join('all', [formula, result]) : result;
      });
      return join('any', [...formulas, after()].filter(isOpen));
    }
    case 'ForOfStatement':
    case 'ForInStatement': {
      const innerScope = inside(scope, false);
      bindLoop(reader, statement, innerScope, above);
      return join('any', [resultOf(reader, [statement.body], innerScope, above), after()].filter(isOpen));
    }
    case 'ForStatement':
    case 'WhileStatement': {
      const innerScope = inside(scope, false);
      if (statement.type === 'ForStatement' && statement.init)
        visit(reader, statement.init, innerScope, above);
      return join('any', [resultOf(reader, [statement.body], innerScope, above), after()].filter(isOpen));
    }
    case 'TryStatement':
      return resultOfTry(reader, statement, rest, scope, above);
    case 'EmptyStatement': {
      const { caught } = reader;
      if (caught.at(-1)?.end !== statement) return after();
      reader.caught = caught.slice(0, -1);
      const result = after();
      reader.caught = caught;
      return result;
    }
    case 'VariableDeclaration':
      declareAll(reader, statement, scope, above);
      return after();
    case 'ExpressionStatement':
      evaluate(reader, statement.expression, scope, above);
      return after();
    default:
      return after();
  }
}

/** Returns the result of a function from a `try` on: what is thrown in it continues after its `catch`. */
function resultOfTry(
  reader: Reader,
  { block, handler, start }: TryStatement,
  rest: readonly AnyNode[],
  scope: Scope,
  above: Above,
): Formula | null {
  if (!handler) return resultOf(reader, [block, ...rest], scope, above);
  const { caught } = reader;
  const end: AnyNode = { type: 'EmptyStatement', start, end: start };
  reader.caught = [...caught, { end, result: resultOf(reader, [handler.body, ...rest], scope, above) }];
  const result = resultOf(reader, [block, end, ...rest], scope, above);
  reader.caught = caught;
  return result;
}

function isOpen(formula: Formula | null): boolean {
  return formula !== null && formula.kind !== 'constant';
}
