import type { Query, Scenario } from '../scenario';
import { allowed, allowedCredentials, get, postJson, xhr } from '../steps';

const EXPRESS = [
  'Access-Control-Allow-Origin: *',
  'Access-Control-Allow-Headers: X-Requested-With,Content-Type',
  'Access-Control-Allow-Methods: PUT,POST,GET,DELETE,OPTIONS',
  'Content-Type: application/json;charset=utf-8',
];

/** The policy that many Express servers copy: the same four headers on every response. */
const express: Query = { pst: '200', ph: EXPRESS, h: EXPRESS, k: 'json' };

/** Requests that include credentials, and the usual server policy. */
export const credentials: readonly Scenario[] = [
  {
    id: 'credentials-allowed',
    title: { en: 'fetch() that includes credentials, allowed', 'zh-CN': '携带凭据的 fetch()，被允许' },
    section: 'credentials',
    on: 'page',
    steps: [get('api', { h: [allowed, allowedCredentials] }, { credentials: 'include' })],
  },
  {
    id: 'xhr-with-credentials',
    title: {
      en: 'XMLHttpRequest withCredentials, allowed, one more header exposed',
      'zh-CN': 'withCredentials 的 XMLHttpRequest，被允许，并多暴露一个响应头',
    },
    section: 'credentials',
    on: 'page',
    steps: [
      xhr(
        'api',
        { h: [allowed, allowedCredentials, 'Access-Control-Expose-Headers: FooBar', 'FooBar: 1'] },
        { credentials: 'include', reads: ['FooBar'] },
      ),
    ],
  },
  {
    id: 'xhr-with-credentials-wildcard',
    title: {
      en: 'XMLHttpRequest withCredentials, but the server allows *',
      'zh-CN': 'withCredentials 的 XMLHttpRequest，而对方只允许 *',
    },
    section: 'credentials',
    on: 'page',
    steps: [
      xhr('api', { h: ['Access-Control-Allow-Origin: *', allowedCredentials] }, { credentials: 'include' }),
    ],
  },
  {
    id: 'express-policy',
    title: { en: 'The usual Express policy: JSON passes', 'zh-CN': '常见的 Express 配置：JSON 请求通过' },
    section: 'credentials',
    on: 'page',
    steps: [postJson('api', express)],
  },
  {
    id: 'express-policy-with-credentials',
    title: {
      en: 'The usual Express policy: the same with credentials fails',
      'zh-CN': '常见的 Express 配置：携带凭据就失败',
    },
    section: 'credentials',
    on: 'page',
    steps: [postJson('api', express, { credentials: 'include' })],
  },
];
