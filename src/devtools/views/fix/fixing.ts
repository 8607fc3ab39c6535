import type { StackWords } from '../../../prose/stacks';
import type { FixChoices } from '../../store/fix-choices';
import type { Fix } from './Fix';

/** What draws the fix of a request, loaded when the first detail opens. */
export interface Fixing {
  readonly Fix: typeof Fix;
  readonly words: StackWords;
  readonly choices: FixChoices;
}
