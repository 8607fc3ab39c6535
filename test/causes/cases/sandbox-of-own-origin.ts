import { page } from '../answers';
import type { CauseCase } from '../case';

export const sandboxOfOwnOrigin: CauseCase = {
  cause: 'sandbox-of-own-origin',
  title: "An app in a 'sandbox' frame reads the storage of the page around it",
  why: "The sandbox is a srcdoc frame with allow-same-origin: it has the host's origin.",
  sources: ['bayesimpact/bayes-platform#801', 'modelcontextprotocol/ext-apps!207'],
  server: 'imitated',
  twin: {
    differs: 'The frame is sandboxed without allow-same-origin, so its origin is opaque.',
    cause: null,
  },
  fix: 'The frame is a document of another origin.',
  origins: { page: 'host.apps', box: 'box.apps-content' },
  page: 'page:/',
  row: null,
  works: ({ read }) => read === 'SecurityError' || read === null,
  servers: {
    page(_, { at, variant }) {
      const sandbox = `allow-scripts${variant === 'broken' ? ' allow-same-origin' : ''}`;
      const source =
        variant === 'fix' ? `src="${at('box', '/app')}"` : `srcdoc="${app.replaceAll('"', '&quot;')}"`;
      return page(
        `localStorage.setItem('token', 'secret');
        addEventListener('message', ({ data, source }) => {
          source.postMessage('ui/initialized', '*');
          setTimeout(() => { window.result = { read: data.read }; }, 300);
        });`,
        { body: `<iframe ${variant === 'fix' ? '' : `sandbox="${sandbox}"`} ${source}></iframe>` },
      );
    },
    box: () => ({ headers: { 'Content-Type': 'text/html' }, body: app }),
  },
};

const app = `<script>addEventListener('message', () => {});
let read; try { read = localStorage.getItem('token'); } catch (error) { read = error.name; }
addEventListener('load', () => setTimeout(() => parent.postMessage({ type: 'ui/initialize', read }, '*'), 200));</script>`;
