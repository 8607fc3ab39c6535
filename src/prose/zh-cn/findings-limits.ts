import type { FindingCode } from '../../engine';
import type { FindingProse } from '../finding-prose';
import { hostOf } from '../short-url';
import { browserName, errorText, originOf, page, server } from './phrases';

/** Policies of the page itself that stop its requests. */
export const ofOwnPolicies = {
  'connection-allowlist': {
    title: '页面自身的 Connection-Allowlist 拦截了请求',
    reason: '被 Connection-Allowlist 拦截',
    sentence: (context) =>
      context.evidence.locationUrl
        ? `${hostOf(context.url)} 对 ${context.method} ${context.url} 返回了重定向，而 ${page(context)}的 ` +
          `Connection-Allowlist 不允许重定向${errorText(context)}。`
        : `${page(context)}的 Connection-Allowlist 没有列出 ${originOf(context.url)}，因此 ${context.method} ` +
          `${context.url} 没有发出${errorText(context)}。`,
    remedy: (context) =>
      context.evidence.locationUrl
        ? '在页面的服务端，为 Connection-Allowlist 加上参数 redirects=allow；或者在页面中直接请求重定向的目标。'
        : `在页面的服务端，把 "${originOf(context.url)}" 加入 Connection-Allowlist 的列表。对方服务器返回什么响应头都不起作用。`,
  },
  'integrity-policy': {
    title: '页面自身的 Integrity-Policy 要求 integrity 属性',
    reason: 'Integrity-Policy 要求 integrity',
    sentence: (context) =>
      `${page(context)}的 Integrity-Policy 拦截无法校验完整性的脚本，因此没有请求 ${context.url}。`,
    remedy: () =>
      '在页面侧，为元素同时加上 integrity 和 crossorigin 属性（同源脚本也要两个都加），跨源的服务器还要允许页面的源；或者在页面的服务端，从 ' +
      'Integrity-Policy 的 blocked-destinations 中去掉 script。',
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;

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
