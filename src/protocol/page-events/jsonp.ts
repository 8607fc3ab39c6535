import * as v from 'valibot';
import { described, listOf, type TypeOf, textUpTo } from '../bounded-schemas';
import { base, maxLine, url, wholeNumberOrNull } from './parts';

const maxNames = 8;
const maxCalls = 20;

const globalCall = v.object({
  name: described(textUpTo(maxLine), 'Its path from the window: `jQuery36_17`, `app.callbacks._0`.'),
  holds: described(
    v.picklist(['data', 'functions', 'nothing']),
    'The content of the arguments: `functions` if any is a function or a list of functions, as with webpack and AMD.',
  ),
  size: described(
    wholeNumberOrNull,
    'The size of the arguments, in characters of JSON; null if it was not measured.',
  ),
});

/** A call of a global function, made while a script ran. */
export type GlobalCall = TypeOf<typeof globalCall>;

const script = v.object({
  url: described(url, 'The resolved `src` of the element.'),
  isInjected: described(v.boolean(), 'Whether a script of the page inserted it, not the markup.'),
  functions: described(
    listOf(textUpTo(maxLine), maxNames),
    'The names in its URL that were functions when the element was inserted.',
  ),
  calls: described(
    listOf(globalCall, maxCalls),
    'The first 20 calls of global functions while it ran; at least those named by the URL.',
  ),
  isRemoved: described(v.boolean(), 'Whether the element was removed within about 200 ms after its load.'),
});

/**
 * The page's own report of a script from another origin. Its names are those that `callbackNames()` returns
 * for its URL. Each name is looked up when the script element is inserted, and observed until the element's
 * load or error event. Only calls by the running script (`document.currentScript`) count.
 */
export type ScriptFacts = TypeOf<typeof script>;

/** The schema of `ScriptLoaded`. */
export const scriptLoaded = described(
  v.object({ ...base.entries, kind: v.literal('jsonp'), script }),
  'A loaded script of another origin whose URL names functions: JSONP if it called one of them with data.',
);
export type ScriptLoaded = TypeOf<typeof scriptLoaded>;
