import type { Question } from '../question';
import { isOpen } from '../signs';

/** Whether the page reads the header that it cannot read. */
export const headerReadByPage = {
  between: ['header-not-exposed', 'range-headers-not-exposed'],
  isAsked: (_, found) => isOpen(found, 'header-not-exposed') || isOpen(found, 'range-headers-not-exposed'),
  request: null,
  answers: {},
} as const satisfies Question;
