import { echoed, isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const windowsAuthentication: CauseCase = {
  cause: 'windows-authentication',
  title: 'An API on IIS with Windows authentication is blocked at every preflight',
  why: 'IIS asks for Negotiate or NTLM before the application runs, and a preflight cannot answer.',
  sources: ['dotnet/aspnetcore#11764', 'aspnet/CORS#60'],
  server: 'replayed',
  twin: {
    differs: "The 401 is the application's own and asks for a Bearer token.",
    cause: 'preflight-authentication',
  },
  fix: 'Anonymous authentication is on beside Windows authentication.',
  origins: { page: 'intra.hours', api: 'api.hours-data' },
  page: 'page:/',
  row: { at: 'api:/api/hours', method: 'POST', outcome: 'blocked' },
  works: ({ post }) => post === 200,
  servers: {
    page: (_, { at }) =>
      pageWith(`return { post: await asked('${at('api', '/api/hours')}', { method: 'POST', credentials: 'include',
        headers: { 'Content-Type': 'application/json' }, body: '{}' }) };`),
    api(request, { variant }) {
      const server = { Server: 'Microsoft-IIS/10.0', 'X-Powered-By': 'ASP.NET' };
      if (variant === 'broken') {
        return {
          status: 401,
          headers: { ...server, 'Content-Type': 'text/html', 'WWW-Authenticate': ['Negotiate', 'NTLM'] },
          body: '<h2>401 - Unauthorized</h2>',
        };
      }
      if (variant === 'twin') return json({ Server: 'Kestrel', 'WWW-Authenticate': 'Bearer' }, 401);
      return isPreflight(request)
        ? preflight({ ...server, ...echoed(request) }, 'POST', 'content-type')
        : json({ ...server, ...echoed(request) });
    },
  },
};
