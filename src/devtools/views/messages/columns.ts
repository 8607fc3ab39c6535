import type { MessageColumn } from '../../../prose/messages';

/** The table's columns, in their order. */
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
