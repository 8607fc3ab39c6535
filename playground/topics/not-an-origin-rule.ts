import type { Scenario } from '../scenario';
import { get } from '../steps';

/** Failures that look the same to a page, but have no origin rule behind them. */
export const notAnOriginRule: readonly Scenario[] = [
  {
    id: 'connection-refused',
    title: { en: 'No server listens on that port', 'zh-CN': '该端口没有服务器监听' },
    section: 'not-an-origin-rule',
    on: 'page',
    steps: [get('closed', {})],
  },
  {
    id: 'connection-reset',
    title: { en: 'The connection is reset', 'zh-CN': '连接被重置' },
    section: 'not-an-origin-rule',
    on: 'page',
    steps: [get('api', { act: 'reset' })],
  },
  {
    id: 'aborted',
    title: { en: 'The page aborts the request', 'zh-CN': '页面中止请求' },
    section: 'not-an-origin-rule',
    on: 'page',
    steps: [get('api', { act: 'hang' }, { abortAfterMs: 200 })],
  },
  {
    id: 'server-error-allowed',
    title: {
      en: 'The server responds with 500 and lets the page read it',
      'zh-CN': '服务器返回 500，且允许页面读取',
    },
    section: 'not-an-origin-rule',
    on: 'page',
    steps: [get('api', { st: '500', ok: '1' })],
  },
];
