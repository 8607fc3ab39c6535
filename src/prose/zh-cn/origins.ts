import type { origins as en } from '../en/origins';
import type { Translation } from '../shapes';
import { names, reasons, relations, rules, verdicts } from './origin-rules';
import { wayReasons, ways, works } from './ways';

/** How many origins a sentence names. */
const mostNamed = 3;

/** The sentences about two origins, in Simplified Chinese. */
export const origins = {
  reasons,
  relations,
  rules,
  verdicts,
  wayReasons,
  ways,
  works,
  components: names,
  table: {
    label: '源',
    scope: '统计整个录制，不受筛选影响',
    relation: '关系',
    allows: '双方之间允许什么',
    recorded: '录制到',
    equal: '相同',
    notEqual: '不同',
    opaque: '不透明',
    thisPage: '本页面',
    seenFrom: '视角',
    seenFromMeaning: '统计由这个源发出的请求，并从它的角度套用规则',
    noPage: '页面还未知，刷新后即可录制。',
    address: '服务器地址',
    sameAddress: '地址相同，仍不同源',
    sameAddressAs: (origins) =>
      `与 ${origins.slice(0, mostNamed).join('、')}${
        origins.length > mostNamed ? ` 等 ${origins.length} 个源` : ' '
      }的地址相同，但仍不同源。`,
    noRequests: '无',
    showRequests: (count, only, to) =>
      `显示到 ${to} 的 ${count.toLocaleString('zh-CN')} 个${
        { read: '读取', embed: '嵌入', write: '写入', blocked: '被拦截的' }[only]
      }请求`,
    showMore: (shown, total) =>
      `显示更多（已显示 ${shown.toLocaleString('zh-CN')} / ${total.toLocaleString('zh-CN')} 个源）`,
  },
  detail: {
    label: '两个源',
    close: '关闭',
    page: '页面',
    other: '对方',
    rules: '双方之间允许什么',
    ways: '跨域方案',
    advantages: '优点',
    limits: '缺点',
    use: '何时使用',
    recorded: '本次录制',
    playground: '演示',
    playgroundStart: (path) => `运行 npm start，再打开演练场的 ${path}`,
  },
  tester: {
    title: '测试两个 URL',
    hint: '只有协议、主机和端口计入。不会发出任何请求。',
    page: '页面',
    other: '对方 URL',
    swap: '交换两者',
    examples: '常见组合',
    classic: {
      'same-folder': '同一域名，同一文件夹',
      'other-folder': '同一域名，不同文件夹',
      'other-port': '同一域名，不同端口',
      'other-scheme': '同一域名，不同协议',
      'address-of-host': '域名和域名对应的 IP',
      subdomain: '主域相同，子域不同',
      'other-domain': '不同域名',
    },
    notes: {
      'https-assumed': '没有写协议：按 https 处理。',
      'http-assumed': '没有写协议：本机地址通常用 http，按 http 处理。',
      'web-socket-as-http': 'WebSocket 的握手是一次 HTTP 请求，因此比较的是它的服务器。',
      'host-converted': '主机在这里按实际发送的 ASCII 形式书写。',
      opaque: '这样的文档是不透明源：与任何源都不同源，以 null 发送。',
    },
    problems: {
      'no-url': '不是合法的 URL。IPv6 地址要写在方括号里：[::1]。',
      'no-host': '缺少主机，例如 https://example.com。',
      'bad-port': '端口不是 0 到 65535 之间的数字。',
      space: '主机里不能有空格。',
      'other-scheme': '只有 http、https、ws 和 wss 才有可以比较的服务器。',
      'opaque-target': '这样的 URL 是不透明源，与任何源都不同源：没有可以请求的服务器。',
    },
  },
} satisfies Translation<typeof en>;
