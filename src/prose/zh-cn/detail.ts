import type { detail as en } from '../en/detail';
import type { Translation } from '../shapes';

/** The sentences about a request beyond its verdict, in Simplified Chinese. */
export const detail = {
  cookies: {
    title: 'Cookie',
    directions: {
      sent: { label: '已发送', meaning: '随请求发送' },
      'not-sent': { label: '未发送', meaning: '属于此主机或相关主机，但没有发送' },
      set: { label: '已存储', meaning: '由响应设置，按规则浏览器会存储' },
      refused: { label: '被拒绝', meaning: '由响应设置，按规则浏览器会拒绝' },
    },
    none: '没有发送或设置 Cookie，也没有已知可以发送的 Cookie。',
    ofPreflight: '预检请求从不携带 Cookie，也不设置 Cookie。',
    headersNotShown: '没有录制到请求头，因此不知道发送了哪些 Cookie。',
    ports: (origin, other) => `${origin} 与 ${other} 端口不同，但仍然共用 Cookie：Cookie 不区分端口。`,
    kept: {
      same: { label: '浏览器中已有', meaning: '已与浏览器的 Cookie 存储核对' },
      other: {
        label: '浏览器中的值不同',
        meaning: '已与浏览器的 Cookie 存储核对：名称、域和路径相同，值不同',
      },
      none: { label: '浏览器中没有', meaning: '已与浏览器的 Cookie 存储核对' },
    },
    against: '与计算结果不符，或之后有变化',
    elsewhere: (browser, because) => `在 ${browser} 中：${because}`,
    notAsked:
      '已发送的 Cookie 取自 Cookie 请求头，其余根据本次录制中的属性计算得出；录制之前的 Cookie 未知。',
    ask: '核对浏览器的 Cookie',
    asked: '已与浏览器当前的 Cookie 核对。值只用于比较，既不显示，也不导出。',
    refused: '权限被拒绝，没有任何更改。',
  },
  permit: {
    asking: {
      cookies:
        'CORScope 请求读取 Cookie 的权限，以显示浏览器存储了哪些。它不修改任何 Cookie，值也不会离开本机和面板。',
      hosts:
        'CORScope 请求访问所有网站：只有扩展同时可以访问页面和目标时，浏览器才会向它显示请求。它不修改任何请求；除非你自己导出，看到的内容不会离开本机。',
    },
    give: '授予权限',
    given: '权限已授予，请返回面板。',
    refused: '权限被拒绝，没有任何更改。',
  },
  hops: {
    title: '重定向链',
    relation: '与请求的源的关系',
    relations: { 'same-origin': '同源', 'same-site': '同站，不同源', 'cross-site': '跨站' },
    origin: 'Origin 请求头',
    noOrigin: '没有发送',
    tainted: '已隐藏，因为另一个源把请求重定向到了不同的源',
    location: '重定向到',
    corsCheck: 'CORS 检查',
    passed: '通过',
    notChecked: {
      own: '不适用（同源）',
      'no-cors': '不适用（no-cors）',
      unseen: '未观察到',
    },
    preflight: '预检',
    took: '用时',
    internal: {
      hsts: '浏览器内部：仅限 HTTPS（HSTS）',
      'upgrade-insecure': '浏览器内部：升级到 HTTPS',
      'service-worker': '由 Service Worker',
      extension: '由扩展',
    },
    noAnswer: '未观察到响应',
  },
  preflight: {
    cost: '预检开销',
    costOf: (preflights, all) => `${all} 中的 ${preflights}`,
    costAlone: (preflights) => `${preflights}；请求本身没有发出`,
    saved: '无：缓存命中',
  },
  reading: {
    title: '脚本可读取的内容',
    type: '响应类型',
    types: {
      basic: '除下列响应头外的全部内容',
      cors: '响应体、状态码和已暴露的响应头',
      opaque: '什么也读不到：没有响应体、状态码和响应头',
      opaqueredirect: '只知道发生了重定向',
      error: '什么也读不到：只有不带原因的 TypeError',
    },
    readable: '可读的响应头',
    readableNone: '无',
    hidden: '隐藏的响应头',
    rarelyRead: '同样被隐藏，但脚本很少读取',
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
    first: '决定性问题',
    says: '控制台消息',
    nothing: '无',
  },
} satisfies Translation<typeof en>;
