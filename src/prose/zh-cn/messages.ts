import { frameNumber } from '../frame-number';
import type { MessagesProse } from '../messages';

const number = (value: number) => value.toLocaleString('zh-CN');

/** What is said of page events, in Simplified Chinese. */
export const messagesZhCn: MessagesProse = {
  kinds: {
    received: {
      label: '收到 postMessage',
      short: '收到',
      meaning: '消息到达某个窗口：无论由谁发送，都在到达处看到',
    },
    sent: {
      label: '调用 postMessage',
      short: '调用',
      meaning: '脚本对同源窗口调用了 postMessage()',
    },
    'window-name': {
      label: 'window.name',
      short: 'window.name',
      meaning: '写入了 name，或文档开始时已有 name',
    },
    'location-hash': { label: 'location.hash', short: 'hash', meaning: '文档 URL 的片段发生变化' },
    jsonp: {
      label: 'JSONP',
      short: 'JSONP',
      meaning: '其他源的脚本调用了其 URL 中指定的页面函数，并传入数据',
    },
    websocket: {
      label: 'WebSocket',
      short: 'WebSocket',
      meaning: '消息经过 WebSocket：只统计数量和大小，从不读取内容',
    },
    'message-port': {
      label: 'MessagePort',
      short: '端口',
      meaning: '消息经过 MessagePort，其两端可以属于任意源',
    },
    'broadcast-channel': {
      label: 'BroadcastChannel',
      short: '广播',
      meaning: '消息经过 BroadcastChannel，只到达同源的文档和 worker',
    },
    'worker-message': {
      label: 'worker 消息',
      short: 'worker',
      meaning: '消息往返于此文档的 worker',
    },
    'document-domain': {
      label: 'document.domain',
      short: 'domain',
      meaning: '脚本给 document.domain 赋值，结果是生效、被忽略或被拒绝',
    },
    'dom-access': {
      label: 'DOM 访问被拒',
      short: 'DOM 访问',
      meaning: '脚本想访问其他源的文档或窗口，但没有得到',
    },
    'canvas-read': {
      label: '画布不可读取',
      short: '画布',
      meaning: '读取含有其他源内容的画布或播放器，抛出异常',
    },
    cookie: { label: 'Cookie', short: 'Cookie', meaning: '脚本写入 Cookie，或写入被拒绝' },
    storage: { label: '存储', short: '存储', meaning: '脚本使用存储或被拒绝，或其他文档改变了存储' },
    'storage-access': { label: '存储访问', short: '存储访问', meaning: '脚本调用了 Storage Access API' },
    opener: {
      label: '打开的窗口',
      short: '打开者',
      meaning: '在页面打开的标签页中开始了一个文档，以及它是否知道打开它的窗口',
    },
    'csp-violation': { label: 'CSP 违规', short: 'CSP', meaning: '文档的内容安全策略不允许它自己的某个请求' },
    'coep-violation': {
      label: 'COEP 违规',
      short: 'COEP',
      meaning: '文档的 Cross-Origin-Embedder-Policy 不允许它自己的某个请求',
    },
    'server-proxy': { label: '经过代理', short: '代理', meaning: '文档自身源的响应带有中间代理的迹象' },
  },
  relations: {
    'same-origin': { label: '同源', meaning: '两者的协议、主机和端口都相同' },
    'same-site': { label: '同站', meaning: '同一可注册域名下的两个源' },
    'cross-site': { label: '跨站', meaning: '属于不同站点的两个源：可注册域名不同，或协议不同' },
    opaque: { label: '不透明', meaning: '其中一方的源不透明，与任何源都不相同' },
  },
  rules: {
    'message-made-by-page': {
      label: '页面自行构造',
      sentence:
        '脚本用 dispatchEvent() 构造了该事件：背后没有 postMessage()，其 origin 和 source 由该脚本任意填写。',
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
      sentence:
        '接收方的源不透明，无法指名，所以 targetOrigin 必为 "*"：该窗口里无论是什么文档都会收到消息。',
    },
    'message-from-opaque': {
      label: '来自不透明的源',
      sentence: '这里的 event.origin 是字符串 null，所有沙箱框架和 data: 文档都是如此。',
    },
    'message-other-origin': {
      label: '来自其他源',
      sentence:
        '凡是持有该窗口引用的窗口都可以向它发消息：不需要服务器同意，只有 event.origin 说明发送者是谁。',
    },
    'message-sent': {
      label: '由同源脚本调用',
      sentence: '与该窗口同源的脚本对它调用了 postMessage()；其他源的调用只在消息到达处可见。',
    },
    'name-written': {
      label: '随窗口保留',
      sentence: 'window.name 属于窗口而不属于文档，现在写入的内容会留给下一个文档，无论它是什么源。',
    },
    'name-given': {
      label: '一开始就有',
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
    'fragment-own': {
      label: '由该文档修改',
      sentence: '该文档的脚本修改了自己的片段；文档保持不变，并触发 hashchange 事件。',
    },
    'socket-same-origin': {
      label: '连接自己的服务器',
      sentence: '页面和服务器的主机、端口和安全性都相同，没有跨源。',
    },
    'socket-other-origin': {
      label: '不受 CORS 限制',
      sentence:
        'WebSocket 可以连接任何服务器：握手请求带有 Origin，CORS 响应头不起作用，收到的内容都可以读取。',
    },
    'port-from-other-origin': {
      label: '来自其他源的端口',
      sentence: '另一个源的消息带来了这个端口；现在持有另一端的一方可以发送消息，而且不检查其源。',
    },
    'port-same-origin': {
      label: '同一个源内的端口',
      sentence: '与该文档同源的消息带来了这个端口。',
    },
    'port-made-here': {
      label: '端口已交出',
      sentence: '该端口的另一端没有在这个文档中使用：它已交给另一个文档或 worker。',
    },
    'broadcast-same-origin': {
      label: '同源各方都能收到',
      sentence: '广播会到达该源中拥有同名频道的每个文档和 worker，不会到达其他源。',
    },
    'worker-of-this-origin': {
      label: '自己的 worker',
      sentence: 'worker 与创建它的页面同源，没有跨源。',
    },
    'domain-set': {
      label: '已设置',
      sentence: '该文档现在被视为属于这个域：协议相同且设了相同值的文档都可以访问它，它也可以访问对方。',
    },
    'domain-origin-keyed': {
      label: '被忽略：按源隔离',
      sentence:
        '该源拥有自己的 agent cluster，因此赋值不起作用也不抛出异常；若该站点的每个文档都带有 Origin-Agent-Cluster: ?0，则会生效。',
    },
    'domain-of-opaque': {
      label: '被拒绝：不透明的源',
      sentence: '源不透明的文档（例如在沙箱中）没有可以设置的域。',
    },
    'domain-not-a-suffix': {
      label: '被拒绝：不是上级域',
      sentence: '只能赋值为该文档自身的主机或其上级域。',
    },
    'domain-public-suffix': {
      label: '被拒绝：公共后缀',
      sentence: '互不相识的人都可以在这个后缀下注册名称，设置它等于向所有人开放；它在公共后缀列表中。',
    },
    'domain-refused': {
      label: '被拒绝',
      sentence: '值本身可以使用，因此该文档在沙箱中，或其权限策略禁止 document.domain。',
    },
    'document-of-other-origin': {
      label: '其他源的文档',
      sentence: '框架只把文档交给同源（或 same origin-domain）的脚本；对其他脚本，contentDocument 为 null。',
    },
    'window-of-other-origin': {
      label: '其他源的窗口',
      sentence:
        '对其他源的窗口，脚本只能使用 postMessage、location、close、focus、blur、closed、frames、length、opener、parent、self、top 和 window。',
    },
    'canvas-tainted': {
      label: '绘制时未用 CORS',
      sentence: '画布上绘制了未经 CORS 获取的其他源内容，因此不能再读取：调用抛出了 SecurityError。',
    },
    'cookie-written': {
      label: '按主机保存',
      sentence:
        'Cookie 属于主机而不属于源：每个端口都会得到它，带 Domain 时每个子域也会得到；它也可能在没有任何提示的情况下被拒绝。',
    },
    'storage-refused': {
      label: '这里没有存储',
      sentence: '调用抛出了 SecurityError：源不透明，或该文档的网站数据被阻止，例如在其他站点的框架中。',
    },
    'storage-in-frame': {
      label: '按顶层站点隔离',
      sentence: '在其他站点的框架中，存储按顶层站点分别保存；在同一站点的框架中，就是该源自己的存储。',
    },
    'storage-access-asked': {
      label: '请求使用自己的 Cookie',
      sentence: '其他站点的框架通过 Storage Access API 请求使用它作为独立页面时的 Cookie；是否获准没有查看。',
    },
    'storage-changed-elsewhere': {
      label: '被另一个文档修改',
      sentence: '该源在同一分区中的另一个文档写入了存储；其他源不会得知。',
    },
    'fragment-by-unseen': {
      label: '由谁修改不可见',
      sentence:
        '凡是持有窗口引用的一方都可以让它导航，跨源也可以；如果只有片段不同，文档会保留并可以读取它。',
    },
    'opener-known': {
      label: '有打开者',
      sentence: '此文档在被打开的标签页中开始，可由 window.opener 得到打开它的窗口。',
    },
    'opener-known-across': {
      label: '有打开者（跨源）',
      sentence: '此文档与打开者不同源，而 window.opener 给出那个窗口：双方可以互发消息。',
    },
    'policy-enforced': {
      label: '被策略阻止',
      sentence: '文档自身的策略不允许此请求，浏览器已将其阻止。',
    },
    'policy-reported': {
      label: '仅报告',
      sentence: '文档自身的策略不允许此请求，但该策略只报告，不阻止任何请求。',
    },
    'answer-through-proxy': {
      label: '经由代理返回',
      sentence: '同源响应带有代理的迹象：其背后的服务器可能属于其他源，而 CORS 检查不适用于它。',
    },
    'opener-none': {
      label: '与打开者没有联系',
      sentence: '此文档中 window.opener 为 null，它与打开它的窗口互相无法访问：两者之间的消息都不会送达。',
    },
    'script-called-back': {
      label: '以脚本形式传来数据',
      sentence: '页面可以运行任何源的脚本：该脚本在加载时调用了其 URL 中指定的函数，并传入数据。',
    },
  },
  risks: {
    'handshake-origin': {
      label: '服务器需检查 Origin',
      sentence:
        '服务器必须把握手请求的 Origin 请求头与信任的源比较，否则任何网页都能带着用户的 Cookie 建立连接。',
    },
    'port-has-no-origin': {
      label: '需检查端口由谁交来',
      sentence: '经过端口的消息不带源：应在使用端口之前，对带来端口的那条消息检查一次 event.origin。',
    },
    'domain-opens': {
      label: '向兄弟子域开放',
      sentence:
        '任何设了相同值的子域（无论端口）有漏洞，这里也就有漏洞：postMessage() 只开放它所传递的内容。',
    },
    'opener-navigable': {
      label: '可以导航打开者',
      sentence:
        '持有窗口引用的一方可以导航该窗口，因此此文档能把打开者换成另一个页面：使用 rel="noopener"，或在页面上设置 Cross-Origin-Opener-Policy: same-origin，即可避免。',
    },
    'check-origin': {
      label: '需检查 event.origin',
      sentence: '每个监听器在使用 event.data 之前，都必须用 === 把完整的 event.origin 与信任的源比较。',
    },
    'null-origin': {
      label: '"null" 不代表任何人',
      sentence: '不要因为源是 null 就接受消息：应把 event.source 与预期框架的窗口比较。',
    },
    'any-document': {
      label: '任何文档都会收到',
      sentence: '该框架导航后，新文档也会收到消息：不要向它发送机密，或者让它有一个可以指名的源。',
    },
    'forged-event': {
      label: '可能是伪造的',
      sentence: '页面中的任何脚本都能这样做：需要区分此类事件的监听器应检查 event.isTrusted。',
    },
    'next-document': {
      label: '下一个文档可读',
      sentence:
        '不要写入机密：框架的 name 无论加载什么都会保留；不由其他窗口打开的标签页前往另一个源时，Firefox 会清除 name，Chrome 不会。',
    },
    'name-leak': {
      label: '被其他源读取',
      sentence:
        '如果是机密，它已经泄露；现在使用它的一方用的是其他源写入的内容；postMessage() 加上指名的 targetOrigin 可避免这两点。',
    },
    'name-from-outside': {
      label: '不可信的文本',
      sentence: '这段文本由他人选定：应当作任何人的输入来处理。',
    },
    'fragment-from-outside': {
      label: '不可信的文本',
      sentence:
        '应把片段当作任何人的输入来处理，也不要放入机密：它会留在历史记录中，页面的每个脚本都能读取。',
    },
    'runs-as-page': {
      label: '以页面身份运行',
      sentence: '运营该服务器的人在这里能做页面能做的一切：改用 CORS 获取数据，只需一个响应头。',
    },
  },
  unseen: {
    'target-origin':
      'targetOrigin：事件不携带它，扩展在运行时也看不到它。是否写了 "*"，只能从发送方的源代码中得知。',
    'sender-frame': '由哪个框架发送：event.source 不是任何被观察框架的窗口。',
    'data-not-read': '消息内容：到达时没有读取数据。打开“读取数据”后会保留后续消息的内容。',
    listeners: '哪些监听器运行过：只有运行在页面自身环境中的脚本能看到，而它们在此处已关闭或开始得太晚。',
    arguments: '调用参数：读取参数的包装会让每个接收方的 event.source 出错，因此只统计调用次数。',
    'calling-frame': '由哪个框架调用：只知道它与该窗口同源。',
    'call-site': '脚本中的位置：每秒只记录前 20 次的调用位置。',
    'document-before': '之前是哪个文档：在该窗口中没有看到。',
    cause: '由谁引起：用户、链接、其他窗口，或者文档自身（未从页面内部观察，或其源不透明时）。',
    payload: '消息内容：套接字和频道只做计数，不读取经过的内容。',
    'other-end': '另一端：无法得知现在由哪个文档或 worker 持有。',
    'inside-worker': 'worker 如何处理：扩展无法在 worker 内部运行。',
    'which-window': '是哪个窗口：未捕获的错误不说明属性属于谁。',
    'stored-value': '值：没有读取。',
    'top-origin': '顶层站点：该浏览器不告诉框架。',
    drawn: '绘制了什么：没有看到其他源的内容，或经由未观察的方式绘制。',
    counted: '逐条内容：同时到达的数量超出记录上限，这些只做了计数。',
  },
  parties: {
    'some-frame': { label: '某个框架', meaning: '该源的某个框架；具体是哪一个不可见' },
    'earlier-document': { label: '上一个文档', meaning: '之前在该窗口中的文档' },
    'next-document': { label: '下一个文档', meaning: '接下来在该窗口中加载的任何文档' },
    store: { label: '存储', meaning: '该源的 Cookie 或存储' },
    server: { label: '服务器', meaning: '连接另一端的服务器，或脚本的来源' },
    worker: { label: '后台 worker', meaning: '一个 worker，扩展看不到其内部' },
    'other-end': { label: '另一端', meaning: '持有另一端的一方：具体是谁不可见' },
    'not-visible': { label: '不可见', meaning: 'Chrome 和 Firefox 都不显示是谁' },
  },
  sources: {
    extension: 'CORScope，在页面之外看到',
    page: '运行在页面自身环境中的脚本：即页面自己的说法',
  },
  frame: {
    top: '顶层',
    inner: (frameId) => `框架 ${frameNumber(frameId)}`,
    inTab: (tabId, frame) => `标签页 ${tabId}，${frame}`,
    unknownOrigin: '源未知',
  },
  request: { label: '请求', show: '在“请求”中显示' },
  what: {
    listeners: (count) => `${number(count)} 个监听器`,
    characters: (count) => `${number(count)} 个字符`,
    empty: '空',
    called: (name, size) => (size === null ? name : `${name}，${number(size)} 个字符`),
    size: (characters, bytes) =>
      [
        ...(characters > 0 || bytes === 0 ? [`${number(characters)} 个字符`] : []),
        ...(bytes > 0 ? [`${number(bytes)} 字节`] : []),
      ].join('，'),
    channels: {
      'message-port': 'MessagePort',
      'broadcast-channel': 'BroadcastChannel',
      worker: 'Worker',
      'shared-worker': 'SharedWorker',
    },
    stores: {
      cookie: 'document.cookie',
      'local-storage': 'localStorage',
      'session-storage': 'sessionStorage',
      'indexed-db': 'IndexedDB',
      'storage-access': 'Storage Access API',
    },
  },
  table: {
    label: '消息',
    columns: {
      time: '时间',
      kind: '种类',
      lanes: '泳道',
      from: '来自',
      to: '去往',
      relation: '关系',
      what: '内容',
      rule: '规则与风险',
    },
    times: (count) => `× ${number(count)} 次`,
  },
  bar: {
    label: '消息筛选',
    filter: '筛选消息',
    filterPlaceholder: '筛选：源、数据、URL、脚本',
    filterMeaning: '各词须全部出现在种类、源、数据、URL 或调用位置中；-词 排除包含该词的事件',
    kinds: '种类',
    origin: '源',
    allOrigins: '所有源',
    originCount: (origin, count) => `${origin}（${number(count)}）`,
    withRequests: '包含请求',
    withRequestsMeaning: '按时间顺序在事件之间显示页面的请求',
    readData: '读取数据',
    readDataMeaning:
      '从现在起，在本次录制中保留每条消息内容的开头。这会占用页面的时间：Chrome 要把每条消息多解码一次，大消息最多需要两倍时间。',
    shown: (shown, total, events) =>
      (shown === total ? `${number(total)} 行` : `${number(shown)} / ${number(total)} 行`) +
      (events === shown ? '' : `，${number(events)} 个事件`),
    dropped: (count) => `为不超出上限，丢弃了 ${number(count)} 个较早的事件`,
  },
  empty: {
    recording: {
      what: '正在录制，还没有任何消息',
      hint: '请刷新页面：从下一次导航起录制各框架之间的消息。',
    },
    filtered: { what: '没有事件通过筛选', hint: '已录制到事件，但全部被筛选隐藏。' },
    paused: { what: '已暂停', hint: '现在框架之间的消息不会被录制。' },
    gone: { what: '标签页已关闭', hint: '录制期间，它的框架没有发出任何消息。' },
    pageWorldOff: '页面自身环境中的脚本已关闭：看不到调用、监听器，以及写入 name 和片段的一方。',
    turnOn: '打开它们，从下一次导航起生效',
  },
  detail: {
    label: '所选事件',
    rule: '规则',
    risk: (label) => `风险：${label}`,
    facts: '已知内容',
    time: '时间',
    kind: '种类',
    from: '来自',
    to: '去往',
    url: '地址',
    relation: '关系',
    count: '次数',
    counted: (count) => `${number(count)}，只做了计数`,
    claimed: 'event.origin 自称',
    seenBy: '由谁看到',
    data: '数据',
    value: '值',
    size: '大小',
    cut: (kept) => `保留前 ${number(kept)} 个`,
    oldFragment: '之前的片段',
    newFragment: '现在的片段',
    noFragment: '无',
    before: '之前的文档',
    beforeSame: '留下的正是这个值',
    beforeOther: '留下的是另一个值',
    listeners: '运行过的监听器',
    noListeners: '没有看到监听器运行。',
    anonymous: '没有名字',
    registeredAt: '注册于',
    registeredUnseen: '没有查看注册位置',
    callSite: '脚本中的位置',
    script: '脚本',
    calledBack: '调用时传入数据',
    firstCallSite: '第一条的发送位置',
    channel: '频道',
    otherEnds: '看到的另一端',
    noOtherEnds: '另一端不可见。',
    domainBefore: '之前的域',
    domainAfter: '现在的域',
    threw: '抛出',
    originKeyed: '按源隔离',
    yesNo: (is) => (is === null ? '浏览器未说明' : is ? '是' : '否'),
    sameOriginDomain: '与之 same origin-domain',
    noSameOriginDomain: '没有看到其他文档设置相同的值。',
    domainOpens: '双方可以使用对方的文档、函数和变量；Cookie、存储和 fetch() 仍按真正的源判断。',
    frameSource: '框架的 src',
    property: '属性',
    method: '方法',
    images: '绘制的其他源内容',
    lacks: {
      attribute: '其服务器允许本页面读取：只缺元素上的 crossorigin。',
      'attribute-and-header': '需要在元素上加 crossorigin，并在响应中加 Access-Control-Allow-Origin。',
      nothing: '它是用 CORS 请求的，因此污染画布的不是它。',
      'not-known': '没有录制到它的请求。',
    },
    trap: '缓存可能保留这个响应，在用 CORS 请求该图片时再次给出，从而失败：无论是否使用 CORS，服务器都应返回 Vary: Origin。',
    store: '存储',
    cookie: '不含值的 Cookie',
    key: '键',
    topOrigin: '顶层页面',
    changedBy: '修改者',
    computed: '按规则',
    computedBecause: {
      taken: '接受',
      'taken-away': '删除：已过期',
      'taken-if-third-party': '接受，除非阻止了其他站点的 Cookie',
      unreadable: '拒绝：无法解析为 Cookie',
      'credentials-mode': '拒绝：这里不使用 Cookie',
      'domain-mismatch': '拒绝：Domain 不是该主机或其上级域',
      'public-suffix': '拒绝：Domain 是公共后缀',
      'secure-over-http': '拒绝：带有 Secure，而页面不安全',
      'none-without-secure': '拒绝：SameSite=None 需要 Secure',
      'partitioned-without-secure': '拒绝：Partitioned 需要 Secure',
      'secure-prefix': '拒绝：名称要求 Secure',
      'host-prefix': '拒绝：名称要求 Secure、Path=/ 且没有 Domain',
      'same-site-from-cross-site': '拒绝：在其他站点的框架中使用 SameSite',
      'http-only': '拒绝：脚本不能写入 HttpOnly',
    },
    handshake: '握手',
    handshakeStatus: (status) => `响应状态 ${status}`,
    handshakeFailed: '失败；页面不会得知原因',
    handshakeUnknown: '不在已录制的请求之中',
    unseen: '不可见的内容',
  },
};
