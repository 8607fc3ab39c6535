import { Icon } from '../ui/Icon';
import type { IconName } from '../ui/paths';
import type { Words } from '../words';

/** The state of a step. `fails-too`: it would fail if the earlier failure were fixed. */
type StepState = 'passed-over' | 'returned' | 'failed' | 'fails-too';

const icons: Readonly<Record<StepState, IconName | null>> = {
  'passed-over': null,
  returned: 'allowed',
  failed: 'blocked',
  'fails-too': 'warning',
};

interface StepProps {
  number: string;
  /** The text of the step; undefined if there is none yet. */
  text: string | undefined;
  is: StepState;
  /** The return value, if the algorithm returned at this step. */
  result?: string;
  words: Words;
}

/** Draws one step of an algorithm. */
export function Step({ number, text, is, result, words: { ui } }: StepProps) {
  const icon = icons[is];
  const stateText =
    is === 'passed-over'
      ? ui.detail.passedOver
      : is === 'fails-too'
        ? ui.detail.failsToo
        : ui.detail.returned;
  return (
    <li class={`step is-${is}`} title={stateText} aria-current={result === undefined ? undefined : 'step'}>
      <span class="step-number">{number}</span>
      <span class="step-icon">{icon && <Icon name={icon} />}</span>
      <span class="step-text">
        {text}
        {result !== undefined && (
          <>
            {' '}
            <span class="result">→ {result}</span>
          </>
        )}
        {is === 'fails-too' && <span class="mark">{stateText}</span>}
      </span>
    </li>
  );
}
