import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { type Pair, pairOf } from '../../../channels/pair-rules';
import { originOf, type SerializedOrigin } from '../../../engine';
import { registrableDomain, relationOf } from '../../../engine/site';
import { originsProse } from '../../../prose/origins';
import type { Page } from '../../../recording/log/log';
import { contactsOf } from '../../../recording/requests/origins';
import type { PanelStore } from '../../store/store';
import { SplitView } from '../ui/SplitView';
import type { Words } from '../words';
import { OriginAside } from './OriginAside';
import { OriginFix } from './OriginFix';
import { OriginsTable } from './OriginsTable';
import { originRows } from './origin-rows';
import './origins.css';
import { useAtMost } from '../ui/use-at-most';
import { SeenFrom } from './SeenFrom';

interface OriginsViewProps {
  store: PanelStore;
  words: Words;
  onCopy(text: string, what: string): void;
}

const redrawMs = 250;
const sites = { relationOf, registrableDomain };

/**
 * Draws the Origins view: the page's origin and each contacted origin, what the rules allow, and what was
 * recorded.
 */
export function OriginsView({ store, words, onCopy }: OriginsViewProps) {
  const [chosen, setChosen] = useState<SerializedOrigin | null>(null);
  const prose = originsProse.in(words.language);

  const entries = useAtMost(store.entries.value, redrawMs);
  const pageOrigin = pageOriginOf(store.page.value);
  const from = chosen ?? pageOrigin;
  const detail = store.originDetail.value;
  const selected = detail?.of === 'origin' ? detail.origin : null;

  // Pairs are expensive to compute, so cache them; new rows change only a few.
  const pairs = useMemo(() => new Map<SerializedOrigin, Pair>(), [from]);
  const pairWith = useCallback(
    (other: SerializedOrigin) => {
      const pair = pairs.get(other) ?? pairOf(from ?? 'null', other, sites);
      pairs.set(other, pair);
      return pair;
    },
    [from, pairs],
  );
  const { contacts, sources } = useMemo(() => contactsOf(entries, from ?? 'null'), [entries, from]);
  const rows = useMemo(
    () => (from === null ? [] : originRows(contacts, from, pairWith)),
    [contacts, from, pairWith],
  );
  const onSelect = useCallback(
    (origin: SerializedOrigin | null) =>
      store.setOriginDetail(origin === null ? null : { of: 'origin', origin }),
    [store],
  );

  const list = useRef<HTMLDivElement>(null);
  const close = () => {
    store.setOriginDetail(null);
    list.current?.querySelector<HTMLElement>('.origin-name[tabindex="0"]')?.focus({ preventScroll: true });
  };

  return (
    <SplitView
      name="origins"
      initialShare={0.55}
      label={words.ui.detail.resize}
      aside={
        detail && (
          <OriginAside
            detail={detail}
            row={rows.find(({ origin }) => origin === selected) ?? null}
            page={pageOrigin}
            from={from}
            tested={store.tested.value}
            sites={sites}
            prose={prose}
            words={words}
            onTested={store.setTested}
            onShow={store.showBetween}
            onClose={close}
            fix={(origin) => <OriginFix store={store} origin={origin} words={words} onCopy={onCopy} />}
          />
        )
      }
    >
      <div class="origins-list" ref={list}>
        <SeenFrom
          page={pageOrigin}
          from={from}
          sources={sources}
          prose={prose}
          onChoose={(origin) => setChosen(origin === pageOrigin ? null : origin)}
        />
        {from === null ? (
          <p class="empty-what">{prose.table.noPage}</p>
        ) : (
          <OriginsTable
            rows={rows}
            page={pageOrigin}
            from={from}
            selected={selected}
            prose={prose}
            words={words}
            onSelect={onSelect}
            onShow={store.showBetween}
          />
        )}
      </div>
    </SplitView>
  );
}

/** Returns the origin of the top frame, or else of the page URL; null while both are unknown. */
function pageOriginOf({ url, frames }: Page): SerializedOrigin | null {
  if (url === '') return null;
  return frames.find((frame) => frame.frameId === 0 && frame.url === url)?.origin ?? originOf(url);
}
