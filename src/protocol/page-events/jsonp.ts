import * as v from 'valibot';
import { described, listOf, type TypeOf, textUpTo } from '../bounded-schemas';
import { base, maxLine, url, wholeNumberOrNull } from './parts';

const maxNames = 8;
const maxCalls = 20;

const globalCall = v.object({
  name: described(textUpTo(maxLine), 'As it is reached from the window: `jQuery36_17`, `app.callbacks._0`.'),
  holds: described(
    v.picklist(['data', 'functions', 'nothing']),
    "What the arguments held: functions if any does, or is a list of some, as webpack's and AMD's do.",
  ),
  size: described(
    wholeNumberOrNull,
    'How large what it was given is, in characters of JSON; null where that was not looked at.',
  ),
});

/** A call of a global function, made while a script ran. */
export type GlobalCall = TypeOf<typeof globalCall>;

const script = v.object({
  url: described(url, '`src`, resolved, as the element has it.'),
  isInjected: described(v.boolean(), 'By a script of the page, and not by the markup.'),
  functions: described(
    listOf(textUpTo(maxLine), maxNames),
    'Which of the names in its URL were functions when it was put there.',
  ),
  calls: described(
    listOf(globalCall, maxCalls),
    'Calls of global functions while it ran; those named by the URL at least. The first 20.',
  ),
  isRemoved: described(
    v.boolean(),
    'Whether the element was taken out of the document by about a fifth of a second after its load.',
  ),
});

/**
 * What the page's own world says of a script from another origin. Its names are those that `callbackNames()` gives
 * for its URL; each is looked up when the script element is put into the document, and watched until its load or
 * error event. Calls count where it is the script that runs (`document.currentScript`).
 */
export type ScriptFacts = TypeOf<typeof script>;

/** The schema of `ScriptLoaded`. */
export const scriptLoaded = described(
  v.object({ ...base.entries, kind: v.literal('jsonp'), script }),
  'A script of another origin has loaded whose URL names functions: JSONP, if it called one with data.',
);
export type ScriptLoaded = TypeOf<typeof scriptLoaded>;
