import type { crossing as en } from '../en/crossing';
import type { Translation } from '../shapes';

const whose = (by: string | null, text: string) => (by === null ? `${text}。` : `${text}：${by}。`);

/** The sentences about techniques that a single request shows by itself, in Simplified Chinese. */
export const crossing = {
  jsonp: {
    title: 'JSONP',
    observed: (name, from) => `这个脚本就是数据：加载期间，${from} 调用了页面的函数 ${name}，并传入数据。`,
    inferred: (name, from) =>
      `这个脚本很可能就是数据：其 URL 请求 ${from} 调用 ${name}。没有观察到调用本身。`,
    injected: (name, from) => `这个脚本就是数据：由页面插入，调用了 ${name}，随后又被移除。它来自 ${from}。`,
    functionName: '函数',
    parameter: '指定它的参数',
    crossed: '传递的内容',
    size: (calls, characters) =>
      characters === null ? `${calls} 次调用；未测量数据大小` : `${calls} 次调用，${characters} 个字符的数据`,
    risk: '风险',
    always:
      '来自其他源的脚本拥有本页面的全部权限：运营或攻破该服务器的人，可以在这里做页面能做的一切。' +
      '各种错误无法区分，而且只能使用 GET。',
    risks: {
      'not-encrypted': '它通过 http 传输：网络路径上的攻击者可以替换脚本。',
      'answers-with-cookies': '请求带有 Cookie：任何其他网站都可以引用同一 URL，并读取给这位访问者的响应。',
      'fixed-name': '函数名是固定的：该源的任何脚本都可以随时用任意内容调用它。',
    },
    instead: '改用 CORS',
    fetch: '页面自己获取数据：',
    fetchWithCookies: '页面自己获取数据，并带上 Cookie：',
    answer: '服务器以 JSON 响应，并带上：',
    not: {
      'not-a-script': '它不是脚本。',
      'same-origin': '它来自页面自己的源。',
      'not-loaded': '它没有加载。',
      'no-callback': '其 URL 没有指定任何被调用并传入数据的函数。',
      'not-a-function': '其 URL 指定了回调，但没有这个函数。',
      'not-called': '加载期间没有调用其 URL 指定的函数。',
      'called-without-data': '它调用函数时没有数据，只是表示自己已就绪。',
      'called-with-functions': '它传递的是函数：这是给加载器的模块。',
    },
  },
  proxy: {
    title: '代理的迹象',
    lead: '此响应来自页面自己的源，因此不需要 CORS。响应头表明，响应可能来自代理后面的其他服务器：',
    marks: {
      'named-itself': (by) => whose(by, '代理把自己写进了这个响应头'),
      'forwarded-echo': (by) => whose(by, '代理会在请求中添加它，服务器又把它发了回来'),
      'shared-cache': (by) => whose(by, '中间的共享缓存会写入它'),
      edge: (by) => whose(by, '它经过了内容分发网络的边缘节点'),
      gateway: (by) => whose(by, '它经过了 API 网关'),
      upstream: (by) => whose(by, '它给出了所请求服务器后面另一台服务器的名称或耗时'),
      'balancer-cookie': (by) => whose(by, '负载均衡器设置此 Cookie，以便再次找到同一台服务器'),
      'front-server': (by) => whose(by, '这个程序通常位于其他程序之前'),
      'two-servers': () => '一个响应头给出前端服务器，另一个给出其后面的程序。',
      'other-server': (by) => whose(by, '同源的页面文档来自另一个程序'),
      'development-server': (by) =>
        by === null
          ? '端口属于开发服务器，响应却来自另一个程序。'
          : `端口是 ${by} 监听的端口，响应却来自另一个程序。`,
      'gateway-status': () => '网关用此状态码表示其后面的服务器没有响应。',
      rewritten: (by) => whose(by, '请求在途中被改写到另一个地址'),
      'cors-granted': () => '它允许 CORS，而同源请求并不需要：该服务器也接受其他源的请求。',
    },
    strengths: {
      strong: { label: '强', meaning: '只有中间的程序才会添加它' },
      medium: { label: '中', meaning: '通常由中间的程序添加' },
      weak: { label: '弱', meaning: '与代理相符，也与没有代理的服务器相符' },
    },
    limit: '这是网站的代理还是你这一侧的代理，没有任何响应头能确切说明。',
  },
  socketIo: {
    title: 'Socket.IO',
    steps: {
      open: 'Socket.IO 正在打开连接。',
      receive: 'Socket.IO 正在请求消息，服务器会等到有消息时才响应。',
      send: 'Socket.IO 正在发送消息。',
      upgrade: 'Socket.IO 正在把连接切换到此传输方式。',
    },
    rules: {
      polling:
        '轮询就是普通的 HTTP，因此受 CORS 约束：服务器需要在 Socket.IO 的 cors 选项中允许此源。' +
        'Socket.IO 随后切换到的 WebSocket 不受 CORS 约束，服务器必须自行检查 Origin。',
      websocket:
        'WebSocket 不受任何同源规则约束，也不需要 CORS：浏览器只给出 Origin，服务器必须检查它。' +
        'Socket.IO 通常先使用的轮询是 HTTP，受 CORS 约束。',
      webtransport:
        'WebTransport 不受任何同源规则约束，也不需要 CORS：浏览器给出 Origin，服务器必须检查它。' +
        'Socket.IO 的轮询是 HTTP，受 CORS 约束。',
    },
    sameOrigin: '它发往页面自己的源，因此不需要 CORS。',
  },
} satisfies Translation<typeof en>;
