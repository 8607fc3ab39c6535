import type { StackWords } from '../../../prose/stacks';
import type { NeverId } from '../../../remedy/never';

interface NeverProps {
  advice: readonly NeverId[];
  words: StackWords['never'];
}

/** Draws wrong advice that is often given, each with the reason against it. */
export function Never({ advice, words }: NeverProps) {
  if (advice.length === 0) return null;
  return (
    <details class="fix-never">
      <summary>{words.title}</summary>
      <dl>
        {advice.map((id) => {
          const [suggestion, reason] = words.reasons[id];
          return [<dt key={`${id} advice`}>{suggestion}</dt>, <dd key={`${id} reason`}>{reason}</dd>];
        })}
      </dl>
    </details>
  );
}
