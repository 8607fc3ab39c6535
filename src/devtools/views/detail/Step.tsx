import { Icon } from '../ui/Icon';
import type { IconName } from '../ui/paths';
import type { Words } from '../words';

/** What became of a step: its condition did not hold; it returned; it would fail, were the one before mended. */
type StepState = 'passed-over' | 'returned' | 'failed' | 'fails-too';

const icons: Readonly<Record<StepState, IconName | null>> = {
  'passed-over': null,
  returned: 'allowed',
  failed: 'blocked',
  'fails-too': 'warning',
};

interface StepProps {
  number: string;
  /** What it asks; undefined where nobody has said it yet. */
  text: string | undefined;
  is: StepState;
  /** What the algorithm returned there. */
  result?: string;
  words: Words;
}

/** One step of an algorithm. */
export function Step({ number, text, is, result, words: { ui } }: StepProps) {
  const icon = icons[is];
  const says =
    is === 'passed-over'
      ? ui.detail.passedOver
      : is === 'fails-too'
        ? ui.detail.failsToo
        : ui.detail.returned;
  return (
    <li class={`step is-${is}`} title={says} aria-current={result === undefined ? undefined : 'step'}>
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
        {is === 'fails-too' && <span class="mark">{says}</span>}
      </span>
    </li>
  );
}
