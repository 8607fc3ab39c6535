import { type IconName, paths } from './paths';

interface IconProps {
  name: IconName;
}

/** Draws a decorative icon next to text. It has the color of the text and is hidden from screen readers. */
export function Icon({ name }: IconProps) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
