import type { messagingKinds as en } from '../en/messaging-kinds';
import type { Translation } from '../shapes';

/** What carries data from one document, worker or server to another: all words about each kind, in Simplified Chinese. */
export const messagingKinds = {
  received: {
    label: '收到 postMessage',
    short: '收到',
    meaning: '消息到达某个窗口，在到达处记录',
    rules: {
      'message-made-by-page': {
        label: '页面自行构造',
        sentence:
          '脚本用 dispatchEvent() 构造了该事件，没有调用 postMessage()，其 origin 和 source 由脚本任意设置。',
      },
      'message-own-window': {
        label: '发给自身窗口',
        sentence: '窗口给自己发消息，没有跨源。',
      },
      'message-same-origin': {
        label: '同一个源之内',
        sentence: '发送方和接收方同源，本来就能访问彼此的文档。',
      },
      'message-receiver-unknown': {
        label: '接收方的源未知',
        sentence: '接收文档的源未知，因此也不知道消息是否跨源。',
      },
      'message-to-opaque': {
        label: '以 targetOrigin "*" 发送',
        sentence: '接收方的源不透明，无法指定，所以 targetOrigin 是 "*"：该窗口中的任何文档都会收到消息。',
      },
      'message-from-opaque': {
        label: '来自不透明的源',
        sentence: '这里的 event.origin 是字符串 null，所有沙箱框架和 data: 文档都是如此。',
      },
      'message-other-origin': {
        label: '来自其他源',
        sentence: '任何持有该窗口引用的窗口都可以向它发消息：不经过服务器，只有 event.origin 能标识发送者。',
      },
    },
    risks: {
      'check-origin': {
        label: '需检查 event.origin',
        sentence: '每个监听器在使用 event.data 之前，都必须用 === 把完整的 event.origin 与信任的源比较。',
      },
      'null-origin': {
        label: '"null" 不能标识发送者',
        sentence: '不要因为源是 null 就接受消息：应把 event.source 与预期的框架窗口比较。',
      },
      'any-document': {
        label: '任何文档都会收到',
        sentence: '该框架导航后，新文档也会收到消息：不要向它发送机密，或者让它有一个可以指名的源。',
      },
      'forged-event': {
        label: '可能是伪造的',
        sentence: '页面中的任何脚本都能这样做：需要区分此类事件的监听器应检查 event.isTrusted。',
      },
    },
    unseen: {
      'target-origin':
        'targetOrigin：事件不携带它，扩展在运行时也看不到它。是否写了 "*"，只能从发送方的源代码中得知。',
      'sender-frame': '由哪个框架发送：event.source 不是任何被观察框架的窗口。',
      'data-not-read': '消息内容：到达时没有读取数据。打开“读取数据”后会保留后续消息的内容。',
      listeners: '哪些监听器运行过：只有运行在页面自身环境中的脚本能看到，而它们在此处已关闭或开始得太晚。',
    },
    facts: {
      claimed: '事件的 event.origin',
      listeners: '运行过的监听器',
      noListeners: '没有看到监听器运行。',
      anonymous: '匿名函数',
      registeredAt: '注册于',
      registeredUnseen: '没有查看注册位置',
    },
  },
  sent: {
    label: '调用 postMessage',
    short: '调用',
    meaning: '脚本对同源窗口调用了 postMessage()',
    rules: {
      'message-sent': {
        label: '由同源脚本调用',
        sentence: '与该窗口同源的脚本对它调用了 postMessage()；其他源的调用只在消息到达处可见。',
      },
    },
    unseen: {
      arguments: '调用参数：读取参数的包装会让每个接收方的 event.source 出错，因此只统计调用次数。',
      'calling-frame': '由哪个框架调用：只知道它与该窗口同源。',
    },
  },
  'window-name': {
    label: 'window.name',
    short: 'window.name',
    meaning: '写入了 name，或文档开始时已有 name',
    rules: {
      'name-written': {
        label: '随窗口保留',
        sentence: 'window.name 属于窗口而不属于文档，现在写入的内容会留给下一个文档，无论它是什么源。',
      },
      'name-given': {
        label: '一开始就存在',
        sentence: '文档开始时已有 name：由创建框架或打开窗口的一方指定，或由更早的文档留下。',
      },
      'name-replaced': {
        label: '不是之前留下的值',
        sentence: '该窗口的上一个文档留下的是另一个值，因此这个值由其他窗口指定，或在未被看到时写入。',
      },
      'name-kept': {
        label: '保留在同一个源内',
        sentence: '上一个文档留下了这个值，而当前文档与它同源。',
      },
      'name-crossed': {
        label: '带到了其他源',
        sentence: '另一个源的文档在窗口中留下了这个值，之后的文档可以读取它。',
      },
    },
    risks: {
      'next-document': {
        label: '下一个文档可读',
        sentence:
          '不要写入机密：框架的 name 无论加载什么都会保留；不由其他窗口打开的标签页前往另一个源时，Firefox 会清除 name，Chrome 不会。',
      },
      'name-leak': {
        label: '被其他源读取',
        sentence:
          '其中的机密已经泄露，使用它的代码用的是其他源写入的值；用 postMessage() 并指定 targetOrigin 可避免这两点。',
      },
      'name-from-outside': {
        label: '不可信的文本',
        sentence: '这段文本由他人设置：应视为不可信的输入。',
      },
    },
    unseen: {
      'document-before': '之前是哪个文档：在该窗口中没有看到。',
    },
    facts: {
      before: '之前的文档',
      beforeSame: '留下的正是这个值',
      beforeOther: '留下的是另一个值',
    },
  },
  'location-hash': {
    label: 'location.hash',
    short: 'hash',
    meaning: '文档 URL 的片段发生变化',
    rules: {
      'fragment-own': {
        label: '由该文档修改',
        sentence: '该文档的脚本修改了自己的片段；文档保持不变，并触发 hashchange 事件。',
      },
      'fragment-by-unseen': {
        label: '修改者未知',
        sentence:
          '任何持有窗口引用的窗口都可以让它导航，跨源也可以；如果只有片段不同，文档会保留并可以读取它。',
      },
    },
    risks: {
      'fragment-from-outside': {
        label: '不可信的文本',
        sentence: '应把片段视为不可信的输入，也不要放入机密：它会留在历史记录中，页面的每个脚本都能读取。',
      },
    },
    unseen: {
      cause: '修改者：用户、链接、其他窗口，或者文档自身（未观察其自身环境，或其源不透明时）。',
    },
    facts: {
      oldFragment: '之前的片段',
      newFragment: '现在的片段',
      noFragment: '无',
    },
  },
  jsonp: {
    label: 'JSONP',
    short: 'JSONP',
    meaning: '其他源的脚本调用了其 URL 中指定的页面函数，并传入数据',
    rules: {
      'script-called-back': {
        label: '以脚本形式传来数据',
        sentence: '页面可以运行任何源的脚本：该脚本在加载时调用了其 URL 中指定的函数，并传入数据。',
      },
    },
    risks: {
      'runs-as-page': {
        label: '以页面身份运行',
        sentence: '该服务器在这里能做页面能做的一切：改用 CORS 获取数据，只需一个响应头。',
      },
    },
    facts: {
      script: '脚本',
      calledBack: '调用时传入数据',
    },
  },
  websocket: {
    label: 'WebSocket',
    short: 'WebSocket',
    meaning: '消息经过 WebSocket：只统计数量和大小，从不读取内容',
    rules: {
      'socket-same-origin': {
        label: '连接自己的服务器',
        sentence: '页面和服务器的主机、端口和安全性都相同，没有跨源。',
      },
      'socket-other-origin': {
        label: '不受 CORS 限制',
        sentence:
          'WebSocket 可以连接任何服务器：握手请求带有 Origin，CORS 响应头不起作用，收到的内容都可以读取。',
      },
    },
    risks: {
      'handshake-origin': {
        label: '服务器需检查 Origin',
        sentence:
          '服务器必须把握手请求的 Origin 请求头与信任的源比较，否则任何网页都能带着用户的 Cookie 建立连接。',
      },
    },
    facts: {
      handshake: '握手',
      handshakeStatus: (status) => `响应状态 ${status}`,
      handshakeFailed: '失败；页面不会得知原因',
      handshakeUnknown: '不在已录制的请求之中',
    },
  },
  'message-port': {
    label: 'MessagePort',
    short: '端口',
    meaning: '消息经过 MessagePort，其两端可以属于任意源',
    rules: {
      'port-from-other-origin': {
        label: '来自其他源的端口',
        sentence: '另一个源的消息带来了这个端口；现在持有另一端的一方可以发送消息，而且不检查其源。',
      },
      'port-same-origin': {
        label: '同一个源内的端口',
        sentence: '与该文档同源的消息带来了这个端口。',
      },
      'port-made-here': {
        label: '端口已转移',
        sentence: '该端口的另一端没有在这个文档中使用：它已转移给另一个文档或 Worker。',
      },
    },
    risks: {
      'port-has-no-origin': {
        label: '需检查端口的来源',
        sentence: '经过端口的消息不带源：应在使用端口之前，对带来端口的那条消息检查一次 event.origin。',
      },
    },
    unseen: {
      'other-end': '另一端：无法得知现在由哪个文档或 Worker 持有。',
    },
  },
  'broadcast-channel': {
    label: 'BroadcastChannel',
    short: '广播',
    meaning: '消息经过 BroadcastChannel，只到达同源的文档和 Worker',
    rules: {
      'broadcast-same-origin': {
        label: '只到达同源',
        sentence: '广播会到达该源中拥有同名频道的每个文档和 Worker，不会到达其他源。',
      },
    },
  },
  'worker-message': {
    label: 'Worker 消息',
    short: 'Worker',
    meaning: '消息往返于此文档的 Worker',
    rules: {
      'worker-of-this-origin': {
        label: '自己的 Worker',
        sentence: 'Worker 与创建它的页面同源，没有跨源。',
      },
      'worker-of-opaque-origin': {
        label: '不透明源的 Worker',
        sentence:
          '由 data: URL 创建的 Worker 属于不透明源，其请求带有 Origin: null；由 blob: URL 创建的则与页面同源。',
      },
    },
    unseen: {
      'inside-worker': 'Worker 如何处理：扩展无法在 Worker 内部运行。',
    },
  },
} satisfies Translation<typeof en>;
