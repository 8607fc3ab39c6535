import { type IconName, paths } from './paths';

interface IconProps {
  name: IconName;
}

/** A picture beside words: it takes their colour and says nothing by itself. */
export function Icon({ name }: IconProps) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
