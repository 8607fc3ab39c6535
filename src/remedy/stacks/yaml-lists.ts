import { doubleQuoted, lines } from '../config-text';
import type { PolicyEntry } from '../policy-entries';

/** Writes a key of YAML with a list below it. */
export function yamlList(key: string, values: readonly string[]): string {
  return lines(`${key}:`, ...values.map((value) => `  - ${doubleQuoted(value)}`));
}

/** Returns a function that writes a header of a policy as a key of YAML: a list, a number or true. */
export function yamlOption(keys: Readonly<Record<string, string>>): (entry: PolicyEntry) => string {
  return ({ header, value }) => {
    const key = keys[header] ?? header;
    return /^(true|\d+)$/.test(value) ? `${key}: ${value}` : yamlList(key, value.split(', '));
  };
}
