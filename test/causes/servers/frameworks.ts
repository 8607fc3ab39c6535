import { startExpress } from './node-start';
import { startNode } from './programs';
import { type ServerCase, serverCase } from './server-case';
import { upstreamDown } from './upstream-down';

const json = "{ 'Content-Type': 'application/json' }";

/** The servers of other frameworks of Node.js. */
export const frameworkCases: readonly ServerCase[] = [
  serverCase({
    id: 'fastify-cors-of-a-plugin',
    product: 'Fastify',
    cause: 'route-without-cors',
    why: '@fastify/cors is registered inside a plugin, so routes outside of it have no headers.',
    twin: { differs: 'No route has the headers.', cause: null },
    fix: '@fastify/cors is registered at the root.',
    path: '/outside',
    works: ({ outside }) => outside === 200,
    script: (at) =>
      `const inside = await asked('${at('/inside')}'); return { inside, outside: await asked('${at('/outside')}') };`,
    start({ variant }, port) {
      const register = 'await app.register(cors, { origin: true });';
      return startNode(
        port,
        `import Fastify from 'fastify'; import cors from '@fastify/cors';
const root = Fastify(); let app = root;
${variant === 'fix' ? register : ''}
await root.register(async (scoped) => { app = scoped; ${variant === 'broken' ? register : ''} scoped.get('/inside', async () => ({})); });
root.get('/outside', async () => ({}));
await root.listen({ port, host: '127.0.0.1' });`,
      );
    },
  }),
  serverCase({
    id: 'fastify-without-cors',
    product: 'Fastify',
    cause: 'no-options-route',
    why: 'The handler adds the header itself; there is no route for OPTIONS.',
    twin: { differs: 'A hook refuses OPTIONS with 401.', cause: 'preflight-authentication' },
    fix: '@fastify/cors.',
    path: '/items',
    works: ({ items }) => items === 200,
    script: (at) =>
      `return { items: await asked('${at('/items')}', { method: 'POST', headers: ${json}, body: '{}' }) };`,
    start: ({ variant }, port) =>
      startNode(
        port,
        `import Fastify from 'fastify'; import cors from '@fastify/cors';
const app = Fastify();
${variant === 'fix' ? 'await app.register(cors);' : ''}
${variant === 'twin' ? "app.addHook('onRequest', async (req, reply) => { if (!req.headers.authorization) return reply.code(401).send({}); });" : ''}
app.post('/items', async (_, reply) => { reply.header('Access-Control-Allow-Origin', '*'); return {}; });
await app.listen({ port, host: '127.0.0.1' });`,
      ),
  }),
  serverCase({
    id: 'hono-auth-before-cors',
    product: 'Hono',
    cause: 'preflight-authentication',
    why: 'bearerAuth() is registered before cors().',
    twin: { differs: 'cors() stands first, with another header in its list.', cause: 'header-not-listed' },
    fix: 'cors() stands first.',
    path: '/api/me',
    works: ({ me }) => me === 200,
    script: (at) =>
      `return { me: await asked('${at('/api/me')}', { headers: { Authorization: 'Bearer t' } }) };`,
    start({ variant }, port) {
      const options = variant === 'twin' ? `{ origin: '*', allowHeaders: ['x-token'] }` : '';
      const layers = [`app.use(bearerAuth({ token: 't' }));`, `app.use(cors(${options}));`];
      return startNode(
        port,
        `import { Hono } from 'hono'; import { cors } from 'hono/cors'; import { bearerAuth } from 'hono/bearer-auth';
import { serve } from '@hono/node-server';
const app = new Hono();
${(variant === 'broken' ? layers : layers.toReversed()).join('\n')}
app.get('/api/me', (c) => c.json({}));
serve({ fetch: app.fetch, port, hostname: '127.0.0.1' });`,
      );
    },
  }),
  serverCase({
    id: 'koa-errors-drop-headers',
    product: 'Koa',
    cause: 'error-without-cors',
    why: '@koa/cors with keepHeadersOnError: false: an error has no CORS headers.',
    twin: { differs: '@koa/cors is not registered.', cause: null },
    fix: 'keepHeadersOnError is true, its default.',
    path: '/broken',
    works: ({ broken }) => broken === 500,
    script: (at) =>
      `const items = await asked('${at('/items')}'); return { items, broken: await asked('${at('/broken')}') };`,
    start: ({ variant }, port) =>
      startNode(
        port,
        `import Koa from 'koa'; import cors from '@koa/cors';
const app = new Koa(); app.silent = true;
${{ broken: 'app.use(cors({ keepHeadersOnError: false }));', twin: '', fix: 'app.use(cors());' }[variant]}
app.use((ctx) => { if (ctx.path === '/broken') throw new Error('failed'); ctx.body = []; });
app.listen(port, '127.0.0.1');`,
      ),
  }),
  serverCase({
    id: 'nest-without-enable-cors',
    product: 'Nest',
    cause: 'no-options-route',
    why: 'enableCors() is not called: OPTIONS is answered with 404.',
    twin: {
      differs: 'enableCors() is called with methods that lack PUT.',
      cause: 'method-not-listed',
    },
    fix: 'enableCors().',
    path: '/items',
    works: ({ items }) => items === 200,
    script: (at) => `return { items: await asked('${at('/items')}', { method: 'PUT' }) };`,
    start: ({ variant }, port) =>
      startNode(
        port,
        `import 'reflect-metadata'; import { NestFactory } from '@nestjs/core'; import { Controller, Module, Put } from '@nestjs/common';
class Items { put() { return {}; } }
Put('items')(Items.prototype, 'put', Object.getOwnPropertyDescriptor(Items.prototype, 'put')); Controller()(Items);
class Main {}
Module({ controllers: [Items] })(Main);
const app = await NestFactory.create(Main, { logger: false });
${{ broken: '', twin: `app.enableCors({ methods: ['GET', 'POST'] });`, fix: 'app.enableCors();' }[variant]}
await app.listen(port, '127.0.0.1');`,
      ),
  }),
  upstreamDown('http-proxy-middleware', (port, items, orders) =>
    startNode(
      port,
      `import express from 'express'; import { createProxyMiddleware } from 'http-proxy-middleware';
const app = express(); const to = (at) => createProxyMiddleware({ target: 'http://127.0.0.1:' + at, changeOrigin: true });
const [orders, items] = [to(${orders}), to(${items})];
app.use((req, res, next) => (req.url === '/orders' ? orders : items)(req, res, next));
app.listen(port, '127.0.0.1');`,
    ),
  ),
  serverCase({
    id: 'vite-origin-not-allowed',
    product: 'Vite',
    cause: 'dev-server-origin',
    why: 'server.cors allows another origin only, so the back end’s page cannot load the modules.',
    twin: { differs: 'server.cors is a fixed other origin, which Vite sends.', cause: null },
    fix: 'server.cors.origin has the page’s origin.',
    path: '/@vite/client',
    works: ({ client }) => client === 200,
    script: (at) => `return { client: await asked('${at('/@vite/client')}') };`,
    start({ variant }, port) {
      const origin = { broken: '[/^http:..app.dev$/]', twin: `'http://app.dev'`, fix: 'true' }[variant];
      return startNode(
        port,
        `import { createServer } from 'vite';
const server = await createServer({ configFile: false, root: process.env.TMPDIR ?? '/tmp', cacheDir: '/tmp/corscope-vite', logLevel: 'silent',
  optimizeDeps: { noDiscovery: true }, server: { port, host: '127.0.0.1', strictPort: true, watch: null, hmr: false, cors: { origin: ${origin} } } });
await server.listen();`,
      );
    },
  }),
  ...mcpCases(),
];

