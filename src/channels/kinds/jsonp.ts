import { originOf } from '../../engine';
import type { ScriptFacts, ScriptLoaded } from '../../protocol/page-events';
import { own, type Reading, type RelationOf, type RiskCode, relationBetween, unknown } from '../reading';
import { type Kind, text, textRow, wordsRow } from './kind';
import { onOneLine } from './short-text';

/** The rule of JSONP, with its risk. */
const scriptRules = {
  'script-called-back': 'runs-as-page',
} as const satisfies Readonly<Record<string, RiskCode | null>>;

/** The rule of a loaded script. */
type ScriptRule = keyof typeof scriptRules;

/** Returns a script's calls, with data, of functions that its URL names. */
function crossingCalls({ functions, calls }: ScriptFacts): ScriptFacts['calls'] {
  return calls.filter(({ name, holds }) => holds === 'data' && functions.includes(name));
}

/** Interprets a script of another origin that called a function which its URL names. */
function readScriptLoaded(event: ScriptLoaded, relationOf: RelationOf): Reading<ScriptRule> {
  const from = originOf(event.script.url);
  const rule: ScriptRule = 'script-called-back';
  return {
    from: unknown('server', from),
    to: own(event),
    relation: relationBetween(from, event.frame.origin, relationOf),
    rule,
    risk: scriptRules[rule],
    unseen: [],
  };
}

/** The texts that this kind needs. */
export interface JsonpWords {
  readonly what: { called(name: string, size: number | null): string };
  readonly detail: { readonly script: string; readonly calledBack: string };
}

/** The kind of a script of another origin that called, with data, functions that its URL names. */
export const jsonp: Kind<ScriptLoaded, ScriptRule, null, JsonpWords> = {
  rules: scriptRules,
  isOnMap: true,
  isCrossing: ({ script }) => crossingCalls(script).length > 0,
  read: readScriptLoaded,
  otherOrigin: ({ script }) => originOf(script.url),
  searchTexts: ({ script }) => [script.url, ...script.functions],
  size: ({ script }) => crossingCalls(script).reduce((sum, { size }) => sum + (size ?? 0), 0),
  line: ({ script }, words) =>
    onOneLine(crossingCalls(script).map(({ name, size }) => words.called(name, size))),
  derive: () => null,
  rows: ({ script }, _, { what, detail }) => [
    textRow(detail.script, script.url),
    ...crossingCalls(script).map(({ name, size }) => wordsRow(detail.calledBack, what.called(name, size))),
  ],
  brief: ({ script }, _, { what }) =>
    crossingCalls(script).map(({ name, size }) => text(what.called(name, size))),
  redact: ({ kind, script }, rules) => ({
    kind,
    script: {
      url: rules.url(script.url),
      isInjected: script.isInjected,
      functions: script.functions.map(rules.callback),
      calls: script.calls.map(({ name, holds, size }) => ({ name: rules.callback(name), holds, size })),
      isRemoved: script.isRemoved,
    },
  }),
};
