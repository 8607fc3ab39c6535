import { npmFolder } from '../../causes/servers/products';
import { startNode, startProgram } from '../../causes/servers/programs';
import type { LiveStart } from './live-app';
import { startNext } from './start';

/** The routes of an Express application, which Nest's is too. */
const expressRoutes = `app.use((request, response, next) =>
  request.path === '/secret' && !request.headers.authorization ? response.status(401).json({}) : next());
app.get('/data', (request, response) => response.set({ 'X-Total': '3', 'Cache-Control': 'max-age=60' }).json({}));
app.put('/data', (request, response) => response.json({}));
app.get('/secret', (request, response) => response.json({}));
app.get('/fail', () => { throw new Error('on purpose'); });`;

const startExpress: LiveStart = (port, text) =>
  startNode(
    port,
    `import express from 'express';
const app = express();
${text}
${expressRoutes}
app.listen(port, '127.0.0.1');`,
  );

/** A handler of the Fetch API, for platforms that call one. */
const fetchApplication = `const application = async (request) => {
  const { pathname } = new URL(request.url);
  if (pathname === '/secret' && !request.headers.has('Authorization')) return Response.json({}, { status: 401 });
  if (pathname === '/fail') throw new Error('on purpose');
  if (pathname !== '/data' && pathname !== '/secret') return Response.json({}, { status: 404 });
  return Response.json({}, { headers: { 'X-Total': '3', 'Cache-Control': 'max-age=60' } });
};`;

