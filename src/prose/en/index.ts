import type { Prose } from '../prose';
import { assumptions } from './assumptions';
import { findings } from './findings';
import { headline } from './headline';
import { rowEn } from './row';
import { sections } from './sections';
import { steps } from './steps';
import { ticket } from './ticket';

/** Everything the program says, in English. */
export const en: Prose = {
  ...rowEn,
  findings,
  assumptions,
  sections,
  steps,
  headline,
  ticket,
};
