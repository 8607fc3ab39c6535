import type { Variant } from '../case';
import { startApplication, startProgram, together } from './programs';
import { type ServerCase, serverCase } from './server-case';
import { upstreamDown } from './upstream-down';

/** Starts nginx with the text of its `server` block, and of its `http` block before that. */
function startNginx(port: number, server: string, http = '', files: Record<string, string> = {}) {
  const config = `user root; daemon off; pid {folder}/pid; error_log stderr; worker_processes 1;
events {}
http {
  access_log off; root {folder}/www; default_type application/json; types { text/html html; }
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  ${http}
  server { listen 127.0.0.1:${port}; ${server} }
}`;
  return startProgram(
    {
      command: 'nginx',
      args: ['-p', '{folder}', '-c', '{folder}/nginx.conf', '-e', 'stderr'],
      files: { 'nginx.conf': config, 'www/list': '[]', 'www/data/list': '[]', ...files },
    },
    port,
  );
}

const cors = { 'Access-Control-Allow-Origin': '*' };
const allows = `add_header Access-Control-Allow-Headers "authorization, content-type";`;

/** Text for one variant only. */
const of = (wished: Variant, variant: Variant, text: string) => (wished === variant ? text : '');

/** The servers of nginx. */
export const nginxCases: readonly ServerCase[] = [
  serverCase({
    id: 'nginx-errors-without-always',
    product: 'nginx',
    cause: 'nginx-header-not-always',
    why: 'add_header without always is left out of a 404 and a 500.',
    twin: {
      differs: 'The application behind nginx adds the header, to its 404 as well, but not to its 500.',
      cause: 'error-without-cors',
    },
    fix: 'add_header … always.',
    path: '/broken',
    works: ({ broken }) => broken === 500,
    script: (at) =>
      `const list = await asked('${at('/list')}'); const absent = await asked('${at('/absent')}');
       return { list, absent, broken: await asked('${at('/broken')}') };`,
    async start({ variant }, port, behind) {
      if (variant !== 'twin') {
        const always = variant === 'fix' ? ' always' : '';
        return startNginx(
          port,
          `add_header Access-Control-Allow-Origin "*"${always}; location /broken { return 500; }`,
        );
      }
      const application = await startApplication(behind, ({ url }, response) => {
        const status = url === '/list' ? 200 : url === '/absent' ? 404 : 500;
        response.writeHead(status, { 'Content-Type': 'application/json', ...(status < 500 && cors) });
        response.end('{}');
      });
      return together(
        await startNginx(port, `location / { proxy_pass http://127.0.0.1:${behind}; }`),
        application,
      );
    },
  }),
  serverCase({
    id: 'nginx-basic-auth',
    product: 'nginx',
    cause: 'preflight-authentication',
    why: 'auth_basic answers the preflight with 401.',
    twin: {
      differs: 'OPTIONS is answered before auth_basic; the password is wrong, and the 401 lacks the header.',
      cause: 'nginx-header-not-always',
    },
    fix: 'OPTIONS is answered before auth_basic.',
    path: '/private',
    works: ({ answer }) => answer === 200,
    script: (at, { variant }) =>
      `const list = await asked('${at('/list')}');
       const headers = { Authorization: 'Basic ' + btoa('u:${variant === 'twin' ? 'wrong' : 'p'}') };
       return { list, answer: await asked('${at('/private')}', { headers }) };`,
    start: ({ variant }, port) =>
      startNginx(
        port,
        `add_header Access-Control-Allow-Origin "*"; location = /private {
          add_header Access-Control-Allow-Origin "*"; ${allows}
          ${variant === 'broken' ? '' : 'if ($request_method = OPTIONS) { return 204; }'}
          auth_basic "area"; auth_basic_user_file {folder}/users; }`,
        '',
        { users: 'u:{PLAIN}p\n', 'www/private': '{}' },
      ),
  }),
  serverCase({
    id: 'nginx-body-limit',
    product: 'nginx',
    cause: 'body-too-large',
    why: 'client_max_body_size answers a large upload with 413 before the application runs.',
    twin: {
      differs: 'The body is within the limit; the application answers 422 without the header, 404 with it.',
      cause: 'error-without-cors',
    },
    fix: 'client_max_body_size is raised.',
    path: '/upload',
    method: 'POST',
    works: ({ large }) => large === 200,
    script: (at) =>
      `const small = await asked('${at('/small')}', { method: 'POST', body: 'x' });
       const absent = await asked('${at('/absent')}');
       return { small, absent, large: await asked('${at('/upload')}', { method: 'POST', body: 'x'.repeat(5000) }) };`,
    async start({ variant }, port, behind) {
      const application = await startApplication(behind, (request, response) => {
        const fails = variant === 'twin' && request.url === '/upload';
        request.resume().on('end', () => {
          response.writeHead(fails ? 422 : request.url === '/absent' ? 404 : 200, {
            'Content-Type': 'application/json',
            ...(!fails && cors),
          });
          response.end('{}');
        });
      });
      const limit = variant === 'broken' ? '1k' : '1m';
      const server = `client_max_body_size ${limit}; location / { proxy_pass http://127.0.0.1:${behind}; }`;
      return together(await startNginx(port, server), application);
    },
  }),
  ...([429, 503] as const).map((status) =>
    serverCase({
      id: `nginx-rate-limit-${status}`,
      product: 'nginx',
      cause: status === 429 ? 'rate-limit' : 'error-without-cors',
      why: `limit_req answers ${status}${status === 503 ? ', its default,' : ''} without the application's header.`,
      twin: {
        differs: 'The limit is not reached; the application answers 500 without the header, 404 with it.',
        cause: 'error-without-cors',
      },
      fix: 'A burst is allowed.',
      path: '/item?n=2',
      works: ({ second }) => second === 200,
      script: (at) =>
        `const absent = await asked('${at('/absent')}'); const first = await asked('${at('/item?n=1')}');
         return { absent, first, second: await asked('${at('/item?n=2')}') };`,
      async start({ variant }, port, behind) {
        const application = await startApplication(behind, (request, response) => {
          const fails = variant === 'twin' && request.url === '/item?n=2';
          response.writeHead(fails ? 500 : request.url === '/absent' ? 404 : 200, {
            'Content-Type': 'application/json',
            ...(!fails && cors),
          });
          response.end('{}');
        });
        const burst = variant === 'broken' ? '' : ' burst=20 nodelay';
        return together(
          await startNginx(
            port,
            `location /absent { proxy_pass http://127.0.0.1:${behind}; }
             location / { limit_req zone=z${burst}; limit_req_status ${status}; proxy_pass http://127.0.0.1:${behind}; }`,
            'limit_req_zone $binary_remote_addr zone=z:1m rate=1r/m;',
          ),
          application,
        );
      },
    }),
  ),
  upstreamDown('nginx', (port, items, orders) =>
    startNginx(
      port,
      `location /orders { proxy_pass http://127.0.0.1:${orders}; }
       location / { proxy_pass http://127.0.0.1:${items}; }`,
    ),
  ),
  serverCase({
    id: 'nginx-upstream-down-behind-add-header',
    product: 'nginx',
    cause: 'gateway-error',
    why: 'The application is down; add_header without always is left out of the 502.',
    twin: {
      differs: 'nginx answers 403 itself: only always is missing.',
      cause: 'nginx-header-not-always',
    },
    fix: 'The application is started.',
    path: '/orders',
    works: ({ orders }) => orders === 200,
    script: (at) =>
      `const list = await asked('${at('/list')}'); return { list, orders: await asked('${at('/orders')}') };`,
    async start({ variant }, port, behind) {
      const application = await startApplication(behind, (_, response) => response.end('{}'));
      const orders = variant === 'twin' ? 'deny all;' : '';
      const target = variant === 'broken' ? 1 : behind;
      const server = `add_header Access-Control-Allow-Origin "*";
        location /orders { ${orders} proxy_pass http://127.0.0.1:${target}; }`;
      return together(await startNginx(port, server), application);
    },
  }),
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
