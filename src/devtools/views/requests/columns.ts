import type { ColumnLabel } from '../../../prose/ui';

/** The columns of the table in display order. */
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
