import type { FindingCode } from '../../engine';
import type { FindingProse } from '../finding-prose';
import { hostOf } from '../short-url';
import { otherRemedy } from './other-fixes';
import {
  answer,
  beforeAuthentication,
  consequence,
  errorText,
  includesCredentials,
  list,
  method,
  quote,
  server,
  wireList,
} from './phrases';

export const ofThePreflight = {
  'preflight-status': {
    title: '预检请求的响应状态码不在 200 到 299 之间',
    reason: '预检状态码不是 2xx',
    sentence: (context) =>
      `${hostOf(context.url)} 以${context.evidence.status ? `状态码 ${context.evidence.status} ` : '非 2xx 状态码'}拒绝了 ` +
      `${context.url} 的预检请求，因此 ${consequence(context, 'preflight')}。`,
    remedy: (context) =>
      otherRemedy(context, 'preflight') ??
      `${server(context)}，以 204 和 Access-Control-Allow-* 响应头应答 OPTIONS ${context.url}。` +
        `${beforeAuthentication}`,
  },
  'preflight-redirect': {
    title: '预检请求被重定向，而预检不会跟随重定向',
    reason: '预检被重定向',
    sentence: (context) =>
      `${hostOf(context.url)} 对 ${context.url} 的预检请求返回了重定向` +
      `${context.evidence.status ? `（${context.evidence.status}）` : ''}，而预检不会跟随重定向，因此 ` +
      `${consequence(context, 'preflight')}。`,
    remedy: (context) =>
      otherRemedy(context, 'preflight') ??
      `在页面侧，直接请求重定向之后的地址：检查协议（http: 与 https:）、域名（是否带 www）和路径末尾的斜杠。或者${server(context)}，以 204 应答 OPTIONS，` +
        '不要把它重定向到其他地址或登录页。',
  },
  'preflight-allow-methods-invalid': {
    title: '预检响应的 Access-Control-Allow-Methods 无法解析为列表',
    reason: '允许的方法无法解析',
    sentence: (context) =>
      `${answer(context, 'preflight')}中 Access-Control-Allow-Methods 是` +
      `${quote(context.evidence.methods)}，不是方法名的列表，因此 ${consequence(context, 'preflight')}。`,
    remedy: (context) =>
      `${server(context)}，为 ${answer(context, 'preflight')}返回 Access-Control-Allow-Methods: ` +
      `${method(context)}：名称之间用逗号分隔，不加引号、方括号或分号。`,
  },
  'preflight-allow-headers-invalid': {
    title: '预检响应的 Access-Control-Allow-Headers 无法解析为列表',
    reason: '允许的请求头无法解析',
    sentence: (context) =>
      `${answer(context, 'preflight')}中 Access-Control-Allow-Headers 是` +
      `${quote(context.evidence.headerNames)}，不是请求头名称的列表，因此 ${consequence(context, 'preflight')}。`,
    remedy: (context) =>
      `${server(context)}，为 ${answer(context, 'preflight')}返回 Access-Control-Allow-Headers: ` +
      `${wireList(context.evidence.unsafeNames) || '<所需的请求头>'}：名称之间用逗号分隔，不加引号、方括号或分号。`,
  },
  'preflight-method-not-allowed': {
    title: '预检响应的 Access-Control-Allow-Methods 没有列出该方法',
    reason: '预检没有允许该方法',
    sentence: (context) => {
      const { methods } = context.evidence;
      const has = missingOr(methods);
      const star =
        methods?.includes('*') && includesCredentials(context) ? '（携带凭据时 * 只是普通名称）' : '';
      return (
        `请求方法是 ${method(context)}，而 ${answer(context, 'preflight')}中 Access-Control-Allow-Methods ` +
        `${has}${star}，因此 ${consequence(context, 'preflight')}。`
      );
    },
    remedy: (context) =>
      context.otherFix === 'method-case'
        ? `在页面侧，把方法写成大写的 ${method(context).toUpperCase()}：方法名区分大小写，fetch() 会把 ${method(context)} 原样发送。`
        : `${server(context)}，在 ${answer(context, 'preflight')}的 Access-Control-Allow-Methods 中列出 ${method(context)}。`,
  },
  'preflight-header-not-allowed': {
    title: '预检响应的 Access-Control-Allow-Headers 没有列出所需的请求头',
    reason: '预检没有允许某个请求头',
    sentence: (context) => {
      const { headerNames, missingNames } = context.evidence;
      const has = missingOr(headerNames);
      const star =
        headerNames?.includes('*') && includesCredentials(context) ? '（携带凭据时 * 只是普通名称）' : '';
      return (
        `请求带有 ${list(missingNames) || '未被允许的请求头'}，而 ${answer(context, 'preflight')}中 ` +
        `Access-Control-Allow-Headers ${has}${star}，因此 ${consequence(context, 'preflight')}。`
      );
    },
    remedy: (context) =>
      `${server(context)}，在 ${answer(context, 'preflight')}的 Access-Control-Allow-Headers 中列出 ` +
      `${wireList(context.evidence.missingNames) || '每个所需的请求头'}；或者在页面侧，不要设置服务器用不到的请求头。把 ` +
      'Access-Control-* 设在请求上没有任何作用，只会多一个需要许可的请求头。',
  },
  'preflight-network-error': {
    title: '预检请求没有收到响应',
    reason: '预检没有收到响应',
    sentence: (context) =>
      `${context.url} 的预检请求没有收到响应${errorText(context)}，因此 ${consequence(context, 'preflight')}。`,
    remedy: (context) =>
      `${server(context)}，确保 OPTIONS 请求能到达应用。常见原因：服务未启动、防火墙或代理丢弃该方法、证书不受信任。`,
  },
  'authorization-wildcard': {
    title: 'Access-Control-Allow-Headers 的 * 不包括 Authorization',
    reason: '* 目前仍覆盖 Authorization',
    sentence: (context) =>
      `${answer(context, 'preflight')}允许的请求头是${quote(context.evidence.headerNames ?? '*')}，按标准它并不包括 ` +
      'Authorization；Chrome 和 Firefox 目前放行，但会给出警告。',
    remedy: (context) =>
      `${server(context)}，在 ${answer(context, 'preflight')}的 Access-Control-Allow-Headers 中明确列出 ` +
      'Authorization。',
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;

/** What a preflight has of a header; undefined if only a message of the console was read. */
function missingOr(value: string | null | undefined): string {
  return value === undefined ? '没有允许它' : value === null ? '缺失' : `是${quote(value)}`;
}
