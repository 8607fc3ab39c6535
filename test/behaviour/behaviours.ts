import { readFileSync } from 'node:fs';

/** The groups of behaviours, by the file in corpus/ that holds them. */
export const groups = {
  messages: [
    'sending',
    'listeners',
    'message-event',
    'names-and-fragments',
    'callbacks',
    'globals',
    'natives',
    'reporters',
    'strict',
    'channels',
    'documents',
    'storage',
  ],
  requests: ['fetch', 'xhr', 'connections'],
} as const;

/**
 * The names of a group's behaviours. The file runs here only for its names, because the behaviours themselves
 * need a page.
 */
export function namesIn(group: string): readonly string[] {
  const source = readFileSync(new URL(`./corpus/${group}.js`, import.meta.url), 'utf8');
  const names: string[] = [];
  const page = { location: { origin: 'http://page' } };
  const run = new Function('behaviours', ...Object.keys(page), source);
  run((table: object) => names.push(...Object.keys(table)), ...Object.values(page));
  return names;
}
