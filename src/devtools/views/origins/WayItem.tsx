import type { Pair } from '../../../channels/pair-rules';
import type { WayAcross, Works } from '../../../channels/ways-across';
import type { OriginsProse } from '../../../prose/origins';
import { Icon } from '../ui/Icon';
import type { IconName } from '../ui/paths';
import { Visible } from '../ui/Visible';
import { playgroundPage } from './playground-page';

const icons: Readonly<Record<Works, IconName>> = {
  yes: 'allowed',
  with: 'partly',
  no: 'blocked',
  unneeded: 'same-origin',
};

interface WayItemProps {
  found: WayAcross;
  pair: Pair;
  prose: OriginsProse;
}

/**
 * Draws a way across: whether it works for this pair, and in the expanded part its use, advantages and
 * limits.
 */
export function WayItem({ found: { way, works, reason }, pair, prose }: WayItemProps) {
  const { name, advantages, limits, use } = prose.ways[way];
  const { detail } = prose;
  const demo = playgroundPage(way, pair.page);
  return (
    <details class={`way works-${works}`}>
      <summary>
        <span class="way-name">{name}</span>
        <span class="verdict">
          <Icon name={icons[works]} />
          {prose.works[works]}
        </span>
        <span class="way-reason">
          <Visible text={prose.wayReasons[reason](pair)} />
        </span>
      </summary>
      <dl>
        <dt>{detail.use}</dt>
        <dd>{use}</dd>
        <dt>{detail.advantages}</dt>
        <dd>
          <Points points={advantages} />
        </dd>
        <dt>{detail.limits}</dt>
        <dd>
          <Points points={limits} />
        </dd>
        <dt>{detail.playground}</dt>
        <dd>
          {demo.url === null ? (
            detail.playgroundStart(demo.path)
          ) : (
            <a href={demo.url} target="_blank" rel="noreferrer">
              {demo.path}
            </a>
          )}
        </dd>
      </dl>
    </details>
  );
}

function Points({ points }: { points: readonly string[] }) {
  return (
    <ul>
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  );
}
