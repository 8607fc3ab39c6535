import { languages, loadLanguage } from '../../src/prose';

// Every test may speak any language; a panel loads the one that it speaks.
await Promise.all(languages.map(loadLanguage));
