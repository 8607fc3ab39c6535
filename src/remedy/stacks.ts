import type { Stack } from './stack';
import { aiohttp } from './stacks/aiohttp';
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
import { lighttpd } from './stacks/lighttpd';
import { nest } from './stacks/nest';
import { next } from './stacks/next';
import { nginx } from './stacks/nginx';
import { node } from './stacks/node';
import { php } from './stacks/php';
import { rack } from './stacks/rack';
import { spring } from './stacks/spring';
import { tomcat } from './stacks/tomcat';
import { varnish } from './stacks/varnish';

/** Every stack that a policy can be written for, in the order in which they are offered. */
export const stacks = {
  express,
  fastify,
  nest,
  koa,
  hono,
  next,
  node,
  nginx,
  apache,
  caddy,
  haproxy,
  lighttpd,
  varnish,
  flask,
  django,
  fastapi,
  aiohttp,
  php,
  go,
  rack,
  spring,
  tomcat,
} as const satisfies Readonly<Record<string, Stack>>;

/** A stack, such as `nginx`. */
export type StackId = keyof typeof stacks;
