import { startNode } from '../../causes/servers/programs';
import type { LiveStart } from './live-app';
import { startNext } from './start';

/** The routes of an Express application, which Nest's is too. */
const expressRoutes = `app.use((request, response, next) =>
  request.path === '/secret' && !request.headers.authorization ? response.status(401).json({}) : next());
app.get('/data', (request, response) => response.set({ 'X-Total': '3', 'Cache-Control': 'max-age=60' }).json({}));
app.put('/data', (request, response) => response.json({}));
app.get('/secret', (request, response) => response.json({}));
app.get('/fail', () => { throw new Error('on purpose'); });`;

/** The applications in Node.js. */
export const nodeApps = {
  express: (port, text) =>
    startNode(
      port,
      `import express from 'express';
const app = express();
${text}
${expressRoutes}
app.listen(port, '127.0.0.1');`,
    ),
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
} as const satisfies Readonly<Record<string, LiveStart>>;
