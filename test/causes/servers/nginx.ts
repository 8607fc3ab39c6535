import { allows, cors, startNginx } from './nginx-start';
import { startApplication, together, visit } from './programs';
import { type ServerCase, serverCase } from './server-case';
import { upstreamDown } from './upstream-down';

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
    id: 'nginx-cache-without-origin',
    product: 'nginx',
    cause: 'cdn-cached-without-origin',
    why: 'proxy_cache stored the response to a request without Origin, which has no CORS headers.',
    twin: { differs: 'The request is not cached, and the application never adds the header.', cause: null },
    fix: 'The application sends Vary: Origin, always.',
    path: '/logo.json',
    works: ({ logo }) => logo === 200,
    script: (at) => `return { logo: await asked('${at('/logo.json')}') };`,
    async start({ variant, at }, port, behind) {
      const application = await startApplication(behind, ({ headers }, response) => {
        const isAllowed = headers.origin !== undefined && variant !== 'twin';
        response.writeHead(200, {
          'Content-Type': 'application/json',
          'X-Accel-Expires': variant === 'twin' ? '0' : '60',
          ...(isAllowed && cors),
          ...(variant === 'fix' && { Vary: 'Origin' }),
        });
        response.end('{}');
      });
      const nginx = await startNginx(
        port,
        `location / { proxy_cache c; add_header X-Cache-Status $upstream_cache_status;
           proxy_pass http://127.0.0.1:${behind}; }`,
        'proxy_cache_path {folder}/cache keys_zone=c:1m;',
      );
      await visit(at('api', '/logo.json'));
      return together(nginx, application);
    },
  }),
];
