import { countsIn, isRelay } from '../../../map/drawing';
import type { PageMap } from '../../../map/model';
import type { MapProse } from '../../../prose/map';
import type { Outcome } from '../../../protocol/facts';
import type { Words } from '../words';

const outcomes: readonly Outcome[] = ['allowed', 'blocked', 'opaque', 'failed', 'unknown', 'pending'];

interface MapBarProps {
  map: PageMap;
  isWhole: boolean;
  prose: MapProse;
  words: Words;
  onWhole(isWhole: boolean): void;
}

/** Draws the bar of the map: counts, legend, and the option to draw every box. */
export function MapBar({ map, isWhole, prose, words, onWhole }: MapBarProps) {
  const { frames, origins } = countsIn(map);
  const seen = new Set(map.edges.map((edge) => (edge.type === 'requests' ? edge.outcome : 'channels')));
  let requests = 0;
  let messages = 0;
  for (const edge of map.edges) {
    if (edge.type === 'requests') requests += edge.count;
    else messages += edge.count + edge.back;
  }
  const folds = map.nodes.some(({ kind }) => kind === 'frames' || kind === 'origins');
  return (
    <section class="map-bar" aria-label={prose.label}>
      <output class="map-summary">{prose.summary(frames, origins, requests, messages)}</output>
      {(folds || isWhole) && (
        <label class="check" title={prose.wholeMeaning}>
          <input
            type="checkbox"
            checked={isWhole}
            onChange={({ currentTarget: { checked } }) => onWhole(checked)}
          />
          {prose.whole}
        </label>
      )}
      <ul class="map-legend" aria-label={prose.legend}>
        {outcomes.map(
          (outcome) =>
            seen.has(outcome) && (
              <li key={outcome} class={`outcome-${outcome}`} title={words.prose.outcomes[outcome].meaning}>
                <Sample />
                {words.prose.outcomes[outcome].label}
              </li>
            ),
        )}
        {seen.has('channels') && (
          <li class="is-channel">
            <Sample />
            {prose.messages}
          </li>
        )}
        {map.edges.some(isRelay) && (
          <li class="is-channel is-relay">
            <Sample />
            {prose.relays}
          </li>
        )}
      </ul>
      <p id="map-keys" class="map-keys">
        {prose.keys}
      </p>
    </section>
  );
}

function Sample() {
  return (
    <svg class="map-sample" width="22" height="8" aria-hidden="true">
      <path class="map-line" d="M0 4H22" />
    </svg>
  );
}
