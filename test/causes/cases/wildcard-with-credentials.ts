import { json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const wildcardWithCredentials: CauseCase = {
  cause: 'wildcard-with-credentials',
  title: 'The server allows *, and a call with credentials is blocked',
  why: 'A wildcard does not allow requests with credentials.',
  sources: ['bitly/oauth2_proxy#518', 'pduchesne/ckanext-geoview!9'],
  server: 'imitated',
  twin: { differs: 'The header has another origin instead of *.', cause: null },
  fix: 'The server echoes the origin and allows credentials.',
  origins: { page: 'app.layers', api: 'wms.layers-data' },
  page: 'page:/',
  row: { at: 'api:/wms', outcome: 'blocked' },
  works: ({ get }) => get === 200,
  servers: {
    page: (_, { at }) =>
      pageWith(`return { get: await asked('${at('api', '/wms')}', { credentials: 'include' }) };`),
    api: (_, { variant, origin }) =>
      json({
        'Access-Control-Allow-Origin': { broken: '*', twin: 'https://layers.example', fix: origin('page') }[
          variant
        ],
        ...(variant !== 'broken' && { 'Access-Control-Allow-Credentials': 'true' }),
      }),
  },
};
