import { isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const obsoletePrivateNetworkHeader: CauseCase = {
  cause: 'obsolete-private-network-header',
  title: 'Access-Control-Allow-Private-Network was added, and the request is blocked as before',
  why: 'No browser asks for that header any more. The preflight lacks the headers that are asked for.',
  sources: ['transithq/tropel!554', 'JaneliaSciComp/fileglancer!395'],
  server: 'imitated',
  twin: { differs: 'The preflight response does not have the obsolete header.', cause: null },
  fix: 'The requested header is allowed, the obsolete one is gone.',
  origins: { page: 'files.lab', helper: { host: 'localhost', port: 1 } },
  page: 'page:/',
  row: { at: 'helper:/open', method: 'POST', outcome: 'blocked' },
  works: ({ status }) => status === 200,
  servers: {
    page: (_, { at }) =>
      pageWith(`return { status: await asked('${at('helper', '/open')}', {
        method: 'POST', headers: { 'X-Share': 'a' }, body: 'x' }) };`),
    helper(request, { variant, origin }) {
      const cors = {
        'Access-Control-Allow-Origin': origin('page'),
        ...(variant === 'broken' && { 'Access-Control-Allow-Private-Network': 'true' }),
      };
      if (!isPreflight(request)) return json(cors);
      return preflight(cors, 'POST', variant === 'fix' ? 'x-share' : '');
    },
  },
};
