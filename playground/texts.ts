import type { Text } from './scenario';

/** The sentences around the scenarios. */
export const texts = {
  index: { en: 'CORScope playground', 'zh-CN': 'CORScope 演练场' },
  indexLead: {
    en: 'Every way across an origin boundary, explained and running between real origins on this machine. Open DevTools, choose CORScope, and run one.',
    'zh-CN':
      '各种跨域方案，讲解原理，并在本机多个真实的源之间运行。打开开发者工具，选择 CORScope，然后运行一项。',
  },
  demo: { en: 'Run a mix of requests', 'zh-CN': '一次运行一组请求' },
  mixRan: {
    en: 'This page has just made {count} requests: look at them in CORScope',
    'zh-CN': '本页面刚刚发出了 {count} 个请求：请在 CORScope 中查看',
  },
  runLead: {
    en: 'This page has made the requests below. It sees little of why a request fails; the CORScope panel shows the reason.',
    'zh-CN': '本页面发出了以下请求。失败的原因页面几乎看不到，CORScope 面板会显示。',
  },
  plainNote: {
    en: 'Scenarios from an insecure context need *.test mapped to 127.0.0.1.',
    'zh-CN': '来自非安全上下文页面的场景需要把 *.test 映射到 127.0.0.1。',
  },
  secureNote: {
    en: 'The other scheme has a self-signed certificate: accept it there once, then its scenario shows the origin rule.',
    'zh-CN': '另一协议使用自签名证书：先在那里接受一次，相应场景才会显示源规则。',
  },
  arrived: { en: 'Arrived at another origin', 'zh-CN': '已到达另一个源' },
  arrivedLead: {
    en: 'The previous page could send this request, but it cannot read the response.',
    'zh-CN': '来源页面可以发出这个请求，但读不到任何响应。',
  },
  techniques: { en: 'Ways across', 'zh-CN': '跨域方案' },
  techniquesLead: {
    en: 'How each works, its code, its advantages and limits, and its state today. § is its section in the classic text.',
    'zh-CN': '每种方案都有实现原理、代码、优缺点，以及今天的情况。§ 是原文中的章节。',
  },
  scenarios: { en: 'Scenarios', 'zh-CN': '场景' },
  scenariosLead: {
    en: 'One or two requests each, to show one rule.',
    'zh-CN': '每个场景发出一两个请求，展示一条规则。',
  },
  stage: {
    en: 'The frames appear here, each with its origin and its output. Open the CORScope panel first to see what passes between them.',
    'zh-CN':
      '各个页面会显示在这里，标明它的源和打印的结果。先打开 CORScope 面板，就能看到它们之间传递了什么。',
  },
  alone: { en: 'Open in a new tab', 'zh-CN': '在独立标签页中打开' },
  prints: { en: 'Output', 'zh-CN': '输出结果' },
  how: { en: 'How it works', 'zh-CN': '实现原理' },
  code: { en: 'The code', 'zh-CN': '代码' },
  advantages: { en: 'Advantages', 'zh-CN': '优点' },
  limits: { en: 'Limits', 'zh-CN': '缺点' },
  today: { en: 'Today', 'zh-CN': '今天的情况' },
  run: { en: 'Run', 'zh-CN': '运行' },
  fixed: { en: 'The same page, fixed', 'zh-CN': '修复后的页面' },
  again: { en: 'Run again', 'zh-CN': '再运行一次' },
  all: { en: 'All scenarios', 'zh-CN': '全部场景' },
  asked: { en: 'Requested', 'zh-CN': '页面的请求' },
  saw: { en: 'Result seen by the page', 'zh-CN': '页面看到的结果' },
} as const satisfies Readonly<Record<string, Text>>;
