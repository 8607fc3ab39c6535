import type { Language } from '../../../prose';
import { causeProse } from '../../../prose/causes';
import { questionProse } from '../../../prose/questions';

// What the Requests view loads once it is needed, with its words.

export const loadDetail = async (language: Language) => {
  const [{ Detail }, sites] = await Promise.all([
    import('../detail/Detail'),
    import('../../../engine/site'),
    causeProse.load(language),
    questionProse.load(language),
  ]);
  return { Detail, sites };
};

export const loadConsole = async (language: Language) => {
  const [dialog] = await Promise.all([
    import('../console/ConsoleDialog'),
    import('../../../prose/console-prose').then(({ consoleProse }) => consoleProse.load(language)),
  ]);
  return dialog;
};

export const loadCompare = async (language: Language) => {
  const [{ CompareDialog }, sites] = await Promise.all([
    import('../compare/CompareDialog'),
    import('../../../engine/site'),
    causeProse.load(language),
    import('../../../prose/comparison').then(({ comparisonWords }) => comparisonWords.load(language)),
  ]);
  return { CompareDialog, sites };
};

export const loadWhatIf = async (language: Language) => {
  const [{ WhatIfDialog }, sites] = await Promise.all([
    import('../what-if/WhatIfDialog'),
    import('../../../engine/site'),
    causeProse.load(language),
    import('../../../prose/what-if').then(({ whatIfWords }) => whatIfWords.load(language)),
  ]);
  return { WhatIfDialog, sites };
};

export const loadMenu = () => import('./RequestMenu');
