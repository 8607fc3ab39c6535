import type { FindingCode } from '../../engine';
import type { FindingProse } from '../finding-prose';
import { hostOf } from '../short-url';
import { browserName, errorText, page, server } from './phrases';

/** Errors that are neither an origin rule nor a failure of the network. */
export const ofLimits = {
  'response-invalid': {
    title: '浏览器认为响应不是合法的 HTTP',
    reason: '响应不是合法的 HTTP',
    sentence: (context) =>
      `${hostOf(context.url)} 应答了 ${context.method} ${context.url}，但 ${browserName(context)}不接受其状态行或响应头${errorText(context)}。`,
    remedy: (context) =>
      `${server(context)}以及它前面的每一层代理，检查返回的响应：必须是 HTTP，响应头总共不超过 256 kB，Content-Length、Location 和 Content-Disposition 各自最多只有一个值。`,
  },
  'body-undecodable': {
    title: '响应体与 Content-Encoding 不符',
    reason: '响应体与 Content-Encoding 不符',
    sentence: (context) =>
      `${context.method} ${context.url} 的响应头通过了所有检查，但 ${browserName(context)}无法解码响应体${errorText(context)}：` +
      '响应体并没有按 Content-Encoding 声明的方式压缩。',
    remedy: (context) =>
      `${server(context)}以及它前面的每一层代理，只在响应体确实按该方式压缩时才返回 Content-Encoding。`,
  },
  'streaming-body': {
    title: '流式请求体需要 HTTP/2 或更高版本',
    reason: '流式请求体需要 HTTP/2',
    sentence: (context) =>
      `${page(context)}以流式请求体发送 ${context.method} ${context.url}，而 ${browserName(context)}只通过 HTTP/2 ` +
      `或更高版本发送流式请求体${errorText(context)}。`,
    remedy: (context) =>
      `让 ${hostOf(context.url)} 支持 HTTP/2（https:），或者在页面侧改用 Blob 或 ArrayBuffer 作为请求体。`,
  },
  'not-cached': {
    title: '请求只允许使用缓存，而缓存中没有响应',
    reason: '缓存中没有响应',
    sentence: (context) =>
      `${context.method} ${context.url} 只能使用 HTTP 缓存，而缓存中没有它的响应${errorText(context)}；请求没有发往服务器。`,
    remedy: () =>
      "在页面侧，不要使用缓存模式 'only-if-cached'；例如改用 'force-cache'，缓存中没有响应时会访问网络。",
  },
  'browser-limit': {
    title: '同时进行的请求过多',
    reason: '同时进行的请求过多',
    sentence: (context) =>
      `${browserName(context)}没有资源处理 ${context.method} ${context.url}${errorText(context)}：同时进行的请求过多，或者请求体过大。`,
    remedy: () => '在页面侧，减少同时发起的请求。',
  },
  'unknown-error': {
    title: '请求因未知错误而结束',
    reason: '未知错误',
    sentence: (context) =>
      `${context.method} ${context.url} 因 CORScope 无法识别的错误而结束${errorText(context)}，原因未知。`,
    remedy: () => '查看控制台中的消息，并搜索这个错误的名称。',
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;
