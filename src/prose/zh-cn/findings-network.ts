import type { FindingCode } from '../../engine';
import type { FindingProse } from '../finding-prose';
import { hostOf } from '../short-url';
import { browserName, errorText, originOf, page, quote, server } from './phrases';

export const ofTheNetwork = {
  'network-dns': {
    title: '域名无法解析',
    reason: '域名无法解析',
    sentence: (context) =>
      `${hostOf(context.url)} 无法解析为地址${errorText(context)}，因此 ${page(context)}的请求没有到达任何服务器。`,
    remedy: (context) =>
      `检查 ${hostOf(context.url)} 的拼写、DNS 记录、VPN 和代理。修改响应头无法解决此问题。`,
  },
  'network-refused': {
    title: '服务器拒绝了连接',
    reason: '连接被拒绝',
    sentence: (context) =>
      `${hostOf(context.url)} 拒绝了连接${errorText(context)}：该端口没有服务在监听，因此没有响应可供检查。`,
    remedy: (context) => `启动 ${hostOf(context.url)} 的服务，并检查端口和防火墙。修改响应头无法解决此问题。`,
  },
  'network-reset': {
    title: '连接在收到完整响应之前中断',
    reason: '连接提前关闭',
    sentence: (context) => `与 ${hostOf(context.url)} 的连接在收到完整响应之前中断${errorText(context)}。`,
    remedy: (context) =>
      `${server(context)}，查看日志：是否崩溃、是否超出大小或时间限制、是否有代理关闭了连接。修改响应头无法解决此问题。`,
  },
  'network-tls': {
    title: '无法建立安全连接',
    reason: 'TLS 或证书失败',
    sentence: (context) =>
      `无法与 ${hostOf(context.url)} 建立安全连接${errorText(context)}，因此请求没有发出。`,
    remedy: (context) =>
      `${server(context)}，使用与域名相符且受信任的证书。如果是开发服务器，在标签页中打开 ${originOf(context.url).replace(/^ws/, 'http')} 并接受其证书，或安装本地证书颁发机构。`,
  },
  'network-timeout': {
    title: '服务器没有及时响应',
    reason: '超时',
    sentence: (context) => `${hostOf(context.url)} 没有及时响应${errorText(context)}。`,
    remedy: (context) =>
      `检查从这里能否访问 ${hostOf(context.url)}（VPN、防火墙、端口），以及它应答 ${context.method} ${context.url} 要多久。`,
  },
  'network-other': {
    title: '在收到响应之前网络出错',
    reason: '网络错误',
    sentence: (context) =>
      `${context.method} ${context.url} 因网络错误而失败${errorText(context)}，与同源规则无关。`,
    remedy: (context) =>
      /^wss?:/.test(context.url)
        ? `确认 ${hostOf(context.url)} 上有服务在监听，并且前面的每一层代理都转发 WebSocket 握手，再查看服务器日志。`
        : `在单独的标签页中打开 ${context.url}，看看会报告什么，再查看服务器日志。`,
  },
  'socket-handshake': {
    title: 'WebSocket 握手没有被接受',
    reason: 'WebSocket 握手被拒绝',
    sentence: (context) => {
      const { status, offered, protocol } = context.evidence;
      const host = hostOf(context.url);
      if (status && status !== '101')
        return `${host} 对 ${page(context)}发起的 WebSocket 握手返回了状态码 ${status}，而不是 101。`;
      if (protocol && protocol !== offered) {
        const asked = offered ? `只提供了${quote(offered)}` : '没有提供子协议';
        return `${host} 以 101 和子协议${quote(protocol)}应答了 WebSocket 握手，而 ${page(context)}${asked}，因此 ${browserName(context)}拒绝了这个响应。`;
      }
      return status
        ? `${host} 以 101 应答了 WebSocket 握手，但 ${browserName(context)}拒绝了这个响应：某个 Sec-WebSocket-… 响应头与请求不符。`
        : `${host} 没有接受 ${page(context)}发起的 WebSocket 握手，或者 ${browserName(context)}拒绝了它返回的 101 响应${errorText(context)}。`;
    },
    remedy: (context) => {
      const { status } = context.evidence;
      if (status === '101')
        return `${server(context)}，根据 Sec-WebSocket-Key 计算 Sec-WebSocket-Accept，并且只在 Sec-WebSocket-Protocol 中返回页面提供过的一个子协议。`;
      if (status?.startsWith('3'))
        return '在页面侧，直接使用最终的 ws: 或 wss: 地址：WebSocket 从不跟随重定向。';
      return `${server(context)}，在日志中查看这次握手。常见原因：路径错误、代理没有转发 Upgrade、缺少鉴权，或者服务器不接受这个 Origin。`;
    },
  },
  aborted: {
    title: '请求在完成之前被取消',
    reason: '已取消',
    sentence: (context) =>
      `${context.method} ${context.url} 被取消${errorText(context)}：由页面代码取消，超过页面设置的超时时间，或者页面或元素已被移除。`,
    remedy: () =>
      '在页面侧，检查 AbortController、超时设置、同时提交的表单，以及加载过程中被移除的组件。服务器无需改动。',
  },
  'blocked-by-extension': {
    title: '本机的扩展或管理策略拦截了请求',
    reason: '被扩展拦截',
    sentence: (context) =>
      `${context.method} ${context.url} 被扩展或管理员策略拦截${errorText(context)}，与页面和服务器都无关。`,
    remedy: (context) =>
      `在没有扩展的用户配置中重试；在广告拦截扩展中为 ${hostOf(context.url)} 添加例外。路径中含有 ads、track 之类的词就常常会被拦截。`,
  },
  'service-worker-opaque': {
    title: '页面的 Service Worker 返回了不透明响应',
    reason: 'Service Worker 返回不透明响应',
    sentence: (context) =>
      `${page(context)}的 Service Worker 对 ${context.method} ${context.url} 返回了不透明响应，只有 mode: 'no-cors' 的请求才能使用它。`,
    remedy: () =>
      "在 Service Worker 中，直接用 fetch(event.request) 应答，或者缓存以 mode: 'cors' 获取的响应；以 mode: 'no-cors' 获取的响应在缓" +
      '存中仍然是不透明的。',
  },
  'service-worker-failed': {
    title: '页面的 Service Worker 没有返回可用的响应',
    reason: 'Service Worker 没有返回可用响应',
    sentence: (context) =>
      `${page(context)}的 Service Worker 处理了 ${context.method} ${context.url}，但返回了错误：传给 respondWith() 的 Promise 被拒绝，或其值不是 Response。`,
    remedy: () =>
      '检查 Service Worker 的 fetch 处理函数：它自己发出的请求单独成行，并有各自的原因。无法响应时，应返回一个说明错误的 Response。',
  },
  'login-prompt': {
    title: '服务器要求输入用户名和密码',
    reason: '等待登录',
    sentence: (context) =>
      `${hostOf(context.url)} 要求为 ${context.url} 输入用户名和密码，在登录框关闭之前请求会一直等待。`,
    remedy: (context) =>
      `填写或关闭登录框。如果不想弹出登录框，${server(context)}对脚本请求返回不带 WWW-Authenticate 的 401。`,
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;

export const ofTheRecord = {
  'body-cut-short': {
    title: '响应体不完整',
    reason: '响应体不完整',
    sentence: (context) =>
      `${context.method} ${context.url} 的响应头通过了所有检查，但响应体提前结束：页面关闭了流，或者连接断开。`,
    remedy: () => '如果是页面主动关闭了流，则无需处理；否则检查服务器日志和代理的时间、大小限制。',
  },
  'browser-disagrees': {
    title: '规则不允许，却被放行',
    reason: '规则不允许，却被放行',
    sentence: (context) => {
      const { origin } = context.evidence;
      const header =
        origin === undefined
          ? ''
          : origin === null
            ? '（没有 Access-Control-Allow-Origin）'
            : `（Access-Control-Allow-Origin 是${quote(origin)}）`;
      return (
        `${browserName(context)}放行了 ${page(context)}的 ${context.method} ${context.url}，` +
        `但这里看到的响应头${header}不允许：可能有其他扩展改动了响应头，或者由 Service Worker 返回了响应。`
      );
    },
    remedy: () =>
      '在没有其他扩展的用户配置中重试，尤其是“解除跨域限制”类扩展：它们会掩盖其他访问者将会遇到的问题。如果仍然如此，请把这条记录发给 CORScope 的开发者。',
  },
  unexplained: {
    title: '响应被拦截，但没有规则能解释原因',
    reason: '被拦截，原因不明',
    sentence: (context) =>
      `${browserName(context)}拦截了 ${context.url} 返回给 ${page(context)}的响应，但这里看到的响应头符合所有规则：可能有其他扩展在检查之前改动了它们。`,
    remedy: () =>
      '在没有其他扩展的用户配置中重试，并查看控制台中的消息。如果仍然如此，请把这条记录发给 CORScope 的开发者。',
  },
  'never-seen': {
    title: '页面发起了调用，但没有看到请求',
    reason: '没有看到请求',
    sentence: (context) =>
      /^(chrome|moz)-extension:/.test(context.url)
        ? `${page(context)}请求了扩展的文件 ${context.url}。CORScope 不记录这类请求，因此不知道页面能否读取它。`
        : `${page(context)}发起了对 ${context.method} ${context.url} 的调用，但 ${browserName(context)}没有显示任何请求：可能由 ` +
          'Service Worker、预加载或缓存返回了响应，可能立即被取消，也可能被不留痕迹的规则拦截。',
    remedy: () => '查看控制台：其中会说明请求被拦截的原因。',
  },
  'ended-unseen': {
    title: '没有看到这个请求的结束',
    reason: '没有看到结束',
    sentence: (context) =>
      `${context.method} ${context.url} 进行期间 CORScope 的后台被停止，没有看到它如何结束。`,
    remedy: () => '重新发起一次请求。',
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;
