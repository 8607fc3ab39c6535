import type { FindingCode } from '../../engine';
import type { FindingContext, FindingProse } from '../finding-prose';
import { hostOf } from '../short-url';
import { errorText, ofDocument, originOf, page, sentWith, server } from './phrases';

const isRedirect = ({ evidence }: FindingContext) =>
  evidence.locationUrl != null || evidence.error === 'net::ERR_UNSAFE_REDIRECT';

const entryOf = ({ evidence, url }: FindingContext) => evidence.entry ?? `"${originOf(url)}"`;

/** 元素还缺哪些属性，才能校验完整性。 */
const attributesFor = ({ evidence }: FindingContext) => {
  if (evidence.lacking === 'integrity') return '为元素加上 integrity 属性';
  if (evidence.lacking === 'crossorigin') return '为元素加上 crossorigin 属性（同源脚本也要加）';
  return '为元素同时加上 integrity 和 crossorigin 属性（同源脚本也要两个都加）';
};

/** Policies of the page itself that stop its requests, or would if they were enforced. */
export const ofOwnPolicies = {
  'connection-allowlist': {
    title: '页面自身的 Connection-Allowlist 拦截了请求',
    reason: '被 Connection-Allowlist 拦截',
    sentence: (context) =>
      isRedirect(context)
        ? `${hostOf(context.url)} 对 ${context.method} ${context.url} 返回了重定向，而 ${page(context)}的 ` +
          `Connection-Allowlist 不允许重定向${errorText(context)}${sentWith(context)}。`
        : `${page(context)}的 Connection-Allowlist 没有列出 ${originOf(context.url)}，因此 ${context.method} ` +
          `${context.url} 没有发出${errorText(context)}${sentWith(context)}。`,
    remedy: (context) =>
      isRedirect(context)
        ? `在页面的服务器上，为${ofDocument(context)} Connection-Allowlist 加上参数 redirects=allow；或者在页面中直接请求重定向的目标。`
        : `在页面的服务器上，把 ${entryOf(context)} 加入${ofDocument(context)} Connection-Allowlist 的列表。对方服务器返回什么响应头都不起作用。`,
  },
  'permissions-policy': {
    title: '页面自身的 Permissions-Policy 禁止同步 XMLHttpRequest',
    reason: '被 Permissions-Policy 拦截',
    sentence: (context) =>
      `${page(context)}的 Permissions-Policy 不允许 sync-xhr，因此 ${context.method} ${context.url} ` +
      `没有发出${sentWith(context)}。`,
    remedy: (context) =>
      '在页面中改用 fetch() 或异步的 XMLHttpRequest；或者在页面的服务器上，' +
      `在${ofDocument(context)} Permissions-Policy 中允许 sync-xhr。`,
  },
  'integrity-policy': {
    title: '页面自身的 Integrity-Policy 要求 integrity 属性',
    reason: 'Integrity-Policy 要求 integrity',
    sentence: (context) =>
      `${page(context)}的 Integrity-Policy 拦截无法校验完整性的脚本，因此没有请求 ${context.url}${sentWith(context)}。`,
    remedy: (context) =>
      `在页面侧，${attributesFor(context)}，跨源的服务器还要允许页面的源；或者在页面的服务器上，` +
      `从${ofDocument(context)} Integrity-Policy 的 blocked-destinations 中去掉 script。`,
  },
  'report-only': {
    title: '页面的仅报告策略一旦启用，就会拦截这个请求',
    reason: '仅报告策略启用后会拦截',
    sentence: (context) =>
      `${page(context)}的 ${context.evidence.header ?? '仅报告策略'} 如果启用，会拦截 ${context.method} ` +
      `${context.url}${sentWith(context)}。`,
    remedy: (context) => {
      const { header = '', entry } = context.evidence;
      if (header?.startsWith('Integrity')) return `启用该策略之前，${attributesFor(context)}。`;
      if (/^(Cross-Origin|Document-Isolation)/.test(header ?? '')) {
        return `启用该策略之前，${server(context)}，为 ${context.url} 返回 Cross-Origin-Resource-Policy: cross-origin。`;
      }
      return entry
        ? `启用该策略之前，在页面的服务器上把 ${entry} 加入该策略。`
        : `启用该策略之前，在页面的服务器让该策略允许 ${originOf(context.url)}。`;
    },
  },
  'private-network-header': {
    title: 'Private Network Access 的请求头和响应头已经作废',
    reason: 'Private Network Access 已作废',
    sentence: (context) =>
      `${context.evidence.header ?? ''} 属于 Private Network Access，现在没有浏览器使用它：Chrome 改为询问用户是否允许` +
      '（Local Network Access）。',
    remedy: (context) =>
      context.evidence.requestHeader
        ? `在页面中，去掉请求头 ${context.evidence.header ?? ''}。`
        : `${server(context)}，去掉响应头 ${context.evidence.header ?? ''}，它不起任何作用。`,
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;
