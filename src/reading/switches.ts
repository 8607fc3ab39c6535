import type { Expression, SwitchStatement } from 'acorn';
import { truthOf } from './compare';
import { evaluate } from './evaluate';
import { type Formula, join, not } from './formula';
import { type Guard, type Reader, under } from './reader';
import { ifOnData, visitAll } from './statements';
import { inside, type Scope, type Value } from './values';
import { hasWork, leavesFunction } from './work';

type Above = readonly Guard[];

/** Reads a switch statement; returns the conditions that hold after it. */
export function visitSwitch(reader: Reader, node: SwitchStatement, scope: Scope, above: Above): Above {
  const { discriminant, cases } = node;
  const innerScope = inside(scope, false);
  const { touches } = reader;
  const on = evaluate(reader, discriminant, scope, above);
  const isOnData = reader.touches > touches;
  const goesOn: (Formula | null)[] = [];
  const refused: (Formula | null)[] = [];
  let open: (Formula | null)[] = [];
  let isDefaultRefused = false;
  let hasOwnDefault = false;
  for (const { test, consequent } of cases) {
    const isDefault = test === null || test === undefined;
    const formula = isDefault ? null : caseFormula(reader, on, discriminant, test, innerScope, above);
    open.push(formula);
    hasOwnDefault ||= isDefault;
    if (consequent.length === 0) continue;
    const taken = join('any', open);
    const works = consequent.some((each) => hasWork(reader, each));
    if (works && taken && !isDefault)
      visitAll(reader, consequent, innerScope, under(reader, above, taken, test));
    else ifOnData(reader, isOnData && !isDefault, () => void visitAll(reader, consequent, innerScope, above));
    const exits = consequent.some(leavesFunction);
    if (isDefault) isDefaultRefused = exits && !works;
    else if (exits && !works) refused.push(taken);
    else if (!exits) goesOn.push(taken);
    open = [];
  }
  if (isDefaultRefused) return under(reader, above, join('any', goesOn), discriminant);
  return hasOwnDefault ? above : under(reader, above, not(join('any', refused)), discriminant);
}

/** Returns the condition on the origin under which a case runs; null if there is none. */
export function caseFormula(
  reader: Reader,
  on: Value,
  discriminant: Expression,
  test: Expression,
  scope: Scope,
  above: Above,
): Formula | null {
  if (on.kind === 'constant') return truthOf(evaluate(reader, test, scope, above));
  if (on.kind !== 'origin' && on.kind !== 'source') {
    evaluate(reader, test, scope, above);
    return null;
  }
  const { start, end } = test;
  return truthOf(
    evaluate(
      reader,
      { type: 'BinaryExpression', operator: '===', left: discriminant, right: test, start, end },
      scope,
      above,
    ),
  );
}
