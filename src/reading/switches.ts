import type { Expression, SwitchStatement } from 'acorn';
import { truthOf } from './compare';
import { evaluate } from './evaluate';
import { type Formula, join, not } from './formula';
import { type Guard, type Reader, under } from './reader';
import { visitAll } from './statements';
import { inside, type Scope, type Value } from './values';
import { hasWork, leavesFunction } from './work';

type Above = readonly Guard[];

/** Reads a switch; the conditions that hold after it. */
export function visitSwitch(reader: Reader, node: SwitchStatement, scope: Scope, above: Above): Above {
  const { discriminant, cases } = node;
  const own = inside(scope, false);
  const on = evaluate(reader, discriminant, scope, above);
  const goesOn: (Formula | null)[] = [];
  const refused: (Formula | null)[] = [];
  let open: (Formula | null)[] = [];
  let isDefaultRefused = false;
  let hasOwnDefault = false;
  for (const { test, consequent } of cases) {
    const isDefault = test === null || test === undefined;
    const formula = isDefault ? null : caseFormula(reader, on, discriminant, test, own, above);
    open.push(formula);
    hasOwnDefault ||= isDefault;
    if (consequent.length === 0) continue;
    const taken = join('any', open);
    const works = consequent.some((each) => hasWork(reader, each));
    if (works && taken && !isDefault) visitAll(reader, consequent, own, under(reader, above, taken, test));
    else visitAll(reader, consequent, own, above);
    const exits = consequent.some(leavesFunction);
    if (isDefault) isDefaultRefused = exits && !works;
    else if (exits && !works) refused.push(taken);
    else if (!exits) goesOn.push(taken);
    open = [];
  }
  if (isDefaultRefused) return under(reader, above, join('any', goesOn), discriminant);
  return hasOwnDefault ? above : under(reader, above, not(join('any', refused)), discriminant);
}

/** What it says of the origin that a case is taken; null: nothing. */
export function caseFormula(
  reader: Reader,
  on: Value,
  discriminant: Expression,
  test: Expression,
  scope: Scope,
  above: Above,
): Formula | null {
  if (on.is === 'constant') return truthOf(evaluate(reader, test, scope, above));
  if (on.is !== 'origin' && on.is !== 'source') {
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
