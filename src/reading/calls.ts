import type { AnyNode, BinaryExpression, CallExpression, NewExpression } from 'acorn';
import { compared, formulaValue, found } from './compare';
import { evaluate } from './evaluate';
import { isFunction } from './function-text';
import { ofGlobal } from './globals';
import { listed, memberOf } from './members';
import { originObjectOf, relatedOrigins } from './origin-objects';
import { mappedBy, overEach } from './over-items';
import {
  atom,
  elsewhere,
  type Guard,
  noteGiving,
  notePassedOn,
  noteUse,
  placeOf,
  type Reader,
  writtenAs,
} from './reader';
import { formulaOfFunction } from './results';
import { assertions, visitFunction } from './statements';
import { spend } from './steps';
import { matched, ofOrigin, ofParts } from './string-methods';
import { matchedUrl, urlOf } from './url-values';
import {
  holdsData,
  holdsEvent,
  holdsSender,
  lookUp,
  other,
  type Scope,
  staticName,
  textOf,
  type Value,
} from './values';
import { idle } from './work';

type Call = CallExpression | NewExpression;
type Origin = Extract<Value, { kind: 'origin' }>;

/** Functions whose names suggest that they check a sender. */
const asks =
  /origin|source|sender|trust|allow|valid|check|assert|verif|safe|permi|accept|white|secur|known|guard|auth/i;
/** Functions that only log, or that send something back. */
const tells =
  /^(console|logger|log|debug)\b|(^|\.)(log|debug|info|warn|error|trace|postMessage|preventDefault)$|^(new )?\w*Error$/i;
/** Functions without an effect on the page, and those that only stop something. */
const harmless =
  /^(JSON|Object|Array|Number|String|Math|Reflect|URL)\.|^(parseInt|parseFloat|isNaN|Number|String|Boolean|structuredClone)$|EventListener$|^clear(Timeout|Interval)$|(^|\.)(on)?(catch|finally)$/;
/** Methods that test each item. */
const overItems = /^(any|some|find|findIndex|filter|every)$/;
const inList = /^(includes|indexOf|lastIndexOf|has|get|contains|inArray|hasOwn|hasOwnProperty)$/;

/** Evaluates a call. */
export function valueOfCall(reader: Reader, node: Call, scope: Scope, above: readonly Guard[]): Value {
  const { callee } = node;
  const name = nameOf(reader, node);
  const evaluated = (child: AnyNode) => evaluate(reader, child, scope, above);
  if (callee.type === 'MemberExpression' && callee.object.type !== 'Super') {
    const method = staticName(callee.property, callee.computed) ?? '';
    const owner = evaluated(callee.object);
    if (overItems.test(method)) {
      const over = overEach(reader, method, owner, node.arguments, scope, above);
      return over === other && owner.kind === 'parts' ? formulaValue(elsewhere(reader, node, name)) : over;
    }
    const [callback] = node.arguments;
    // The rest of the listener gets what other code makes of the origin.
    if (method === 'then' && owner.kind === 'formula' && callback && isFunction(callback)) {
      visitFunction(reader, callback, [owner], scope, above);
      return other;
    }
    if (method === 'map' && owner.kind === 'array' && callback) {
      return mappedBy(reader, owner, callback, scope, above);
    }
    // A callback for each item of the data runs for some data.
    const argsOf = () => argumentsOf(reader, node, scope, above);
    const args = owner.kind === 'data' ? onData(reader, argsOf) : argsOf();
    noteRelay(reader, node, method, owner, args, above);
    const found =
      shifted(reader, node, method, owner, args, above) ??
      ofMethod(reader, node, method, owner, args) ??
      ofStatic(reader, node, name, method, args, scope, above);
    if (found) return found;
    if (owner.kind === 'formula') return owner;
    if (owner.kind === 'origin' || owner.kind === 'parts') return formulaValue(elsewhere(reader, node, name));
    return ofFunction(reader, node, name, evaluated(callee), args, above);
  }
  const args = argumentsOf(reader, node, scope, above);
  if (/^(eval|Function)$/.test(name) && args.some(holdsData)) noteUse(reader, above, node);
  const known = ofGlobal(reader, name, args);
  if (known) return known;
  const value = callee.type === 'Super' ? other : evaluated(callee);
  return ofFunction(reader, node, name, value, args, above);
}

