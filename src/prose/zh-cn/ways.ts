import type { Pair } from '../../channels/pair-rules';
import type { Way, WayReason, Works } from '../../channels/ways-across';
import { hostOf, type WayProse, webSocketOf } from '../pair-prose';

/** Whether a way works, in a word or two, in Simplified Chinese. */
export const works: Readonly<Record<Works, string>> = {
  yes: '可行',
  with: '有条件可行',
  no: '不可行',
  unneeded: '不需要',
};

/** Whether a way works for a pair, and why, in Simplified Chinese. */
export const wayReasons: Readonly<Record<WayReason, (pair: Pair) => string>> = {
  'same-origin': () => '双方同源，无需跨域。',
  'mixed-content': ({ other }) =>
    `https 页面不会经 http 向 ${other} 请求任何内容；对方服务器要先支持 https。`,
  'cors-agreed': ({ page, other }) =>
    `只要 ${other} 在响应中返回 Access-Control-Allow-Origin: ${page} 即可。`,
  'cors-opaque-page': ({ other }) =>
    `仅适用于任何人都可读取的数据：${other} 返回 Access-Control-Allow-Origin: *，且不带凭据。`,
  proxy: ({ page, other }) => `无论 ${other} 返回什么都可行：页面请求 ${page}，再由它的服务器请求 ${other}。`,
  'proxy-mixed-content': ({ page, other }) =>
    `可行，也能避开混合内容：页面经 https 请求 ${page}，再由那里的服务器经 http 请求 ${other}。`,
  'proxy-opaque-page': () => '只有代理自身也支持 CORS 才可行：对不透明源来说，任何服务器都不同源。',
  'post-message': ({ other }) =>
    `只要 ${other} 的文档位于页面能引用到的框架或窗口中，且双方都有相应代码即可。`,
  'post-message-mixed-content': ({ other }) =>
    `只能用于页面打开的窗口：在 https 页面里，${other} 的框架属于混合内容，会被禁止。`,
  'post-message-opaque-page': () =>
    '双方都有相应代码即可，但对方看到的源是“null”；它要检查 event.source，或者由页面交给它一个 MessagePort。',
  'web-socket': (pair) =>
    `只要 ${webSocketOf(pair)} 上有 WebSocket 服务器即可：同源策略和 CORS 都不适用，该服务器必须自己检查 Origin。`,
  'web-socket-mixed-content': (pair) => `https 页面只能打开 wss:，而 ${webSocketOf(pair)} 不是。`,
  'web-socket-opaque-page': (pair) =>
    `只要 ${webSocketOf(pair)} 上有 WebSocket 服务器即可；它收到的是 Origin: null，因此无法识别调用方。`,
  jsonp: ({ other }) => `只要 ${other} 返回一段调用页面指定函数的脚本即可；无论返回什么，页面都会执行。`,
  'document-domain-site': ({ site }) =>
    `双方框架都设置 document.domain = "${site}" 即可；在 Chrome 的安全页面上，还要求两个文档都带有 Origin-Agent-Cluster: ?0 响应头。`,
  'document-domain-port': (pair) =>
    `双方框架都设置 document.domain = "${hostOf(pair, 'page')}" 即可，设置之后端口不再计入；在 Chrome 的安全页面上，还要求两个文档都带有 Origin-Agent-Cluster: ?0 响应头。`,
  'document-domain-scheme': () => '协议不同，而 document.domain 改变不了协议。',
  'document-domain-suffix': ({ parent }) =>
    `同时涵盖二者的域名只有 ${parent}，它算作公共后缀，document.domain 会拒绝它。`,
  'document-domain-host': () => '两个主机没有可以共同设置的域名。',
  'document-domain-opaque-page': () => '在不透明源里设置 document.domain 会抛出 SecurityError。',
  'hash-relay': ({ page, other }) =>
    `只要框架里 ${other} 的文档读取自己的 hash，再通过其中一个 ${page} 框架的 hash 回传即可。`,
  'hash-one-way': ({ other }) =>
    `只能单向：页面可以设置 ${other} 框架的 hash，但那里面没有哪个框架能与不透明源的页面同源，把答复带回来。`,
  'window-name': ({ page, other }) =>
    `借助框架可行：${other} 的文档在框架里设置 window.name，随后框架转到 ${page}，页面就能读取。`,
  'window-name-opaque-page': () =>
    '只有页面之后能加载一个自己源的框架（about:blank）才可行，而沙箱会排除这种可能。',
  'frame-mixed-content': ({ other }) => `它需要 ${other} 的框架，而 https 页面不能加载它：混合内容。`,
};

