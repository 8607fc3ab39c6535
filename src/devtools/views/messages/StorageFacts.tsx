import { writtenCookie } from '../../../channels/storage';
import { relationOf } from '../../../engine/site';
import type { StorageUse } from '../../../protocol/page-events';
import { Fact } from '../ui/Fact';
import { Value } from '../ui/Value';
import type { EventFactsProps } from './TrafficFacts';

/** A use of cookies or storage; of a cookie, whether the browser takes it by its rules. */
export function StorageFacts({ event, panel, prose, words }: EventFactsProps<StorageUse>) {
  const { detail, what } = prose;
  const { outcome, name, path, top } = event;
  const { browser } = panel.recording.value;
  const cookie = browser && writtenCookie(event, browser.name, relationOf);
  return (
    <dl class="facts">
      <Fact name={detail.store}>{what.stores[event.what]}</Fact>
      {name !== '' && (
        <Fact
          name={outcome === 'written' ? detail.cookie : outcome === 'changed' ? detail.key : detail.method}
        >
          <Value text={name} words={words} />
        </Fact>
      )}
      {cookie && <Fact name={detail.computed}>{detail.computedBecause[cookie.because]}</Fact>}
      {outcome === 'changed' && (
        <Fact name={detail.changedBy}>
          <Value text={path} words={words} />
        </Fact>
      )}
      {top !== null && (
        <Fact name={detail.topOrigin}>
          <Value text={top} words={words} />
        </Fact>
      )}
    </dl>
  );
}
