import type { Playground } from '../playground/server';
import type { Report } from '../src/report/model';

/** The demo page in a browser, with DevTools open on it and the panel in front. */
export interface Shown {
  /** What is recorded, once nothing more happens. */
  report(): Promise<Report>;
  /** DevTools as they are, a blocked request chosen. */
  picture(): Promise<Buffer>;
  /** Resolves when somebody has closed the browser. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

/** Shows the demo page of that playground, in a window or without one. */
export type Show = (playground: Playground, isHeaded: boolean) => Promise<Shown>;

/** Chooses the first blocked row, in the panel. */
export const selectBlocked = `document.querySelector('.table-row.is-blocked')?.click()`;