/** The ways across, whatever the pair, in Simplified Chinese. */
export const ways: Readonly<Record<Way, WayProse>> = {
  cors: {
    name: 'CORS 跨域',
    advantages: [
      '支持所有 HTTP 方法和请求头，使用普通的 fetch 或 XMLHttpRequest',
      '可以处理状态码和错误，比 JSONP 完善',
      '服务器可以逐个源决定，并决定是否允许凭据',
    ],
    limits: [
      '需要服务器配合；浏览器从 IE 10 起就支持',
      '不在安全列表内的请求要多一次预检',
      '携带凭据时必须写明源，不能用 *',
    ],
    use: '服务器由自己或合作方运维时的首选。',
  },
  'server-proxy': {
    name: '服务器代理',
    advantages: [
      '页面无需特殊处理：只请求自己的源',
      '适用于所有 HTTP 方法，也适用于任何服务器，无论它是否支持 CORS',
      '中间的服务器可以检查、合并和缓存结果',
    ],
    limits: [
      '需要自己的服务器，并增加它的压力',
      '多了一个环节，速度会变慢',
      '信任转移到了该服务器：它看得到一切，并且只应转发到已知的目标',
      '对方源的 Cookie 不会自动带上',
    ],
    use: '适合无法改动的服务器、不能交给页面的密钥，以及开发阶段。',
  },
  'post-message': {
    name: 'postMessage 通信',
    advantages: [
      '为此而设计：任意源的窗口和框架都能双向通信',
      '凡是能被结构化克隆的数据都能传递，部分对象还能转移所有权',
      'targetOrigin 可以精确指定谁能接收',
    ],
    limits: [
      '双方文档都要有相应代码，且一方持有另一方的引用，而 Cross-Origin-Opener-Policy 可能切断引用',
      '谁都可以发送，所以每个监听器都必须检查 event.origin',
      'targetOrigin 写成 * 时，届时位于该框架里的任何页面都会收到',
    ],
    use: '用于页面与框架或窗口之间，且双方都有自己或合作方的代码。',
  },
  'web-socket': {
    name: 'WebSocket 通信',
    advantages: [
      '不受同源策略限制',
      '双方随时可以发送，每条消息的开销很小',
      '适合聊天、游戏、行情推送、通知和协同编辑',
    ],
    limits: [
      '需要服务器支持该协议',
      '服务器必须自己检查 Origin：任何页面发起连接时，都会带上该主机允许发送的 Cookie',
      '建立连接需要额外开销，对简单的请求来说过于复杂',
    ],
    use: '用于实时的双向数据，而不是用来绕过 CORS。',
  },
  jsonp: {
    name: 'JSONP 跨域',
    advantages: [
      '不像 XMLHttpRequest 那样受同源策略限制，script 元素可以跨源加载',
      '兼容性好，在没有 XMLHttpRequest 或 ActiveX 的古老浏览器中也能运行',
      '结果以调用回调函数的方式传回',
    ],
    limits: [
      '只支持 GET，不支持 POST 等其他类型',
      '只能获取数据，不能让两个页面的脚本互相调用',
      '第三方代码会以页面的全部权限执行',
      '读不到状态码和错误；常被 Content-Security-Policy 禁止',
    ],
    use: '仅用于值得信任、又没有其他接口的旧服务器；否则使用 CORS。',
  },
  'document-domain': {
    name: 'document.domain + iframe 跨域',
    advantages: ['同一主域下两个主机的框架可以访问彼此的文档和函数', '双向，无需约定消息格式'],
    limits: [
      '只适用于同一可注册域名下，且协议相同',
      '涉及的每个框架都要设置相同的域名',
      '其中一个主机被攻破，其余的也随之失守',
      '已弃用：在安全页面上，没有 Origin-Agent-Cluster: ?0 响应头时 Chrome 会忽略它；Firefox 目前仍然遵循',
    ],
    use: '仅用于在改用 postMessage 之前维持旧网站。',
  },
  'location-hash': {
    name: 'location.hash + iframe 跨域',
    advantages: [
      '适用于域名完全不同的情形，无需服务器配合',
      '借助第三个框架可以双向通信（A → B → C，其中 C 与 A 同源）',
    ],
    limits: [
      '只能传文本，数据量受 URL 长度限制',
      '数据直接暴露在 URL 中，别人可能看到',
      '接收方要监听 hashchange，没有该事件时只能轮询',
      '每次变化都可能产生一条历史记录',
    ],
    use: '新代码不应使用：postMessage 能安全地做到同样的事。',
  },
  'window-name': {
    name: 'window.name + iframe 跨域',
    advantages: [
      '可以从任意源获取文本，不要求域名后缀相同',
      '容量很大，可达数 MB',
      '不出现在 URL 中，页面里也不会执行第三方代码',
    ],
    limits: [
      '单向，靠加载页面获取，与 GET 类似；只能是文本',
      '其间在该框架里加载的每个文档都能读取和修改它',
      '框架跨源后仍保留它；标签页转到其他源时，Firefox 会清空它的值',
    ],
    use: '新代码不应使用：postMessage 或 CORS 能做到同样的事，还能指定谁可以读取。',
  },
};
