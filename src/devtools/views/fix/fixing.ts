import type { StackWords } from '../../../prose/stacks';
import type { FixChoices } from '../../store/fix-choices';
import type { PolicyFix } from './PolicyFix';

/** What draws the fix of a request, loaded when the first detail opens. */
export interface Fixing {
  readonly PolicyFix: typeof PolicyFix;
  readonly words: StackWords;
  readonly choices: FixChoices;
}
