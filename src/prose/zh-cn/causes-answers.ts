import type { CauseCode } from '../../diagnosis/causes';
import type { CauseContext, CauseProse } from '../cause-prose';

const whose = ({ page }: CauseContext) => (page === 'null' ? '页面' : ` ${page} 的页面`);

/** 缺少 CORS 响应头的后果。 */
export const effect = (context: CauseContext) =>
  context.isPreflight ? `因此 ${context.method} 请求没有发出` : `因此${whose(context)}读不到响应`;
export const asked = ({ isPreflight, method }: CauseContext) =>
  isPreflight ? '预检请求' : ` ${method} 请求`;

/** 没有 CORS 响应头的应答。 */
export const ofAnswers = {
  'windows-authentication': {
    title: 'Windows 身份验证先于应用应答',
    reason: 'Windows 身份验证在前',
    sentence: (context) =>
      `${context.host} 上的 Windows 身份验证先于应用，对${asked(context)}返回了 401，${effect(context)}。`,
    remedy: () => '在 IIS 上安装 CORS 模块，或同时启用匿名身份验证，让预检请求到达应用。',
  },
  'api-gateway-preflight': {
    title: 'Amazon API Gateway 自己拒绝了预检请求',
    reason: 'API Gateway 拒绝预检',
    sentence: (context) =>
      `Amazon API Gateway 在后端集成运行之前，就对发往 ${context.host} 的预检请求返回了 ${context.status}，${effect(context)}。`,
    remedy: () =>
      '在 API Gateway 中，让 OPTIONS 不经过授权器（SAM：AddDefaultAuthorizerToCorsPreflight: false），为该资源启用 CORS，然后重新部署。',
  },
  'api-gateway-error': {
    title: 'Amazon API Gateway 自己返回了错误，且没有 CORS 响应头',
    reason: 'API Gateway 的错误没有 CORS 头',
    sentence: (context) =>
      `Amazon API Gateway 对发往 ${context.host} 的 ${context.method} 请求返回了自己的 ${context.status}，其中没有 CORS 响应头，${effect(context)}。`,
    remedy: (context) =>
      `在 API Gateway 中，为网关响应 DEFAULT_4XX 和 DEFAULT_5XX 加上 Access-Control-Allow-Origin 并重新部署；再排查 ${context.status} 的原因。`,
  },
  'cloud-function-invoker': {
    title: 'Google 在函数运行之前就拒绝了调用',
    reason: '调用在函数运行前被拒绝',
    sentence: (context) =>
      `Google 在函数运行之前，就对发往 ${context.host} 的${asked(context)}返回了 ${context.status}，${effect(context)}。`,
    remedy: () =>
      '在 Google Cloud 项目中，确认函数已部署，并为 allUsers 授予 Cloud Run Invoker（或 Cloud Functions Invoker）角色：浏览器无法登录 IAM。',
  },
  'bot-challenge': {
    title: '防火墙或人机验证返回了自己的页面',
    reason: '防火墙或人机验证应答',
    sentence: (context) =>
      `${context.host} 前面的防火墙对${asked(context)}返回了自己的页面（${context.status}），${effect(context)}。`,
    remedy: () => '在 CDN 的安全规则中，对 API 路径和 OPTIONS 跳过验证：脚本发起的请求无法完成验证。',
  },
  'preflight-login-redirect': {
    title: '登录层重定向了预检请求',
    reason: '预检被重定向到登录页',
    sentence: (context) =>
      `预检请求不带会话，${context.host} 把它重定向到了登录页（${context.status}），因此 ${context.method} 请求没有发出。`,
    remedy: () => '在 API 中，让 CORS 先于会话、CSRF 或登录层运行，并以 204 应答 OPTIONS。',
  },
  'login-redirect': {
    title: '服务器没有返回 401，而是重定向到登录页',
    reason: '被重定向到登录页',
    sentence: (context) =>
      `会话缺失或已过期：${context.host} 把 ${context.method} 请求重定向（${context.status}）到 ${context.values.login} 的登录页，而登录页没有 CORS 响应头，因此${whose(context)}读不到响应。`,
    remedy: () =>
      '在 API 中，对脚本发起的请求（Sec-Fetch-Mode: cors 或 Accept: application/json）返回 401；在页面中，收到 401 时再跳转到登录页。',
  },
  'preflight-rate-limit': {
    title: '限流把预检请求也计算在内',
    reason: '预检请求被限流',
    sentence: (context) =>
      `${context.host} 的限流器对预检请求返回了 ${context.status}，因此 ${context.method} 请求没有发出。`,
    remedy: () => '在 API 中，让 OPTIONS 不受限流约束，并调大 Access-Control-Max-Age 以减少预检。',
  },
  'rate-limit': {
    title: '限流的响应没有 CORS 响应头',
    reason: '限流响应没有 CORS 头',
    sentence: (context) =>
      `${context.host} 的限流器对 ${context.method} 请求返回了 ${context.status}，且没有 CORS 响应头，${effect(context)}。`,
    remedy: () => '在 API 中，让 CORS 先于限流运行，并暴露 Retry-After；在页面中减少请求次数。',
  },
  'body-too-large': {
    title: '请求体超过服务器的上限',
    reason: '请求体过大',
    sentence: (context) =>
      `${context.host} 在应用运行之前，就因请求体过大（413）拒绝了 ${context.method} 请求，${effect(context)}。`,
    remedy: () =>
      '在代理中调大上限（nginx：client_max_body_size），并让错误响应也带上 CORS 响应头（add_header … always）。',
  },
  'preflight-authentication': {
    title: '鉴权拒绝了预检请求，而预检从不携带凭据',
    reason: '鉴权拒绝了预检',
    sentence: (context) =>
      `${context.host} ${context.values.ranCors ? '' : '在 CORS 代码运行之前就'}对预检请求返回了 ${context.status}，因此 ${context.method} 请求没有发出。`,
    remedy: () =>
      '在 API 中，让 CORS 先于鉴权运行，并放行预检请求（带 Origin 和 Access-Control-Request-Method 的 OPTIONS）：它从不携带 Cookie 和 Authorization。',
  },
  'client-certificate': {
    title: '服务器要求客户端证书，而预检请求不会出示证书',
    reason: '需要客户端证书',
    sentence: (context) =>
      `${context.host} 要求客户端证书，而预检请求从不出示证书，因此 ${context.method} 请求没有发出。`,
    remedy: () => '在代理中，对 OPTIONS 不强制要求客户端证书；或改用不需要预检的简单请求。',
  },
  'no-options-route': {
    title: '服务器没有处理 OPTIONS',
    reason: '没有处理 OPTIONS',
    sentence: (context) =>
      `服务器没有处理 ${context.url} 的 OPTIONS${context.status === 404 ? '，或没有这个路径' : ''}，对预检请求返回了 ${context.status}，因此 ${context.method} 请求没有发出。`,
    remedy: (context) =>
      `${context.status === 404 ? '先确认服务器有这个路径；如果没有，请更正页面中的 URL。如果有，在' : '在'} API 中，以 204 和 Access-Control-Allow-* 响应头应答 OPTIONS ${context.url}，或为该路由启用框架的 CORS 中间件。`,
  },
  'options-by-server': {
    title: 'Web 服务器自己应答了 OPTIONS',
    reason: 'Web 服务器自己应答 OPTIONS',
    sentence: (context) =>
      `${context.host} 的 Web 服务器或框架自己应答了预检请求（${context.status}，带有它自己的方法列表），应用的 CORS 代码没有运行，因此 ${context.method} 请求没有发出。`,
    remedy: () =>
      '在 Web 服务器上，移除应答 OPTIONS 的处理程序（IIS：OPTIONSVerbHandler 和 WebDAV），让预检请求到达应用。',
  },
  'options-handler-fails': {
    title: '应用处理 OPTIONS 时出错',
    reason: '应用处理 OPTIONS 出错',
    sentence: (context) =>
      `${context.host} 的应用把预检请求当作普通请求处理，出错并返回了 ${context.status}，因此 ${context.method} 请求没有发出。`,
    remedy: () => '在处理程序中，先以 204 应答 OPTIONS，再读取请求体或做其他事情。',
  },
  'nginx-header-not-always': {
    title: 'nginx 只为成功的响应添加 CORS 响应头',
    reason: 'nginx 的错误响应没有 CORS 头',
    sentence: (context) =>
      `${context.host} 对${asked(context)}返回了 ${context.status}，而 nginx 只为成功的响应添加 CORS 响应头，${effect(context)}。`,
    remedy: (context) =>
      `在 nginx 配置中，给每一行 add_header Access-Control-… 加上 always；再排查 ${context.status} 的原因。`,
  },
  'gateway-error': {
    title: '后端没有应答，网关代为返回了错误',
    reason: '网关错误没有 CORS 头',
    sentence: (context) =>
      `${context.host} 前面的网关没有等到后端的响应，对${asked(context)}返回了自己的 ${context.status}，且没有 CORS 响应头，${effect(context)}。`,
    remedy: () =>
      '查看后端当时的日志，找出它停止或变慢的原因；在网关中，为它自己的错误响应加上 CORS 响应头。',
  },
  'error-without-cors': {
    title: '该服务器的错误响应没有 CORS 响应头',
    reason: '错误响应没有 CORS 头',
    sentence: (context) =>
      `${context.host} 对${asked(context)}返回了 ${context.status}，缺少它其他响应都带有的 CORS 响应头，${effect(context)}。`,
    remedy: (context) =>
      `在 API 的日志中查找并修复这个 ${context.status}；同时把 CORS 放在最外层，让错误响应也带上这些响应头。`,
  },
  'route-without-cors': {
    title: '该路由不在服务器的 CORS 配置之内',
    reason: '路由没有 CORS 头',
    sentence: (context) =>
      `${context.host} 的其他路由有 CORS 响应头，而 ${context.url} 没有，${effect(context)}。`,
    remedy: () => '在 API 中，在该路由之前注册 CORS，或把该路由加入 CORS 配置。',
  },
  'dev-server-origin': {
    title: '开发服务器不允许该源',
    reason: '开发服务器不允许该源',
    sentence: (context) =>
      `${context.host} 上的开发服务器允许的源列表中没有 ${context.page}，${context.isPreflight ? effect(context) : '因此页面读不到响应'}。`,
    remedy: (context) =>
      `在开发服务器的配置中允许 ${context.page}（Vite：server.cors.origin；Next.js：allowedDevOrigins）。`,
  },
} satisfies Partial<Readonly<Record<CauseCode, CauseProse>>>;
