import { Icon } from './Icon';
import type { IconName } from './paths';

interface ToolButtonProps {
  icon: IconName;
  label: string;
  /** More than the label says, where there is more. */
  title?: string;
  /** For a button that stays pressed. */
  isPressed?: boolean;
  onPress(): void;
}

/** A button with a picture and no text. */
export function ToolButton({ icon, label, title = label, isPressed, onPress }: ToolButtonProps) {
  return (
    <button
      type="button"
      class={`tool tool-${icon}`}
      aria-label={label}
      aria-pressed={isPressed}
      title={title}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}
