import { json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const eventStreamOutsideCors: CauseCase = {
  cause: 'event-stream-outside-cors',
  title: 'Only the event stream has no CORS headers, and it fails late',
  why: 'The endpoint of the stream is mapped outside the CORS middleware; its headers are sent with the first event.',
  sources: ['tpeczek/Lib.AspNetCore.ServerSentEvents#60', 'mpetazzoni/sse.js#53'],
  server: 'imitated',
  twin: { differs: 'The other routes of the host have no CORS headers either.', cause: null },
  fix: 'CORS runs before the endpoint of the stream.',
  origins: { page: 'portal.acme', api: 'api.acme-data' },
  page: 'page:/',
  row: { at: 'api:/updates', outcome: 'blocked' },
  works: ({ event }) => event === 'tick',
  servers: {
    page: (_, { at }) =>
      pageWith(`const list = await asked('${at('api', '/api/items')}');
        const source = new EventSource('${at('api', '/updates')}');
        return new Promise((resolve) => {
          source.onmessage = ({ data }) => { source.close(); resolve({ list, event: data }); };
          source.onerror = () => { source.close(); resolve({ list, error: true }); };
        });`),
    api({ path }, { variant }) {
      const server = { Server: 'Kestrel' };
      const cors = { ...server, 'Access-Control-Allow-Origin': '*' };
      if (path !== '/updates') return json(variant === 'twin' ? server : cors, 200, '[]');
      return {
        delayMs: 1200,
        headers: {
          'Content-Type': 'text/event-stream',
          'Cache-Control': 'no-cache',
          ...(variant === 'fix' ? cors : server),
        },
        body: 'data: tick\n\n',
      };
    },
  },
};
