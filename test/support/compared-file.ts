import type { Compared } from '../../src/diagnosis/compare/compared';
import { registrableDomain, relationOf } from '../../src/engine/site';
import { type ComparedFile, comparedFile } from '../../src/files/compared-file';
import { readFileText } from '../../src/files/read-file';

/** Returns a file with all of its requests. */
export function readCompared(
  name: string,
  text: string,
): ComparedFile & { readonly requests: readonly Compared[] } {
  const file = readFileText(name, text);
  if ('code' in file) throw new Error(file.code);
  const compared = comparedFile(file, { relationOf, registrableDomain });
  return { ...compared, requests: compared.candidates.flatMap(({ id }) => compared.compared(id) ?? []) };
}
