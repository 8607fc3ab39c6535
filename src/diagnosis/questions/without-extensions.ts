import type { Question } from '../question';
import { isOpen } from '../signs';

/** Whether a header is gone in a window without extensions. */
export const withoutExtensions = {
  between: ['extension-header', 'header-not-listed'],
  isAsked: (_, found) => isOpen(found, 'extension-header'),
  request: null,
  answers: {},
} as const satisfies Question;
