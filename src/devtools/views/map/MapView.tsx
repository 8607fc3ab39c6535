import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { Relay } from '../../../channels/relays';
import { layoutOf } from '../../../map/layout';
import type { MapEdge, MapNode } from '../../../map/model';
import { pageMap } from '../../../map/page-map';
import { edgeSentence, mapProseFor, nodeName, nodeWords } from '../../../prose/map';
import { messagesProseFor } from '../../../prose/messages';
import { channelName, relaysProseFor } from '../../../prose/relays';
import { relaysOf } from '../../../recording/crossings/relays-of';
import type { Entry } from '../../../recording/log/entries';
import { isOn, mapSourceOf, requestsOn } from '../../store/map-of';
import { messagesStoreOf } from '../../store/messages-store';
import type { PanelStore } from '../../store/store';
import { SplitView } from '../ui/SplitView';
import { useAtMost } from '../ui/use-at-most';
import { useWidth } from '../ui/use-width';
import type { Words } from '../words';
import { MapBar } from './MapBar';
import { MapPicture } from './MapPicture';
import { MapRelays } from './MapRelays';
import { MapTable } from './MapTable';
import './map.css';

interface MapViewProps {
  panel: PanelStore;
  words: Words;
}

const redrawMs = 500;

/** Draws the Map view: nested frames, the origins they contact, and the traffic between them. */
export function MapView({ panel, words }: MapViewProps) {
  const picture = useRef<HTMLDivElement>(null);
  const width = useWidth(picture);
  const [isWhole, setWhole] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const prose = mapProseFor(words.language);
  const messagesProse = messagesProseFor(words.language);
  const relaysProse = relaysProseFor(words.language);

  const page = panel.page.value;
  const entries = useAtMost(panel.entries.value, redrawMs);
  const events = useAtMost(panel.pageEvents.value, redrawMs);
  const relays = useMemo(() => relaysOf(events, entries, page.frames), [events, entries, page.frames]);
  const source = useMemo(() => mapSourceOf(page, entries, events, relays), [page, entries, events, relays]);
  const map = useMemo(() => pageMap(source, isWhole), [source, isWhole]);
  const layout = useMemo(() => layoutOf(map, (node) => nodeWords(node, prose), width), [map, prose, width]);

  const isEmpty = map.nodes.length === 0;
  const nodes = useMemo(() => new Map(map.nodes.map((node) => [node.id, node])), [map]);
  const selected = chosen !== null && nodes.has(chosen) ? chosen : null;
  const touching = useCallback(
    (id: string) => map.edges.filter(({ from, to }) => from === id || to === id),
    [map],
  );
  const nameOf = (id: string) => {
    const node = nodes.get(id);
    return node ? nodeName(node, prose) : '';
  };
  const kindName = (kind: string) => channelName(kind, messagesProse, relaysProse);
  const nodeSentence = (node: MapNode) => {
    let requests = 0;
    let messages = 0;
    for (const edge of touching(node.id)) {
      if (edge.type === 'requests') requests += edge.count;
      else messages += edge.count + edge.back;
    }
    const { name: origin, place } = nodeWords(node, prose);
    const name = node.kind === 'frame' ? `${origin}, ${place}` : nameOf(node.id);
    return prose.node(name, node.parent && nameOf(node.parent), requests, messages);
  };
  const open = (edge: MapEdge) => {
    const names = [nameOf(edge.from), nameOf(edge.to)] as const;
    if (edge.type === 'requests') {
      panel.showBetween(requestsOn(edge, map, page, names));
      return;
    }
    const [from, to] = names;
    const label = edge.from === edge.to ? from : `${from} ↔ ${to}`;
    messagesStoreOf(panel).showOnly({ label, includes: isOn(edge, map, relays.parts) });
    panel.setView('messages');
  };

  const openRelay = ({ rounds, frames: [a, b, c] }: Relay, label: string) => {
    const steps = new Map(rounds.flat().map(({ id, kind: of }) => [id, of]));
    if (![...steps.values()].includes('page-event')) {
      const includes = ({ facts }: Entry) => steps.has(facts.id);
      panel.showBetween({ from: a.origin, to: `${b.origin} → ${c.origin}`, only: null, includes });
      return;
    }
    messagesStoreOf(panel).showOnly({ label, includes: ({ id }) => steps.has(id) });
    panel.setView('messages');
  };

  return (
    <SplitView
      name="map"
      initialShare={0.68}
      isStacked
      label={words.ui.detail.resize}
      aside={
        !isEmpty && (
          <MapTable
            edges={selected === null ? map.edges : touching(selected)}
            selected={selected && nameOf(selected)}
            prose={prose}
            words={words}
            nameOf={nameOf}
            kindName={kindName}
            onOpen={open}
            onAll={() => {
              setChosen(null);
              // The pressed button disappears with the selection.
              picture.current?.querySelector<SVGElement>('.map-node[tabindex="0"]')?.focus();
            }}
          >
            <MapRelays relays={relays.all} prose={relaysProse} messages={messagesProse} onOpen={openRelay} />
          </MapTable>
        )
      }
    >
      <div class="map-upper">
        <MapBar map={map} isWhole={isWhole} prose={prose} words={words} onWhole={setWhole} />
        <div class="map-scroll" ref={picture}>
          {isEmpty ? (
            <div class="empty">
              <p class="empty-what">{prose.nothing}</p>
              <p>{prose.nothingHint}</p>
            </div>
          ) : (
            <MapPicture
              map={map}
              layout={layout}
              selected={selected}
              prose={prose}
              nodeSentence={nodeSentence}
              edgeSentence={(edge) => edgeSentence(edge, nameOf, words.prose.outcomes, kindName, prose)}
              onSelect={setChosen}
              onOpen={open}
            />
          )}
        </div>
      </div>
    </SplitView>
  );
}
