import type { row as en } from '../en/row';
import type { Translation } from '../shapes';

/** What a row says, in Simplified Chinese. */
export const row = {
  classes: {
    'same-origin': { label: '同源', meaning: '协议、域名、端口都与页面相同，不受跨源规则限制。' },
    simple: { label: '简单请求', meaning: '不需要预检就直接发出的跨源请求，由响应头决定谁能读取响应。' },
    preflighted: { label: '非简单请求', meaning: '请求方法或请求头需要先经预检请求许可才能发出的跨源请求。' },
    preflight: { label: '预检请求', meaning: '先于另一个请求发出的 OPTIONS 请求，询问后者能否发出。' },
    'no-cors': { label: 'no-cors', meaning: '图片、信标之类的跨源嵌入或发送：可以使用，但不能读取。' },
    navigation: { label: '导航', meaning: '在标签页或 iframe 中加载文档：可以访问任何源，但都不会被读取。' },
    websocket: {
      label: 'WebSocket',
      meaning: 'WebSocket 握手：不受同源策略限制，必须由服务器自己检查 Origin。',
    },
    webtransport: {
      label: 'WebTransport',
      meaning: '建立 WebTransport 会话的请求：不受同源策略和 CORS 限制，服务器必须自己检查 Origin。',
    },
    blocked: { label: '已拦截', meaning: '因同源规则，页面拿不到响应，或者请求没有发出。' },
  },
  outcomes: {
    allowed: { label: '已允许', meaning: '页面拿到了响应。' },
    blocked: { label: '已拦截', meaning: '被同源规则或某项策略拦截。' },
    opaque: { label: '不透明', meaning: '页面可以使用响应，但脚本读不到其中的任何内容。' },
    failed: { label: '失败', meaning: '因同源规则以外的原因失败。' },
    pending: { label: '进行中', meaning: '尚未结束。' },
    unknown: { label: '不确定', meaning: '看到的情况符合不止一种结果。' },
  },
  nothingWrong: '没有问题',
  preflightRefused: '预检未通过：见对应的请求',
  or: (reasons) => [reasons.slice(0, -1).join(' / '), ...reasons.slice(-1)].filter(Boolean).join(' 或 '),
} satisfies Translation<typeof en>;
