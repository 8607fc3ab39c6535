import { pageWith } from '../answers';
import type { CauseCase } from '../case';

const open = (url: string) => `return new Promise((resolve) => {
  const socket = new WebSocket('${url.replace('http', 'ws')}');
  socket.onopen = () => { socket.close(); resolve({ opened: true }); };
  socket.onerror = () => resolve({ opened: false });
});`;

export const socketOriginCheck: CauseCase = {
  cause: 'socket-origin-check',
  title: 'A WebSocket fails with 403',
  why: 'The server refuses the Origin of the handshake: the host or port is not in its list. That is not CORS.',
  sources: ['ValdesChe/WhatChat#15', 'Matheus28/ws28#7'],
  server: 'imitated',
  twin: { differs: 'The server answers 404: there is no socket at that path.', cause: null },
  fix: "The server's list has the origin.",
  origins: { page: 'chat.rooms', live: 'live.rooms-data' },
  page: 'page:/',
  row: { at: 'live:/socket', outcome: 'failed' },
  // Chromium shows extensions no status of a refused handshake.
  only: 'firefox',
  works: ({ opened }) => opened === true,
  servers: { page: (_, { at }) => pageWith(open(at('live', '/socket'))), live: () => ({}) },
  upgrade: {
    live: (_, { variant }) => (variant === 'fix' ? 'accept' : { status: variant === 'broken' ? 403 : 404 }),
  },
};
