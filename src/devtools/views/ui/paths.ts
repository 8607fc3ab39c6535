import type { Outcome } from '../../../protocol/facts';
import type { Chip } from '../../store/store';

/** The name of an icon. */
export type IconName =
  | Chip
  | Outcome
  | 'record'
  | 'clear'
  | 'reload'
  | 'settings'
  | 'close'
  | 'tree'
  | 'warning'
  | 'external'
  | 'copy'
  | 'export'
  | 'import'
  | 'tester'
  | 'console'
  | 'what-if'
  | 'partly';

const circle = 'M8 2.8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 0 0 8 2.8z';
const struckEye = 'M2 8c1.8-3 3.8-4.4 6-4.4S12.2 5 14 8c-1.8 3-3.8 4.4-6 4.4S3.8 11 2 8zM3.2 12.8l9.6-9.6';

/** The SVG path of each icon, in a 16 by 16 square. */
export const paths: Readonly<Record<IconName, string>> = {
  blocked: 'M5.5 2.5h5l3 3v5l-3 3h-5l-3-3v-5zM5.9 5.9l4.2 4.2M10.1 5.9l-4.2 4.2',
  'same-origin': `${circle}M8 7.3a.7.7 0 1 0 0 1.4.7.7 0 0 0 0-1.4z`,
  simple: 'M2.5 8h10.5M9.5 4.5L13 8l-3.5 3.5',
  preflighted: 'M2.5 5.3h10.5M10.3 2.6L13 5.3 10.3 8M13.5 10.7H3M5.7 8L3 10.7l2.7 2.7',
  preflight: 'M3.5 3v6.5h9.5M10 6.5l3 3-3 3',
  'no-cors': struckEye,
  navigation: 'M6.5 4H3.5v8.5H12v-3M9 3.5h4v4M13 3.5L7.5 9',
  websocket: 'M5 13V3M2.5 5.5L5 3l2.5 2.5M11 3v10M8.5 10.5L11 13l2.5-2.5',
  webtransport: 'M4 13V3M1.5 5.5L4 3l2.5 2.5M12 13V3M9.5 10.5L12 13l2.5-2.5M8 5v1M8 10v1',
  allowed: 'M3 8.6l3.2 3.2L13 4.8',
  opaque: struckEye,
  failed: 'M9.2 2L4 9h3.6L6.8 14 12 7H8.4z',
  pending: `${circle}M8 5.2V8l2 1.3`,
  unknown: 'M5.7 6a2.3 2.3 0 1 1 3.5 2C8.3 8.6 8 9 8 9.9M8 12.2v.3',
  record: circle,
  clear: `${circle}M4.4 4.4l7.2 7.2`,
  reload: 'M12.8 6.7A5 5 0 1 0 13 8.6M13 3v3.8H9.2',
  settings: 'M2 5h5.5M11 5h3M2 11h2.5M8 11h6M9.3 3.3v3.4M6.3 9.3v3.4',
  close: 'M4 4l8 8M12 4l-8 8',
  tree: 'M5 0v8h7',
  warning: 'M8 2.5l6 10.7H2zM8 6.5v3.3M8 11.4v.3',
  external: 'M6.5 4H3.5v8.5H12v-3M9 3.5h4v4M13 3.5L7.5 9',
  copy: 'M6 6h7.5v7.5H6zM10 6V2.5H2.5V10H6',
  partly: `${circle}M8 2.8v10.4M8 5.4h4M8 8h5M8 10.6h4`,
  export: 'M8 10V2.5M5 5.5l3-3 3 3M3 9v4.5h10V9',
  import: 'M8 2.5V10M5 7l3 3 3-3M3 9v4.5h10V9',
  console: 'M2.5 3h11v10h-11zM5 6l2 2-2 2M9 10h2',
  'what-if': 'M6 2.5h4M7 2.5v4l-4 6.5h10l-4-6.5v-4M4.8 10h6.4',
  tester: 'M2.5 5.5h8M8 3l2.5 2.5L8 8M13.5 10.5h-8M8 8l-2.5 2.5L8 13',
};