/** The applications in JavaScript. */
export const nodeApps = {
  express: startExpress,
  nest: (port, text) =>
    startNode(
      port,
      `import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Module } from '@nestjs/common';
class AppModule {}
Module({})(AppModule);
const app = await NestFactory.create(AppModule, { logger: false });
${text}
${expressRoutes.replaceAll('app.', 'app.getHttpAdapter().getInstance().')}
await app.listen(port, '127.0.0.1');`,
    ),
  fastify: (port, text) =>
    startNode(
      port,
      `import Fastify from 'fastify';
const app = Fastify();
${text}
app.addHook('onRequest', async (request, reply) => {
  if (request.url === '/secret' && !request.headers.authorization) return reply.code(401).send({});
});
app.get('/data', (request, reply) => reply.headers({ 'X-Total': '3', 'Cache-Control': 'max-age=60' }).send({}));
app.put('/data', async () => ({}));
app.get('/secret', async () => ({}));
app.get('/fail', async () => { throw new Error('on purpose'); });
await app.listen({ port, host: '127.0.0.1' });`,
    ),
  koa: (port, text) =>
    startNode(
      port,
      `import Koa from 'koa';
const app = new Koa();
app.silent = true;
${text}
app.use((context) => {
  if (context.path === '/secret' && !context.get('Authorization')) context.throw(401);
  if (context.path === '/fail') throw new Error('on purpose');
  if (context.path !== '/data' && context.path !== '/secret') context.throw(404);
  context.set({ 'X-Total': '3', 'Cache-Control': 'max-age=60' });
  context.body = {};
});
app.listen(port, '127.0.0.1');`,
    ),
  hono: (port, text) =>
    startNode(
      port,
      `import { Hono } from 'hono';
import { serve } from '@hono/node-server';
const app = new Hono();
${text}
app.use('*', async (context, next) =>
  context.req.path === '/secret' && !context.req.header('Authorization') ? context.json({}, 401) : next());
app.get('/data', (context) => context.json({}, 200, { 'X-Total': '3', 'Cache-Control': 'max-age=60' }));
app.put('/data', (context) => context.json({}));
app.get('/secret', (context) => context.json({}));
app.get('/fail', () => { throw new Error('on purpose'); });
serve({ fetch: app.fetch, port, hostname: '127.0.0.1' });`,
    ),
  next: (port, text) =>
    startNext(port, {
      ...(text !== '' && { 'proxy.js': text }),
      'app/api/[path]/route.js': `async function answer(request, { params }) {
  const { path } = await params;
  if (path === 'secret' && !request.headers.get('Authorization')) return Response.json({}, { status: 401 });
  if (path === 'fail') throw new Error('on purpose');
  if (path !== 'data' && path !== 'secret') return Response.json({}, { status: 404 });
  return Response.json({}, { headers: { 'X-Total': '3', 'Cache-Control': 'max-age=60' } });
}
export { answer as GET, answer as PUT };`,
    }),
  node: (port, text) =>
    startNode(
      port,
      `import { createServer } from 'node:http';
const listener = (request, response) => {
  const send = (status, headers = {}) => response.writeHead(status, headers).end('{}');
  if (request.url === '/secret' && !request.headers.authorization) return send(401);
  if (request.url === '/fail') return send(500);
  if (request.url !== '/data' && request.url !== '/secret') return send(404);
  send(200, { 'X-Total': '3', 'Cache-Control': 'max-age=60' });
};
${text}
createServer(${text === '' ? 'listener' : 'withCors(listener)'}).listen(port, '127.0.0.1');`,
    ),
  hapi: (port, text) =>
    startNode(
      port,
      `import Hapi from '@hapi/hapi';
import Boom from '@hapi/boom';
const server = Hapi.server({ port, host: '127.0.0.1' });
${text}
server.auth.scheme('header', () => ({
  authenticate(request, h) {
    if (!request.headers.authorization) throw Boom.unauthorized();
    return h.authenticated({ credentials: {} });
  },
}));
server.auth.strategy('header', 'header');
const data = (request, h) => h.response({}).header('X-Total', '3').header('Cache-Control', 'max-age=60');
server.route({ method: ['GET', 'PUT'], path: '/data', handler: data });
server.route({ method: 'GET', path: '/secret', handler: data, options: { auth: 'header' } });
server.route({ method: 'GET', path: '/fail', handler: () => { throw new Error('on purpose'); } });
await server.start();`,
    ),
  nitro: (port, text) =>
    startNode(
      port,
      `import { createServer } from 'node:http';
import { createApp, createError, createRouter, defineEventHandler, toNodeListener, getRequestHeader, setResponseHeader, appendResponseHeader, sendNoContent } from 'h3';
const app = createApp({ onError() {} });
${text === '' ? '' : `app.use(${text.slice(text.indexOf('defineEventHandler')).replace(/;\s*$/, '')});`}
${text.match(/const allowedOrigins = .*/)?.[0].replace('const', 'var') ?? ''}
app.use(defineEventHandler((event) => {
  if (event.path === '/secret' && !getRequestHeader(event, 'authorization')) throw createError({ statusCode: 401 });
}));
const data = defineEventHandler((event) => {
  setResponseHeader(event, 'X-Total', '3');
  setResponseHeader(event, 'Cache-Control', 'max-age=60');
  return {};
});
const router = createRouter().use('/data', data, ['get', 'put']).get('/secret', data)
  .get('/fail', defineEventHandler(() => { throw new Error('on purpose'); }));
app.use(router);
createServer(toNodeListener(app)).listen(port, '127.0.0.1');`,
    ),
  vitePreview: (port, text) =>
    startNode(
      port,
      `import { mkdirSync, mkdtempSync } from 'node:fs';
import { preview } from 'vite';
const root = mkdtempSync('/tmp/corscope-preview-');
mkdirSync(root + '/dist');
const application = (request, response) => {
  const send = (status, headers = {}) => response.writeHead(status, headers).end('{}');
  if (request.url === '/secret' && !request.headers.authorization) return send(401);
  if (request.url === '/fail') return send(500);
  if (request.url !== '/data' && request.url !== '/secret') return send(404);
  send(200, { 'X-Total': '3', 'Cache-Control': 'max-age=60' });
};
const written = {
${text === '' ? 'preview: { cors: false }' : text}
};
await preview({
  configFile: false, root, appType: 'custom', logLevel: 'silent',
  plugins: [{ name: 'application', configurePreviewServer: ({ middlewares }) => () => void middlewares.use(application) }],
  preview: { port, host: '127.0.0.1', strictPort: true, allowedHosts: true, ...written.preview },
});`,
    ),
  mcpTypescript: startExpress,
  cloudflareWorkers: (port, text) =>
    startProgram(
      {
        command: `${npmFolder}node_modules/@cloudflare/workerd-linux-64/bin/workerd`,
        args: ['serve', '{folder}/config.capnp'],
        files: {
          'config.capnp': `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (modules = [(name = "worker", esModule = embed "worker.js")], compatibilityDate = "2026-01-01"))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);`,
          'worker.js': `${text}
${fetchApplication}
export default { fetch: ${text === '' ? 'application' : 'withCors(application)'} };`,
        },
      },
      port,
    ),
  supabase: (port, text) =>
    startProgram(
      {
        command: `${npmFolder}node_modules/@deno/linux-x64-glibc/deno`,
        args: ['run', '--quiet', '--allow-net=127.0.0.1', '{folder}/index.js'],
        files: {
          'index.js': `${text}
${fetchApplication}
const options = { port: ${port}, hostname: '127.0.0.1', onListen() {} };
Deno.serve(options, ${text === '' ? 'application' : 'withCors(application)'});`,
        },
      },
      port,
    ),
  firebase: (port, text) =>
    startProgram(
      {
        command: process.execPath,
        args: [
          `${npmFolder}node_modules/@google-cloud/functions-framework/build/src/main.js`,
          `--port=${port}`,
          '--target=api',
          '--source={folder}',
        ],
        within: npmFolder,
        files: {
          'package.json': '{ "type": "module", "main": "index.js" }',
          'index.js': `import { http } from '@google-cloud/functions-framework';
${text}
const application = async ({ path, headers }, response) => {
  if (path === '/secret' && !headers.authorization) return response.status(401).json({});
  if (path === '/fail') throw new Error('on purpose');
  if (path !== '/data' && path !== '/secret') return response.status(404).json({});
  response.set({ 'X-Total': '3', 'Cache-Control': 'max-age=60' }).json({});
};
http('api', ${text === '' ? 'application' : 'withCors(application)'});`,
        },
      },
      port,
    ),
} as const satisfies Readonly<Record<string, LiveStart>>;
