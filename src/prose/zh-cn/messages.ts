import type { messages as en } from '../en/messages';
import { frameNumber } from '../frame-number';
import { together } from '../kind-words';
import type { Translation } from '../shapes';
import { accessKinds } from './access-kinds';
import { messagingKinds } from './messaging-kinds';

const number = (value: number) => value.toLocaleString('zh-CN');

/** All words about each kind of page event, by kind. */
const kinds = { ...messagingKinds, ...accessKinds };

/** The sentences about page events, in Simplified Chinese. */
export const messages = {
  kinds,
  rules: together(kinds, 'rules'),
  risks: together(kinds, 'risks'),
  relations: {
    'same-origin': { label: '同源', meaning: '两者的协议、主机和端口都相同' },
    'same-site': { label: '同站', meaning: '同一可注册域名下的两个源' },
    'cross-site': { label: '跨站', meaning: '属于不同站点的两个源：可注册域名不同，或协议不同' },
    opaque: { label: '不透明', meaning: '其中一方的源不透明，与任何源都不相同' },
  },
  unseen: {
    ...together(kinds, 'unseen'),
    'call-site': '脚本中的位置：每秒只记录前 20 次的调用位置。',
    payload: '消息内容：套接字和频道只做计数，不读取经过的内容。',
    counted: '逐条内容：同时到达的数量超出记录上限，这些只做了计数。',
  },
  parties: {
    'some-frame': { label: '某个框架', meaning: '该源的某个框架；具体是哪一个不可见' },
    'earlier-document': { label: '上一个文档', meaning: '之前在该窗口中的文档' },
    'next-document': { label: '下一个文档', meaning: '接下来在该窗口中加载的任何文档' },
    store: { label: '存储', meaning: '该源的 Cookie 或存储' },
    server: { label: '服务器', meaning: '连接另一端的服务器，或脚本、图片的来源' },
    worker: { label: '后台 Worker', meaning: '一个 Worker，扩展看不到其内部' },
    'other-end': { label: '另一端', meaning: '持有另一端的一方：具体是谁不可见' },
    'not-visible': { label: '未知', meaning: 'Chrome 和 Firefox 都不显示是谁' },
  },
  sources: {
    extension: 'CORScope，在页面环境之外',
    page: '页面自身环境中的脚本（页面可以影响）',
  },
  frame: {
    top: '顶层',
    inner: (frameId) => `框架 ${frameNumber(frameId)}`,
    inOtherTab: (frame) => `另一个标签页，${frame}`,
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
    filterMeaning: '所有词都须出现在种类、源、数据、URL 或调用位置中；“-词”表示排除',
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
    dropped: (count) => `日志已满，丢弃了 ${number(count)} 个较早的事件`,
  },
  empty: {
    recording: { what: '正在录制，还没有消息', hint: '请刷新页面：从下一次导航起录制框架之间的通信。' },
    filtered: { what: '没有匹配的事件', hint: '事件已录制，但全部被筛选条件隐藏。' },
    paused: { what: '已暂停', hint: '新的消息不会被录制。' },
    gone: { what: '标签页已关闭', hint: '录制期间，它的框架没有发出任何消息。' },
    pageWorldOff: '页面自身环境中的脚本已关闭：看不到调用、监听器，以及写入 name 和片段的一方。',
    turnOn: '打开（从下一次导航起生效）',
  },
  detail: {
    label: '所选事件',
    rule: '规则',
    risk: (label) => `风险：${label}`,
    facts: '事实',
    time: '时间',
    kind: '种类',
    from: '来自',
    to: '去往',
    url: '地址',
    relation: '关系',
    count: '次数',
    counted: (count) => `${number(count)}，只做了计数`,
    seenBy: '观察者',
    data: '数据',
    value: '值',
    size: '大小',
    cut: (kept) => `保留前 ${number(kept)} 个`,
    callSite: '调用位置',
    firstCallSite: '第一条的调用位置',
    channel: '频道',
    otherEnds: '看到的另一端',
    noOtherEnds: '另一端不可见。',
    threw: '抛出',
    method: '方法',
    yesNo: (is) => (is === null ? '未知' : is ? '是' : '否'),
    unseen: '不可见的内容',
    ...together(kinds, 'facts'),
  },
} satisfies Translation<typeof en>;
