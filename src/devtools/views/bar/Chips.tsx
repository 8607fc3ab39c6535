import { visibleText } from '../../../prose/visible-text';
import type { Outcome, RequestClass } from '../../../protocol/facts';
import type { Filter } from '../../../recording/requests/filter';
import type { Counts } from '../../store/counts';
import { Icon } from '../ui/Icon';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';
import { Chip } from './Chip';

const always: readonly RequestClass[] = ['same-origin', 'simple', 'preflighted'];
const sometimes = ['preflight', 'no-cors', 'navigation', 'websocket', 'webtransport'] as const;
const classes: readonly RequestClass[] = [...always, ...sometimes];
const outcomes: readonly Outcome[] = ['allowed', 'opaque', 'failed', 'pending', 'unknown'];

interface ChipsProps {
  filter: Filter;
  counts: Counts;
  words: Words;
  onClass(requestClass: RequestClass): void;
  onOutcome(outcome: Outcome): void;
  onAllOrigins(): void;
  onClear(): void;
}

/** Draws the filter chips of outcomes and classes with their counts. `blocked` comes first. */
export function Chips({ filter, counts, words, onClass, onOutcome, onAllOrigins, onClear }: ChipsProps) {
  const { ui, prose } = words;
  const { between } = filter;
  const isFiltered =
    filter.text !== '' || filter.classes.size > 0 || filter.outcomes.size > 0 || between !== null;
  const outcomeChip = (outcome: Outcome, always = false) => {
    const count = counts.outcomes[outcome] ?? 0;
    const isOn = filter.outcomes.has(outcome);
    if (count === 0 && !isOn && !always) return null;
    const { label, meaning } = prose.outcomes[outcome];
    return (
      <Chip
        key={outcome}
        icon={outcome}
        label={label}
        meaning={meaning}
        count={count}
        isOn={isOn}
        onToggle={() => onOutcome(outcome)}
      />
    );
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one line everywhere
    <div class="chips" role="group" aria-label={ui.bar.chips}>
      {between && (
        <button
          type="button"
          class="chip chip-between"
          aria-pressed={true}
          title={visibleText(`${between.from} → ${between.to}`)}
          onClick={onAllOrigins}
        >
          <span class="word">
            <Visible text={`${between.from} → ${between.to}`} />
          </span>
          {between.only && { ...ui.table.access, ...prose.outcomes }[between.only].label}
          <Icon name="close" />
        </button>
      )}
      {outcomeChip('blocked', true)}
      <span class="chips-gap" />
      {classes.map((requestClass) => {
        const count = counts.classes[requestClass] ?? 0;
        const isOn = filter.classes.has(requestClass);
        if (count === 0 && !isOn && !always.includes(requestClass)) return null;
        const { label, meaning } = prose.classes[requestClass];
        return (
          <Chip
            key={requestClass}
            icon={requestClass}
            label={label}
            meaning={meaning}
            count={count}
            isOn={isOn}
            onToggle={() => onClass(requestClass)}
          />
        );
      })}
      <span class="chips-gap" />
      {outcomes.map((outcome) => outcomeChip(outcome))}
      {isFiltered && (
        <button type="button" class="link" onClick={onClear}>
          {ui.bar.clearFilter}
        </button>
      )}
    </div>
  );
}
