import type { Technique } from '../technique';

/** A connection without a same-origin policy, plain and with Socket.IO. */
export const webSocket: Technique = {
  id: 'web-socket',
  section: 9,
  title: { en: 'WebSocket', 'zh-CN': 'WebSocket 跨域' },
  lead: {
    en: 'A separate protocol, ws:// and wss://, to which the same-origin policy does not apply: a page can connect to any server that accepts, and both can send at any time.',
    'zh-CN':
      'WebSocket 使用 ws://（非加密）和 wss://（加密）作为协议前缀，不实行同源策略：只要服务器接受，页面就可以连接，双方随时都能发送。',
  },
  steps: {
    en: [
      'A (www.a.localhost) opens a WebSocket to another origin (api.b.localhost). The browser sends an HTTP request with Upgrade: websocket and A’s Origin, and checks no CORS header in the response.',
      'The server checks Origin itself, accepts with 101, and the connection stays open. It replies to each message.',
      'B does the same with Socket.IO. It starts with long polling: cross-origin GET and POST requests, to which CORS fully applies.',
      'Once those work, Socket.IO also opens a WebSocket, and switches to it when it works.',
    ],
    'zh-CN': [
      'A（www.a.localhost）与另一个源（api.b.localhost）建立 WebSocket 连接。浏览器发出带有 Upgrade: websocket 和 Origin 的 HTTP 请求，不检查响应中的 CORS 头。',
      '服务器自己检查 Origin，以 101 接受，连接保持打开，并回复每条消息。',
      'B 用 Socket.IO 做同样的事。它先使用长轮询：跨域的 GET 和 POST 请求，完全受 CORS 约束。',
      '轮询可用之后，Socket.IO 再建立 WebSocket，成功后切换过去。',
    ],
  },
  advantages: {
    en: [
      'No same-origin policy, no preflight.',
      'Both directions, at any time, text and binary.',
      'A few bytes of overhead per message: for chats, games, quotes, collaborative editing, notifications.',
    ],
    'zh-CN': [
      '不受同源策略限制，没有预检。',
      '支持双向实时通信，可以传文本和二进制数据。',
      '数据传输效率高，适用于实时应用：聊天、游戏、行情推送、协同编辑、通知等。',
    ],
  },
  limits: {
    en: [
      'Needs a server that supports it.',
      'Any site can open one, and the user’s cookies are sent: a server that does not check Origin serves every page on the web.',
      'If the handshake is rejected, the page gets an error event without a reason.',
      'Opening one costs a handshake; for a single request and response, fetch() costs less.',
      'Proxies and load balancers must let upgrades through, and Socket.IO’s polling needs all its requests to reach the same server.',
    ],
    'zh-CN': [
      '需要服务器支持 WebSocket 协议。',
      '任何网站都可以建立连接，并会带上用户的 Cookie：服务器不检查 Origin，就等于为所有网页服务。',
      '握手被拒绝时，页面只得到没有原因的 error 事件。',
      '连接建立需要额外开销；对于简单的一问一答，fetch() 更合适。',
      '代理和负载均衡必须支持协议升级；Socket.IO 的轮询要求所有请求到达同一台服务器。',
    ],
  },
  today: {
    en: [
      'Works in every browser in use. The server of A accepts one origin only, and rejects others with 403.',
      'Socket.IO’s option cors is for its polling. Its WebSocket has no such check: add one in allowRequest. With origin "*", as in the original, any site can connect.',
      'The original’s server was ws://localhost:7272, and its page used plain WebSocket with a Socket.IO server, which are incompatible. Here each has its own.',
      'A closes the connection after the reply, so you see all events except the error.',
    ],
    'zh-CN': [
      '所有现役浏览器都支持。A 的服务器只接受一个源，其他的以 403 拒绝。',
      'Socket.IO 的 cors 选项只对轮询有效；它的 WebSocket 没有这项检查，应使用 allowRequest。像原文那样设为 "*"，任何人都能连接。',
      '原文的服务器是 ws://localhost:7272，页面用原生 WebSocket 连接 Socket.IO 服务器，两者其实互不相通。这里各有各的服务器。',
      'A 收到回复后就关闭连接，这样除 error 之外的事件都能看到。',
    ],
  },
  documents: [
    {
      file: 'a.html',
      on: 'page',
      opened: { en: 'WebSocket', 'zh-CN': 'WebSocket' },
      code: {
        en: a(
          'Opens the connection',
          'It is open',
          'Sends the server a message',
          'A message has arrived',
          'It is closed',
          'It has failed',
        ),
        'zh-CN': a(
          '创建WebSocket连接',
          '连接成功回调',
          '向服务器发送消息',
          '接收消息回调',
          '连接关闭回调',
          '连接错误回调',
        ),
      },
      prints: ['WebSocket连接成功', '接收到来自服务器的消息：Hello, Client!', 'WebSocket连接已关闭'],
    },
    {
      file: 'b.html',
      on: 'page',
      opened: { en: 'Socket.IO', 'zh-CN': 'Socket.IO' },
      code: {
        en: b(
          'Polling has started: the WebSocket follows',
          'Sends the server a message',
          'A message has arrived',
          'Switches to WebSocket',
        ),
        'zh-CN': b('先使用轮询，之后升级为 WebSocket', '向服务器发送消息', '接收消息回调', '升级完成'),
      },
      prints: ['Socket.IO: polling', '接收到来自服务器的消息：Hello, Client!', 'Socket.IO: websocket'],
    },
  ],
  servers: [
    { file: 'web-socket.ts', on: 'api', path: '/technique/web-socket/socket' },
    { file: 'socket-io.ts', on: 'api', path: '/socket.io/' },
  ],
};

function a(opens: string, opened: string, sends: string, message: string, closed: string, failed: string) {
  return `<div>WebSocket跨域通信</div>
<script>
  // ${opens}
  var ws = new WebSocket('{ws:api}/technique/web-socket/socket')

  // ${opened}
  ws.onopen = function() {
    console.log('WebSocket连接成功')
    // ${sends}
    ws.send('Hello, Server!')
  }

  // ${message}
  ws.onmessage = function(event) {
    console.log('接收到来自服务器的消息：' + event.data)
    ws.close()
  }

  // ${closed}
  ws.onclose = function() {
    console.log('WebSocket连接已关闭')
  }

  // ${failed}
  ws.onerror = function(error) {
    console.log('WebSocket连接发生错误：', error)
  }
</script>`;
}

function b(begins: string, sends: string, message: string, goesOn: string): string {
  return `<div>Socket.IO跨域通信</div>
<script src="/socket.io/socket.io.min.js"></script>
<script>
  var socket = io('{api}')
  var upgraded

  // ${begins}
  socket.io.on('open', function() {
    console.log('Socket.IO: ' + socket.io.engine.transport.name)
    upgraded = new Promise(function(resolve) {
      socket.io.engine.once('upgrade', resolve)
    })
  })

  // ${sends}
  socket.on('connect', function() {
    socket.emit('message', 'Hello, Server!')
  })

  // ${message}
  socket.on('message', async function(data) {
    console.log('接收到来自服务器的消息：' + data)
    // ${goesOn}
    console.log('Socket.IO: ' + (await upgraded).name)
    socket.close()
  })
</script>`;
}