function onData<T>(reader: Reader, read: () => T): T {
  reader.onData++;
  const result = read();
  reader.onData--;
  return result;
}

/** Records that data is sent to another window than the sender's. */
function noteRelay(
  reader: Reader,
  node: Call,
  method: string,
  owner: Value,
  args: readonly Value[],
  above: readonly Guard[],
): void {
  if (method !== 'postMessage' || owner.kind === 'source' || !args.some(holdsData)) return;
  if (!/\bports\b/.test(nameOf(reader, node))) noteUse(reader, above, node);
}

/** Evaluates the arguments of a call; a spread array contributes its items. */
export function argumentsOf(
  reader: Reader,
  node: Call,
  scope: Scope,
  above: readonly Guard[],
): readonly Value[] {
  return node.arguments.flatMap((each): Value | readonly Value[] => {
    const spread = each.type === 'SpreadElement' ? evaluate(reader, each.argument, scope, above) : null;
    if (!spread) return evaluate(reader, each, scope, above);
    spend(spread.kind === 'array' ? spread.items.length : 1);
    return spread.kind === 'array' ? spread.items : spread.kind === 'arguments' ? event : spread;
  });
}

/** Returns the name of the called function, as written. */
export function nameOf(reader: Reader, { callee }: Call): string {
  return writtenAs(reader, callee).replace(/\s+/g, ' ').slice(0, 80);
}

/** Evaluates `f.call(this, event)` and `f.apply(this, arguments)`. */
function shifted(
  reader: Reader,
  node: Call,
  method: string,
  owner: Value,
  args: readonly Value[],
  above: readonly Guard[],
): Value | null {
  if (method !== 'call' && method !== 'apply') return null;
  const { callee } = node;
  const name = nameOf(reader, node).replace(/\.(call|apply)$/, '');
  const [self, first = other] = args;
  if (self?.kind === 'event') notePassedOn(reader, name, node);
  if (/hasOwnProperty$/.test(name) && first.kind === 'origin' && callee.type === 'MemberExpression') {
    return listed(reader, node, first, args[0] ?? other);
  }
  const given =
    method === 'call'
      ? args.slice(1)
      : first.kind === 'array'
        ? first.items
        : first.kind === 'arguments'
          ? [event]
          : [];
  return ofFunction(reader, node, name, owner, given, above);
}

const event: Value = { kind: 'event' };

/** Evaluates a method that reads its object or looks something up in it. */
function ofMethod(
  reader: Reader,
  node: Call,
  method: string,
  owner: Value,
  args: readonly Value[],
): Value | null {
  const [first = other] = args;
  if (owner.kind === 'origin') return ofOrigin(reader, node, method, owner, args);
  if (owner.kind === 'parts') return ofParts(owner, method, args);
  const related = relatedOrigins(reader, node, method, owner, first);
  if (related) return related;
  if (owner.kind === 'url' && /^to(String|JSON)$/.test(method)) return memberOf(reader, owner, 'href', node);
  if (owner.kind === 'url-pattern' && (method === 'test' || method === 'exec')) {
    return matchedUrl(reader, node, owner, args);
  }
  if ((method === 'test' || method === 'exec') && first.kind === 'origin') {
    if (owner.kind === 'pattern') return matched(reader, node, first, owner);
    return formulaValue(elsewhere(reader, node, nameOf(reader, node)));
  }
  if (!inList.test(method)) return null;
  if (first.kind === 'source')
    return found(
      method,
      atom(reader, node, 'source', () => false),
    );
  if (first.kind !== 'origin' || method === 'inArray' || method === 'hasOwn') return null;
  const text = textOf(owner);
  if (text !== null) return inText(reader, node, method, first, text);
  const list = listed(reader, node, first, owner);
  return list.kind === 'formula' ? found(method, list.formula) : list;
}

