import type { FindingContext } from '../finding-prose';
import { hostOf } from '../short-url';
import { beforeAuthentication, type Place, server } from './phrases';

/** 响应头不是（或可能不是）正确的修复方式时该怎么做；否则为 null。 */
export function otherRemedy(context: FindingContext, on: Place): string | null {
  if (context.mayBeCached) return cached(context);
  if (context.otherFix === 'login-page') {
    const isOfPreflight = on === 'preflight' && context.url === context.requestedUrl;
    return isOfPreflight ? preflightOfLogin(context) : loginPage(context);
  }
  return context.otherFix === 'gateway-page' ? gatewayPage(context, on) : null;
}

const loginPage = ({ requestedUrl }: FindingContext) => {
  const host = hostOf(requestedUrl);
  return (
    `先在标签页中重新登录：${host} 把请求重定向到了疑似登录页的地址，在那里返回 Access-Control-Allow-Origin 也只会让页面读到登录表单。在页面侧，` +
    `让请求带上会话（credentials: 'include'，或元素上的 crossorigin="use-credentials"）；在 ${host} 的服务器，` +
    '对没有会话的请求返回 401，而不是重定向。'
  );
};

const preflightOfLogin = (context: FindingContext) =>
  `${server(context)}，以 204 和 Access-Control-Allow-* 响应头应答 OPTIONS ${context.url}，不要重定向到疑似登录页的地址。` +
  `${beforeAuthentication}重新登录没有用。`;

const gatewayPage = ({ url }: FindingContext, on: Place) =>
  `${hostOf(url)} 前面还有一层服务：返回响应的是隧道的提示页、机器人验证或预览部署的访问保护，而不是应用本身，因此应用设置的` +
  `响应头不起作用。请在那层服务的设置中，对这个地址关闭它自己的页面。${on === 'preflight' ? '预检请求无法带上用来跳过这类页面的 Cookie 或请求头。' : ''}`;

const cached = (context: FindingContext) =>
  `先在 Network 面板中禁用缓存再重新加载：如果请求成功，说明这个响应来自 HTTP 缓存：${server(context)}，为 ` +
  `${context.url} 的所有响应（包括不带 Origin 的请求得到的响应）加上 Vary: Origin；或者在页面侧，给最先请求这个地址的元素加上 ` +
  'crossorigin。如果仍然失败，说明服务器没有允许页面的源。';

/** 按发起请求的 API 说明如何不携带凭据。 */
export function withoutCredentials({ api, kind }: Pick<FindingContext, 'api' | 'kind'>): string {
  if (kind === 'beacon' || kind === 'ping' || api === 'beacon') {
    return "改用 fetch() 并设置 keepalive: true 和 credentials: 'omit'，因为 sendBeacon() 总是携带凭据";
  }
  switch (api) {
    case 'fetch':
      return "去掉 credentials: 'include'";
    case 'xhr':
    case 'event-source':
      return '去掉 withCredentials';
    case 'element':
      return '使用 crossorigin="anonymous"';
    default:
      return '不要携带凭据（credentials: \'same-origin\'、withCredentials = false、crossorigin="anonymous"）';
  }
}
