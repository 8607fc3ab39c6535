import type { Stack } from './stack';
import { apache } from './stacks/apache';
import { caddy } from './stacks/caddy';
import { django } from './stacks/django';
import { express } from './stacks/express';
import { fastapi } from './stacks/fastapi';
import { fastify } from './stacks/fastify';
import { flask } from './stacks/flask';
import { go } from './stacks/go';
import { haproxy } from './stacks/haproxy';
import { hono } from './stacks/hono';
import { koa } from './stacks/koa';
import { nest } from './stacks/nest';
import { nginx } from './stacks/nginx';
import { node } from './stacks/node';
import { php } from './stacks/php';

/** Every stack that a policy can be written for, in the order in which they are offered. */
export const stacks = {
  express,
  fastify,
  nest,
  koa,
  hono,
  node,
  nginx,
  apache,
  caddy,
  haproxy,
  flask,
  django,
  fastapi,
  php,
  go,
} as const satisfies Readonly<Record<string, Stack>>;

/** A stack, such as `nginx`. */
export type StackId = keyof typeof stacks;
