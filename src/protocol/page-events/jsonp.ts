import * as v from 'valibot';
import type { ScriptFacts } from '../script-facts';
import { base, list, maxLine, type TypeOf, text, url, wholeOrNull } from './parts';

const maxNames = 8;
const maxCalls = 20;

const globalCall = v.object({
  name: text(maxLine),
  holds: v.picklist(['data', 'functions', 'nothing']),
  size: wholeOrNull,
});

const script: v.GenericSchema<unknown, ScriptFacts> = v.object({
  url,
  isInjected: v.boolean(),
  functions: list(text(maxLine), maxNames),
  calls: list(globalCall, maxCalls),
  isRemoved: v.boolean(),
});

/** A script of another origin has loaded whose URL names functions: JSONP, if it called one with data. */
export const scriptLoaded = v.object({ ...base.entries, kind: v.literal('jsonp'), script });
export type ScriptLoaded = TypeOf<typeof scriptLoaded>;
