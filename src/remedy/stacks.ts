import type { Stack } from './stack';
import { aiohttp } from './stacks/aiohttp';
import { apache } from './stacks/apache';
import { apiGateway } from './stacks/api-gateway';
import { aspnet } from './stacks/aspnet';
import { azureAppService } from './stacks/azure-app-service';
import { azureStorage } from './stacks/azure-storage';
import { caddy } from './stacks/caddy';
import { cloudflareWorkers } from './stacks/cloudflare-workers';
import { cloudfront } from './stacks/cloudfront';
import { django } from './stacks/django';
import { envoy } from './stacks/envoy';
import { express } from './stacks/express';
import { fastapi } from './stacks/fastapi';
import { fastify } from './stacks/fastify';
import { fastmcp } from './stacks/fastmcp';
import { firebase } from './stacks/firebase';
import { flask } from './stacks/flask';
import { gcs } from './stacks/gcs';
import { gin } from './stacks/gin';
import { go } from './stacks/go';
import { hapi } from './stacks/hapi';
import { haproxy } from './stacks/haproxy';
import { hono } from './stacks/hono';
import { iis } from './stacks/iis';
import { ingressNginx } from './stacks/ingress-nginx';
import { koa } from './stacks/koa';
import { laravel } from './stacks/laravel';
import { lighttpd } from './stacks/lighttpd';
import { llamaCpp } from './stacks/llama-cpp';
import { lmStudio } from './stacks/lm-studio';
import { mcpTypescript } from './stacks/mcp-typescript';
import { nest } from './stacks/nest';
import { next } from './stacks/next';
import { nginx } from './stacks/nginx';
import { nitro } from './stacks/nitro';
import { node } from './stacks/node';
import { ollama } from './stacks/ollama';
import { php } from './stacks/php';
import { rack } from './stacks/rack';
import { s3 } from './stacks/s3';
import { spring } from './stacks/spring';
import { supabase } from './stacks/supabase';
import { tomcat } from './stacks/tomcat';
import { traefik } from './stacks/traefik';
import { varnish } from './stacks/varnish';
import { vitePreview } from './stacks/vite-preview';

/** Every stack that a policy can be written for, in groups and in the order in which they are offered. */
const table = {
  frameworks: {
    express,
    fastify,
    nest,
    koa,
    hono,
    hapi,
    next,
    nitro,
    node,
    vitePreview,
    flask,
    django,
    fastapi,
    aiohttp,
    php,
    laravel,
    go,
    gin,
    rack,
    spring,
    tomcat,
    aspnet,
  },
  servers: {
    nginx,
    apache,
    caddy,
    haproxy,
    lighttpd,
    varnish,
    traefik,
    envoy,
    ingressNginx,
    iis,
  },
  platforms: {
    apiGateway,
    cloudfront,
    s3,
    cloudflareWorkers,
    firebase,
    gcs,
    azureAppService,
    azureStorage,
    supabase,
  },
  models: {
    mcpTypescript,
    fastmcp,
    ollama,
    llamaCpp,
    lmStudio,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Stack>>>>;

/** Every stack, by its id. */
export const stacks = { ...table.frameworks, ...table.servers, ...table.platforms, ...table.models };

/** A stack, such as `nginx`. */
export type StackId = keyof typeof stacks;

/** Returns the stack with an id; null if there is none. */
export function stackNamed(id: string): StackId | null {
  return Object.hasOwn(stacks, id) ? (id as StackId) : null;
}

/** A group of stacks. `models`: servers of the Model Context Protocol, and of local models. */
export type StackGroup = keyof typeof table;

/** The stacks of each group. */
export const stackGroups = Object.entries(table).map(
  ([group, inGroup]) => [group as StackGroup, Object.keys(inGroup) as readonly StackId[]] as const,
);
