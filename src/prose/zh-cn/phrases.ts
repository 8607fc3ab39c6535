import { parseUrl } from '../../engine';
import type { Outcome } from '../../protocol/facts';
import type { FindingContext } from '../finding-prose';
import { hostOf } from '../short-url';

export type Place = 'response' | 'preflight';

export const quote = (value: string | null | undefined) => `“${value ?? ''}”`;
export const list = (names: string | null | undefined) => (names ?? '').split(',').filter(Boolean).join('、');
export const wireList = (names: string | null | undefined) =>
  (names ?? '').split(',').filter(Boolean).join(', ');
export const server = ({ url }: FindingContext) => `在 ${hostOf(url)} 的服务器`;
export const includesCredentials = ({ evidence }: FindingContext) => evidence.credentialsMode === 'include';
export const asked = ({ evidence, origin }: FindingContext) => evidence.requestOrigin ?? origin;
export const page = (context: FindingContext) =>
  asked(context) === 'null' ? 'Origin 为 null 的页面' : `${asked(context)} 的页面`;
export const browserName = ({ browser }: FindingContext) =>
  /[a-z]$/i.test(browser) ? `${browser} ` : browser;
export const errorText = ({ evidence }: FindingContext) => (evidence.error ? `（${evidence.error}）` : '');
/** 页面文档的响应头，接在句末；没有记录到时为空。 */
export const sentWith = ({ evidence: { document, header, policy } }: FindingContext) =>
  policy ? `；${document ? `${document} ` : '该文档'}的响应头是 ${header ?? ''}: ${policy}` : '';
export const ofDocument = ({ evidence: { document } }: FindingContext) => (document ? ` ${document} 的` : '');
export const method = ({ evidence, method }: FindingContext) => evidence.method ?? method;
export const statusOf = ({ evidence }: FindingContext) =>
  evidence.status ? `（状态码 ${evidence.status}）` : '';
export const typeOf = ({ evidence }: FindingContext) =>
  evidence.contentType
    ? `带有 Content-Type ${quote(evidence.contentType)}`
    : '没有带能说明类型的 Content-Type';

export const answer = (context: FindingContext, on: Place) =>
  on === 'response' ? `${context.method} ${context.url} 的响应` : `${context.url} 的预检响应`;

export const isError = ({ status }: FindingContext) => status !== null && (status < 200 || status > 299);

/** 实际看到的响应；缺少响应头时页面看不到其状态码，因此一并写出。 */
export const seenAnswer = (context: FindingContext, on: Place) =>
  isError(context) ? `${answer(context, on)}（状态码 ${context.status}）` : answer(context, on);

export const consequence = (context: FindingContext, on: Place) =>
  on === 'response'
    ? `${page(context)}不能读取该响应`
    : `${page(context)}发起的 ${method(context)} 请求没有发出`;

export const beforeAuthentication =
  '预检请求从不携带 Cookie 和 Authorization，因此要在鉴权和路由之前就应答它。';

export function originOf(url: string): string {
  return parseUrl(url)?.origin ?? url;
}

export const endings: Readonly<Record<Outcome, string>> = {
  allowed: '通过',
  blocked: '被拦截',
  opaque: '通过（不透明）',
  failed: '失败',
  pending: '尚未结束',
  unknown: '结果未知',
};
