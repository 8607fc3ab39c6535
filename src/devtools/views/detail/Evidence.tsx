import type { Evidence as Values } from '../../../engine';
import { Value } from '../ui/Value';
import type { Words } from '../words';

interface EvidenceProps {
  evidence: Values;
  words: Words;
}

/** Draws the values that the steps used, under their names in the standard. */
export function Evidence({ evidence, words }: EvidenceProps) {
  const { detail } = words.ui;
  return (
    <dl class="evidence" aria-label={detail.evidence} title={detail.evidence}>
      {Object.entries(evidence).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === null ? <em>{detail.absent}</em> : <Value text={value} words={words} />}</dd>
        </div>
      ))}
    </dl>
  );
}
