import type { Scenario } from '../scenario';
import { allowed, get, postJson, put, xhr } from '../steps';

const customHeader = { 'X-Custom-Header': 'value' };

/** Requests that need a preflight, and how a preflight can fail besides its CORS check. */
export const preflight: readonly Scenario[] = [
  {
    id: 'preflighted-put',
    title: { en: 'PUT, allowed', 'zh-CN': 'PUT，被允许' },
    section: 'preflight',
    on: 'page',
    steps: [put('api', { ok: '1' })],
  },
  {
    id: 'preflighted-json',
    title: { en: 'POST of JSON, allowed', 'zh-CN': 'POST JSON，被允许' },
    section: 'preflight',
    on: 'page',
    steps: [postJson('api', { ok: '1', k: 'json' })],
  },
  {
    id: 'preflighted-custom-header',
    title: {
      en: 'XMLHttpRequest PUT with X-Custom-Header, allowed',
      'zh-CN': '带 X-Custom-Header 的 XMLHttpRequest PUT，被允许',
    },
    section: 'preflight',
    on: 'page',
    steps: [
      xhr(
        'api',
        {
          pst: '200',
          ph: [
            allowed,
            'Access-Control-Allow-Methods: GET, POST, PUT',
            'Access-Control-Allow-Headers: X-Custom-Header',
            'Content-Type: text/html; charset=utf-8',
          ],
          h: allowed,
        },
        { method: 'PUT', headers: customHeader },
      ),
    ],
  },
  {
    id: 'preflighted-last-event-id',
    title: {
      en: 'GET with Last-Event-ID, once a simple header: preflighted today',
      'zh-CN': '带 Last-Event-ID 的 GET：曾经是简单请求头，如今需要预检',
    },
    section: 'preflight',
    on: 'page',
    steps: [get('api', { ok: '1' }, { headers: { 'Last-Event-ID': '1' } })],
  },
  {
    id: 'preflight-cache-hit',
    title: { en: 'Two PUTs, one preflight: Max-Age 60', 'zh-CN': '两次 PUT，一次预检：Max-Age 60' },
    section: 'preflight',
    on: 'page',
    steps: [
      put('api', { ok: '1', ph: 'Access-Control-Max-Age: 60' }),
      put('api', { ok: '1', ph: 'Access-Control-Max-Age: 60' }, { repeats: true }),
    ],
  },
  {
    id: 'preflight-status-404',
    title: {
      en: 'The preflight response is 404, although all its headers are right',
      'zh-CN': '预检返回 404，但响应头都正确',
    },
    section: 'preflight',
    on: 'page',
    steps: [put('api', { ok: '1', pst: '404' })],
  },
  {
    id: 'preflight-redirect',
    title: { en: 'The preflight is redirected', 'zh-CN': '预检被重定向' },
    section: 'preflight',
    on: 'page',
    steps: [put('api', { ok: '1', ploc: { to: 'api', query: { ok: '1' } } })],
  },
  {
    id: 'allow-methods-unparseable',
    title: {
      en: 'Access-Control-Allow-Methods is not a list',
      'zh-CN': 'Access-Control-Allow-Methods 不是列表',
    },
    section: 'preflight',
    on: 'page',
    steps: [put('api', { ok: '1', ph: 'Access-Control-Allow-Methods: GET; PUT' })],
  },
  {
    id: 'allow-headers-unparseable',
    title: {
      en: 'Access-Control-Allow-Headers is not a list',
      'zh-CN': 'Access-Control-Allow-Headers 不是列表',
    },
    section: 'preflight',
    on: 'page',
    steps: [
      get(
        'api',
        { ok: '1', ph: 'Access-Control-Allow-Headers: X-Custom-Header; X-Other' },
        { headers: customHeader },
      ),
    ],
  },
  {
    id: 'method-not-allowed',
    title: { en: 'DELETE, but only GET and PUT are allowed', 'zh-CN': 'DELETE，但只允许 GET 和 PUT' },
    section: 'preflight',
    on: 'page',
    steps: [get('api', { ok: '1', ph: 'Access-Control-Allow-Methods: GET, PUT' }, { method: 'DELETE' })],
  },
  {
    id: 'header-not-allowed',
    title: {
      en: 'X-Custom-Header, but only Content-Type is allowed',
      'zh-CN': 'X-Custom-Header，但只允许 Content-Type',
    },
    section: 'preflight',
    on: 'page',
    steps: [
      get('api', { ok: '1', ph: 'Access-Control-Allow-Headers: Content-Type' }, { headers: customHeader }),
    ],
  },
  {
    id: 'wildcard-headers-with-authorization',
    title: {
      en: 'Authorization, but only * is allowed: browsers still let it pass, with a warning',
      'zh-CN': '发送 Authorization，而只允许 *：浏览器目前仍放行，但有警告',
    },
    section: 'preflight',
    on: 'page',
    steps: [
      get(
        'api',
        { ok: '1', ph: 'Access-Control-Allow-Headers: *' },
        { headers: { Authorization: 'Bearer token' } },
      ),
    ],
  },
  {
    id: 'plain-preflighted-put',
    title: {
      en: 'PUT, allowed, from an insecure context',
      'zh-CN': '来自非安全上下文页面的 PUT，被允许',
    },
    section: 'preflight',
    on: 'plain',
    steps: [put('plainApi', { ok: '1' })],
  },
  {
    id: 'plain-method-not-allowed',
    title: {
      en: 'DELETE from an insecure context, but only GET is allowed',
      'zh-CN': '来自非安全上下文页面的 DELETE，但只允许 GET',
    },
    section: 'preflight',
    on: 'plain',
    steps: [get('plainApi', { ok: '1', ph: 'Access-Control-Allow-Methods: GET' }, { method: 'DELETE' })],
  },
];
