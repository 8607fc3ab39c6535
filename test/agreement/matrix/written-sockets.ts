import type { CaseStep } from './cases';
import type { Written } from './hand-written';

/** The statuses with which a server can refuse a handshake; in part a redirect, a challenge, a proxy's answer. */
const statuses = [
  '200',
  '204',
  '301',
  '302',
  '304',
  '307',
  '308',
  '400',
  '401',
  '404',
  '407',
  '426',
  '429',
  '500',
  '502',
  '503',
];

const origins = ['page', 'api', 'sameSite', 'otherPort', 'ip', 'third'] as const;

const socket = (to: CaseStep['to'], query: CaseStep['query'] = {}): CaseStep => ({
  via: 'web-socket',
  to,
  query,
});

/** Opening handshakes of WebSockets. */
export const writtenSockets: readonly Written[] = [
  ...statuses.map(
    (st): Written => [`socket-${st}`, `a WebSocket answered with ${st}`, socket('api', { st })],
  ),
  ...origins.map((to): Written => [`socket-to-${to}`, `a WebSocket to ${to}`, socket(to)]),
  ...origins.map(
    (to): Written => [`socket-403-${to}`, `a WebSocket refused by ${to}`, socket(to, { st: '403' })],
  ),
];
