import type { CauseCode } from '../../diagnosis/causes';
import type { CauseContext, CauseProse } from '../cause-prose';
import { asked, effect } from './causes-answers';

const redirected = (context: CauseContext) => `${context.host} 把${asked(context)}`;
const refused = (context: CauseContext) =>
  context.isPreflight
    ? `而预检不会跟随重定向，因此 ${context.method} 请求没有发出`
    : '而重定向或其目标没有 CORS 响应头，因此页面读不到响应';

/** 由重定向引起。 */
export const ofRedirects = {
  'hsts-redirect': {
    title: '浏览器因 HSTS 自行重定向到 https:',
    reason: 'HSTS 重定向到 https:',
    sentence: (context) =>
      `${context.host} 只能通过 https: 访问（HSTS），浏览器自行重定向了 http: 请求，${refused(context)}。`,
    remedy: (context) => `在页面中，直接请求 ${context.values.url}。`,
  },
  'https-redirect': {
    title: '页面请求 http:，服务器重定向到 https:',
    reason: '被重定向到 https:',
    sentence: (context) =>
      `${redirected(context)}从 http: 重定向（${context.status}）到 https:，${refused(context)}。`,
    remedy: (context) => `在页面中，直接请求 ${context.values.url}。`,
  },
  'downgraded-redirect': {
    title: '服务器从 https: 重定向到 http:',
    reason: '从 https: 重定向到 http:',
    sentence: (context) =>
      `${redirected(context)}从 https: 重定向（${context.status}）到 http:，很可能是因为它在 TLS 代理之后，不知道自己的协议，${effect(context)}。`,
    remedy: () =>
      '在 API 中，信任代理的 X-Forwarded-Proto（uvicorn：--proxy-headers；Django：SECURE_PROXY_SSL_HEADER）；在页面中，请求不需要重定向的地址。',
  },
  'slash-redirect': {
    title: '服务器因路径末尾的斜杠而重定向',
    reason: '因路径末尾的斜杠重定向',
    sentence: (context) =>
      `${context.host} 因路径末尾的斜杠，把${asked(context)}重定向（${context.status}）到 ${context.values.url}，${refused(context)}。`,
    remedy: (context) =>
      `在页面中，直接请求 ${context.values.url}；或在 API 中关闭斜杠重定向（FastAPI：redirect_slashes=False）。`,
  },
  'www-redirect': {
    title: '服务器重定向到带 www 或不带 www 的域名',
    reason: '因 www 重定向',
    sentence: (context) =>
      `${redirected(context)}重定向（${context.status}）到它的另一个域名（${context.values.url}），${refused(context)}。`,
    remedy: (context) => `在页面中，直接请求 ${context.values.url}。`,
  },
  'bucket-region-redirect': {
    title: 'Amazon S3 重定向到存储桶所在区域的端点',
    reason: '被重定向到存储桶的区域',
    sentence: (context) =>
      `Amazon S3 把${asked(context)}重定向（${context.status}）到存储桶所在区域的 ${context.values.host}，${refused(context)}。`,
    remedy: (context) => `在生成该地址（预签名）的地方，使用区域端点 ${context.values.host}。`,
  },
  'tainted-origin': {
    title: '跨源之间的重定向使 Origin 变成了 null',
    reason: '重定向使源变成 null',
    sentence: (context) =>
      `从一个外部源重定向到另一个外部源之后，浏览器发送的是 Origin: null，而 ${context.host} 不允许 null，${effect(context)}。`,
    remedy: (context) =>
      `在页面中，直接请求重定向链的最后一个地址（${context.url}）。不要在服务器上允许 null：任何网站的沙盒框架都是 null。`,
  },
  'stripped-authorization': {
    title: '重定向到其他源时，浏览器移除了 Authorization',
    reason: '重定向移除了 Authorization',
    sentence: (context) => `重定向到其他源时，浏览器移除了 Authorization，因此 ${context.host} 返回了 401。`,
    remedy: (context) => `在页面中，直接请求 ${context.values.url}。`,
  },
  'preflight-redirect': {
    title: '服务器重定向预检请求',
    reason: '预检被重定向',
    sentence: (context) =>
      `${redirected(context)}重定向（${context.status}）到 ${context.values.url}，${refused(context)}。`,
    remedy: (context) =>
      `在页面中，直接请求 ${context.values.url}；或在 API 中以 204 应答 OPTIONS，不要重定向它。`,
  },
} satisfies Partial<Readonly<Record<CauseCode, CauseProse>>>;
