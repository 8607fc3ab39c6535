import { startNode } from './programs';
import { type ServerCase, serverCase } from './server-case';

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
];
