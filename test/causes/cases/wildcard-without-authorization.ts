import { isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

const allowed = { broken: '*', twin: '*, authorization', fix: 'authorization' };

export const wildcardWithoutAuthorization: CauseCase = {
  cause: 'wildcard-without-authorization',
  title: 'The server allows every header with *, and the console warns about Authorization',
  why: 'The standard leaves Authorization out of *; browsers still accept it and warn.',
  sources: ['pyrates/roll#79', 'dotnet/aspnetcore#3684', 'mdn/browser-compat-data!20092'],
  server: 'imitated',
  twin: { differs: 'Authorization is listed beside the wildcard.', cause: null },
  fix: 'The headers are listed.',
  origins: { page: 'app.invoices', api: 'api.invoices-data' },
  page: 'page:/',
  row: { at: 'api:/invoices', method: 'GET', outcome: 'allowed' },
  // Browsers do not yet refuse it.
  works: ({ get, names }) => get === 200 && names !== '*',
  servers: {
    page: (_, { at, variant }) =>
      pageWith(
        `const get = await asked('${at('api', '/invoices')}', { headers: { Authorization: 'Bearer t' } });
        return { get, names: '${allowed[variant]}' };`,
      ),
    api(request, { variant }) {
      const cors = { 'Access-Control-Allow-Origin': '*' };
      return isPreflight(request) ? preflight(cors, 'GET', allowed[variant]) : json(cors);
    },
  },
};
