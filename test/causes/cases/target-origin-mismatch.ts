import { page } from '../answers';
import type { CauseCase } from '../case';

export const targetOriginMismatch: CauseCase = {
  cause: 'target-origin-mismatch',
  title: 'A message to a frame never arrives',
  why: 'The target origin is the apex domain; the document of the frame is on www.',
  sources: ['AirConsole/airconsole-unity-plugin#19', 'elis/djit.su#2'],
  server: 'imitated',
  twin: { differs: "The target origin matches; the frame's listener ignores the message.", cause: null },
  fix: "The target origin is the frame's.",
  origins: { page: 'play.console', www: 'www.games', apex: 'games' },
  page: 'page:/',
  row: null,
  works: ({ answered }) => answered === true,
  servers: {
    page: (_, { at, origin, variant }) =>
      page(
        `const got = { answered: false };
        addEventListener('message', () => { got.answered = true; });
        document.querySelector('iframe').onload = ({ target }) => {
          target.contentWindow.postMessage('start', '${origin(variant === 'broken' ? 'apex' : 'www')}');
          setTimeout(() => { window.result = got; }, 400);
        };`,
        { body: `<iframe src="${at('www', '/game')}"></iframe>` },
      ),
    www: (_, { variant }) =>
      page(
        `addEventListener('message', ({ source, origin, data }) => {
          if (data === '${variant === 'twin' ? 'begin' : 'start'}') source.postMessage('started', origin);
        });`,
      ),
    apex: () => ({}),
  },
};
