import { json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const cachedForOtherOrigin: CauseCase = {
  cause: 'cached-for-other-origin',
  title: 'The first site works, the second is blocked: the allowed origin is that of the first',
  why: 'A cache keeps the echoed origin, because the response lacks Vary: Origin.',
  sources: ['samvera/serverless-iiif#111'],
  server: 'imitated',
  twin: { differs: 'No cache answers: no Age. The server allows the other site only.', cause: null },
  fix: 'Vary: Origin.',
  origins: { page: 'second.museum', cdn: 'iiif.museum-data' },
  page: 'page:/',
  row: { at: 'cdn:/iiif/1/info.json', outcome: 'blocked' },
  works: ({ get }) => get === 200,
  servers: {
    page: (_, { at }) => pageWith(`return { get: await asked('${at('cdn', '/iiif/1/info.json')}') };`),
    cdn: ({ headers }, { variant }) =>
      json({
        'Access-Control-Allow-Origin':
          variant === 'fix' ? (headers.origin ?? '*') : 'https://first.museum.example',
        ...(variant === 'broken' && {
          Age: '322',
          'X-Cache': 'HIT',
          'Cache-Control': 'public, max-age=86400',
        }),
        ...(variant === 'fix' && { Vary: 'Origin' }),
      }),
  },
};
