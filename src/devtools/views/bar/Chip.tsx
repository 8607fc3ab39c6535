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

/** Draws a toggle button with a label and its number of requests. Pressed, it filters by the label. */
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
