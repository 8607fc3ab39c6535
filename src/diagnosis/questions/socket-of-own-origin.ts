import type { Question } from '../question';
import { isOpen, status } from '../signs';

/** Whether a server accepts a WebSocket from its own origin. */
export const socketOfOwnOrigin = {
  between: ['socket-origin-check'],
  isAsked: (_, found) => isOpen(found, 'socket-origin-check'),
  request: { method: 'GET', url: 'same', origin: 'server', credentials: 'as-sent', isHandshake: true },
  answers: {
    accepted: { when: [status(101)], proves: { code: 'socket-origin-check', confidence: 'certain' } },
    // Only the origin and the session differ from the handshake that got 403.
    'not-signed-in': { when: [status(401)], proves: { code: 'socket-origin-check', confidence: 'likely' } },
  },
} as const satisfies Question;
