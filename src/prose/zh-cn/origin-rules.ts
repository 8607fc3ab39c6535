import type { Pair, PairReason, PairVerdict, RuleName } from '../../channels/pair-rules';
import type { OriginComponent } from '../../engine';
import type { Relation } from '../../engine/site';
import { hostOf, type RelationProse } from '../pair-prose';
import type { Explained } from '../shapes';

/** The components of an origin. */
export const names: Readonly<Record<OriginComponent, string>> = {
  scheme: '协议',
  host: '主机',
  port: '端口',
};

/** The components that differ, as a list: `主机`, `协议和端口`. */
function differing({ components }: Pair): string {
  const listed = components.filter(({ isEqual }) => !isEqual).map(({ component }) => names[component]);
  const last = listed.at(-1) ?? '';
  return listed.length > 1 ? `${listed.slice(0, -1).join('、')}和${last}不同` : `${last}不同`;
}

/** What two origins may or may not do, in Simplified Chinese. */
export const rules: Readonly<Record<RuleName, Explained & { readonly name: string }>> = {
  fetch: { name: '用 fetch 读取', label: '读取', meaning: '页面脚本用 fetch 或 XMLHttpRequest 读取响应' },
  dom: { name: 'DOM 和 JS 对象', label: 'DOM', meaning: '页面脚本访问框架和窗口中的文档、变量与函数' },
  storage: { name: '存储', label: '存储', meaning: 'localStorage、sessionStorage 和 IndexedDB' },
  cookies: { name: 'Cookie 共享', label: 'Cookie', meaning: '双方得到的是否为同一套 Cookie' },
  embedding: { name: '嵌入', label: '嵌入', meaning: '图片、脚本、样式、媒体和框架' },
  writing: { name: '写入', label: '写入', meaning: '链接、表单和重定向' },
};

/** Whether a rule lets them, in Simplified Chinese. */
export const verdicts: Readonly<Record<PairVerdict, Explained>> = {
  allowed: { label: '允许', meaning: '无需任何服务器同意' },
  consent: { label: '需同意', meaning: '只有对方服务器同意才行' },
  partly: { label: '部分', meaning: '其中一部分是允许的' },
  blocked: { label: '禁止', meaning: '无论服务器返回什么响应头都不行' },
};

/** One sentence each, about the pair that it is given, in Simplified Chinese. */
export const reasons: Readonly<Record<PairReason, (pair: Pair) => string>> = {
  'fetch-same-origin': () => '脚本可以读取自己源的所有响应，无需任何服务器同意。',
  'fetch-cors': ({ page, other }) =>
    `${page} 的脚本要读取 ${other} 的响应，须由该服务器用 Access-Control-Allow-Origin 表示同意；不安全的方法和请求头还要先经过预检。`,
  'fetch-opaque-page': ({ other }) =>
    `页面的源不透明，请求带的是 Origin: null；${other} 唯一安全的允许方式是返回 Access-Control-Allow-Origin: *，且不带凭据。`,
  'fetch-mixed-content': ({ other }) =>
    `页面是 https，而 ${other} 不是：无论服务器是否允许，Chrome 和 Firefox 都会在发送之前拦截请求（混合内容）。`,
  'dom-same-origin': () => '双方的窗口和框架只要持有对方的引用，就能访问彼此的文档和对象。',
  'dom-document-domain': () =>
    '双方的窗口只能调用彼此的 postMessage、设置 location 等少数几项；在仍然有效的地方，双方都设置 document.domain 可以打开其余部分。',
  'dom-other-origin': () =>
    '双方的窗口只能调用彼此的 postMessage、设置 location 等少数几项，访问不到文档、变量和函数。',
  'storage-same-origin': () =>
    '双方使用同一个 localStorage 和同一批数据库；如果其中一方位于其他站点的框架里，浏览器会另存一份。',
  'storage-opaque-page': () =>
    '不透明源不与任何源共享存储；在沙箱框架里，访问 localStorage 就会抛出 SecurityError。',
  'storage-other-origin': () =>
    'localStorage 和 IndexedDB 属于单个源，协议、主机、端口都计入：双方都看不到对方存储的内容。',
  'cookies-same-origin': () => '双方得到同一套 Cookie，只要 Cookie 的 Path 覆盖该 URL。',
  'cookies-other-port': (pair) =>
    `Cookie 不区分端口：${hostOf(pair, 'page')} 只有一套 Cookie，它的每个端口都能得到。`,
  'cookies-other-scheme': (pair) =>
    `${hostOf(pair, 'page')} 的 Cookie 双方都能得到，但带 Secure 的只留在 https 上，而且 Chrome 在应用 SameSite 时把 http 和 https 当作两个站点。`,
  'cookies-domain': ({ site }) => `Cookie 属于设置它的主机；设置时带有 Domain=${site} 的，双方都能得到。`,
  'cookies-domain-other-scheme': ({ site }) =>
    `Cookie 属于设置它的主机；设置时带有 Domain=${site} 的，双方都能得到，除非 Secure 把它限制在 https 上。`,
  'cookies-public-suffix': ({ parent }) =>
    `双方各有自己的 Cookie：同时涵盖二者的域名只有 ${parent}，它算作公共后缀，Domain=${parent} 会被拒绝。`,
  'cookies-other-host': (pair) =>
    `双方各有自己的 Cookie：没有哪个 Domain 能同时涵盖 ${hostOf(pair, 'page')} 和 ${hostOf(pair, 'other')}。`,
  'cookies-opaque-page': () => '不透明源没有自己的 Cookie；对 SameSite 来说，它的请求都算来自其他站点。',
  'embedding-same-origin': () =>
    '自己源的图片、脚本、样式、媒体和框架可以显示、执行，脚本也能读取其中的内容。',
  'embedding-other-origin': ({ other }) =>
    `${other} 的图片、脚本、样式、媒体和框架可以显示、执行，但脚本读不到其中的内容；服务器可以用 Cross-Origin-Resource-Policy 拒绝，框架则用 frame-ancestors 拒绝。`,
  'embedding-mixed-content': () =>
    '在 https 页面上，经 http 的脚本、样式和框架被禁止；图片、音频和视频会改用 https 请求，除非主机是 IP 地址。',
  'writing-same-origin': () => '链接、表单和重定向都可以指向它，所有 Cookie 随之发送。',
  'writing-other-origin': ({ other }) =>
    `链接、表单和重定向可以指向 ${other}，它的 Cookie 在 SameSite 允许时随之发送；因此服务器必须检查表单来自哪里。`,
  'writing-insecure': () =>
    '链接、表单和重定向可以从 https 指向 http；Chrome 和 Firefox 在向那里发送表单之前会先警告。',
};

/** How two origins are related, in Simplified Chinese. */
export const relations: Readonly<Record<Relation, RelationProse>> = {
  'same-origin': {
    label: '同源',
    sentence: () => '同源：协议、主机、端口都相同；文件夹和文件名不计入。',
  },
  'same-site': {
    label: '同站',
    sentence: (pair) => `不同源：${differing(pair)}。仍是同一站点：${pair.site ?? hostOf(pair, 'page')}。`,
  },
  'cross-site': {
    label: '跨站',
    sentence: (pair) => {
      if (pair.isOpaquePage) return '不同源：不透明源与任何源都不同源。';
      const isByScheme = pair.site !== null || hostOf(pair, 'page') === hostOf(pair, 'other');
      return `不同源：${differing(pair)}。${isByScheme ? '因为协议不同，也不是同一站点。' : '也不是同一站点。'}`;
    },
  },
};
