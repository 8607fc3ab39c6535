import type { Question } from '../question';
import { isOpen } from '../signs';

/** Whether the preload of a font has crossorigin. */
export const preloadInSource = {
  between: ['font-preload-mode'],
  isAsked: (_, found) => isOpen(found, 'font-preload-mode'),
  request: null,
  answers: {},
} as const satisfies Question;
