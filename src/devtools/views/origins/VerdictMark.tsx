import type { PairVerdict } from '../../../channels/pair-rules';
import type { OriginsProse } from '../../../prose/origins';
import { Icon } from '../ui/Icon';
import type { IconName } from '../ui/paths';

const icons: Readonly<Record<PairVerdict, IconName>> = {
  allowed: 'allowed',
  consent: 'tester',
  partly: 'partly',
  blocked: 'blocked',
};

interface VerdictMarkProps {
  verdict: PairVerdict;
  title?: string;
  prose: OriginsProse;
}

/** Draws the verdict of a rule as an icon and a word. */
export function VerdictMark({ verdict, title, prose: { verdicts } }: VerdictMarkProps) {
  const { label, meaning } = verdicts[verdict];
  return (
    <span class={`verdict pair-${verdict}`} title={title ?? meaning}>
      <Icon name={icons[verdict]} />
      {label}
    </span>
  );
}
