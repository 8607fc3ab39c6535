import type { CauseCode } from '../../diagnosis/causes';
import type { CauseContext, CauseProse } from '../cause-prose';

const names = ({ values }: CauseContext) => values.names ?? '';
const unsent = ({ method }: CauseContext) => `因此 ${method} 请求没有发出`;

/** 由页面、浏览器或网络引起。 */
export const ofThePage = {
  'tracing-headers': {
    title: '监控脚本添加了服务器不允许的请求头',
    reason: '监控脚本添加了请求头',
    sentence: (context) =>
      `页面的监控脚本添加了 ${names(context)}，而 ${context.host} 不允许它，${unsent(context)}。`,
    remedy: (context) =>
      `在页面中，把链路追踪限制在自己的服务器（Sentry：tracePropagationTargets）；或在 ${context.host} 上允许 ${names(context)}。`,
  },
  'extension-header': {
    title: '浏览器扩展为页面的请求添加了请求头',
    reason: '浏览器扩展添加了请求头',
    sentence: (context) =>
      `浏览器扩展添加了 ${names(context)}，而 ${context.host} 不允许它，${unsent(context)}。`,
    remedy: () => '在此浏览器中，关闭该扩展或它对本站的规则。',
  },
  'response-header-sent': {
    title: '页面在请求中发送了 CORS 响应头',
    reason: '请求中带了 CORS 响应头',
    sentence: (context) =>
      `页面在请求中发送了响应头 ${names(context)}，而 ${context.host} 不允许它，${unsent(context)}。`,
    remedy: (context) => `在页面中删除 ${names(context)}：只有服务器才能发送它。`,
  },
  'wildcard-headers': {
    title: 'Access-Control-Allow-Headers 中的 * 不能与凭据一起使用',
    reason: '* 在这里不匹配请求头',
    sentence: (context) =>
      `页面包含凭据，此时 ${context.host} 的 Access-Control-Allow-Headers 中的 * 不再是通配符，不允许 ${names(context)}，${unsent(context)}。`,
    remedy: (context) => `在 API 中，逐一列出请求头：${names(context)}。`,
  },
  'header-not-listed': {
    title: '服务器允许的请求头列表中缺少页面发送的请求头',
    reason: '允许列表中缺少该请求头',
    sentence: (context) =>
      `页面发送 ${names(context)}，而它不在 ${context.host} 允许的请求头列表中，${unsent(context)}。`,
    remedy: (context) => `在 API 的 CORS 配置中，把 ${names(context)} 加入允许的请求头。`,
  },
  'lower-case-method': {
    title: '页面把方法写成了小写',
    reason: '方法写成了小写',
    sentence: (context) =>
      `页面以小写发送方法 ${context.values.method}，而方法区分大小写，因此 ${context.host} 不允许它，请求没有发出。`,
    remedy: (context) => `在页面中，把方法写成大写的 ${context.values.method?.toUpperCase()}。`,
  },
  'method-not-listed': {
    title: '服务器允许的方法列表中缺少该方法',
    reason: '允许列表中缺少该方法',
    sentence: (context) =>
      `${context.values.method} 不在 ${context.host} 允许的方法列表中，${unsent(context)}。`,
    remedy: (context) => `在 API 的 CORS 配置中，把 ${context.values.method} 加入允许的方法。`,
  },
  'upload-listener': {
    title: 'xhr.upload 上的监听器导致了预检',
    reason: '上传监听器导致预检',
    sentence: (context) =>
      `xhr.upload 上的监听器使这个 ${context.method} 请求需要预检，而 ${context.host} 对预检返回了 ${context.status}，没有允许它，${unsent(context)}。`,
    remedy: () => '在页面中，移除 xhr.upload 上的监听器；或在 API 中，以 CORS 响应头应答 OPTIONS。',
  },
  'header-not-exposed': {
    title: '服务器没有暴露页面需要读取的响应头',
    reason: '响应头没有对脚本暴露',
    sentence: (context) => `${context.host} 没有暴露 ${names(context)}，因此脚本读到的是 null。`,
    remedy: (context) => `在 API 中，把 ${names(context)} 加入 Access-Control-Expose-Headers。`,
  },
  'no-cors-as-cure': {
    title: 'mode: ‘no-cors’ 使页面读不到响应',
    reason: 'no-cors 使响应不可读',
    sentence: (context) =>
      `页面以 mode: 'no-cors' 请求 ${context.url}，因此无论 ${context.host} 返回什么，得到的都是空的不透明响应。`,
    remedy: (context) =>
      `在页面中，去掉 mode: 'no-cors'；在 ${context.host} 上，返回 Access-Control-Allow-Origin: ${context.page}。`,
  },
  'unreachable-address': {
    title: '页面请求的是服务器的监听地址',
    reason: '0.0.0.0 不是可连接的地址',
    sentence: (context) => `页面请求的 ${context.host} 是服务器监听用的地址，因此浏览器没有连接它。`,
    remedy: () => '在给出该地址的配置中，用 localhost 或服务器的域名代替 0.0.0.0。',
  },
  'content-blocker': {
    title: '内容拦截扩展取消了请求',
    reason: '被浏览器扩展取消',
    sentence: (context) => `广告拦截等浏览器扩展取消了发往 ${context.host} 的请求，与服务器和跨域规则无关。`,
    remedy: () => '在此浏览器中，让扩展放行本站；若要对所有用户有效，请使用不在过滤列表中的地址。',
  },
  'untrusted-certificate': {
    title: '浏览器不信任服务器的证书',
    reason: '证书不受信任',
    sentence: (context) => `浏览器不信任 ${context.host} 的证书，因此请求失败；只有导航才会显示警告页。`,
    remedy: (context) =>
      `在标签页中打开 https://${context.host}/ 查看浏览器给出的原因，然后安装受信任的证书。`,
  },
  'server-not-running': {
    title: '该地址没有服务在监听',
    reason: '服务没有运行',
    sentence: (context) => `${context.host} 没有服务在监听，因此连接被拒绝。`,
    remedy: (context) => `启动 ${context.host} 的服务，或更正页面配置中的端口。`,
  },
  'unknown-host': {
    title: '域名没有对应的地址',
    reason: '域名无法解析',
    sentence: (context) => `域名 ${context.host} 没有对应的地址，因此没有建立连接。`,
    remedy: () => '在页面中检查域名的拼写；如果没有写错，再检查 DNS 记录或 VPN。',
  },
  'mixed-content': {
    title: 'https: 页面请求 http:',
    reason: 'https: 页面请求 http:',
    sentence: (context) =>
      `${context.page} 是 https: 页面，因此浏览器拦截了它对 http://${context.host} 的请求。`,
    remedy: () => '在页面中改用 https:；如果服务器没有证书，就为它添加证书。',
  },
  'local-network-permission': {
    title: '页面没有访问本地网络的权限',
    reason: '没有本地网络权限',
    sentence: (context) =>
      `${context.host} 在本地网络或本机上，而页面没有访问它的权限，因此浏览器没有发出请求。`,
    remedy: () =>
      '在浏览器的提示或网站设置中允许本站；如果页面在框架中，为它上面的每一层框架加上 allow="local-network-access"。',
  },
  'resource-policy': {
    title: '服务器的 Cross-Origin-Resource-Policy 禁止其他网站使用该资源',
    reason: '资源策略禁止其他网站',
    sentence: (context) =>
      `${context.host} 返回了 Cross-Origin-Resource-Policy（Helmet 等默认会返回），因此 ${context.page} 不能使用 ${context.url}。`,
    remedy: () => '在服务器上，为允许其他网站使用的资源返回 Cross-Origin-Resource-Policy: cross-origin。',
  },
  'error-page-for-resource': {
    title: '元素得到的是页面，而不是所请求的资源',
    reason: '得到的是页面而不是资源',
    sentence: (context) =>
      `服务器对 ${context.url} 返回的是 ${context.values.type}（状态码 ${context.status}）而不是资源，因此浏览器没有使用它。`,
    remedy: () => '在页面中检查该地址：服务器返回了 HTML 或 JSON，多半是因为文件不存在。',
  },
  'extension-script': {
    title: '浏览器扩展的脚本以页面的源发起了请求',
    reason: '由浏览器扩展的脚本发起',
    sentence: (context) => `页面中浏览器扩展的脚本请求了 ${context.url}。它使用页面的源，因此受 CORS 限制。`,
    remedy: () => '在扩展中，改为在后台脚本中以主机权限发起请求。',
  },
  'socket-origin-check': {
    title: '服务器拒绝来自该源的 WebSocket 连接',
    reason: '服务器拒绝该源',
    sentence: (context) =>
      `${context.host} 以 403 拒绝了 WebSocket 握手。CORS 不适用于 WebSocket：是服务器自己检查了 Origin ${context.values.origin}。`,
    remedy: (context) => `在 WebSocket 服务器允许的源列表中，加入 ${context.values.origin}。`,
  },
  'cross-origin-worker': {
    title: 'worker 的脚本必须与页面同源',
    reason: 'worker 脚本不同源',
    sentence: (context) =>
      `${context.page} 的页面用 ${context.url} 启动 worker，而它与页面不同源，因此浏览器没有运行它。`,
    remedy: () => '从页面自己的源提供该脚本，或用导入它的 blob: 地址启动 worker。',
  },
  'content-security-policy': {
    title: '页面自己的 Content-Security-Policy 拦截了请求',
    reason: '被页面自己的 CSP 拦截',
    sentence: (context) =>
      `${context.page} 的页面的 Content-Security-Policy 不允许 ${context.host}，因此浏览器没有发出请求。`,
    remedy: (context) => `在页面的 Content-Security-Policy 中，把 ${context.host} 加入问题中指出的指令。`,
  },
  'own-policy': {
    title: '页面自己的策略拦截了请求',
    reason: '被页面自己的策略拦截',
    sentence: (context) =>
      `${context.page} 的页面的 ${context.values.name} 不允许它对 ${context.host} 的请求，因此被浏览器拦截。`,
    remedy: (context) => `在页面自己的响应头中，把 ${context.host} 加入问题中指出的策略。`,
  },
  'embedder-policy': {
    title: '页面的嵌入策略要求每个资源都表示同意',
    reason: '嵌入策略要求同意',
    sentence: (context) =>
      `${context.page} 的页面有 Cross-Origin-Embedder-Policy，而 ${context.url} 没有允许嵌入的响应头，因此被浏览器拦截。`,
    remedy: () =>
      '在资源的服务器上，返回 Cross-Origin-Resource-Policy: cross-origin（框架还需要 Cross-Origin-Embedder-Policy）；或在页面中使用 credentialless。',
  },
  'no-answer-to-preflight': {
    title: '预检请求没有得到应答',
    reason: '预检没有得到应答',
    sentence: (context) => `预检期间与 ${context.host} 的连接失败，${unsent(context)}。`,
    remedy: (context) =>
      `在服务器检查 OPTIONS ${context.url} 是否到达：可能是防火墙丢弃了 OPTIONS，或服务器关闭了连接。`,
  },
} satisfies Partial<Readonly<Record<CauseCode, CauseProse>>>;
