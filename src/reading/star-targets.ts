import { type AnyNode, type CallExpression, type Token, type TokenType, tokenizer, tokTypes } from 'acorn';
import { lineAt, lineStartsOf } from './function-text';
import { ShallowParser } from './shallow-parser';
import { childrenOf, staticName } from './values';

/** A call of `postMessage()` written with `'*'` as the target origin. */
export interface StarTarget {
  readonly line: number;
  readonly column: number;
  /** The call as written, at most 200 characters. */
  readonly text: string;
}

/** The calls of `postMessage()` with `'*'` in a script's text. */
export interface StarTargets {
  readonly found: readonly StarTarget[];
  /** `tokens`: the text did not parse, so its tokens were searched for similar calls. */
  readonly by: 'syntax' | 'tokens';
  /** Whether a limit left out text or calls. */
  readonly isCut: boolean;
}

/** The longest text that is read, in UTF-16 code units. */
const maxScriptText = 2_000_000;
const maxParsedText = 1_000_000;
const maxFound = 200;
const maxNodes = 2_000_000;
const maxTokens = 1_000_000;
const maxTries = 200;
const maxText = 200;

/**
 * Finds all calls `….postMessage(message, '*')` and `….postMessage(message, { targetOrigin: '*' })` in a
 * script's text. Such a call may never run, and the text does not show who receives the message. Never
 * throws.
 */
