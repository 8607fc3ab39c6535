import { page } from '../answers';
import type { CauseCase } from '../case';

export const messageBeforeLoad: CauseCase = {
  cause: 'message-before-load',
  title: 'A message to a frame is sometimes lost, and the browser says that the recipient has my own origin',
  why: "It was sent before the frame's document had loaded; its first empty document has the page's origin.",
  sources: ['open-condo-software/condo#5467'],
  server: 'imitated',
  twin: {
    differs: 'It was sent after the load, with a target origin that has another port.',
    cause: 'target-origin-mismatch',
  },
  fix: 'The page waits until the frame says that it is ready.',
  origins: { page: 'portal.condo', mini: 'mini.apps', other: { host: 'mini.apps', port: 1 } },
  page: 'page:/',
  row: null,
  works: ({ answered }) => answered === true,
  servers: {
    page(_, { at, origin, variant }) {
      const send = `frame.contentWindow.postMessage('config', '${origin(variant === 'twin' ? 'other' : 'mini')}');`;
      return page(
        `const got = { answered: false };
        const frame = document.querySelector('iframe');
        addEventListener('message', ({ data }) => {
          if (data === 'thanks') got.answered = true;
          ${variant === 'fix' ? `if (data === 'ready') ${send}` : ''}
        });
        ${variant === 'broken' ? send : ''}
        frame.onload = () => {
          ${variant === 'twin' ? send : ''}
          setTimeout(() => { window.result = got; }, 400);
        };`,
        { body: `<iframe src="${at('mini', '/app')}"></iframe>` },
      );
    },
    mini: (_, { origin }) => ({
      ...page(
        `addEventListener('message', ({ source, origin }) => source.postMessage('thanks', origin));
        parent.postMessage('ready', '${origin('page')}');`,
      ),
      delayMs: 200,
    }),
    other: () => ({}),
  },
};
