import { echoed, isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const deploymentProtection: CauseCase = {
  cause: 'deployment-protection',
  title: 'The preview of the front end cannot call the preview of the API: the preflight gets 401',
  why: "The host's deployment protection (single sign-on) answers everything, OPTIONS too, before the application runs.",
  sources: [
    'vm0-ai/vm0#13612',
    'vercel/vercel#9247',
    'gitpod-io/gitpod#14576',
    'Azure-Samples/contoso-creative-writer!96',
  ],
  server: 'replayed',
  twin: {
    differs: "The 401 is the application's own: no nonce cookie and no Server header of the platform.",
    cause: 'preflight-authentication',
  },
  fix: 'The protection is off for that project.',
  origins: { page: 'pr12-app.vm', api: 'pr12-api.vm' },
  page: 'page:/',
  row: { at: 'api:/api/policies', method: 'POST', outcome: 'blocked' },
  works: ({ status }) => status === 200,
  servers: {
    page: (_, { at }) =>
      pageWith(`return { status: await asked('${at('api', '/api/policies')}', {
        method: 'POST', credentials: 'include', headers: { 'Content-Type': 'application/json' }, body: '{}' }) };`),
    api(request, { variant }) {
      if (variant === 'broken') {
        return {
          status: 401,
          headers: {
            Server: 'Vercel',
            'Content-Type': 'text/html; charset=utf-8',
            'Set-Cookie': '_vercel_sso_nonce=Qm3v; Max-Age=3600; Path=/; Secure; HttpOnly; SameSite=Lax',
            'X-Robots-Tag': 'noindex',
            'X-Frame-Options': 'DENY',
            'Cache-Control': 'no-store, max-age=0',
          },
          body: '<!doctype html><title>Authentication Required</title>',
        };
      }
      if (variant === 'twin') return json({ 'WWW-Authenticate': 'Bearer' }, 401);
      return isPreflight(request)
        ? preflight(echoed(request), 'POST', 'content-type')
        : json(echoed(request));
    },
  },
};
