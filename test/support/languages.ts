import { languages, loadLanguage } from '../../src/prose';
import { adviceWords } from '../../src/prose/advice';
import { causeProse } from '../../src/prose/causes';
import { cliWords } from '../../src/prose/cli-words';
import { comparisonWords } from '../../src/prose/comparison';
import { consoleProse } from '../../src/prose/console-prose';
import { originsProse } from '../../src/prose/origins';
import { questionProse } from '../../src/prose/questions';
import { stackWords } from '../../src/prose/stacks';
import { whatIfWords } from '../../src/prose/what-if';

// Every test may speak any language; a panel loads the one that it speaks.
await Promise.all(
  languages.flatMap((language) => [
    loadLanguage(language),
    adviceWords.load(language),
    causeProse.load(language),
    comparisonWords.load(language),
    consoleProse.load(language),
    stackWords.load(language),
    cliWords.load(language),
    questionProse.load(language),
    originsProse.load(language),
    whatIfWords.load(language),
  ]),
);
