import { languages, loadLanguage } from '../../src/prose';
import { loadAdviceWords } from '../../src/prose/advice';

// Every test may speak any language; a panel loads the one that it speaks.
await Promise.all([...languages.map(loadLanguage), ...languages.map(loadAdviceWords)]);
