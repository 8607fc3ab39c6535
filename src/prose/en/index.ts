import { assumptions } from './assumptions';
import { causeWords } from './cause-words';
import { crossing } from './crossing';
import { detail } from './detail';
import { findings } from './findings';
import { headline } from './headline';
import { listeners } from './listeners';
import { map } from './map';
import { messages } from './messages';
import { openers } from './openers';
import { pageSide } from './page-side';
import { reasons } from './reasons';
import { relays } from './relays';
import { report } from './report';
import { row } from './row';
import { sections } from './sections';
import { settings } from './settings';
import { steps } from './steps';
import { ticket } from './ticket';
import { ui } from './ui';

/** Everything that a person reads, in English. */
export const en = {
  ...row,
  assumptions,
  causeWords,
  crossing,
  detail,
  findings,
  headline,
  listeners,
  map,
  messages,
  openers,
  pageSide,
  reasons,
  relays,
  report,
  sections,
  settings,
  steps,
  ticket,
  ui,
};
