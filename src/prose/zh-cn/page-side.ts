import type { pageSide as en } from '../en/page-side';
import { policyNames } from '../policy-names';
import type { Translation } from '../shapes';

/** The sentences about a request's page side, in Simplified Chinese. */
export const pageSide = {
  title: '页面一侧',
  api: '发起方式',
  apis: {
    fetch: 'fetch()',
    fetchLater: 'fetchLater()',
    xhr: 'XMLHttpRequest',
    'event-source': 'EventSource',
    beacon: 'navigator.sendBeacon()',
    websocket: 'WebSocket',
    worker: 'new Worker()',
    'shared-worker': 'new SharedWorker()',
  },
  element: (name) => `<${name}>`,
  font: '样式表中的字体',
  calledAt: '调用位置',
  place: (line, column) => `第 ${line} 行，第 ${column} 列`,
  unknownPlace: '未知：有多个相同的调用，或同时发起的调用过多',
  wholeStack: (lines) => `完整调用栈：${lines} 行`,
  asked: '请求的内容',
  got: '页面得到',
  ends: {
    load: { label: '所请求的内容', meaning: '触发了 load 事件，或请求对象已完成' },
    error: { label: '错误', meaning: '触发了 error 事件：页面得不到任何原因' },
    aborted: { label: '没有结果：已中止', meaning: '页面中止了请求，或超过了页面自己的时限' },
  },
  fetchNotSeen: '不观察 fetch() 的最终结果：在其 promise 上添加处理函数会改变页面行为。',
  notYet: '页面没有报告结果。',
  threw: (errorName) => `调用立即抛出异常：${errorName}`,
  ofThePage: { label: '由页面报告', meaning: '在页面自身的环境中观察到，页面脚本可以伪造' },
  ofTheExtension: { label: '由扩展观察到', meaning: '由扩展自己的脚本观察到，页面无法影响' },
  policy: '策略违规',
  violated: ({ type, directive, disposition }) => {
    return `${policyNames[type]}，${directive}${disposition === 'report' ? '：仅报告，未强制执行' : ''}`;
  },
  several: (calls) =>
    `有 ${calls} 个调用与此请求相符，或调用与请求的数量不一致：无法判断哪个对应哪个，因此只采用它们共有的值，并对每个调用分别判定。`,
  noRequest: '没有看到这个调用对应的请求：已知的只有页面请求的内容和页面得到的通知。',
  silent: {
    worker:
      '此请求由 Worker 发起。扩展不查看 Worker 内部，因此不知道它请求了什么，判定以浏览器所显示的为准。',
    'after-load': '页面在录制开始之前已加载，刷新之前看不到它的调用。判定以浏览器所显示的为准。',
    off: '设置不允许脚本在页面自身的环境中运行，因此看不到它的调用。判定以浏览器所显示的为准。',
    'no-call':
      '没有看到与此请求对应的调用：可能由样式表、文档之外的元素、Worker 或浏览器自身发起。判定以浏览器所显示的为准。',
  },
} satisfies Translation<typeof en>;
