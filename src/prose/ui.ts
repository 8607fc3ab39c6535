import type { Prose } from './languages';

/** What the interface says of itself. */
export type UiProse = Prose['ui'];

/** A heading of the Requests table. */
export type ColumnLabel = keyof UiProse['table']['columns'];

/** Whose header or response it is. */
export type Message = Parameters<UiProse['detail']['place']>[0];
