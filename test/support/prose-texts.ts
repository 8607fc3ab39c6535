/** A text that a person reads, with the path to it in its prose. */
export type TextAt = readonly [path: string, text: string];

export { languages } from '../../src/prose';

/** Every text of a prose but those that functions make. */
export function textsIn(prose: unknown, path = ''): readonly TextAt[] {
  if (typeof prose === 'string') return [[path, prose]];
  if (typeof prose !== 'object' || prose === null) return [];
  return Object.entries(prose).flatMap(([key, part]) => textsIn(part, `${path}/${key}`));
}
