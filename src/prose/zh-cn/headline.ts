import type { headline as en } from '../en/headline';
import type { Happening, Tell } from '../happening';
import type { Translation } from '../shapes';
import { endings, quote } from './phrases';

const whose = ({ origin }: Happening) =>
  origin === null || origin === 'null' ? 'Origin 为 null 的页面' : `${origin} 的页面`;
const withStatus = ({ status }: Happening) => (status === null ? '' : `（状态码 ${status}）`);
const withError = (happening: Happening) =>
  happening.status !== null && happening.status >= 400 ? withStatus(happening) : '';
const allowing = ({ allowOrigin, withCredentials }: Happening) =>
  `Access-Control-Allow-Origin 是${quote(allowOrigin)}` +
  (withCredentials ? '，且 Access-Control-Allow-Credentials 是 true' : '');
const withHeaders = (text: string, { headerNames }: Happening) =>
  headerNames.length === 0 ? `${text} ` : `${text}（带有 ${headerNames.join('、')}）`;
const thePreflight = (happening: Happening) =>
  `${whose(happening)}为 ${withHeaders(`${happening.method} ${happening.url}`, happening)}发出的预检请求`;
const answered = (happening: Happening) => `${thePreflight(happening)}已收到响应${withStatus(happening)}`;

const tells: Readonly<Record<Tell, string>> = {
  mode: '请求的模式是 cors 还是 no-cors',
  credentials: "页面是否要求携带凭据（credentials: 'include'、withCredentials）",
  'mode-and-credentials': '请求的模式，以及是否携带凭据',
  'redirect-mode': '页面调用的 redirect 选项，以及控制台中的消息',
  cancelled: '页面是否在加载过程中移除了该元素',
  embedder: '页面使用的是这两项策略中的哪一项',
  'preflight-log': '服务器日志中是否有 OPTIONS 请求',
  handshake: '服务器日志（只有没有安装可观察请求的扩展时，Chrome 的控制台才会显示状态码）',
  'local-network': '页面是否有权访问本地网络（见网站设置）',
  'service-worker': '页面的 Service Worker 返回了什么',
  console: '控制台中的消息',
};

/** 接在汉字之后的标题；以西文开头时前面加空格。 */
const afterChinese = (title: string) => (/^[\w*]/.test(title) ? ` ${title}` : title);

