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
  secureNote: {
    en: 'The other scheme has a certificate that nobody vouches for: accept it there once, and its scenario shows the origin rule.',
    'zh-CN': '另一协议使用自签名证书：先在那里接受一次，相应场景才会显示源规则。',
  },
  arrived: { en: 'Arrived at another origin', 'zh-CN': '已到达另一个源' },
  arrivedLead: {
    en: 'The page that led here could write the request, and reads nothing of the answer.',
    'zh-CN': '来源页面可以发出这个请求，但读不到任何响应。',
  },
  techniques: { en: 'Ways across', 'zh-CN': '跨域方案' },
  open: { en: 'Open', 'zh-CN': '打开' },
  stage: {
    en: 'The frames appear here, each with its origin and with what it prints. Open the CORScope panel first to see what passes between them.',
    'zh-CN':
      '各个页面会显示在这里，标明它的源和打印的结果。先打开 CORScope 面板，就能看到它们之间传递了什么。',
  },
  alone: { en: 'Open it in a tab of its own', 'zh-CN': '在独立标签页中打开' },
  prints: { en: 'What it prints', 'zh-CN': '输出结果' },
  how: { en: 'How it works', 'zh-CN': '实现原理' },
  code: { en: 'The code', 'zh-CN': '代码' },
  advantages: { en: 'Advantages', 'zh-CN': '优点' },
  limits: { en: 'Limits', 'zh-CN': '缺点' },
  today: { en: 'Today', 'zh-CN': '今天的情况' },
  run: { en: 'Run', 'zh-CN': '运行' },
  again: { en: 'Run again', 'zh-CN': '再运行一次' },
  all: { en: 'All scenarios', 'zh-CN': '全部场景' },
  asked: { en: 'What the page asked for', 'zh-CN': '页面的请求' },
  saw: { en: 'What it saw', 'zh-CN': '页面看到的结果' },
} as const satisfies Readonly<Record<string, Text>>;
