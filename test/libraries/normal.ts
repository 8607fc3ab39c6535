/**
 * Names of numbers that are compared, such as positions and statuses; all others may differ from run to run.
 */
const kept = /^(line|col|column)(no|_?number)?$|status|^(code|type|count|ready_?state)$/i;

const patterns: readonly (readonly [RegExp, string])[] = [
  // Firefox adds noise to canvas data, which differs by site.
  [/data:image\/\w+;base64,[\w+/=]*/g, '<image>'],
  [/-[a-d]\.localhost((:|%3A|%253A)\d+)?/g, '.localhost'],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '<uuid>'],
  [/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?Z?/g, '<date>'],
  [/\b(?=[a-f]*\d)[0-9a-f]{8,}\b/gi, '<hex>'],
  [/\b\d{9,}(\.\d+)?\b/g, '<number>'],
  [/\b\d+\.\d{3,}\b/g, '<number>'],
];

/** Returns a value without its ids, times and durations, and without the values of `ignored` names. */
export function normal(value: unknown, ignored: ReadonlySet<string> = new Set(), name = ''): unknown {
  if (typeof value === 'number') return kept.test(name) ? value : '<number>';
  if (typeof value === 'string') return normalText(value, ignored);
  if (Array.isArray(value)) return value.map((item) => normal(item, ignored, name));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, field]) => [
    normalText(key, ignored),
    ignored.has(key) ? '<ignored>' : normal(field, ignored, key),
  ]);
  return Object.fromEntries(entries);
}

/** Does the same for a text, in which the values of ignored query parameters are removed. */
function normalText(text: string, ignored: ReadonlySet<string>): string {
  const plain = text.replace(/([?&])([^=&#\s]+)=([^&#\s]*)/g, (parameter, start: string, name: string) =>
    ignored.has(decodeURIComponent(name)) ? `${start}${name}=<ignored>` : parameter,
  );
  return patterns.reduce((result, [pattern, word]) => result.replace(pattern, word), plain);
}
