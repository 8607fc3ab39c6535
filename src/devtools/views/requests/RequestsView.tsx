import type { RefObject } from 'preact';
import { useCallback, useRef, useState } from 'preact/hooks';
import { isConsoleMessage } from '../../../diagnosis/console/is-console-message';
import { isRestrictedPage } from '../../../platform/restricted-pages';
import type { CookieAccess } from '../../session/cookie-access';
import type { PanelStore, Row } from '../../store/store';
import { aroundOf, listeningOf } from '../detail/around';
import { loadFix } from '../fix/load-fix';
import { SplitView } from '../ui/SplitView';
import { useFocusOnceDrawn } from '../ui/use-focus-once-drawn';
import { useLater } from '../ui/use-later';
import type { Words } from '../words';
import { Empty } from './Empty';
import { emptinessOf } from './emptiness';
import { loadCompare, loadConsole, loadDetail, loadMenu, loadWhatIf } from './load-parts';
import { RequestsTable } from './RequestsTable';
import { useCauses } from './use-causes';
import { useRejectsCookies } from './use-rejects-cookies';

interface RequestsViewProps {
  store: PanelStore;
  words: Words;
  filterField: RefObject<HTMLInputElement | null>;
  cookies: (() => Promise<CookieAccess>) | null;
  onReload(): void;
  onPermit(): void;
  onCopy(text: string, what: string): void;
  /** Copies a text; resolves with false if the browser did not allow it. */
  onWrite(text: string): Promise<boolean>;
  /** Shows a short message. */
  onNotice(text: string): void;
  onOpenUrl(url: string): void;
}