/**
 * Evaluates `'https://a.example https://b.example'.indexOf(origin)`: the allowed list is one string, which is
 * searched for the origin.
 */
function inText(reader: Reader, node: Call, method: string, { of }: Origin, text: string): Value {
  const kind = method === 'includes' ? 'includes' : 'indexOf';
  spend(text.length / 20);
  const samples = text.split(/[\s,;|]+/).slice(0, 20);
  return found(
    method,
    atom(reader, node, kind, (origin) => isIn(text, of(origin)), { samples }),
  );
}

function isIn(text: string, origin: string): boolean {
  spend(text.length / 200);
  return text.includes(origin);
}

/** Evaluates `_.includes(list, origin)`, `$.inArray(origin, list)` and similar functions. */
function ofStatic(
  reader: Reader,
  node: Call,
  name: string,
  method: string,
  args: readonly Value[],
  scope: Scope,
  above: readonly Guard[],
): Value | null {
  const [first = other, second = other] = args;
  if (name === 'Object.freeze' || name === 'Object.keys' || name === 'Array.from') return first;
  if (name === 'URL.parse') {
    const url = urlOf(first, args[1]);
    if (url) return url;
  }
  // It only excludes the origin `null`.
  if (name === 'URL.canParse') return other;
  if (/^((window|self|globalThis)\.)?Origin\.from$/.test(name) && !lookUp(scope, 'Origin')) {
    return originObjectOf(reader, node, first);
  }
  const [one, two] = node.arguments;
  if (name === 'Object.is' && one && two && one.type !== 'SpreadElement') {
    const { start, end } = node;
    const asked = { type: 'BinaryExpression', operator: '===', left: one, right: two, start, end } as const;
    return compared(reader, asked as BinaryExpression, first, second);
  }
  if (/^(_|\$|jQuery|lodash|angular|Object|Reflect|goog\.array)\./.test(name)) {
    const [list, origin] = method === 'inArray' ? [second, first] : [first, second];
    if (inList.test(method) && origin.kind === 'origin') {
      const looked = listed(reader, node, origin, list);
      return looked.kind === 'formula' ? found(method, looked.formula) : looked;
    }
    if (overItems.test(method) && node.arguments[1]) {
      return overEach(reader, method, first, node.arguments.slice(1), scope, above);
    }
  }
  return null;
}

/**
 * Evaluates a call of a page's function. It is read if its text is known; otherwise the check is delegated to
 * it.
 */
function ofFunction(
  reader: Reader,
  node: Call,
  name: string,
  callee: Value,
  args: readonly Value[],
  above: readonly Guard[],
): Value {
  const hasEvent = args.some(holdsEvent);
  const hasOrigin = args.some(holdsSender);
  // A hash of the origin, or whether two texts are equal.
  const isMadeOfIt = args.some(({ kind: is }) => is === 'formula');
  if (callee.kind === 'function' && reader.within.length < 6 && !reader.within.includes(callee.node)) {
    const formula = formulaOfFunction(reader, callee, args, above);
    if (formula && formula.kind !== 'constant') return formulaValue(formula);
    if (hasEvent) visitFunction(reader, callee.node, args, callee.scope, above, callee.text);
    return other;
  }
  if (tells.test(name)) return other;
  if (hasEvent) notePassedOn(reader, name, node);
  if (reader.effects.has(node) && !harmless.test(name) && !assertions.test(name)) {
    if (hasEvent) noteGiving(reader, above, node, name);
    else if ((args.some(holdsData) || reader.onData > 0) && !idle.test(name)) noteUse(reader, above, node);
  }
  if (hasOrigin && asks.test(name)) reader.possibleChecks.push({ to: name, at: placeOf(reader, node.start) });
  if (hasEvent || hasOrigin || isMadeOfIt) return formulaValue(elsewhere(reader, node, name));
  return args.some(({ kind: is }) => is === 'data') ? { kind: 'data' } : other;
}
