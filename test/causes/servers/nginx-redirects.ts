import { allows, cors, of, startNginx } from './nginx-start';
import { startApplication, together } from './programs';
import { type ServerCase, serverCase } from './server-case';

/** The servers of nginx that redirect, add headers again or answer OPTIONS. */
export const nginxRedirectCases: readonly ServerCase[] = [
  serverCase({
    id: 'nginx-slash-redirect',
    product: 'nginx',
    cause: 'slash-redirect',
    why: 'nginx redirects /data to /data/, the preflight too.',
    twin: {
      differs: 'It redirects to another path.',
      cause: 'preflight-redirect',
    },
    fix: 'The page requests /data/.',
    path: '/data',
    works: ({ data }) => data === 200,
    script: (at, { variant }) =>
      `return { data: await asked('${at(variant === 'fix' ? '/data/' : '/data')}', { headers: { Authorization: 'Bearer t' } }) };`,
    async start({ variant }, port, behind) {
      const application = await startApplication(behind, (_, response) => {
        response.writeHead(200, { ...cors, 'Access-Control-Allow-Headers': 'authorization' }).end('{}');
      });
      const moved = of('twin', variant, 'location = /data { return 308 /v2/list; }');
      return together(
        await startNginx(port, `${moved} location /data/ { proxy_pass http://127.0.0.1:${behind}; }`),
        application,
      );
    },
  }),
  serverCase({
    id: 'nginx-https-redirect',
    product: 'nginx',
    cause: 'https-redirect',
    why: 'return 301 https://… answers the preflight.',
    twin: { differs: 'It redirects to the name with www.', cause: 'www-redirect' },
    fix: 'The preflight is not redirected.',
    path: '/items',
    works: ({ items }) => items === 200,
    script: (at) =>
      `return { items: await asked('${at('/items')}', { headers: { Authorization: 'Bearer t' } }) };`,
    start: ({ variant }, port) =>
      startNginx(
        port,
        {
          broken: `return 301 https://$http_host$request_uri;`,
          twin: `return 301 http://www.$http_host$request_uri;`,
          fix: `location / { add_header Access-Control-Allow-Origin "*"; ${allows} return 200 "{}"; }`,
        }[variant],
      ),
  }),
  serverCase({
    id: 'nginx-adds-header-again',
    product: 'nginx',
    cause: 'header-twice',
    why: 'The application and add_header both add the header.',
    twin: { differs: 'Only nginx adds it, with a list of two origins.', cause: 'origin-list' },
    fix: 'proxy_hide_header.',
    path: '/items',
    works: ({ items }) => items === 200,
    script: (at) => `return { items: await asked('${at('/items')}') };`,
    async start({ variant, origin }, port, behind) {
      const application = await startApplication(behind, (_, response) => {
        response.writeHead(200, variant === 'twin' ? {} : cors).end('{}');
      });
      const value = variant === 'twin' ? `${origin('page')}, http://admin.shop` : '*';
      const hide = of('fix', variant, 'proxy_hide_header Access-Control-Allow-Origin;');
      const server = `location / { add_header Access-Control-Allow-Origin "${value}"; ${hide}
        proxy_pass http://127.0.0.1:${behind}; }`;
      return together(await startNginx(port, server), application);
    },
  }),
  serverCase({
    id: 'nginx-files-refuse-options',
    product: 'nginx',
    cause: 'no-options-route',
    why: 'nginx answers OPTIONS for a file with 405.',
    twin: {
      differs: 'OPTIONS is answered with 204, but without the header that is sent.',
      cause: 'header-not-listed',
    },
    fix: 'OPTIONS is answered with 204 and the allowed headers.',
    path: '/data/list',
    works: ({ list }) => list === 200,
    script: (at) =>
      `return { list: await asked('${at('/data/list')}', { headers: { Authorization: 'Bearer t' } }) };`,
    start: ({ variant }, port) =>
      startNginx(
        port,
        `location /data/ { add_header Access-Control-Allow-Origin "*" always;
          ${of('twin', variant, 'add_header Access-Control-Allow-Headers "x-token";')}
          ${of('fix', variant, allows)}
          ${variant === 'broken' ? '' : 'if ($request_method = OPTIONS) { return 204; }'} }`,
      ),
  }),
  serverCase({
    id: 'nginx-login-in-front',
    product: 'nginx',
    cause: 'preflight-login-redirect',
    why: 'auth_request redirects the preflight to the login host, as in front of oauth2-proxy.',
    twin: { differs: 'auth_request answers the preflight with 401.', cause: 'preflight-authentication' },
    fix: 'OPTIONS is answered before auth_request.',
    path: '/reports',
    works: ({ reports }) => reports === 200,
    script: (at) =>
      `return { reports: await asked('${at('/reports')}', { headers: { 'Content-Type': 'application/json' } }) };`,
    async start({ variant }, port, behind) {
      const application = await startApplication(behind, ({ url, method }, response) => {
        if (url === '/oauth2/auth') return response.writeHead(variant === 'fix' ? 202 : 401).end();
        const preflight = method === 'OPTIONS' && { 'Access-Control-Allow-Headers': 'content-type' };
        return response.writeHead(200, { ...cors, ...preflight }).end('{}');
      });
      const login = of(
        'broken',
        variant,
        'error_page 401 = @login; location @login { return 302 http://sso.login-host/oauth2/start?rd=$request_uri; }',
      );
      return together(
        await startNginx(
          port,
          `${login} location = /auth { internal; proxy_pass http://127.0.0.1:${behind}/oauth2/auth;
             proxy_pass_request_body off; proxy_set_header Content-Length ""; }
           location / { auth_request /auth; proxy_pass http://127.0.0.1:${behind}; }`,
        ),
        application,
      );
    },
  }),
];
