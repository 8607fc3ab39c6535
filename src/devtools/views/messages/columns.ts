import type { MessageColumn } from '../../../prose/messages';

/** The columns of the table in display order. */
export const messageColumns: readonly MessageColumn[] = [
  'time',
  'kind',
  'lanes',
  'from',
  'to',
  'relation',
  'what',
  'rule',
];
