import type { Scenario } from '../scenario';
import { get, postJson, put } from '../steps';

/** Requests to the page's own origin. */
export const sameOrigin: readonly Scenario[] = [
  {
    id: 'same-origin-get',
    title: { en: 'GET from the page’s own origin', 'zh-CN': '对页面自身源的 GET' },
    section: 'same-origin',
    on: 'page',
    steps: [get('page', {})],
  },
  {
    id: 'same-origin-put',
    title: { en: 'PUT to the page’s own origin: no preflight', 'zh-CN': '对自身源的 PUT：无需预检' },
    section: 'same-origin',
    on: 'page',
    steps: [put('page', {})],
  },
  {
    id: 'same-origin-json',
    title: {
      en: 'JSON with a custom header to the page’s own origin: no preflight',
      'zh-CN': '对自身源发送 JSON 和自定义头：无需预检',
    },
    section: 'same-origin',
    on: 'page',
    steps: [
      postJson('page', {}, { headers: { 'Content-Type': 'application/json', 'X-Custom-Header': 'value' } }),
    ],
  },
];