interface MenuPlace {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** Draws the Requests view: the table of requests and the detail of the selected one. */
export function RequestsView({
  store,
  words,
  filterField,
  cookies,
  onReload,
  onPermit,
  onCopy,
  onWrite,
  onNotice,
  onOpenUrl,
}: RequestsViewProps) {
  const table = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLDivElement>(null);
  const detailFocus = useFocusOnceDrawn(detail);
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const [comparedId, setCompared] = useState<string | null>(null);
  const menus = useLater(loadMenu, menu !== null);

  const rows = store.rows.value;
  const selected = store.selected.value;
  const browser = store.recording.value.browser;
  const isOpen = store.isDetailOpen.value && selected !== null && browser !== null;
  const details = useLater(
    useCallback(() => loadDetail(words.language), [words.language]),
    isOpen,
  );
  const fixes = useLater(
    useCallback(() => loadFix(words.language), [words.language]),
    isOpen,
  );
  const rejectsCookies = useRejectsCookies(rows, store.page.value.frames, browser?.name ?? null);
  const causeOf = useCauses(rows, store, words.language);
  const consoleText = store.consoleText.value;
  const consoles = useLater(
    useCallback(() => loadConsole(words.language), [words.language]),
    consoleText !== null,
  );
  const compares = useLater(
    useCallback(() => loadCompare(words.language), [words.language]),
    comparedId !== null,
  );
  const whatIf = store.whatIf.value;
  const whatIfs = useLater(
    useCallback(() => loadWhatIf(words.language), [words.language]),
    whatIf !== null,
  );
  const comparedRow = comparedId === null ? null : store.rowOf(comparedId);
  const emptiness = emptinessOf({
    recording: store.recording.value,
    isRecording: store.isRecording.value,
    isRestricted: isRestrictedPage(store.page.value.url),
    shown: rows.length,
    total: store.counts.value.total,
  });

  const copyTicket = useCallback(
    (row: Row) => {
      import('../../session/ticket-of')
        .then(({ ticketOf }) => ticketOf(row, store, listeningOf(store), words.language))
        .then((text) => text !== null && onCopy(text, words.ui.menu.ticketName))
        .catch(console.error);
    },
    [store, words, onCopy],
  );
  const copyReplay = (row: Row) => {
    import('../../session/replay-of')
      .then(({ replayOf }) => replayOf(row, store, listeningOf(store), words.language))
      .then((text) => {
        const { cannotHold, replayName } = words.ui.menu;
        if (text === null) onNotice(cannotHold(replayName));
        else onCopy(text, replayName);
      })
      .catch(console.error);
  };
  /** A preflight is compared, or edited, as the request that it was sent for. */
  const requestOf = ({ id, entry }: Row) => entry.facts.preflightFor?.exchange ?? id;
  const compare = (row: Row) => setCompared(requestOf(row));
  const openWhatIf = (row: Row) => store.setWhatIf({ of: 'request', id: requestOf(row) });
  const openRow = useCallback(
    (id: string) => {
      store.select(id);
      store.setDetailOpen(true);
    },
    [store],
  );
  const closeDetail = useCallback(() => {
    detailFocus.end();
    store.setDetailOpen(false);
    table.current?.focus({ preventScroll: true });
  }, [store, detailFocus]);
  const openMenu = useCallback(
    (id: string, x: number, y: number) => {
      store.select(id);
      setMenu({ id, x, y });
    },
    [store],
  );
  const copyUrl = (row: Row) => onCopy(row.entry.facts.hops.at(-1)?.url ?? '', 'URL');
  const menuRow = menu && store.rowOf(menu.id);
  return (
    <SplitView
      name="requests"
      initialShare={0.5}
      label={words.ui.detail.resize}
      aside={
        isOpen &&
        details && (
          <details.Detail
            key={selected.id}
            pane={detail}
            row={selected}
            browser={browser.name}
            words={words}
            around={aroundOf(store, browser.name, details.sites, cookies)}
            fixing={fixes && { ...fixes, choices: store.fixChoices }}
            answering={{ onCopy, put: store.putAnswer, remove: store.removeAnswer }}
            onClose={closeDetail}
            onSelect={openRow}
            onCopyTicket={copyTicket}
            onCompare={compare}
            onWhatIf={openWhatIf}
            onOpenUrl={onOpenUrl}
          />
        )
      }
    >
      <div class="list">
        <RequestsTable
          table={table}
          rows={rows}
          selectedId={selected?.id ?? null}
          sort={store.sort.value}
          words={words}
          causeOf={causeOf}
          rejectsCookies={rejectsCookies}
          onSort={store.sortBy}
          onSelect={openRow}
          onMove={store.move}
          onGoTo={store.select}
          onOpen={() => {
            if (!selected) return;
            if (detail.current) detail.current.focus();
            else detailFocus.wish();
            store.setDetailOpen(true);
          }}
          onClose={closeDetail}
          onCopy={() => selected && copyUrl(selected)}
          onMenu={openMenu}
        />
        {emptiness && (
          <Empty
            why={emptiness}
            startedBefore={store.recording.value.startedBefore}
            hostPermission={store.recording.value.hostPermission}
            isMessage={isConsoleMessage(store.filter.value.text)}
            words={words}
            onReload={onReload}
            onPermit={onPermit}
            onExplain={() => {
              store.setConsoleText(store.filter.value.text);
              store.clearFilter();
            }}
            onClearFilter={() => {
              store.clearFilter();
              filterField.current?.focus();
            }}
            onRecord={() => store.setRecording(true)}
          />
        )}
      </div>
      {menu && menuRow && menus && (
        <menus.RequestMenu
          key={`${menu.id} ${menu.x} ${menu.y}`}
          row={menuRow}
          x={menu.x}
          y={menu.y}
          words={words}
          onCopy={onCopy}
          onCopyUrl={copyUrl}
          onCopyTicket={copyTicket}
          onCopyReplay={copyReplay}
          onCompare={compare}
          onWhatIf={openWhatIf}
          onNotice={onNotice}
          onClose={() => {
            setMenu(null);
            table.current?.focus({ preventScroll: true });
          }}
        />
      )}
      {compares && comparedRow && browser && (
        <compares.CompareDialog
          key={comparedId}
          store={store}
          row={comparedRow}
          around={aroundOf(store, browser.name, compares.sites, null)}
          words={words}
          onCopy={onWrite}
          onClose={() => setCompared(null)}
        />
      )}
      {whatIfs && whatIf && (
        <whatIfs.WhatIfDialog
          subject={whatIf}
          around={aroundOf(store, browser?.name ?? 'chrome', whatIfs.sites, null)}
          words={words}
          onClose={() => store.setWhatIf(null)}
          onOpenUrl={onOpenUrl}
        />
      )}
      {consoles && consoleText !== null && (
        <consoles.ConsoleDialog
          store={store}
          text={consoleText}
          words={words}
          onWhatIf={() => {
            store.setConsoleText(null);
            store.setWhatIf({ of: 'text', text: consoleText });
          }}
          onShow={(id) => {
            if (!rows.some((row) => row.id === id)) store.clearFilter();
            store.setConsoleText(null);
            openRow(id);
          }}
          onOpenUrl={onOpenUrl}
        />
      )}
    </SplitView>
  );
}
