import type { ColumnLabel } from '../../../prose/ui';

/** The table's columns, in their order. */
export const columns: readonly ColumnLabel[] = [
  'class',
  'method',
  'url',
  'origin',
  'access',
  'reason',
  'status',
  'time',
];
