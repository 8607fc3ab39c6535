import type { FindingCode } from '../../engine';
import type { FindingContext, FindingProse } from '../finding-prose';
import { hostOf } from '../short-url';
import { errorText, ofDocument, originOf, page, sentWith, server } from './phrases';

const loaders: Readonly<Record<string, string>> = {
  use: ' SVG <use> 元素',
  filter: ' CSS filter ',
  'clip-path': ' CSS clip-path ',
  track: '没有 crossorigin 的 <track> ',
  worker: ' new Worker() ',
  'shared-worker': ' new SharedWorker() ',
};
const loaderOf = ({ evidence }: FindingContext) => loaders[evidence.requestedBy ?? ''] ?? '';
const isOwnOnly = (context: FindingContext) => loaderOf(context) !== '';

export const ofRedirects = {
  'redirect-with-credentials': {
    title: '重定向的目标 URL 中带有用户名或密码',
    reason: '重定向目标带有用户名或密码',
    sentence: (context) =>
      `${hostOf(context.url)} 把 ${page(context)}发起的请求重定向到带有用户名或密码的 ` +
      `URL${context.evidence.locationUrl ? `（${context.evidence.locationUrl}）` : ''}，跨源请求不能跟随这样的重定向。`,
    remedy: (context) =>
      `${server(context)}，返回不含用户名和密码的 Location，改用 Authorization 请求头或 Cookie 鉴权。`,
  },
  'redirect-scheme': {
    title: '重定向的目标既不是 http: 也不是 https:',
    reason: '重定向到非 http(s) 协议',
    sentence: (context) =>
      `${hostOf(context.url)} 把 ${context.method} ${context.url} 重定向到 ` +
      `${context.evidence.locationUrl ?? '非 http(s) 的 URL'}，而请求只能继续访问 http: 和 https: 的 URL。`,
    remedy: (context) =>
      `${server(context)}，重定向到 http: 或 https: 的 URL；要用自有协议唤起应用，请用链接，而不是请求。`,
  },
  'redirect-location-invalid': {
    title: '重定向的 Location 不是合法的 URL',
    reason: 'Location 不是合法的 URL',
    sentence: (context) =>
      `${hostOf(context.url)} 对 ${context.method} ${context.url} 返回了重定向，但其 Location 不是合法的 ` +
      `URL${errorText(context)}。`,
    remedy: (context) => `${server(context)}，只返回一个 Location，值为经过百分号编码的合法 URL。`,
  },
  'redirect-mode-error': {
    title: '页面不接受这个请求被重定向',
    reason: '页面拒绝了重定向',
    sentence: (context) =>
      `${hostOf(context.url)} 对 ${context.method} ${context.url} 返回了重定向，而页面请求时设置了 redirect: 'error'。`,
    remedy: () => "在页面侧，去掉 redirect: 'error' 以跟随重定向，或者直接请求重定向之后的地址。",
  },
  'too-many-redirects': {
    title: '连续重定向超过 20 次',
    reason: '重定向次数过多',
    sentence: (context) => `${context.method} ${context.url} 连续重定向超过 20 次。`,
    remedy: (context) =>
      `${server(context)}，消除重定向循环。常见原因：终止 TLS 的代理之后 http: 与 https: 来回跳转，或登录页因为 Cookie 未被存储而反复跳回自己。`,
  },
  'redirect-blocked-after': {
    title: '页面自身的策略拦截了重定向的目标',
    reason: '策略拦截了重定向目标',
    sentence: (context) =>
      `${hostOf(context.url)} 把 ${context.method} ${context.url} 重定向到 ${page(context)}的策略不允许的地址：原因可能是内容安全策略` +
      `（CSP）、Connection-Allowlist 或混合内容（https: 到 http:）${sentWith(context)}。`,
    remedy: () =>
      '在页面的服务器上，用 Content-Security-Policy 允许重定向的目标（fetch 和 XHR 用 connect-src），或者为 Connection-Allowlist 加上 ' +
      'redirects=allow；对方的服务器只重定向到 https: 地址。',
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;

/** 内容安全策略中要改的地方。 */
const allowedIn = (context: FindingContext) => {
  const { directive, entry } = context.evidence;
  const header = `${ofDocument(context)} Content-Security-Policy`;
  if (entry?.includes(' ')) return `为${header} 加上指令“${entry}”`;
  return directive
    ? `把 ${entry ?? originOf(context.url)} 加入${header} 的 ${directive}`
    : `把 ${originOf(context.url)} 加入${header} 中对应的指令（fetch、XHR 和 WebSocket 用 connect-src）`;
};

export const ofThePage = {
  'scheme-not-http': {
    title: '跨源请求只能使用 http: 和 https: 的 URL',
    reason: '不是 http: 或 https: 的 URL',
    sentence: (context) =>
      `${page(context)}请求了 ${context.evidence.url ?? context.url}，而跨源请求只能使用 http: 和 https: 的 URL。`,
    remedy: () =>
      '在页面侧，请求 http: 或 https: 的 URL。如果页面是以本地文件方式打开的，请用开发服务器提供该目录，再从那里打开。',
  },
  'mode-same-origin': {
    title: '页面限定了这个请求只能同源',
    reason: '只允许页面自身的源',
    sentence: (context) =>
      isOwnOnly(context)
        ? `${page(context)}用${loaderOf(context)}加载 ${context.url}，而它只接受页面自身的源。`
        : `${page(context)}以 mode: 'same-origin' 请求 ${context.url}，而这个模式不允许其他源。`,
    remedy: (context) => {
      if (context.evidence.requestedBy === 'track') {
        return (
          '在页面侧，为 <video> 或 <audio> 元素加上 crossorigin，并在字幕的服务器上返回 Access-Control-Allow-Origin；' +
          '或者从页面自身的源提供字幕。'
        );
      }
      return isOwnOnly(context)
        ? '在页面侧，改用页面自身源的地址，例如文件的副本，或由自己的服务器转发的路径。'
        : "在页面侧，去掉 mode: 'same-origin'，或者改为请求页面自身源的地址，例如由自己的服务器转发的路径。";
    },
  },
  'worker-cross-origin': {
    title: 'Worker 的脚本必须与页面同源',
    reason: 'Worker 脚本跨源',
    sentence: (context) =>
      `${page(context)}用 ${context.url} 创建 Worker，而 Worker 的脚本必须与页面同源，服务器返回什么响应头都不起作用。`,
    remedy: () =>
      '由页面自身的服务器提供这个脚本；或者在页面侧用 blob: URL 创建 Worker，再在其中用 importScripts() 或 import 加载那个脚本。',
  },
  'no-cors-redirect-mode': {
    title: "mode: 'no-cors' 只能与 redirect: 'follow' 搭配",
    reason: 'no-cors 必须跟随重定向',
    sentence: (context) =>
      `${page(context)}请求 ${context.url} 时同时设置了 mode: 'no-cors' 和 'follow' 以外的重定向模式，二者不能并用。`,
    remedy: () => "在页面侧，去掉 redirect 选项，或者去掉 mode: 'no-cors'——它本来就会让所有响应都无法读取。",
  },
  csp: {
    title: '页面自身的内容安全策略（CSP）拦截了这个 URL',
    reason: '被页面的 CSP 拦截',
    sentence: (context) =>
      `${page(context)}的内容安全策略没有为这类请求列出 ${hostOf(context.url)}，因此 ${context.method} ${context.url} 没有发出${sentWith(context)}。`,
    remedy: (context) => `在页面的服务器上，${allowedIn(context)}。修改对方服务器的响应头无法解决此问题。`,
  },
  'mixed-content': {
    title: 'https: 页面不能请求 http: 的 URL',
    reason: 'https: 页面请求了 http:',
    sentence: (context) =>
      `${page(context)}通过 https: 提供，却以 http: 请求了 ${context.url}，属于混合内容。`,
    remedy: (context) =>
      `在页面侧改为请求 https: 的 URL，并让 ${hostOf(context.url)} 支持 https:。修改响应头无法解决此问题。`,
  },
  'bad-port': {
    title: '该 URL 的端口对所有页面禁用',
    reason: '端口被禁用',
    sentence: (context) =>
      `${page(context)}请求了 ${context.url}，该端口属于其他协议（例如 SSH 或邮件），不对任何页面开放。`,
    remedy: (context) => `${server(context)}，改用其他端口，例如 8080。`,
  },
  'call-threw': {
    title: '调用抛出异常，没有发出请求',
    reason: '调用本身抛出异常',
    sentence: (context) =>
      `${page(context)}对 ${context.url} 的调用抛出了异常${errorText(context)}，没有发出请求。`,
    remedy: () => '在页面侧，查看调用处的异常：它会说明是哪个参数无效。',
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;
