import type { Scenario } from '../scenario';
import { allowed, get } from '../steps';

/** Requests of frames and workers. */
export const elsewhere: readonly Scenario[] = [
  {
    id: 'sandboxed-frame-missing',
    title: {
      en: 'A sandboxed frame, whose origin is null, requests the page’s own server',
      'zh-CN': '沙箱 iframe（源为 null）访问页面自己的服务器',
    },
    section: 'elsewhere',
    on: 'sandboxed-frame',
    steps: [get('page', {})],
  },
  {
    id: 'sandboxed-frame-mismatch',
    title: {
      en: 'A sandboxed frame, but the server allows the page’s origin',
      'zh-CN': '沙箱 iframe，对方只允许页面的源',
    },
    section: 'elsewhere',
    on: 'sandboxed-frame',
    steps: [get('api', { h: 'Access-Control-Allow-Origin: {page}' })],
  },
  {
    id: 'sandboxed-frame-allowed',
    title: { en: 'A sandboxed frame, and the server allows null', 'zh-CN': '沙箱 iframe，对方允许 null' },
    section: 'elsewhere',
    on: 'sandboxed-frame',
    steps: [get('api', { h: allowed })],
  },
  {
    id: 'worker-allow-origin-missing',
    title: {
      en: 'A dedicated worker: no Access-Control-Allow-Origin',
      'zh-CN': '专用 Worker：没有 Access-Control-Allow-Origin',
    },
    section: 'elsewhere',
    on: 'dedicated-worker',
    steps: [get('api', {})],
  },
  {
    id: 'worker-allowed',
    title: { en: 'A dedicated worker, allowed', 'zh-CN': '专用 Worker，被允许' },
    section: 'elsewhere',
    on: 'dedicated-worker',
    steps: [get('api', { h: allowed })],
  },
];
