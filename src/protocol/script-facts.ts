/** A name that a URL gives, with the parameter that gives it; null: it is a part of the path. */
export interface CallbackName {
  readonly parameter: string | null;
  readonly name: string;
}

const maxNames = 8;
const path = /^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*|\[\d+\])*$/;
// What many parameters hold, and no function is called.
const plain =
  /^(true|false|null|undefined|json|jsonp|html|xml|js|en|all|none|auto|default|explicit|weekly|async)$/;
const parameters = /callback|jsonp|^_?cb$|^_?func(tion)?$|^onload$|^method$|^success$|^handler$/i;

/** Whether a value can be the name of a function that is reached from the window. */
export function isPossibleName(value: string): boolean {
  return value.length <= 200 && path.test(value);
}

/** Whether a value is one of the words that many parameters hold, and that no function is called. */
export function isPlainValue(value: string): boolean {
  return plain.test(value);
}

/** Whether a part of a path looks like the name of a callback. */
export function isNamedInPath(segment: string): boolean {
  return segment.length <= 200 && /^(jsonp?|callback|cb|_)\w*\d\w*$/i.test(segment);
}

/** Every name in a script's URL that a global function could have, the likeliest first; at most 8. */
export function callbackNames(url: string): readonly CallbackName[] {
  const [beforeFragment = ''] = url.slice(0, 8_192).split('#', 1);
  const [before = '', query = ''] = beforeFragment.split(/\?(.*)/s, 2);
  const named = query.split('&').flatMap((pair): CallbackName[] => {
    const [parameter = '', value = ''] = pair.split(/=(.*)/s, 2).map(decoded);
    return isPossibleName(value) && !isPlainValue(value) ? [{ parameter, name: value }] : [];
  });
  const inPath = before
    .split('/')
    .slice(3)
    .map((segment) => decoded(segment).replace(/\.jsonp?$/, ''))
    .filter(isNamedInPath)
    .map((name): CallbackName => ({ parameter: null, name }));
  return [...named.filter(isLikely), ...named.filter((each) => !isLikely(each)), ...inPath].slice(
    0,
    maxNames,
  );
}

/** Whether a parameter is called as those that name a callback mostly are. */
export function isLikely({ parameter }: CallbackName): boolean {
  return parameter !== null && parameters.test(parameter);
}

/** A part of a URL without its escapes; as it stands, where they are none. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
