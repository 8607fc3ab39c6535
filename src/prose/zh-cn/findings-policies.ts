import type { FindingCode } from '../../engine';
import type { FindingContext, FindingProse } from '../finding-prose';
import { hostOf } from '../short-url';
import { errorText, page, sentWith, server, typeOf } from './phrases';

const networkReason = ({ evidence, browser }: FindingContext) => {
  const { opaque, lacking, embedder, permission, state } = evidence;
  const name = permission ?? '该权限';
  if (opaque) return '：不透明源永远无法获得该权限';
  if (lacking && embedder) return `：${embedder} 的页面没有把 ${name} 授权给其中 ${lacking} 的 iframe`;
  if (lacking) return `：${lacking} 的 Permissions-Policy 不允许 ${name}`;
  if (state === 'prompt' && browser.startsWith('Firefox')) {
    return '：用户没有回应权限提示，或者页面后来的请求取代了该提示';
  }
  if (state === 'prompt') return '：用户尚未回应权限提示';
  return state === 'denied' ? '：权限已被用户或策略拒绝' : '';
};

const declared = ({ evidence }: FindingContext) => (evidence.declared ? `: '${evidence.declared}'` : '');
const modules: Readonly<Record<string, { readonly needs: string; readonly type: string }>> = {
  css: { needs: 'CSS 模块必须是 text/css 类型', type: 'text/css' },
  json: { needs: 'JSON 模块必须是 JSON 类型', type: 'application/json' },
};
const script = { needs: '模块脚本必须是 JavaScript 类型', type: 'text/javascript' };

const moduleOf = ({ evidence }: FindingContext) => modules[evidence.moduleType ?? ''] ?? script;

