import type { listeners as en } from '../en/listeners';
import type { Translation } from '../shapes';

const number = (value: number) => value.toLocaleString('zh-CN');
const messages = (count: number) =>
  count === 1 ? '录制到的这条消息' : `录制到的全部 ${number(count)} 条消息`;

/** The sentences about message listeners, in Simplified Chinese. */
export const listeners = {
  verdicts: {
    exact: { label: '完整的源', meaning: '代码把 origin 与一个或多个值逐一完整比较。' },
    list: { label: '源的列表', meaning: '代码在完整源的列表中查找 origin。' },
    indexOf: { label: 'indexOf', meaning: '代码用 indexOf 查找 origin 的一部分。' },
    startsWith: { label: 'startsWith', meaning: '代码只比较 origin 的开头。' },
    endsWith: { label: 'endsWith', meaning: '代码只比较 origin 的结尾。' },
    includes: { label: 'includes', meaning: '代码查找 origin 的一部分，不论其位置。' },
    regex: { label: '正则', meaning: '代码用正则表达式匹配 origin。' },
    'url-pattern': { label: 'URLPattern 匹配', meaning: '代码用 URLPattern 匹配 origin。' },
    site: { label: '只比较站点', meaning: '代码只比较 origin 的站点：协议和可注册域名。' },
    'deny-list': { label: '黑名单', meaning: '代码拒绝它列出的源，接受其他所有源。' },
    source: { label: '只比较 source', meaning: '代码只把 source 与某个窗口比较，没有比较 origin。' },
    delegated: { label: '在别处', meaning: '由另一个看不到代码的函数检查，或事件被传给了它。' },
    unknown: { label: '未知', meaning: '无法判断它如何检查。' },
    none: { label: '没有检查', meaning: '代码和运行过程都没有涉及 origin 或 source。' },
  },
  because: {
    native: '它是绑定函数或浏览器自带的函数，没有代码文本。',
    'not-a-function': '它不是函数。',
    unparsable: '无法解析它的代码。',
    'too-long': '它的代码超过 65,536 个字符。',
    'too-complex': '它的代码过于复杂，无法跟踪。',
    'computed-name': '它用代码中没有写明的名称读取事件。',
    evaluates: '它会执行来自别处的代码：eval、Function 或 with。',
    'either-way': '无论比较结果如何，它都会使用消息。',
    'not-compared': '它读取了 origin 或 source，但没有发现依赖于此的判断。',
    'no-text': '没有读取它的代码。',
    'read-elsewhere': '它的代码没有涉及 origin 和 source，但其中之一被读取过。',
    'run-not-seen': '它的代码没有涉及 origin 和 source；没有看到它运行时读取了什么。',
  },
  runs: {
    'data-only': (count) => `对于${messages(count)}，它运行期间读取了 data，从未读取 origin 和 source。`,
    looked: (count) => `对于${messages(count)}或其中一部分，它运行期间 origin 或 source 被读取。`,
    'looked-late': () => '它运行期间没有读取 origin 和 source；之后其中之一被它或其他代码读取。',
    nothing: (count) => `对于${messages(count)}，它运行期间没有读取 data、origin 和 source。`,
    'not-seen': () => '不知道它读取了什么：有其他监听器是在页面未被观察时注册的。',
  },
  risks: {
    'no-check': {
      label: '任何源都能向它发送消息',
      sentence: '在监听器开头写 if (event.origin !== "https://…") return; 填入它预期的那个源。',
    },
    'anyone-passes': {
      label: '任何源都能通过',
      sentence: '用 === 比较完整的 event.origin，或在完整源的列表中查找。',
    },
    'subdomains-pass': {
      label: '其他子域能通过',
      sentence: '用 === 比较完整的 event.origin：否则所有子域都被信任，无论由谁运营或被谁接管。',
    },
    'scheme-or-port-passes': {
      label: '其他协议或端口能通过',
      sentence: '用 === 比较完整的 event.origin：协议、主机和端口。',
    },
    'source-only': {
      label: '只比较了窗口',
      sentence: '同时比较 event.origin：窗口加载了别的文档后仍是同一个窗口。',
    },
    'unchecked-use': {
      label: '未经检查就使用了数据',
      sentence: '把检查移到监听器开头，放在所有使用消息的代码之前。',
    },
    'other-condition': {
      label: '另一个条件可以绕过检查',
      sentence: '从检查中去掉另一个条件：它成立时，任何源的消息都会被接受。',
    },
    'data-only': {
      label: '没有检查发送者',
      sentence: '确认最终处理消息的代码在使用 event.data 之前比较 event.origin：这里没有。',
    },
  },
  check: '检查',
  restsOn: '依据',
  at: (line, column) => `其代码的第 ${number(line)} 行第 ${number(column)} 列`,
  atIn: (line, column, of) => `${of} 的第 ${number(line)} 行第 ${number(column)} 列`,
  to: (name) => `由 ${name} 判断。`,
  example: '能通过的源',
  supposed: (value) => `假设用来比较的值是 ${value}`,
  loopholes: { 'unchecked-use': '未经检查的使用', 'other-condition': '另一个条件' },
  addCheck: '在监听器开头加上',
  run: '运行期间',
  risk: '风险',
  reading: '正在分析它的代码',
  fields: { data: 'data', origin: 'origin', source: 'source' },
  title: '消息监听器',
  columns: ['监听器', '所在的源', '检查', '能通过的源', '风险'],
  stars: {
    title: '写有 "*" 的 postMessage',
    meaning: '仅为可能：这样的调用不一定会执行，也无法得知它发送了哪条消息。',
    search: '在页面脚本中查找 "*"',
    searching: '正在读取页面脚本',
    found: (calls, scripts) => `在读取的 ${number(scripts)} 个脚本中找到 ${number(calls)} 处调用。`,
    instead: '对于这条消息的接收者，请写：',
    none: '没有找到这样的调用。',
    ofListener: '某个监听器',
    inline: (index) => `内联脚本 ${number(index)}`,
    from: {
      resources: '取自开发者工具保存的页面内容；没有重新请求任何文件。',
      frames: '取自所有框架的内联脚本和监听器：其他文件不会重新请求。',
      top: '取自顶层文档的内联脚本和监听器：其他文件不会重新请求。',
      nothing: '仅取自监听器：无法取得页面脚本。',
    },
    isCut: '内容过多，没有全部读取。',
    columns: ['脚本', '行和列', '调用'],
  },
} satisfies Translation<typeof en>;
