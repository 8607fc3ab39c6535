import type { detail as en } from '../en/detail';
import type { Translation } from '../shapes';

/** What is said of a request beyond its verdict, in Simplified Chinese. */
export const detail = {
  cookies: {
    title: 'Cookie',
    directions: {
      sent: { label: '已发送', meaning: '它随请求发出' },
      'not-sent': { label: '未发送', meaning: '它属于此主机或相近的主机，但没有发出' },
      set: { label: '被接受', meaning: '响应设置了它，按规则浏览器会接受' },
      refused: { label: '被拒绝', meaning: '响应设置了它，按规则浏览器会拒绝' },
    },
    none: '没有 Cookie 发出，也没有收到，也不知道有哪个本可以发出。',
    ofPreflight: '预检请求从不携带 Cookie，也不设置 Cookie。',
    headersNotShown: '浏览器没有显示发送的内容，因此不作判断。',
    ports: (origin, other) => `${origin} 与 ${other} 端口不同，但仍然共用 Cookie：Cookie 不区分端口。`,
    kept: {
      same: { label: '浏览器中有它', meaning: '已询问浏览器现在保存的内容' },
      other: {
        label: '浏览器中是另一个值',
        meaning: '询问浏览器现在保存的内容：名称、域和路径相同，值不同',
      },
      none: { label: '浏览器中没有它', meaning: '已询问浏览器现在保存的内容' },
    },
    against: '与计算结果不符，或其后有变化',
    elsewhere: (browser, because) => `在 ${browser} 中：${because}`,
    notAsked: '已发送的是观察到的，其余根据本次录制看到的属性计算得出；录制之前的 Cookie 不得而知。',
    ask: '与浏览器保存的 Cookie 比较',
    asked: '已与浏览器现在保存的 Cookie 比较。其中的值只用于比较，既不显示，也不导出。',
    refused: '没有授予权限：一切照旧。',
  },
  permit: {
    asking: {
      cookies:
        'CORScope 请求查看 Cookie，以便说明浏览器接受了哪些。它不修改任何 Cookie，值也不会离开本机和面板。',
      hosts:
        'CORScope 请求查看所有网站的请求：只有当扩展同时可以访问页面和目标时，浏览器才会显示请求。它不修改任何请求；除非你自己导出，看到的内容不会离开本机。',
    },
    give: '允许',
    given: '已授予。请回到面板。',
    refused: '没有授予权限：一切照旧。',
  },
  hops: {
    title: '重定向，逐跳',
    relation: '与请求的源的关系',
    relations: { 'same-origin': '同源', 'same-site': '同站，不同源', 'cross-site': '跨站' },
    origin: 'Origin 请求头',
    noOrigin: '没有发送',
    tainted: '一个外部源把它重定向到了另一个外部源，因此不再告知它自己的源',
    location: '转到',
    corsCheck: 'CORS 检查',
    passed: '通过',
    notChecked: {
      own: '没有：还没有离开自己的源',
      'no-cors': '没有：它的模式不要求',
      unseen: '没有看到',
    },
    preflight: '之前的预检',
    took: '用时',
    internal: {
      hsts: '浏览器内部：仅限 HTTPS（HSTS）',
      'upgrade-insecure': '浏览器内部：升级到 HTTPS',
      'service-worker': '由 Service Worker',
      extension: '由扩展',
    },
    noAnswer: '未见应答',
  },
  preflight: {
    cost: '预检的代价',
    costOf: (preflights, all) => `${all} 中的 ${preflights}`,
    costAlone: (preflights) => `${preflights}，仅此而已：请求本身没有发出`,
    saved: '这次没有',
  },
  reading: {
    title: '脚本可读取的内容',
    type: '响应类型',
    types: {
      basic: '全部内容，除了下列响应头',
      cors: '响应体、状态码，以及被公开的响应头',
      opaque: '什么也读不到：没有响应体、状态码和响应头',
      opaqueredirect: '只知道发生了重定向',
      error: '什么也读不到：只有一个 TypeError，没有原因',
    },
    readable: '可读取',
    readableNone: '没有可读取的响应头',
    hidden: '看不到',
    timing: '详细计时',
    timings: {
      shown: '对页面可见：performance 条目包含全部时间',
      hidden: '对页面隐藏：Timing-Allow-Origin 没有列出它的源',
    },
  },
  browsers: {
    title: '另一个浏览器',
    hint: '根据相同的请求和响应计算得出。',
    outcome: '结果',
    first: '最先触发',
    says: '浏览器的原话',
    nothing: '无',
  },
} satisfies Translation<typeof en>;
