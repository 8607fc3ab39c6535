import { type AnyNode, type Expression, parseExpressionAt, tokenizer, tokTypes } from 'acorn';

/** A text that was parsed, with what was put before it to make it an expression. */
export interface ParsedText {
  readonly expression: Expression;
  /** The text as it was parsed. */
  readonly text: string;
  /** How many characters of ours stand before the page's, all on the first line. */
  readonly shift: number;
  /** null: the listener itself. */
  readonly of: string | null;
  /** Where each line begins. */
  readonly lineStarts: readonly number[];
}

type FunctionNode = Extract<
  AnyNode,
  { type: 'FunctionExpression' | 'FunctionDeclaration' | 'ArrowFunctionExpression' }
>;

/** What a function's text is when it is written as a value, as a method of an object, or as one of a class. */
const wrappings = [
  ['', ''],
  ['({', '})'],
  ['(class{', '})'],
] as const;

/** A function's text, or that of another value, parsed; null where it is none. @throws where it is too deep */
export function parseText(text: string, of: string | null): ParsedText | null {
  for (const [before, after] of wrappings) {
    const whole = before + text + after;
    try {
      const options = {
        ecmaVersion: 'latest',
        allowAwaitOutsideFunction: true,
        checkPrivateFields: false,
      } as const;
      const expression = parseExpressionAt(whole, 0, options);
      // The bracket that we opened is no part of the expression in it.
      const rest = whole.slice(expression.end);
      if (!isBlank(before === '' ? rest : rest.replace(/^\)/, ''))) continue;
      return { expression, text: whole, shift: before.length, of, lineStarts: lineStartsOf(whole) };
    } catch (error) {
      // Anything else is a stack that ran full: the next wrapping would do no better.
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return null;
}

/** The function that a parsed text is; null if it is another value. */
export function functionOf({ expression, shift }: ParsedText): FunctionNode | null {
  if (isFunction(expression)) return expression;
  if (shift === 0) return null;
  if (expression.type === 'ObjectExpression') {
    const [property] = expression.properties;
    return property?.type === 'Property' && isFunction(property.value) ? property.value : null;
  }
  if (expression.type === 'ClassExpression') {
    const [member] = expression.body.body;
    return member?.type === 'MethodDefinition' ? member.value : null;
  }
  return null;
}

/** Whether a node is a function with parameters and a body. */
export function isFunction(node: AnyNode): node is FunctionNode {
  return /^(Function(Expression|Declaration)|ArrowFunctionExpression)$/.test(node.type);
}

export type { FunctionNode };

/** Where each line of a text begins. */
export function lineStartsOf(text: string): readonly number[] {
  return [
    0,
    ...[...text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)].map(({ index, 0: end }) => index + end.length),
  ];
}

/** The line, from 1, that a place in the text is on. */
export function lineAt(lineStarts: readonly number[], at: number): number {
  let low = 0;
  let high = lineStarts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lineStarts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low + 1;
}

/** Whether nothing follows but space, comments and a semicolon. */
function isBlank(text: string): boolean {
  const tokens = tokenizer(text, { ecmaVersion: 'latest' });
  const { type } = tokens.getToken();
  return type === tokTypes.eof || (type === tokTypes.semi && tokens.getToken().type === tokTypes.eof);
}
