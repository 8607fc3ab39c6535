import { Icon } from './Icon';
import type { IconName } from './paths';

interface ToolButtonProps {
  icon: IconName;
  label: string;
  /** The tooltip; the label by default. */
  title?: string;
  /** The state of a toggle button; undefined for other buttons. */
  isPressed?: boolean;
  onPress(): void;
}

/** Draws a button with an icon and no text. */
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
