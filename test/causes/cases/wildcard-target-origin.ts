import { page } from '../answers';
import type { CauseCase } from '../case';

export const wildcardTargetOrigin: CauseCase = {
  cause: 'wildcard-target-origin',
  title: 'A token is posted to whatever document the frame shows',
  why: "The page posts it with the target origin '*'.",
  sources: ['zaproxy.org 220008-5', 'docs.bearer.com'],
  server: 'imitated',
  twin: { differs: 'The target origin is that of the frame.', cause: null },
  fix: null,
  origins: { page: 'account.bank', widget: 'widget.partner' },
  page: 'page:/',
  row: null,
  works: () => false,
  servers: {
    page: (_, { at, origin, variant }) =>
      page(
        `document.querySelector('iframe').onload = ({ target }) => {
          target.contentWindow.postMessage({ accessToken: 'eyJhbGciOiJIUzI1NiJ9.e30.c2ln' }, '${
            variant === 'broken' ? '*' : origin('widget')
          }');
          setTimeout(() => { window.result = { sent: true }; }, 300);
        };`,
        { body: `<iframe src="${at('widget', '/widget')}"></iframe>` },
      ),
    widget: () => page(`addEventListener('message', ({ data }) => { window.token = data.accessToken; });`),
  },
};
