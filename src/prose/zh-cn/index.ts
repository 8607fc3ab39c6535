import type { Prose } from '../prose';
import { assumptions } from './assumptions';
import { findings } from './findings';
import { headline } from './headline';
import { rowZhCn } from './row';
import { sections } from './sections';
import { steps } from './steps';
import { ticket } from './ticket';

/** Everything the program says, in Simplified Chinese. */
export const zhCn: Prose = {
  ...rowZhCn,
  findings,
  assumptions,
  sections,
  steps,
  headline,
  ticket,
};
