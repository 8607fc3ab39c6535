import type { CauseCode } from '../diagnosis/causes';
import { apart } from './apart';
import type { CauseProse } from './cause-prose';
import type { Language } from './languages';

/** The sentences about causes: nothing needs them before the first failure. */
export const causeProse = apart<Language, Readonly<Record<CauseCode, CauseProse>>>({
  en: async () => (await import('./en/causes')).causes,
  'zh-CN': async () => (await import('./zh-cn/causes')).causes,
});
