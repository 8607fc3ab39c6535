/** Where a text stops being JSON. */
export interface JsonError {
  /** The index of the first character that does not fit; the length of the text if it ends too early. */
  readonly at: number;
  readonly isCut: boolean;
}

const space = /[ \t\n\r]*/y;
const scalar =
  /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const text = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
/** The beginning of a value that the end of the text cuts. */
const begun =
  /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{0,4})?)*|-|t(?:r(?:ue?)?)?|f(?:a(?:l(?:se?)?)?)?|n(?:u(?:ll?)?)?|[.eE][-+]?\d*/y;

/** Returns where a text that `JSON.parse` rejected stops being JSON: its errors do not always say so. */
export function jsonErrorIn(json: string): JsonError {
  const open: ('{' | '[')[] = [];
  let at = 0;
  let expected: 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'next' = 'value';
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(json)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  const close = (bracket: '{' | '[') => {
    const fits = open.at(-1) === bracket;
    if (fits) {
      open.pop();
      at++;
      expected = 'next';
    }
    return fits;
  };
  for (;;) {
    match(space);
    const character = json[at];
    if (character === undefined) return { at, isCut: open.length > 0 || expected !== 'next' };
    let fits = false;
    if (expected === 'colon') {
      fits = character === ':';
      if (fits) at++;
      expected = 'value';
    } else if (expected === 'next') {
      fits = character === ',' && open.length > 0;
      if (fits) at++;
      if (fits) expected = open.at(-1) === '{' ? 'key' : 'value';
      else fits = (character === '}' && close('{')) || (character === ']' && close('['));
    } else if (expected === 'key' || expected === 'key or end') {
      fits = character === '}' ? expected === 'key or end' && close('{') : match(text) !== null;
      if (fits && character !== '}') expected = 'colon';
    } else if (character === '{' || character === '[') {
      open.push(character);
      at++;
      expected = character === '{' ? 'key or end' : 'value or end';
      fits = true;
    } else if (character === ']') {
      fits = expected === 'value or end' && close('[');
    } else {
      fits = match(scalar) !== null;
      if (fits) expected = 'next';
    }
    if (fits) continue;
    const isCut = match(begun) !== null && at === json.length;
    return { at, isCut };
  }
}
