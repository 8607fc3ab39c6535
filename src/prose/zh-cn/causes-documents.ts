import type { CauseCode } from '../../diagnosis/causes';
import type { CauseProse } from '../cause-prose';

/** 与文档及其脚本的行为有关。 */
export const ofDocuments = {
  'cookie-without-partitioned': {
    title: '会话 Cookie 缺少 Partitioned，跨站框架不会发送它',
    reason: '会话 Cookie 缺少 Partitioned',
    sentence: ({ host, status, values }) =>
      `${host} 返回 ${status}，因为浏览器没有发送 Cookie ${values.name}：它是 SameSite=None 但没有 Partitioned，而此框架无权访问第三方 Cookie。`,
    remedy: ({ host, values }) =>
      `在 ${host} 上，用 SameSite=None; Secure; Partitioned 设置 ${values.name}；或在框架中，等用户点击后调用 document.requestStorageAccess()。`,
  },
  'listener-reads-foreign-window': {
    title: '消息监听器读取了其他源的窗口',
    reason: '监听器读取了跨源窗口',
    sentence: ({ url, values }) =>
      `${url} 的消息监听器读取了 event.source.${values.property}，而该窗口属于 ${values.sender}，因此浏览器抛出 SecurityError，监听器中断执行。`,
    remedy: () => '在监听器中，改为比较 event.origin：任何监听器都可以读取它。',
  },
  'opener-severed': {
    title: 'Cross-Origin-Opener-Policy 使此窗口与打开它的页面分离',
    reason: 'COOP 断开了 opener',
    sentence: ({ url, values }) =>
      `Cross-Origin-Opener-Policy 断开了 ${url}（策略 ${values.opened}）与前一个页面（策略 ${values.opener}）之间的联系，因此此窗口的 window.opener 为 null。`,
    remedy: () =>
      '如果两个窗口需要通信，请让打开窗口的页面返回 Cross-Origin-Opener-Policy: same-origin-allow-popups，被打开的页面不返回该响应头；或用重定向代替弹窗。',
  },
  'origin-keyed-document-domain': {
    title: 'document.domain 不起作用：文档的 agent cluster 按源划分',
    reason: 'document.domain 不起作用',
    sentence: ({ url, values }) =>
      `${url} 的脚本把 document.domain 设为 ${values.domain}，但文档的 agent cluster 按源划分，因此浏览器忽略了它。`,
    remedy: ({ host }) =>
      `在两个文档的脚本中改用 postMessage()。在此之前，让 ${host} 和另一主机的每个文档都返回 Origin-Agent-Cluster: ?0。`,
  },
  'relay-compares-source': {
    title: '监听器比较消息的来源窗口，因而丢弃了消息',
    reason: '监听器按来源窗口丢弃消息',
    sentence: ({ url, values }) =>
      `来自 ${values.sender} 的消息到达了 ${url} 的监听器，但监听器只读取了 event.source，就忽略了这条消息。`,
    remedy: () =>
      '在监听器中，改为比较 event.origin。如果必须比较窗口，请在 iframe 加入文档之后再读取它的 contentWindow。',
  },
  'wildcard-without-authorization': {
    title: 'Access-Control-Allow-Headers 中的 * 不包括 Authorization',
    reason: '* 不包括 Authorization',
    sentence: ({ host, method }) =>
      `${host} 用 * 允许任意请求头，而按标准它不包括 Authorization。此浏览器仍然发出了 ${method} 请求，但以后的版本可能会拦截。`,
    remedy: ({ host }) => `在 ${host} 上，在 Access-Control-Allow-Headers 中明确列出 Authorization。`,
  },
} satisfies Partial<Readonly<Record<CauseCode, CauseProse>>>;
