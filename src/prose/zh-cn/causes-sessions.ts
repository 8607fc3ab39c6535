import type { CauseCode } from '../../diagnosis/causes';
import type { CauseContext, CauseProse } from '../cause-prose';
import { effect } from './causes-answers';

const cookie = ({ values }: CauseContext) => `Cookie ${values.name}`;

/** 与 Cookie、文档和元素有关。 */
export const ofSessions = {
  'session-cookie-same-site': {
    title: '会话 Cookie 只用于同站请求',
    reason: '会话 Cookie 有 SameSite 限制',
    sentence: (context) =>
      `${context.host} 返回了 ${context.status}：对其他站点的页面，浏览器不保存也不发送 ${cookie(context)}（SameSite=${context.values.value}）。`,
    remedy: (context) =>
      `在 API 中，用 SameSite=None; Secure; Partitioned 设置 ${cookie(context)}；或让 API 与页面同站。`,
  },
  'credentials-not-included': {
    title: '页面没有包含凭据',
    reason: '请求没有包含凭据',
    sentence: (context) =>
      `页面请求 ${context.url} 时没有包含凭据，因此 ${cookie(context)} 没有发送，${context.host} 返回了 ${context.status}。`,
    remedy: () =>
      '在页面中设置 credentials: ‘include’（XMLHttpRequest：withCredentials = true）；在服务器上返回 Access-Control-Allow-Credentials: true。',
  },
  'secure-cookie-on-http': {
    title: '会话 Cookie 需要 https:',
    reason: '通过 http: 设置 Secure Cookie',
    sentence: (context) =>
      `${context.host} 通过 http: 设置了带 Secure 的 ${cookie(context)}，浏览器拒绝保存，下一个请求因此得到 ${context.status}。`,
    remedy: () => '通过 https: 提供 API。开发时，使用 localhost，或使用页面服务器的代理。',
  },
  'login-loop-in-frame': {
    title: '会话 Cookie 在其他站点的框架中不起作用',
    reason: '框架中反复要求登录',
    sentence: (context) =>
      `${context.host} 一再把框架重定向到登录页，因为在其他站点的框架中，浏览器不保存 ${cookie(context)}（SameSite=${context.values.value}）。`,
    remedy: (context) => `在应用中，用 SameSite=None; Secure; Partitioned 设置 ${cookie(context)}。`,
  },
  'manifest-without-credentials': {
    title: '请求 manifest 时不带 Cookie',
    reason: '请求 manifest 时不带 Cookie',
    sentence: (context) =>
      `浏览器请求 manifest 时不带 Cookie，${context.host} 看不到会话，把请求重定向（${context.status}）到没有 CORS 响应头的登录页，因此被浏览器拦截。`,
    remedy: () => '在页面中写 <link rel="manifest" crossorigin="use-credentials">，服务器无需修改。',
  },
  'beacon-with-json': {
    title: '发送 JSON 的 beacon 需要允许凭据的预检',
    reason: 'JSON beacon 需要允许凭据',
    sentence: (context) =>
      `sendBeacon() 总是包含凭据，而 ${context.host} 的预检响应不允许凭据（Access-Control-Allow-Credentials），因此 beacon 没有发出。`,
    remedy: () =>
      '在页面中，以 text/plain 发送 beacon，或调用 fetch() 并设置 keepalive: true 和 credentials: ‘omit’。',
  },
  'range-headers-not-exposed': {
    title: '没有暴露 Content-Range',
    reason: '没有暴露 Content-Range',
    sentence: (context) =>
      `${context.host} 返回了 Content-Range 但没有暴露它，页面读不到 ${context.url} 的大小，于是请求了错误的范围。`,
    remedy: () =>
      '在服务器上返回 Access-Control-Expose-Headers: Content-Range, Accept-Ranges, Content-Length, ETag。',
  },
  'service-worker-cached-opaque': {
    title: 'Service Worker 返回了不透明响应',
    reason: 'Service Worker 返回不透明响应',
    sentence: (context) =>
      `页面的 Service Worker 之前以 no-cors 模式请求过 ${context.url}，但没有为这个 CORS 请求发出请求。如果它返回的是那个不透明响应，浏览器就会拒绝。`,
    remedy: () => '在 Service Worker 中，以 mode: ‘cors’ 请求并缓存，不要缓存状态为 0 的响应，并删除旧缓存。',
  },
  'worker-from-data-url': {
    title: '由 data: URL 创建的 Worker 的源是 null',
    reason: 'data: URL 的 Worker，源为 null',
    sentence: (context) =>
      `请求来自由 data: URL 创建的 Worker，源是 null，而 ${context.host} 不允许 null，${effect(context)}。`,
    remedy: () => '在页面中，用 blob: URL 或文件创建 Worker：它们的源与页面相同。不要在服务器上允许 null。',
  },
  'csp-sandbox': {
    title: '文档自己的 Content-Security-Policy 把它放进了沙箱',
    reason: 'CSP 沙箱使源变为 null',
    sentence: (context) =>
      `文档的 Content-Security-Policy 有 sandbox 而没有 allow-same-origin，使它的源变成 null，而 ${context.host} 不允许 null，${effect(context)}。`,
    remedy: () => '在页面的服务器上，为 sandbox 指令加上 allow-same-origin，或删除该指令。',
  },
  'frame-needs-embedder-policy': {
    title: '框架需要自己的嵌入策略',
    reason: '框架需要嵌入策略',
    sentence: (context) =>
      `页面有 Cross-Origin-Embedder-Policy，而框架中的文档 ${context.url} 没有，因此浏览器不显示这个框架。`,
    remedy: (context) =>
      `在 ${context.host} 上，返回 Cross-Origin-Embedder-Policy: require-corp 和 Cross-Origin-Resource-Policy: cross-origin；或在页面中写 <iframe credentialless>。`,
  },
  'default-embedding-headers': {
    title: '默认响应头禁止其他站点嵌入这个资源',
    reason: '默认响应头禁止嵌入',
    sentence: (context) =>
      `${context.host} 返回了 Cross-Origin-Resource-Policy 和 X-Frame-Options（很可能是默认值），因此 ${context.page} 不能嵌入 ${context.url}。`,
    remedy: () =>
      '在服务器上，对供其他站点嵌入的内容返回 Cross-Origin-Resource-Policy: cross-origin，不返回 X-Frame-Options（Helmet：按路由设置）。',
  },
  'tainted-canvas': {
    title: '画布上的图片不是以 CORS 请求的',
    reason: '图片污染了画布',
    sentence: (context) =>
      `页面把没有 crossorigin 的图片 ${context.url} 画到了画布上，因此 ${context.values.method}() 抛出了 SecurityError。`,
    remedy: (context) =>
      `在页面中，先为图片设置 crossorigin="anonymous"，再设置 src；在 ${context.host} 上返回 Access-Control-Allow-Origin 和 Vary: Origin。`,
  },
  'font-preload-mode': {
    title: '字体被请求了两次：预加载没有 crossorigin',
    reason: '字体预加载没有 crossorigin',
    sentence: (context) =>
      `页面请求了两次 ${context.url}：字体总是以 CORS 请求，因此没有 crossorigin 的预加载没有被用上。`,
    remedy: () => '在页面中，为 <link rel="preload" as="font"> 加上 crossorigin，同源字体也需要。',
  },
  'credentials-twice': {
    title: 'Access-Control-Allow-Credentials 被添加了两次',
    reason: 'Allow-Credentials 被添加两次',
    sentence: (context) =>
      `${context.host} 的两个部分都添加了 Access-Control-Allow-Credentials，它的值不再是 true，${effect(context)}。`,
    remedy: () =>
      '只保留其中一个：由应用添加 CORS 响应头，或由代理添加（nginx：proxy_hide_header Access-Control-Allow-Credentials）。',
  },
} satisfies Partial<Readonly<Record<CauseCode, CauseProse>>>;
