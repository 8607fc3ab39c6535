import type { Language } from '../../../prose';

/** Loads what draws a fix, with its words. */
export async function loadFix(language: Language) {
  const [{ Fix }, { PolicyFix }, words] = await Promise.all([
    import('./Fix'),
    import('./PolicyFix'),
    import('../../../prose/stacks').then(({ stackWords }) => stackWords.load(language)),
  ]);
  return { Fix, PolicyFix, words };
}
