import { page } from '../answers';
import type { CauseCase } from '../case';

export const listenerWithoutOriginCheck: CauseCase = {
  cause: 'listener-without-origin-check',
  title: 'A page takes commands from any page that frames it or that it frames',
  why: 'Its listener reads the data and never the origin.',
  sources: ['github/securitylab#118'],
  server: 'imitated',
  twin: { differs: 'The listener compares event.origin first.', cause: null },
  fix: null,
  origins: { page: 'app.tasks', ad: 'cdn.ads' },
  page: 'page:/',
  row: null,
  works: () => false,
  servers: {
    page: (_, { at, origin, variant }) =>
      page(
        `addEventListener('message', (event) => {
          ${variant === 'twin' ? `if (event.origin !== '${origin('page')}') return;` : ''}
          document.title = event.data.title;
        });
        addEventListener('load', () => setTimeout(() => { window.result = { title: document.title }; }, 500));`,
        { body: `<iframe src="${at('ad', '/ad')}"></iframe>` },
      ),
    ad: () => page(`setTimeout(() => parent.postMessage({ title: 'changed' }, '*'), 100);`),
  },
};
