import { page } from '../answers';
import type { CauseCase } from '../case';

export const relayComparesSource: CauseCase = {
  cause: 'relay-compares-source',
  title: 'An embedded app stays blank: its first message reaches the relay and gets no answer',
  why: 'The relay compares event.source with a window that it took too early, so it drops ui/initialize.',
  sources: ['modelcontextprotocol/inspector#1203'],
  server: 'imitated',
  twin: {
    differs: 'The relay compares origins and passes the message on; the host never answers.',
    cause: null,
  },
  fix: 'The relay compares origins.',
  origins: { host: 'inspector.tools', relay: 'relay.tools-content' },
  page: 'host:/',
  row: null,
  works: ({ initialized }) => initialized === true,
  servers: {
    host: (_, { at, origin, variant }) =>
      page(
        `const got = { initialized: false };
        addEventListener('message', ({ origin, data, source }) => {
          if (origin !== '${origin('relay')}') return;
          if (data === 'ui/initialize') got.initialized = ${variant !== 'twin'};
          ${variant === 'twin' ? '' : `source.postMessage('ui/initialized', '${origin('relay')}');`}
        });
        addEventListener('load', () => setTimeout(() => { window.result = got; }, 700));`,
        { body: `<iframe src="${at('relay', '/relay')}"></iframe>` },
      ),
    relay: (_, { origin, variant }) =>
      page(
        `const app = document.createElement('iframe');
        const expected = app.contentWindow;
        addEventListener('message', (event) => {
          if (${variant === 'broken' ? 'event.source !== expected' : 'event.origin !== location.origin'}) return;
          parent.postMessage(event.data, '${origin('host')}');
        });
        app.srcdoc = "<script>addEventListener('load', () => parent.postMessage('ui/initialize', '*'))<\\/script>";
        document.body.append(app);`,
        { body: '<p>relay</p>' },
      ),
  },
};