export const headline = {
  sameOrigin: (happening) =>
    `${happening.url}${withError(happening) || ' '}与 ${whose(happening)}同源，页面可以读取响应，不受跨源规则限制。`,
  simple: (happening) =>
    happening.allowOrigin === null
      ? `${whose(happening)}可以读取 ${happening.url} 的响应${withError(happening)}，但看不到允许读取的响应头。`
      : `${whose(happening)}可以读取 ${happening.url} 的响应${withError(happening)}，因为其 ${allowing(happening)}。`,
  preflighted: (happening) => {
    const asked = withHeaders(happening.method, happening);
    const preflight = happening.isPreflightSeen
      ? `预检请求允许了 ${asked.trim()}`
      : `${asked}沿用仍在缓存中的预检结果，没有再次预检`;
    return happening.allowOrigin === null
      ? `${preflight}，${whose(happening)}得到了 ${happening.url} 的响应${withError(happening)}。`
      : `${preflight}，${whose(happening)}可以读取 ${happening.url} 的响应${withError(happening)}，因为其 ${allowing(happening)}。`;
  },
  navigation: (happening) => `标签页打开了 ${happening.url}${withStatus(happening)}：导航可以去往任何源。`,
  navigatedOrSaved: (happening) =>
    `标签页打开了 ${happening.url}${withStatus(happening)}；如果点击的是带 download 属性的链接，则响应被保存为文件。`,
  prefetched: (happening) =>
    `${whose(happening)}预取了 ${happening.url}${withStatus(happening)}，供以后使用；这个请求没有让标签页导航。`,
  noContent: (happening) =>
    `${happening.url} 对这次导航返回了没有内容的响应${withStatus(happening)}，标签页仍是原来的文档。`,
  downloaded: (happening, header, value) =>
    `${happening.url} 被下载${withStatus(happening)}，因为其 ${header} 是 ${value}；标签页仍是原来的文档。`,
  frame: (happening) =>
    happening.isSameOrigin
      ? `${whose(happening)}中的 iframe 加载了同源的 ${happening.url}${withStatus(happening)}。`
      : `${whose(happening)}中的 iframe 加载了 ${happening.url}${withStatus(happening)}：可以展示，但双方不能互相读取。`,
  object: (happening) =>
    happening.isSameOrigin
      ? `${whose(happening)}中的 <object> 或 <embed> 加载了同源的 ${happening.url}${withStatus(happening)}。`
      : `${whose(happening)}中的 <object> 或 <embed> 加载了 ${happening.url}${withStatus(happening)}：可以展示，但页面脚本不能读取。`,
  frameWithout: {
    'no-content': (happening, isObject) =>
      `${whose(happening)}中的 ${isObject ? '<object> 或 <embed>' : 'iframe'} 请求了 ${happening.url}${withStatus(happening)}：` +
      '响应没有内容，因此仍显示原来的内容。',
    download: (happening, isObject) =>
      `${whose(happening)}中的 ${isObject ? '<object> 或 <embed>' : 'iframe'} 请求了 ${happening.url}${withStatus(happening)}：` +
      '响应是要下载的文件（Content-Disposition: attachment），因此不会展示。',
  },
  webSocket: (happening) =>
    `${happening.host} 接受了 ${whose(happening)}的 WebSocket 连接：WebSocket 不受同源策略限制，必须由服务器自己检查 Origin。`,
  webTransport: (happening) =>
    `${happening.host} 接受了 ${whose(happening)}的 WebTransport 会话：它不受同源策略和 CORS 限制，必须由服务器自己检查 Origin。`,
  webSocketRefused: (happening) =>
    `${happening.host} 以状态码 ${happening.status}（而不是 101）响应了 ${whose(happening)}的 WebSocket 握手；` +
    '只有服务器知道是不是 Origin 的原因。',
  embedded: (happening) =>
    `${whose(happening)}可以使用 ${happening.url}，但脚本读不到其内容，因为它是以 no-cors 模式嵌入的。`,
  opaque: (happening) =>
    `${whose(happening)}得到了 ${happening.url} 的不透明响应：在 mode: 'no-cors' 下，无论服务器返回什么，` +
    '脚本都读不到状态码、响应头和响应体。',
  sent: (happening) =>
    `${whose(happening)}发送了 ${happening.method} ${happening.url}，脚本读不到这类请求的响应。`,
  pending: (happening) => `${whose(happening)}发起的 ${happening.method} ${happening.url} 还没有收到响应。`,
  pendingPreflight: (happening) =>
    `${whose(happening)}发起的 ${happening.method} ${happening.url} 正在等待预检请求的响应。`,
  readOrOpaque: (happening) =>
    `${whose(happening)}得到了 ${happening.url} 的响应${withError(happening)}；脚本能否读取取决于请求的模式，而这里看不到模式。`,
  fromServiceWorker: (happening) =>
    `${whose(happening)}的 Service Worker 处理了 ${happening.method} ${happening.url}，页面得到了它的响应。`,
  byServiceWorker: (happening) =>
    `${whose(happening)}的 Service Worker 处理了 ${happening.url}，看不到它的响应。`,
  unknown: (happening) => `${whose(happening)}发起的 ${happening.method} ${happening.url} 结果未知。`,
  preflight: {
    allowed: (happening) => `${answered(happening)}，允许发出该请求。`,
    blocked: (happening) => `${answered(happening)}，不允许发出该请求；原因见该请求所在的行。`,
    opaque: (happening) => `${answered(happening)}。`,
    failed: (happening) =>
      `${thePreflight(happening)}没有收到响应${happening.error ? `（${happening.error}）` : ''}。`,
    pending: (happening) => `${thePreflight(happening)}还没有收到响应。`,
    unknown: (happening) =>
      `${answered(happening)}，但不确定是否允许发出该请求；可能的原因见该请求所在的行。`,
  },
  valued: (title, value) => `${title}（${quote(value)}）`,
  either: (happening, outcome, titles, tell) =>
    `${whose(happening)}发起的 ${happening.method} ${happening.url} ${endings[outcome]}：` +
    `可能是${titles.map(afterChinese).join('，也可能是')}；如需区分，请确认${tells[tell]}。`,
  tells,
  noted: (sentence, notes) =>
    notes.length === 0 ? sentence : `${sentence.replace(/。$/, '')}（${notes.join('；')}）。`,
  redirectedFrom: (url) => `由 ${url} 重定向而来`,
  computed: (browser) => `按规则计算：${browser} 不向扩展提供这里的结果`,
  computedFromFile: '按规则计算：没有看到结果本身',
} satisfies Translation<typeof en>;
