/** Numbers that say where something is, or how it ended; all others may differ from run to run. */
const kept = /^(line|col|column)(no|_?number)?$|status|^(code|type|count|ready_?state)$/i;

const patterns: readonly (readonly [RegExp, string])[] = [
  // Firefox puts noise of its own for each site into what a canvas gives.
  [/data:image\/\w+;base64,[\w+/=]*/g, '<image>'],
  [/-[a-d]\.localhost((:|%3A|%253A)\d+)?/g, '.localhost'],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '<uuid>'],
  [/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?Z?/g, '<date>'],
  [/\b(?=[a-f]*\d)[0-9a-f]{8,}\b/gi, '<hex>'],
  [/\b\d{9,}(\.\d+)?\b/g, '<number>'],
  [/\b\d+\.\d{3,}\b/g, '<number>'],
];

/** A value with its ids, times and durations taken out, and `ignored` names with whatever they hold. */
export function normal(value: unknown, ignored: ReadonlySet<string> = new Set(), name = ''): unknown {
  if (typeof value === 'number') return kept.test(name) ? value : '<number>';
  if (typeof value === 'string') return normalText(value, ignored);
  if (Array.isArray(value)) return value.map((each) => normal(each, ignored, name));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [
    normalText(key, ignored),
    ignored.has(key) ? '<ignored>' : normal(each, ignored, key),
  ]);
  return Object.fromEntries(entries);
}

/** A text likewise; of a query, what the ignored names hold. */
function normalText(text: string, ignored: ReadonlySet<string>): string {
  const plain = text.replace(/([?&])([^=&#\s]+)=([^&#\s]*)/g, (all, start: string, name: string) =>
    ignored.has(decodeURIComponent(name)) ? `${start}${name}=<ignored>` : all,
  );
  return patterns.reduce((result, [pattern, word]) => result.replace(pattern, word), plain);
}
