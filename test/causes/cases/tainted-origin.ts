import { json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const taintedOrigin: CauseCase = {
  cause: 'tainted-origin',
  title: "Access from origin 'null' is blocked, though the page has an origin",
  why: 'A redirect from one other origin to a third makes the origin null.',
  sources: ['ant0ine/go-json-rest#54', 'mdn/content#40493'],
  server: 'imitated',
  twin: {
    differs:
      "The first hop is the page's own server, so the origin stays; the last server has no CORS headers.",
    cause: null,
  },
  fix: 'The page calls the last URL.',
  origins: { page: 'www.maps', short: 'go.links', api: 'tiles.maps-data' },
  page: 'page:/',
  row: { at: 'api:/tiles/1', outcome: 'blocked' },
  works: ({ get }) => get === 200,
  servers: {
    page({ path }, { at, variant }) {
      if (path === '/t/1') return { status: 302, headers: { Location: at('api', '/tiles/1') } };
      const url = { broken: at('short', '/t/1'), twin: '/t/1', fix: at('api', '/tiles/1') }[variant];
      return pageWith(`return { get: await asked('${url}') };`);
    },
    short: (_, { at, origin }) => ({
      status: 302,
      headers: { Location: at('api', '/tiles/1'), 'Access-Control-Allow-Origin': origin('page') },
    }),
    api: ({ headers }, { origin, variant }) =>
      json({
        Vary: 'Origin',
        ...(headers.origin === origin('page') &&
          variant !== 'twin' && { 'Access-Control-Allow-Origin': origin('page') }),
      }),
  },
};
