import type { Text } from './scenario';

/** The sentences around the scenarios. */
export const texts = {
  index: { en: 'CORScope playground', 'zh-CN': 'CORScope 演练场' },
  indexLead: {
    en: 'Each of these makes a request or two across origins. Open DevTools, choose CORScope, and run one.',
    'zh-CN': '每一项都会发出一两个跨域请求。打开开发者工具，选择 CORScope，然后运行一项。',
  },
  demo: { en: 'A mix of requests, at once', 'zh-CN': '一次运行一组请求' },
  runLead: {
    en: 'This page has made the requests below. It sees little of why one fails; the CORScope panel shows it.',
    'zh-CN': '本页面发出了以下请求。失败的原因页面几乎看不到，CORScope 面板会显示。',
  },
  plainNote: {
    en: 'Those from a page that is no secure context need *.test mapped to 127.0.0.1.',
    'zh-CN': '来自非安全上下文页面的场景需要把 *.test 映射到 127.0.0.1。',
  },
  run: { en: 'Run', 'zh-CN': '运行' },
  again: { en: 'Run again', 'zh-CN': '再运行一次' },
  all: { en: 'All scenarios', 'zh-CN': '全部场景' },
  asked: { en: 'What the page asked for', 'zh-CN': '页面的请求' },
  saw: { en: 'What it saw', 'zh-CN': '页面看到的结果' },
} as const satisfies Readonly<Record<string, Text>>;
