import { Icon } from '../ui/Icon';
import type { IconName } from '../ui/paths';

interface ChipProps {
  icon: IconName;
  label: string;
  meaning: string;
  count: number;
  isOn: boolean;
  onToggle(): void;
}

/** A word with how many requests it stands for; pressed, only those are shown. */
export function Chip({ icon, label, meaning, count, isOn, onToggle }: ChipProps) {
  return (
    <button
      type="button"
      class={`chip is-${icon}${count === 0 ? ' is-empty' : ''}`}
      aria-pressed={isOn}
      title={meaning}
      onClick={onToggle}
    >
      <Icon name={icon} />
      {label} <span class="count">{count.toLocaleString('en')}</span>
    </button>
  );
}
