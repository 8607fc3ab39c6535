import type { accessKinds as en } from '../en/access-kinds';
import type { Translation } from '../shapes';

/** What a document may reach, keep or load, and what was refused: all words about each kind, in Simplified Chinese. */
export const accessKinds = {
  'document-domain': {
    label: 'document.domain',
    short: 'domain',
    meaning: '脚本给 document.domain 赋值，结果是生效、被忽略或被拒绝',
    rules: {
      'domain-set': {
        label: '已生效',
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
        sentence:
          '该值在公共后缀列表中：互不相关的网站都可以在它下面注册域名，设置它等于向所有这些网站开放。',
      },
      'domain-refused': {
        label: '被拒绝',
        sentence: '值本身可以使用，因此该文档在沙箱中，或其权限策略禁止 document.domain。',
      },
    },
    risks: {
      'domain-opens': {
        label: '向兄弟子域开放',
        sentence:
          '只要任一子域（不论端口）设置了相同的值并存在漏洞，该文档也会受影响；postMessage() 则只暴露它发送的内容。',
      },
    },
    facts: {
      domainBefore: '之前的域',
      domainAfter: '现在的域',
      originKeyed: '按源隔离',
      sameOriginDomain: '与之 same origin-domain',
      noSameOriginDomain: '没有看到其他文档设置相同的值。',
      domainOpens: '双方可以使用对方的文档、函数和变量；Cookie、存储和 fetch() 仍按真正的源判断。',
    },
  },
  'dom-access': {
    label: 'DOM 访问被拦截',
    short: 'DOM 访问',
    meaning: '脚本试图访问跨源的文档或窗口，但被拦截',
    rules: {
      'document-of-other-origin': {
        label: '其他源的文档',
        sentence:
          '框架只把文档交给同源（或 same origin-domain）的脚本；对其他脚本，contentDocument 为 null。',
      },
      'window-of-other-origin': {
        label: '其他源的窗口',
        sentence:
          '对其他源的窗口，脚本只能使用 postMessage、location、close、focus、blur、closed、frames、length、opener、parent、self、top 和 window。',
      },
    },
    unseen: {
      'which-window': '是哪个窗口：未捕获的错误不包含该属性属于哪个窗口。',
    },
    facts: {
      frameSource: '框架的 src',
      property: '属性',
    },
  },
  'canvas-read': {
    label: '画布不可读取',
    short: '画布',
    meaning: '脚本试图读取被跨源内容污染的画布，抛出 SecurityError',
    rules: {
      'canvas-tainted': {
        label: '画布已被污染',
        sentence: '画布上绘制了未经 CORS 获取的其他源内容，因此不能再读取：调用抛出了 SecurityError。',
      },
    },
    unseen: {
      drawn: '绘制了什么：没有看到其他源的内容，或经由未观察的方式绘制。',
    },
    facts: {
      images: '绘制的其他源内容',
      lacks: {
        attribute: '其服务器允许本页面读取：只缺元素上的 crossorigin。',
        'attribute-and-header': '需要在元素上加 crossorigin，并在响应中加 Access-Control-Allow-Origin。',
        nothing: '它是用 CORS 请求的，因此污染画布的不是它。',
        'not-known': '没有录制到它的请求。',
      },
      trap: '之后用 CORS 请求时，缓存可能复用这个响应，导致请求失败：无论是否使用 CORS，服务器都应返回 Vary: Origin。',
    },
  },
  cookie: {
    label: 'Cookie',
    short: 'Cookie',
    meaning: '脚本写入 Cookie，或写入被拒绝',
    rules: {
      'cookie-written': {
        label: '按主机保存',
        sentence:
          'Cookie 属于主机而不属于源：每个端口都会得到它，带 Domain 时每个子域也会得到；它也可能在没有任何提示的情况下被拒绝。',
      },
    },
    facts: {
      cookie: '不含值的 Cookie',
      computed: '计算结果',
      computedBecause: {
        taken: '已存储',
        'taken-away': '已删除：已过期',
        'taken-if-third-party': '已存储，除非阻止了第三方 Cookie',
        'no-storage-access': '拒绝：该文档无权使用第三方 Cookie',
        unreadable: '拒绝：无法解析为 Cookie',
        'credentials-mode': '拒绝：这里不使用 Cookie',
        'domain-mismatch': '拒绝：Domain 不是该主机或其上级域',
        'public-suffix': '拒绝：Domain 是公共后缀',
        'secure-over-http': '拒绝：带有 Secure，而页面不安全',
        'none-without-secure': '拒绝：SameSite=None 需要 Secure',
        'partitioned-without-secure': '拒绝：Partitioned 需要 Secure',
        'secure-prefix': '拒绝：名称要求 Secure',
        'host-prefix': '拒绝：名称要求 Secure、Path=/ 且没有 Domain',
        'http-prefix': '拒绝：名称要求 HttpOnly，而脚本无法设置它',
        'host-http-prefix': '拒绝：名称要求 HttpOnly，而脚本无法设置它',
        'nameless-prefix': '拒绝：没有名称，而值以名称前缀开头',
        'same-site-from-cross-site': '拒绝：在其他站点的框架中使用 SameSite',
        'http-only': '拒绝：脚本不能写入 HttpOnly',
      },
    },
  },
  storage: {
    label: '存储',
    short: '存储',
    meaning: '脚本使用存储或被拒绝，或其他文档改变了存储',
    rules: {
      'storage-refused': {
        label: '这里没有存储',
        sentence: '调用抛出了 SecurityError：源不透明，或该文档的网站数据被阻止，例如在其他站点的框架中。',
      },
      'storage-in-frame': {
        label: '按顶层站点隔离',
        sentence: '在其他站点的框架中，存储按顶层站点分别保存；在同一站点的框架中，就是该源自己的存储。',
      },
      'storage-changed-elsewhere': {
        label: '被另一个文档修改',
        sentence: '该源在同一分区中的另一个文档写入了存储；其他源不会得知。',
      },
    },
    unseen: {
      'stored-value': '值：没有读取。',
      'top-origin': '顶层站点：该浏览器不向框架提供。',
    },
    facts: {
      store: '存储',
      key: '键',
      topOrigin: '顶层页面',
      changedBy: '修改者',
    },
  },
  'storage-access': {
    label: '存储访问',
    short: '存储访问',
    meaning: '脚本调用了 Storage Access API',
    rules: {
      'storage-access-asked': {
        label: '请求使用自己的 Cookie',
        sentence:
          '其他站点的框架通过 Storage Access API 请求使用它作为独立页面时的 Cookie；没有查看是否获准。',
      },
    },
  },
  opener: {
    label: '打开的窗口',
    short: '打开者',
    meaning: '页面打开的标签页中加载了文档，以及该文档能否访问打开它的窗口',
    rules: {
      'opener-known': {
        label: '有打开者',
        sentence: '此文档在被打开的标签页中加载，可以通过 window.opener 访问打开它的窗口。',
      },
      'opener-known-across': {
        label: '有打开者（跨源）',
        sentence: '此文档与打开者不同源，可以通过 window.opener 访问那个窗口：双方可以互发消息。',
      },
      'opener-none': {
        label: '与打开者没有联系',
        sentence: '此文档中 window.opener 为 null，它与打开它的窗口互相无法访问：两者之间的消息都不会送达。',
      },
    },
    risks: {
      'opener-navigable': {
        label: '可以导航打开者',
        sentence:
          '持有窗口引用的一方可以导航该窗口，因此此文档能把打开者换成另一个页面：使用 rel="noopener"，或在页面上设置 Cross-Origin-Opener-Policy: same-origin，即可避免。',
      },
    },
  },
  'csp-violation': {
    label: 'CSP 违规',
    short: 'CSP',
    meaning: '文档的内容安全策略拦截了它的某个请求',
    rules: {
      'policy-enforced': {
        label: '被策略拦截',
        sentence: '文档自身的策略拦截了此请求。',
      },
      'policy-reported': {
        label: '仅报告',
        sentence: '文档自身的策略只报告此请求，不拦截它。',
      },
    },
  },
  'coep-violation': {
    label: 'COEP 违规',
    short: 'COEP',
    meaning: '文档的 Cross-Origin-Embedder-Policy 拦截了它的某个请求',
  },
  'server-proxy': {
    label: '经过代理',
    short: '代理',
    meaning: '文档自身源的响应带有中间代理的迹象',
    rules: {
      'answer-through-proxy': {
        label: '经由代理返回',
        sentence: '同源响应带有代理的迹象：其背后的服务器可能属于其他源，而 CORS 检查不适用于它。',
      },
    },
  },
} satisfies Translation<typeof en>;