function mcpCases(): readonly ServerCase[] {
  const mcp = (options: string, before = '') => `
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { randomUUID } from 'node:crypto';
const transports = {};
${before}
app.use(cors(${options}));
app.use(express.json());
app.all('/mcp', async (req, res) => {
  let transport = transports[req.headers['mcp-session-id']];
  if (!transport) {
    transport = new StreamableHTTPServerTransport({ sessionIdGenerator: randomUUID, enableJsonResponse: true,
      onsessioninitialized: (id) => { transports[id] = transport; } });
    await new McpServer({ name: 'files', version: '1.0.0' }).connect(transport);
  }
  await transport.handleRequest(req, res, req.body);
});`;
  const call = (url: string) =>
    `const url = '${url}';
     const headers = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' };
     const send = (id, method, params) => fetch(url, { method: 'POST', headers, body: JSON.stringify({ jsonrpc: '2.0', id, method, params }) });
     const first = await send(1, 'initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'page', version: '1' } });
     await first.text();
     const session = first.headers.get('mcp-session-id');
     if (session) headers['mcp-session-id'] = session;
     headers['mcp-protocol-version'] = '2025-06-18';
     const second = await send(2, 'ping').then((r) => r.status, (e) => e.name);
     return { session, second };`;
  const all = `['content-type', 'accept', 'mcp-session-id', 'mcp-protocol-version']`;
  return [
    serverCase({
      id: 'mcp-header-not-allowed',
      product: 'MCP SDK',
      cause: 'header-not-listed',
      why: 'allowedHeaders lacks mcp-session-id and mcp-protocol-version.',
      twin: { differs: 'The methods lack POST as well, which is checked first.', cause: null },
      fix: 'Both are allowed.',
      path: '/mcp',
      method: 'POST',
      works: ({ second }) => second === 200,
      script: (at) => call(at('/mcp')),
      start: ({ variant }, port) =>
        startExpress(
          port,
          mcp(
            {
              broken: `{ allowedHeaders: ['content-type'], exposedHeaders: ['mcp-session-id'] }`,
              twin: `{ origin: 'http://app.chat', allowedHeaders: ${all} }`,
              fix: `{ allowedHeaders: ${all}, exposedHeaders: ['mcp-session-id'] }`,
            }[variant],
          ),
        ),
    }),
    serverCase({
      id: 'mcp-session-not-exposed',
      product: 'MCP SDK',
      cause: 'header-not-exposed',
      why: 'exposedHeaders lacks mcp-session-id, so the page never learns its session.',
      twin: { differs: 'It is exposed, but another request header is not allowed.', cause: null },
      fix: 'It is exposed.',
      path: '/mcp',
      method: 'POST',
      outcome: 'allowed',
      works: ({ second }) => second === 200,
      script: (at) => call(at('/mcp')),
      start: ({ variant }, port) =>
        startExpress(
          port,
          mcp(
            {
              broken: `{ allowedHeaders: ${all} }`,
              twin: `{ allowedHeaders: ['content-type'], exposedHeaders: ['mcp-session-id'] }`,
              fix: `{ allowedHeaders: ${all}, exposedHeaders: ['mcp-session-id'] }`,
            }[variant],
          ),
        ),
    }),
    serverCase({
      id: 'mcp-metadata-without-cors',
      product: 'MCP SDK',
      cause: 'route-without-cors',
      why: 'The OAuth metadata route stands before cors().',
      twin: { differs: 'No route has the headers.', cause: null },
      fix: 'mcpAuthMetadataRouter() of the SDK, which has its own CORS.',
      path: '/.well-known/oauth-protected-resource',
      works: ({ metadata }) => metadata === 200,
      script: (at) =>
        `const health = await asked('${at('/health')}');
         return { health, metadata: await asked('${at('/.well-known/oauth-protected-resource')}') };`,
      start({ variant }, port) {
        const own = `app.get('/.well-known/oauth-protected-resource', (_, res) => res.json({ resource: 'http://localhost' }));`;
        const router = `import { mcpAuthMetadataRouter } from '@modelcontextprotocol/sdk/server/auth/router.js';
app.use(mcpAuthMetadataRouter({ resourceServerUrl: new URL('http://localhost'), oauthMetadata: { issuer: 'http://localhost',
  authorization_endpoint: 'http://localhost/a', token_endpoint: 'http://localhost/t', response_types_supported: ['code'] } }));`;
        return startExpress(
          port,
          `${variant === 'fix' ? router : own}
${variant === 'twin' ? '' : 'app.use(cors());'}
app.get('/health', (_, res) => res.json({}));`,
        );
      },
    }),
  ];
}
