import { loadLanguage } from '../../src/prose';

// Every test may speak either language; a panel loads the one that it speaks.
await Promise.all([loadLanguage('en'), loadLanguage('zh-CN')]);
