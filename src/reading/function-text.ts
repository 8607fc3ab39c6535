import { type AnyNode, type Expression, tokenizer, tokTypes } from 'acorn';
import { ShallowParser } from './shallow-parser';

/** A parsed text, with the prefix that made it an expression. */
export interface ParsedText {
  readonly expression: Expression;
  /** The text as parsed. */
  readonly text: string;
  /** The number of characters that we put before the page's text, all on the first line. */
  readonly shift: number;
  /** The name of the text; null for the listener itself. */
  readonly of: string | null;
  /** The offset of each line. */
  readonly lineStarts: readonly number[];
}

type FunctionNode = Extract<
  AnyNode,
  { type: 'FunctionExpression' | 'FunctionDeclaration' | 'ArrowFunctionExpression' }
>;

/**
 * The prefixes and suffixes that turn a function's text into an expression: as a value, an object's method,
 * or a class's method.
 */
const wrappings = [
  ['', ''],
  ['({', '})'],
  ['(class{', '})'],
] as const;

/**
 * Parses the text of a function or another value; null if that fails.
 *
 * @throws if the text is nested too deeply
 */
export function parseText(text: string, of: string | null): ParsedText | null {
  for (const [before, after] of wrappings) {
    const whole = before + text + after;
    try {
      const options = {
        ecmaVersion: 'latest',
        allowAwaitOutsideFunction: true,
        checkPrivateFields: false,
      } as const;
      const expression = ShallowParser.parseExpressionAt(whole, 0, options);
      // The expression does not include the bracket that we opened.
      const rest = whole.slice(expression.end);
      if (!isBlank(before === '' ? rest : rest.replace(/^\)/, ''))) continue;
      return { expression, text: whole, shift: before.length, of, lineStarts: lineStartsOf(whole) };
    } catch (error) {
      // Any other error is about the depth, which the next prefix would not change.
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return null;
}

/** Returns the function in a parsed text; null if it is another value. */
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

/** Returns the offset of each line of a text. */
export function lineStartsOf(text: string): readonly number[] {
  return [
    0,
    ...[...text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)].map(({ index, 0: end }) => index + end.length),
  ];
}

/** Returns the line, from 1, of an offset in the text. */
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

/** Whether a text consists of whitespace, comments and semicolons. */
function isBlank(text: string): boolean {
  const tokens = tokenizer(text, { ecmaVersion: 'latest' });
  const { type } = tokens.getToken();
  return type === tokTypes.eof || (type === tokTypes.semi && tokens.getToken().type === tokTypes.eof);
}
