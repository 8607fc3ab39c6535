import { apart } from './apart';
import type { Language } from './languages';
import type { QuestionTexts, QuestionWords } from './question-prose';

/** The sentences and words of questions: nothing needs them before the first failure is looked at. */
export const questionProse = apart<
  Language,
  { readonly questions: QuestionTexts; readonly questionWords: QuestionWords }
>({
  en: () => import('./en/questions'),
  'zh-CN': () => import('./zh-cn/questions'),
});
