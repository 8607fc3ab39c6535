import type { EventKind } from '../../../channels/read-page-event';

interface KindIconProps {
  kind: EventKind;
}

// SVG paths in a 16 by 16 square. Separate from the other icons, which are loaded before any view.
const paths: Readonly<Record<EventKind, string>> = {
  received: 'M2.5 3.5h11v7h-5l-3 3v-3h-3zM8 5v3.8M6.3 7.2L8 8.9l1.7-1.7',
  sent: 'M2.5 3.5h11v7h-5l-3 3v-3h-3zM8 9V5.2M6.3 6.8L8 5.1l1.7 1.7',
  'window-name': 'M2.5 3h11v10h-11zM2.5 5.8h11M5 9.5h6',
  websocket: 'M2.5 6.5h9.5L9.2 3.7M13.5 9.5H4l2.8 2.8',
  'message-port':
    'M3.8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M12.2 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M6.3 8h3.4',
  'document-domain':
    'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M2.5 8h11M8 2.5c-4 3.5-4 7.5 0 11M8 2.5c4 3.5 4 7.5 0 11',
  'dom-access': 'M4 7.5h8v6H4zM5.8 7.5V5.2a2.2 2.2 0 0 1 4.4 0v2.3',
  'canvas-read': 'M2.5 3h11v10h-11zM2.5 11l3.5-3.5 2.5 2.5 2-2 3 3',
  'broadcast-channel':
    'M8 6.7v6.8M8 6.7a1.3 1.3 0 1 0 0-2.6a1.3 1.3 0 0 0 0 2.6M5 8.4a4.2 4.2 0 0 1 0-6M11 8.4a4.2 4.2 0 0 0 0-6',
  'worker-message':
    'M5 5h6v6H5zM6.7 5V2.5M9.3 5V2.5M6.7 13.5V11M9.3 13.5V11M5 6.7H2.5M5 9.3H2.5M13.5 6.7H11M13.5 9.3H11',
  cookie: 'M13.4 8A5.5 5.5 0 1 1 8 2.5c0 2 1 3 2.6 3c0 1.5 1.2 2.5 2.8 2.5M6 6.5v.1M5.5 10v.1M9 10.5v.1',
  'storage-access': 'M5.3 5.2a2.8 2.8 0 1 0 0 5.6a2.8 2.8 0 0 0 0-5.6M8.1 8h5.4v2.5M11 8v2',
  storage:
    'M8 2.5c3 0 5 .8 5 2s-2 2-5 2-5-.8-5-2 2-2 5-2M3 4.5v7c0 1.2 2 2 5 2s5-.8 5-2v-7M3 8c0 1.2 2 2 5 2s5-.8 5-2',
  opener: 'M2.5 5.5h7v8h-7zM7 9l6-6M9.5 2.5h4v4',
  'location-hash': 'M6.3 2.8L5 13.2M11 2.8L9.7 13.2M3 6h10.4M2.6 10H13',
  jsonp: 'M5.5 3C3 3 5 8 2.5 8C5 8 3 13 5.5 13M10.5 3C13 3 11 8 13.5 8C11 8 13 13 10.5 13M6.5 8h3',
};

/** Draws the icon of a kind of event. */
export function KindIcon({ kind }: KindIconProps) {
  return (
    <svg class={`icon icon-${kind}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[kind]} />
    </svg>
  );
}
