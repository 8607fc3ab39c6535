import { page } from '../answers';
import type { CauseCase } from '../case';

export const openerSevered: CauseCase = {
  cause: 'opener-severed',
  title: 'The sign-in window never tells its opener that it is done',
  why: 'The page of the sign-in has Cross-Origin-Opener-Policy: same-origin, so window.opener is null in it.',
  sources: ['authts/oidc-client-ts#31', 'hypothesis/product-backlog#1333'],
  server: 'imitated',
  twin: { differs: 'The policy is unsafe-none; the window sends no message.', cause: null },
  fix: 'Cross-Origin-Opener-Policy: unsafe-none.',
  origins: { page: 'shop.lamps', login: 'login.accounts' },
  page: 'page:/',
  row: null,
  works: ({ answered }) => answered === true,
  servers: {
    page: (_, { at }) =>
      page(
        `const got = { answered: false };
        const end = () => { window.result = got; };
        addEventListener('message', ({ data }) => {
          if (data !== 'token') return;
          got.answered = true;
          end();
        });
        window.open('${at('login', '/popup')}');
        setTimeout(end, 2000);`,
      ),
    login: (_, { origin, variant }) =>
      page(variant === 'twin' ? '' : `opener?.postMessage('token', '${origin('page')}');`, {
        headers: { 'Cross-Origin-Opener-Policy': variant === 'broken' ? 'same-origin' : 'unsafe-none' },
      }),
  },
};
