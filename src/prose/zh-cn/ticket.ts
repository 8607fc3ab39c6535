import type { ticket as en } from '../en/ticket';
import type { Translation } from '../shapes';
import { endings } from './phrases';

export const ticket = {
  title: (outcome, method, url, origin) =>
    `${origin === 'null' ? '不透明源（null）' : `${origin} `}发起的 ${method} ${url} ${endings[outcome]}`,
  happened: '发生了什么',
  change: '需要修改什么',
  columns: ['响应头', '位置', '当前值', '所需值'],
  on: { preflight: '预检响应（OPTIONS）', response: '响应' },
  statusCode: '状态码',
  missing: '（缺失）',
  empty: '（空值）',
  notSeen: '（尚未看到）',
  realOrigin: '真实的源：见下方警告',
  hop: (number, url) => `重定向链中的第 ${number} 个请求，${url}`,
  allowListed:
    'Access-Control-Allow-Origin 只能是一个逐字节相同的源，或者 *。如需支持多个源，请将 Origin 请求头与白名单比对，' +
    '只返回匹配的那一个，并加上 Vary: Origin。原样回显任意 Origin 等于把数据开放给所有网站。',
  neverNull:
    '警告：不要允许源 null。任何网站都能从沙箱 iframe 发出它。请查清请求为什么带着 null' +
    '（沙箱 iframe、本地文件、跨两个源的重定向），并从那里修复。',
  unseenResponse: (method) =>
    `${method} 请求本身没有发出，因此没有看到它的响应：表中为该响应列出的响应头同样需要，除非它已经带有。`,
  seeProblems: '需要修改的内容见下方各个问题。',
  nothingWrong: '这个请求无需任何修改即可通过。',
  problems: '全部问题',
  candidates: '可能的原因',
  rule: (link) => `（规则：${link}）`,
  step: (section, step) => `${section}，第 ${step} 步`,
  request: '实际发送的请求',
  preflightRequest: '实际发送的预检请求',
  responseHeaders: '返回的响应头',
  preflightResponse: (status) => `预检响应，状态码 ${status}`,
  response: (status) => `响应，状态码 ${status}`,
  noResponse: '没有看到响应。',
  verify: '如何验证',
  verifyPreflight: '预检请求：',
  verifyRequest: '请求本身：',
  verifyRepeats: '这会在服务器再执行一次该请求，请只在不会造成影响的环境中运行。',
  verifyNote: 'curl 和 Postman 只显示响应头，并不执行这条规则：请把返回的响应头与上表对照。',
  noLogin: '这些命令不带 Cookie 和 Authorization；需要登录的接口，结果可能不同。',
  withheld: '每个 redacted-… 都是占位符，运行命令之前请换成实际的值。',
  source: '依据',
  observed: (browser) => `在 ${browser} 中观察到的结果。`,
  computed: (browser) => `按规则计算得出：${browser} 不向扩展提供这里的结果。`,
  assumed: (assumption) => `假设：${assumption}`,
} satisfies Translation<typeof en>;
