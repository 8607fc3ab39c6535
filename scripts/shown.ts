import type { Playground } from '../playground/server';
import type { Report } from '../src/report/model';

/** The demo page in a browser, with DevTools open on it and the panel in front. */
export interface Shown {
  /** The report of the recording, once the page is idle. */
  report(): Promise<Report>;
  /** A picture of DevTools with a blocked request selected. */
  picture(): Promise<Buffer>;
  /** Resolves when the user has closed the browser. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

/** Shows the demo page of a playground, with or without a window. */
export type Show = (playground: Playground, isHeaded: boolean) => Promise<Shown>;

/** Whether the demo page has made all of its requests. */
export const isDone = `globalThis.scenario?.done === true`;

/** Selects the first blocked row in the panel. */
export const selectBlocked = `document.querySelector('.table-row.is-blocked')?.click()`;
