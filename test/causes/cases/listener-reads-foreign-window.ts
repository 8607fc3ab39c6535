import { page } from '../answers';
import type { CauseCase } from '../case';

export const listenerReadsForeignWindow: CauseCase = {
  cause: 'listener-reads-foreign-window',
  title: 'A message of an embedded page arrives, and the listener throws a SecurityError',
  why: "The listener reads the sender's window (event.source.origin) instead of event.origin.",
  sources: ['microsoft/vscode!289453'],
  server: 'imitated',
  twin: { differs: 'The listener reads event.origin and throws a TypeError about the data.', cause: null },
  fix: 'The listener reads event.origin.',
  origins: { page: 'editor.code', view: 'view.content' },
  page: 'page:/',
  row: null,
  works: ({ handled }) => handled === true,
  servers: {
    page(_, { at, origin, variant }) {
      const check = {
        broken: `if (event.source.origin !== '${origin('view')}') return;`,
        twin: `if (event.origin !== '${origin('view')}') return; event.data.missing.field;`,
        fix: `if (event.origin !== '${origin('view')}') return;`,
      }[variant];
      return page(
        `const got = { handled: false };
        addEventListener('message', (event) => { ${check} got.handled = true; });
        addEventListener('error', ({ message }) => { got.error = message; });
        addEventListener('load', () => setTimeout(() => { window.result = got; }, 500));`,
        { body: `<iframe src="${at('view', '/view')}"></iframe>` },
      );
    },
    view: (_, { origin }) => page(`parent.postMessage({ ready: 1 }, '${origin('page')}');`),
  },
};