export function starTargets(text: string): StarTargets {
  const read = text.slice(0, maxScriptText);
  // Most scripts send no messages, and searching a text is fast.
  if (!/postMessage/.test(read) || !/['"`]\*['"`]/.test(read))
    return { found: [], by: 'syntax', isCut: read !== text };
  const places = bySyntax(read);
  const found = (places ?? byTokens(read)).sort(([a], [b]) => a - b);
  const lineStarts = lineStartsOf(read);
  return {
    found: found.slice(0, maxFound).map(([start, end]) => {
      const line = lineAt(lineStarts, start);
      const column = start - (lineStarts[line - 1] ?? 0) + 1;
      return { line, column, text: read.slice(start, Math.min(end, start + maxText)) };
    }),
    by: places ? 'syntax' : 'tokens',
    isCut: read !== text || found.length > maxFound,
  };
}

type Place = [start: number, end: number];

function bySyntax(text: string): Place[] | null {
  if (text.length > maxParsedText) return null;
  for (const sourceType of ['script', 'module'] as const) {
    try {
      const options = {
        ecmaVersion: 'latest',
        sourceType,
        allowReturnOutsideFunction: true,
        allowAwaitOutsideFunction: true,
        allowHashBang: true,
      } as const;
      return callsIn(ShallowParser.parse(text, options));
    } catch {
      // It is a module, or not JavaScript of this version, or nested too deeply.
    }
  }
  return null;
}

/**
 * Returns the calls in a syntax tree. It uses a list instead of recursion because a tree may be deeper than
 * the stack.
 */
function callsIn(program: AnyNode): Place[] {
  const left: AnyNode[] = [program];
  const found: Place[] = [];
  for (let visited = 0; visited < maxNodes; visited++) {
    const node = left.pop();
    if (!node) break;
    if (node.type === 'CallExpression') {
      const target = targetOf(node);
      if (target && isStar(target)) found.push([node.start, node.end]);
    }
    left.push(...childrenOf(node));
  }
  return found;
}

/** Returns the target origin argument of a `postMessage()` call; null for other calls. */
function targetOf({ callee, arguments: args }: CallExpression): AnyNode | null {
  if (isPostMessage(callee)) return args[1] ?? null;
  // This handles `w.postMessage.call(w, message, '*')`.
  const isBorrowed =
    callee.type === 'MemberExpression' && staticName(callee.property, callee.computed) === 'call';
  return isBorrowed && isPostMessage(callee.object) ? (args[2] ?? null) : null;
}

function isPostMessage(callee: AnyNode): boolean {
  if (callee.type === 'Identifier') return callee.name === 'postMessage';
  if (callee.type === 'ChainExpression') return isPostMessage(callee.expression);
  return callee.type === 'MemberExpression' && staticName(callee.property, callee.computed) === 'postMessage';
}

function isStar(node: AnyNode): boolean {
  switch (node.type) {
    case 'Literal':
      return node.value === '*';
    case 'TemplateLiteral':
      return node.expressions.length === 0 && node.quasis[0]?.value.cooked === '*';
    case 'ConditionalExpression':
      return isStar(node.consequent) || isStar(node.alternate);
    case 'LogicalExpression':
      return isStar(node.right);
    case 'ObjectExpression':
      return node.properties.some(
        (each) =>
          each.type === 'Property' &&
          staticName(each.key, each.computed) === 'targetOrigin' &&
          isStar(each.value),
      );
    default:
      return false;
  }
}

/** A call whose closing bracket has not been reached. */
interface OpenCall {
  readonly start: number;
  readonly depth: number;
  argument: number;
  /** The tokens of the second argument. */
  readonly second: Token[];
}

/** Finds similar calls by tokens and brackets in a text that does not parse. */
function byTokens(text: string): Place[] {
  const found: Place[] = [];
  let from = 0;
  // If tokenizing fails, the search continues on the next line.
  for (let tries = 0; tries < maxTries && from < text.length; tries++) {
    const end = searchTokens(text, from, found);
    const next = end === null ? -1 : text.indexOf('\n', end);
    if (next === -1) break;
    from = next + 1;
  }
  return found;
}

/** Searches from an offset; returns where tokenizing failed, or null at the end of the text. */
function searchTokens(text: string, from: number, found: Place[]): number | null {
  const open: OpenCall[] = [];
  let depth = 0;
  let named: number | null = null;
  let end = from;
  try {
    const tokens = tokenizer(text.slice(from), { ecmaVersion: 'latest' });
    for (let count = 0; count < maxTokens; count++) {
      const token = tokens.getToken();
      const { type, start } = token;
      const value = valueIn(token);
      if (type === tokTypes.eof) return null;
      end = from + token.end;
      const call = open.at(-1);
      if (isOpening(type)) depth++;
      if (isClosing(type)) {
        if (call && depth === call.depth) {
          open.pop();
          if (isStarInTokens(call.second)) found.push([call.start, end]);
        }
        depth--;
      } else if (call && type === tokTypes.comma && depth === call.depth) call.argument++;
      else if (call?.argument === 1 && call.second.length < 50) call.second.push(token);
      if (value === 'postMessage') named = from + start;
      else if (type === tokTypes.parenL && named !== null) {
        open.push({ start: named, depth, argument: 0, second: [] });
        named = null;
      } else if (type !== tokTypes.questionDot && type !== tokTypes.bracketR) named = null;
    }
    return null;
  } catch {
    return end;
  }
}

/** Returns a token's value, which its type does not declare. */
function valueIn(token: Token | undefined): unknown {
  return token && 'value' in token ? token.value : undefined;
}

function isOpening(type: TokenType): boolean {
  return [tokTypes.parenL, tokTypes.bracketL, tokTypes.braceL, tokTypes.dollarBraceL].includes(type);
}

function isClosing(type: TokenType): boolean {
  return [tokTypes.parenR, tokTypes.bracketR, tokTypes.braceR].includes(type);
}

function isStarInTokens(tokens: readonly Token[]): boolean {
  const isStarAt = (index: number) =>
    tokens[index]?.type === tokTypes.string && valueIn(tokens[index]) === '*';
  if (isStarAt(0)) return tokens.length === 1;
  const name = tokens.findIndex((token) => valueIn(token) === 'targetOrigin');
  return tokens[0]?.type === tokTypes.braceL && name !== -1 && isStarAt(name + 2);
}
