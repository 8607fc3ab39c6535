import type { Parties, TellDifference } from '../compare-prose';
import type { compare as en } from '../en/compare';
import type { Translation } from '../shapes';

const parties = (of: string, request: string = of): Parties => ({
  request,
  response: `${of}的响应`,
  preflight: `${of}的预检响应`,
  document: `${of}所在的页面`,
});

const valued: TellDifference = ({ label, first, second }) =>
  `${label}：${first.request}为 ${first.value}，${second.request}为 ${second.value}。`;

/** 最重要的差异的句子。 */
const sentences: Translation<typeof en>['sentences'] = {
  trigger: ({ name, first, second, because }) =>
    because === 'rule'
      ? `${first.request}带有请求头 ${name}，但其预检响应不允许；${second.request}没有该请求头。`
      : `${first.request}带有请求头 ${name}，因此需要预检；${second.request}没有该请求头。`,
  method: ({ first, second, because }) =>
    `${first.request}的方法是 ${first.value}${because === 'preflight' ? '，因此需要预检' : ''}；${second.request}的方法是 ${second.value}。`,
  upload: ({ first, second }) =>
    `${first.request}有上传监听器或流式请求体，因此需要预检；${second.request}没有。`,
  preflight: ({ first, second }) =>
    `预检：${first.request}为“${first.value}”，${second.request}为“${second.value}”。`,
  mode: ({ first, second }) =>
    `${first.request}的模式是 ${first.value}，${second.request}是 ${second.value}。`,
  credentials: ({ first, second }) =>
    `${first.request}的凭据模式是 ${first.value}，${second.request}是 ${second.value}。`,
  origin: ({ first, second }) =>
    `${first.request}的源是 ${first.value}，${second.request}的源是 ${second.value}。`,
  'cross-origin': ({ first, second }) =>
    `${first.request}是${first.value}请求，${second.request}是${second.value}请求。`,
  server: ({ first, second }) =>
    `${first.request}发往 ${first.value}，${second.request}发往 ${second.value}。`,
  browser: ({ first, second }) =>
    `${first.request}由 ${first.value} 发出，${second.request}由 ${second.value} 发出。`,
};

/** 对比两个请求的对话框的文字。 */
export const compare = {
  title: '对比请求',
  close: '关闭',
  this: '此请求',
  other: '对比的请求',
  choose: '对比对象',
  none: '本次录制中没有其他请求。',
  groups: {
    otherwise: '路径相同，结果不同',
    reload: '路径相同，另一次页面加载',
    'same-path': '路径相同',
    other: '其他请求',
  },
  inFile: (group, file) => `${file}：${group}`,
  open: '打开报告或 HAR 文件…',
  openHint: '文件只在此面板中读取，不会发送到任何地方，也不会改变本次录制。',
  unreadable: '浏览器无法读取该文件。',
  replaced: '文件已脱敏：被替换的值只按长度和类型对比。',
  har: 'HAR 文件不包含页面得到的结果，也不包含凭据模式。',
  results: {
    decided: '',
    'same-verdict': '两者结果相同，原因也相同。',
    unknown: '其中一个请求的结果未知，因此无法确定哪处差异起了决定作用。',
    unexplained:
      '两者结果不同，但录制到的内容中没有能解释它的差异。原因可能没有被录制：浏览器版本、缓存、已保存的权限、扩展，或服务器的状态。',
  },
  noDifference: '两个请求在对比的内容上没有差异。',
  outcome: '结果',
  reason: '原因',
  cause: '根本原因',
  notKnown: '未知',
  absent: '无',
  columns: { what: '差异', why: '为什么重要' },
  decides: '起决定作用',
  more: (count) => `另有 ${count.toLocaleString('zh-CN')} 处差异`,
  copy: '复制为 Markdown',
  copied: '已复制',
  notCopied: '浏览器不允许复制。',
  secrets: ['某个值', '另一个值'],
  labels: {
    'cross-origin': '关系',
    mode: '模式',
    credentials: '凭据模式',
    origin: '源',
    method: '方法',
    trigger: '需要预检的请求头',
    upload: '上传监听器或流式请求体',
    preflight: '预检',
    redirect: '重定向到',
    status: '状态码',
    error: '网络错误',
    server: '服务器',
    kind: '请求类型',
    initiator: '发起者',
    'redirect-mode': '重定向模式',
    header: '标头',
    cookie: 'Cookie',
    internal: '内部重定向来源',
    'served-by': '响应来源',
    browser: '浏览器',
    path: '路径',
    query: '查询参数',
  },
  places: {
    request: '请求',
    preflight: '预检响应',
    response: '响应',
    document: '页面',
  },
  hop: (number) => `第 ${number} 次重定向`,
  placed: (what, places) => `${what}（${places.join('、')}）`,
  labelled: (label, name) => `${label}：${name}`,
  values: {
    'preflight sent': '已发送',
    'preflight cached': '命中缓存',
    'preflight none': '不需要',
    'upload yes': '有',
    'upload no': '没有',
    'trigger ': '有',
    'cookie sent': '已发送',
    'cookie not-sent': '未发送',
    'cookie set': '已存储',
    'cookie refused': '被拒绝',
    'cross-origin same-origin': '同源',
    'cross-origin cross-origin': '跨源',
    'browser chrome': 'Chrome',
    'browser firefox': 'Firefox',
    'served-by network': '网络',
    'served-by http-cache': 'HTTP 缓存',
    'served-by service-worker': 'Service Worker',
  },
  parties: {
    failing: parties('失败请求', '失败的请求'),
    passing: parties('成功请求', '成功的请求'),
    this: parties('第一个请求'),
    other: parties('第二个请求'),
  },
  sentences,
  valued,
  header: ({ name, first, second, part }) =>
    `${name} 在${first[part]}中是 ${first.value}，在${second[part]}中是 ${second.value}。`,
  onlyHeader: ({ name, first, part }) => `只有${first[part]}带有 ${name}。`,
  status: ({ first, second, part }) =>
    `${first[part]}的状态码是 ${first.value}，${second[part]}的状态码是 ${second.value}。`,
  redirect: ({ first, second }) =>
    `${first.request}被重定向到 ${first.value}，${second.request}被重定向到 ${second.value}。`,
  onlyRedirect: ({ first, second }) =>
    `${first.request}被重定向到 ${first.value}；${second.request}没有重定向。`,
  cookie: ({ name, first, second }) =>
    `Cookie ${name}：${first.request}为“${first.value}”，${second.request}为“${second.value}”。`,
  because: {
    rule: '决定结果的规则会检查它。',
    masked: '错误响应和重定向往往由不添加 CORS 响应头的中间层返回。',
    preflight: '它决定浏览器是否先发送预检请求。',
    redirect: '浏览器检查的是这次重定向之后的响应。',
    cause: '根本原因的判断以它为依据。',
    checked: '规则会检查它，但在这里没有起决定作用。',
    policy: '其他策略或缓存会用到它。',
    unread: '没有规则用到它。',
  },
} satisfies Translation<typeof en>;
