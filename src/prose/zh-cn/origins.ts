import type { Pair } from '../../channels/pair-rules';
import type { OriginComponent } from '../../engine';
import type { OriginsProse } from '../origins';

const names: Readonly<Record<OriginComponent, string>> = { scheme: '协议', host: '主机', port: '端口' };

const hostOf = ({ components }: Pair, of: 'page' | 'other') =>
  components.find(({ component }) => component === 'host')?.[of] ?? '';

const webSocketOf = ({ other }: Pair) => other.replace(/^http/, 'ws');

/** The components that differ, as a list: `主机`, `协议和端口`. */
function differing({ components }: Pair): string {
  const listed = components.filter(({ isEqual }) => !isEqual).map(({ component }) => names[component]);
  const last = listed.at(-1) ?? '';
  return listed.length > 1 ? `${listed.slice(0, -1).join('、')}和${last}不同` : `${last}不同`;
}

/** How many origins a sentence names. */
const mostNamed = 3;

/** What is said of two origins, in Simplified Chinese. */
export const originsZhCn: OriginsProse = {
  components: names,
  rules: {
    fetch: { name: '用 fetch 读取', label: '读取', meaning: '页面脚本用 fetch 或 XMLHttpRequest 读取响应' },
    dom: { name: 'DOM 和 JS 对象', label: 'DOM', meaning: '页面脚本访问框架和窗口中的文档、变量与函数' },
    storage: { name: '存储', label: '存储', meaning: 'localStorage、sessionStorage 和 IndexedDB' },
    cookies: { name: 'Cookie 共享', label: 'Cookie', meaning: '双方得到的是否为同一套 Cookie' },
    embedding: { name: '嵌入', label: '嵌入', meaning: '图片、脚本、样式、媒体和框架' },
    writing: { name: '写入', label: '写入', meaning: '链接、表单和重定向' },
  },
  verdicts: {
    allowed: { label: '允许', meaning: '无需任何服务器同意' },
    consent: { label: '需同意', meaning: '只有对方服务器同意才行' },
    partly: { label: '部分', meaning: '其中一部分是允许的' },
    barred: { label: '禁止', meaning: '服务器返回什么响应头都改变不了' },
  },
  reasons: {
    'fetch-same-origin': () => '脚本可以读取自己源的所有响应，无需任何服务器同意。',
    'fetch-cors': ({ page, other }) =>
      `${page} 的脚本要读取 ${other} 的响应，须由该服务器用 Access-Control-Allow-Origin 表示同意；不安全的方法和请求头还要先经过预检。`,
    'fetch-opaque-page': ({ other }) =>
      `页面的源是不透明的，请求带的是 Origin: null；${other} 稳妥的同意方式只有 Access-Control-Allow-Origin: *，且不带凭据。`,
    'fetch-mixed-content': ({ other }) =>
      `页面是 https，而 ${other} 不是：无论服务器会怎样应答，Chrome 和 Firefox 都会在发送之前拦下请求（混合内容）。`,
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
  },
  relations: {
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
  },
  works: { yes: '可行', with: '有条件可行', no: '不可行', unneeded: '不需要' },
  wayReasons: {
    'same-origin': () => '没有边界要跨越：双方同源。',
    'mixed-content': ({ other }) =>
      `https 页面不会经 http 向 ${other} 请求任何内容；对方服务器要先支持 https。`,
    'cors-agreed': ({ page, other }) =>
      `只要 ${other} 在响应中返回 Access-Control-Allow-Origin: ${page} 即可。`,
    'cors-opaque-page': ({ other }) =>
      `仅适用于任何人都可读取的数据：${other} 返回 Access-Control-Allow-Origin: *，且不带凭据。`,
    proxy: ({ page, other }) =>
      `无论 ${other} 怎样应答都可行：页面请求 ${page}，再由那里的服务器去请求 ${other}。`,
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
      `只要 ${webSocketOf(pair)} 上有 WebSocket 服务器即可；它收到的是 Origin: null，无从得知是谁在请求。`,
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
  },
  ways: {
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
        '外来代码会以页面的全部权限执行',
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
        '不出现在 URL 中，页面里也不会执行外来代码',
      ],
      limits: [
        '单向，靠加载页面获取，与 GET 类似；只能是文本',
        '其间在该框架里加载的每个文档都能读取和修改它',
        '框架跨源后仍保留它；标签页转到其他源时，Firefox 会清空它的值',
      ],
      use: '新代码不应使用：postMessage 或 CORS 能做到同样的事，还能指定谁可以读取。',
    },
  },
  table: {
    label: '源',
    scope: '统计整个录制，不受筛选影响',
    relation: '关系',
    allows: '这一对源之间允许什么',
    recorded: '录制到',
    equal: '相同',
    notEqual: '不同',
    opaque: '不透明',
    thisPage: '本页面',
    seenFrom: '视角',
    seenFromMeaning: '统计由这个源发出的请求，并从它的角度套用规则',
    noPage: '还不知道页面是什么。刷新页面即可录制。',
    address: '服务器地址',
    sameAddress: '地址相同，仍不同源',
    sameAddressAs: (origins) =>
      `与 ${origins.slice(0, mostNamed).join('、')}${
        origins.length > mostNamed ? ` 等 ${origins.length} 个源` : ' '
      }的地址相同，但仍不同源。`,
    noRequests: '无',
    showRequests: (count, only, to) =>
      `显示到 ${to} 的 ${count.toLocaleString('zh-CN')} 个${
        { read: '读取', embed: '嵌入', write: '写入', blocked: '被拦截的' }[only]
      }请求`,
    showMore: (shown, total) =>
      `显示更多（已显示 ${shown.toLocaleString('zh-CN')} / ${total.toLocaleString('zh-CN')} 个源）`,
  },
  detail: {
    label: '两个源',
    close: '关闭',
    page: '页面',
    other: '对方',
    rules: '允许什么',
    ways: '跨域方案',
    advantages: '优点',
    limits: '缺点',
    use: '何时使用',
    recorded: '本次录制',
    playground: '演示',
    playgroundStart: (path) => `运行 npm start，再打开演练场的 ${path}`,
  },
  tester: {
    title: '测试两个 URL',
    hint: '只有协议、主机和端口计入。不会发出任何请求。',
    page: '页面',
    other: '对方 URL',
    swap: '交换两者',
    examples: '经典的七对',
    classic: {
      'same-folder': '同一域名，同一文件夹',
      'other-folder': '同一域名，不同文件夹',
      'other-port': '同一域名，不同端口',
      'other-scheme': '同一域名，不同协议',
      'address-of-host': '域名和域名对应的 IP',
      subdomain: '主域相同，子域不同',
      'other-domain': '不同域名',
    },
    notes: {
      'https-assumed': '没有写协议：按 https 处理。',
      'http-assumed': '没有写协议：本机地址通常用 http，按 http 处理。',
      'web-socket-as-http': 'WebSocket 的握手是一次 HTTP 请求，因此比较的是它的服务器。',
      'host-converted': '主机在这里按实际发送的 ASCII 形式书写。',
      opaque: '这样的文档是不透明源：与任何源都不同源，以 null 发送。',
    },
    problems: {
      'no-url': '无法从中读出 URL。IPv6 地址要写在方括号里：[::1]。',
      'no-host': '缺少主机，例如 https://example.com。',
      'bad-port': '端口不是 0 到 65535 之间的数字。',
      space: '主机里不能有空格。',
      'other-scheme': '只有 http、https、ws 和 wss 才有可以比较的服务器。',
      'opaque-target': '这样的 URL 是不透明源，与任何源都不同源：没有可以请求的服务器。',
    },
  },
};
