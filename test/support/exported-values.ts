/** The values that a module's text exports under their own names; types are none. */
export function exportedValues(text: string): readonly string[] {
  const declared = /^export\s+(?:async\s+)?(?:const|let|function\*?|class)\s+([\w$]+)/gm;
  return [...text.matchAll(declared)].map(([, name = '']) => name);
}

/** What a module's text imports or exports again, types too: the module as it is written there, and the name. */
export function importedValues(text: string): readonly (readonly [specifier: string, name: string])[] {
  const named = /^(?:import|export)\s+[^;{]*\{([^}]*)\}\s*from\s*'([^']+)'/gm;
  const whole = /^(?:import|export)\s+(?:type\s+)?\*[^;]*?from\s*'([^']+)'|\bimport\(\s*'([^']+)'/gm;
  // What is taken of a whole module is some word of the text.
  const words = [...new Set(text.match(/[\w$]+/g))];
  return [
    ...[...text.matchAll(named)].flatMap(([, names = '', specifier = '']) =>
      names
        .split(',')
        .map((name) => name.trim().replace(/^type /, ''))
        .filter((name) => name !== '')
        .map((name) => [specifier, name.split(/\s+as\s+/)[0] ?? ''] as const),
    ),
    ...[...text.matchAll(whole)].flatMap(([, first, second]) =>
      words.map((word) => [first ?? second ?? '', word] as const),
    ),
  ];
}