export const ofPolicies = {
  'local-network-insecure': {
    title: '非安全页面请求了本地网络的地址',
    reason: '非安全页面访问本地网络',
    sentence: (context) =>
      `${page(context)}不是安全上下文，而 ${hostOf(context.url)} 属于更私有的网络，Chrome 只对安全页面开放。`,
    remedy: () =>
      '在页面的服务器上，改用 https: 提供页面，之后 Chrome 才能向用户请求权限。修改对方服务器的响应头无法解决此问题。',
  },
  'local-network-denied': {
    title: '页面没有访问本地网络的权限',
    reason: '缺少本地网络权限',
    sentence: (context) =>
      `${page(context)}没有权限访问本地网络或本机上的 ${hostOf(context.url)}${errorText(context)}${networkReason(context)}。`,
    remedy: (context) => {
      const { opaque, lacking, embedder, permission } = context.evidence;
      const name = permission ?? 'loopback-network; local-network';
      if (opaque)
        return '在页面侧，由具有普通源的文档发起请求，再把数据传给这个文档；或者去掉使源变为不透明源的 sandbox。修改响应头无法解决此问题。';
      if (lacking && embedder)
        return `在 ${embedder} 的页面中，为 ${lacking} 的 iframe 加上 allow="${name}"；Chrome 145 之前的版本使用 local-network-access。`;
      if (lacking)
        return `在 ${lacking} 的服务器，在 Permissions-Policy 响应头中允许 ${permission ?? '该权限'}。`;
      return `在标签页的网站设置中，允许该页面访问本地网络，或回应权限提示；对于 iframe，还要为外层的每个 iframe 加上 allow="${name}"。修改响应头无法解决此问题。`;
    },
  },
  'local-network-mismatch': {
    title: '地址不在页面声明的地址空间中',
    reason: '与声明的地址空间不符',
    sentence: (context) =>
      `${page(context)}为 ${hostOf(context.url)} 声明了地址空间（targetAddressSpace${declared(context)}），而它的地址属于另一个${errorText(context)}。`,
    remedy: () =>
      "在页面侧，声明服务器实际所在的地址空间：本机用 'loopback'，局域网用 'local'。修改响应头无法解决此问题。",
  },
  'hsts-upgrade': {
    title: 'HSTS 把 http: 升级为 https:，这算作一次重定向',
    reason: 'HSTS 升级到 https:',
    sentence: (context) =>
      `${context.browser} 只通过 https: 访问 ${hostOf(context.url)}（Strict-Transport-Security），因此在内部重定向了 ` +
      `${context.method} ${context.url}；此后请求带的是 Origin: null，预检会失败。`,
    remedy: (context) =>
      `在页面侧，直接请求 ${hostOf(context.url)} 的 https: 地址；不要在服务器上允许 null。`,
  },
  'response-header-hidden': {
    title: '页面读不到部分响应头',
    reason: '有响应头未暴露',
    sentence: (context) =>
      `${hostOf(context.url)} 随 ${context.url} 返回的一些响应头，${page(context)}看不到，因为 ` +
      'Access-Control-Expose-Headers 没有列出它们。',
    remedy: (context) =>
      `${server(context)}，在 Access-Control-Expose-Headers 中列出页面要读取的响应头。携带凭据时，* 只代表它自身。`,
  },
  'corp-same-origin': {
    title: 'Cross-Origin-Resource-Policy: same-origin 禁止其他源嵌入',
    reason: 'Cross-Origin-Resource-Policy 不允许',
    sentence: (context) =>
      `${hostOf(context.url)} 在 ${context.url} 的响应中返回了 Cross-Origin-Resource-Policy: same-origin，因此 ` +
      `${page(context)}与它不同源，不能嵌入它。`,
    remedy: (context) =>
      `${server(context)}，为 ${context.url} 返回 Cross-Origin-Resource-Policy: cross-origin（如果只有同一站点的子域名嵌入，` +
      '用 same-site）。不少服务器和中间件默认返回 same-origin。',
  },
  'corp-same-site': {
    title: 'Cross-Origin-Resource-Policy: same-site 禁止其他站点嵌入',
    reason: 'Cross-Origin-Resource-Policy 不允许',
    sentence: (context) =>
      `${hostOf(context.url)} 在 ${context.url} 的响应中返回了 Cross-Origin-Resource-Policy: same-site，因此 ` +
      `${page(context)}属于另一个站点，不能嵌入它。`,
    remedy: (context) =>
      `${server(context)}，为 ${context.url} 返回 Cross-Origin-Resource-Policy: cross-origin。`,
  },
  'coep-require-corp': {
    title: '页面的 Cross-Origin-Embedder-Policy 要求资源声明许可，但响应没有',
    reason: '嵌入策略要求资源声明许可',
    sentence: (context) =>
      `${page(context)}只嵌入明确许可的资源（Cross-Origin-Embedder-Policy: require-corp），而 ${context.url} 的响应没有 ` +
      `Cross-Origin-Resource-Policy${sentWith(context)}。`,
    remedy: (context) =>
      `${server(context)}，为 ${context.url} 返回 Cross-Origin-Resource-Policy: cross-origin；或者在页面的服务器上返回 ` +
      'Cross-Origin-Embedder-Policy: credentialless，不带 Cookie 加载它。',
  },
  'coep-frame': {
    title: 'iframe 的文档缺少 Cross-Origin-Embedder-Policy',
    reason: 'iframe 文档缺少嵌入策略',
    sentence: (context) =>
      `外层页面返回了 Cross-Origin-Embedder-Policy，而 iframe 的文档 ${context.url} 没有作相应的声明${sentWith(context)}。`,
    remedy: (context) =>
      `${server(context)}，为 ${context.url} 返回 Cross-Origin-Embedder-Policy: require-corp；如果外层页面与它不同源，再返回 ` +
      'Cross-Origin-Resource-Policy: cross-origin。',
  },
  'document-isolation-policy': {
    title: '页面的 Document-Isolation-Policy 要求资源声明许可，但响应没有',
    reason: '隔离策略要求资源声明许可',
    sentence: (context) =>
      `${page(context)}只嵌入明确许可的资源（Document-Isolation-Policy），而 ${context.url} 的响应没有 ` +
      `Cross-Origin-Resource-Policy${sentWith(context)}。`,
    remedy: (context) =>
      `${server(context)}，为 ${context.url} 返回 Cross-Origin-Resource-Policy: cross-origin；或者在页面的服务器上返回 ` +
      'Document-Isolation-Policy: isolate-and-credentialless。',
  },
  orb: {
    title: '不透明响应拦截（ORB）拦下了响应',
    reason: '不透明响应拦截（ORB）',
    sentence: (context) =>
      `${page(context)}嵌入了 ${context.url}，但元素无法使用这种类型的响应（例如 HTML、JSON 或错误页），因此被 ORB 拦下。`,
    remedy: (context) =>
      `${server(context)}，让 ${context.url} 返回元素所需的内容和正确的 Content-Type；常见原因是本该返回图片或脚本，却返回了错误页或登录页。如果要读取数` +
      '据，在页面侧改用 fetch()。',
  },
  nosniff: {
    title: 'Content-Type 与加载它的元素不符（nosniff）',
    reason: 'Content-Type 不符（nosniff）',
    sentence: (context) =>
      `${hostOf(context.url)} 返回 ${context.url} 时带有 X-Content-Type-Options: nosniff，其 Content-Type 不能用作脚` +
      `本或样式表${errorText(context)}。`,
    remedy: (context) =>
      `${server(context)}，返回正确的 Content-Type，例如 text/javascript 或 text/css；常见原因是文件位置返回了错误页。`,
  },
  'module-mime-type': {
    title: '模块必须以相应的 Content-Type 返回',
    reason: '模块的类型不正确',
    sentence: (context) =>
      `${hostOf(context.url)} 返回 ${context.url} 时${typeOf(context)}，而${moduleOf(context).needs}。`,
    remedy: (context) =>
      `${server(context)}，返回 Content-Type: ${moduleOf(context).type}；常见原因是文件位置返回了错误页。`,
  },
  integrity: {
    title: '响应与完整性元数据不符',
    reason: '完整性校验不匹配',
    sentence: (context) =>
      `${context.method} ${context.url} 的响应与 ${page(context)}给出的 integrity 值不符，或者无法比较。`,
    remedy: () =>
      '在页面中改用当前文件的哈希值。对于其他源的脚本或样式表，还要设置 crossorigin 并让其服务器允许：不透明响应与任何值都不符。',
  },
  'frame-refused': {
    title: '该文档不允许被这个页面嵌入 iframe',
    reason: '文档不允许被嵌入 iframe',
    sentence: (context) =>
      `${hostOf(context.url)} 不允许外层页面用 iframe 展示 ${context.url}（X-Frame-Options，或其 ` +
      'Content-Security-Policy 的 frame-ancestors）。',
    remedy: (context) =>
      `${server(context)}，用 Content-Security-Policy: frame-ancestors 列出可以嵌入它的源，并去掉 X-Frame-Options。只列出信任` +
      '的页面：允许嵌入会带来点击劫持的风险。',
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;
