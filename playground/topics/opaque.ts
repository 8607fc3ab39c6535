import type { Scenario } from '../scenario';
import { get, img } from '../steps';

/** Requests that need no permission and whose response the page cannot read. */
export const opaque: readonly Scenario[] = [
  {
    id: 'no-cors-image',
    title: { en: 'An embedded image from another origin', 'zh-CN': '嵌入另一个源的图片' },
    section: 'opaque',
    on: 'page',
    steps: [img('api', { k: 'svg' })],
  },
  {
    id: 'no-cors-fetch',
    title: {
      en: 'fetch() with mode no-cors: sent, but not readable',
      'zh-CN': 'no-cors 模式的 fetch()：已发送，不可读',
    },
    section: 'opaque',
    on: 'page',
    steps: [get('api', {}, { mode: 'no-cors' })],
  },
  {
    id: 'crossorigin-image-missing',
    title: {
      en: 'An image with crossorigin, but no Access-Control-Allow-Origin in the response',
      'zh-CN': '带 crossorigin 的图片，响应没有 Access-Control-Allow-Origin',
    },
    section: 'opaque',
    on: 'page',
    steps: [img('api', {}, { crossOrigin: 'anonymous' })],
  },
  {
    id: 'mode-same-origin',
    title: {
      en: 'fetch() with mode same-origin to another origin',
      'zh-CN': 'same-origin 模式的 fetch() 访问另一个源',
    },
    section: 'opaque',
    on: 'page',
    steps: [get('api', { ok: '1' }, { mode: 'same-origin' })],
  },
];
