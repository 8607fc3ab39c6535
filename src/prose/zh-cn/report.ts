import type { report as en } from '../en/report';
import type { Translation } from '../shapes';

const count = (value: number) => value.toLocaleString('zh-CN');

const both = (requests: number, events: number) => `${count(requests)} 个请求，${count(events)} 个页面事件`;

const size = (bytes: number) =>
  bytes < 1024 * 1024
    ? `${count(Math.max(1, Math.round(bytes / 1024)))} kB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** What exporting says, in Simplified Chinese. */
export const report = {
  dialog: {
    title: '导出',
    format: '格式',
    formats: {
      json: { label: 'JSON', meaning: '全部数据，供脚本和工具读取' },
      markdown: { label: 'Markdown', meaning: '用于工单：哪些请求被拦截、原因以及需要修改什么' },
      svg: { label: '地图（SVG）', meaning: '框架与源的图，以及它们之间往来的内容' },
      har: { label: 'HAR', meaning: '供浏览器的网络面板和其他程序打开；CORScope 可无损读回' },
      csv: { label: 'CSV', meaning: '每个请求一行，用于电子表格' },
      sarif: { label: 'SARIF', meaning: '未通过的请求，用于代码扫描' },
      html: { label: 'HTML', meaning: '便于转发的单个文件：可离线打开，带筛选' },
      junit: { label: 'JUnit', meaning: '每个请求作为一个测试，用于 CI' },
    },
    scope: '内容',
    all: (requests, events) => `全部：${both(requests, events)}`,
    filtered: (requests, events) => `按当前筛选：${both(requests, events)}`,
    filteredMeaning:
      '请求视图当前显示的请求，以及通过消息视图筛选的页面事件；如果消息视图没有设置筛选，则不导出页面事件',
    values: '值',
    redactions: {
      minimal: {
        label: '最小',
        meaning:
          '保留主机、路径中的常用词、标头名称以及能说明结论的值；其余的值一律替换为占位符，相同的值对应相同的占位符。',
      },
      readable: {
        label: '易读',
        meaning:
          '替换 Cookie、Authorization，以及从名称或形式上看像敏感信息的值；路径、参数和消息内容会保留，分享前请检查预览。',
      },
      everything: {
        label: '全部',
        meaning: '包含 Cookie、令牌和密码',
      },
    },
    preview: '预览',
    marked: '；占位符已标出',
    preparing: '正在准备报告',
    size: (bytes, lines, shown) =>
      `${size(bytes)}，共 ${count(lines)} 行${shown < lines ? `；此处显示前 ${count(shown)} 行` : ''}`,
    save: '保存为文件',
    copy: '复制',
    close: '关闭',
    saved: (name) => `浏览器已保存为 ${name}`,
    copied: '已复制',
    notCopied: '浏览器阻止了复制',
    failed: (error) => `无法生成报告：${error}`,
  },
  markdown: {
    title: 'CORScope 报告',
    page: '页面',
    browser: '浏览器',
    recorded: '录制时间',
    span: (from, to) => `${from} 至 ${to}`,
    redactions: {
      minimal:
        '最小报告：与结论无关的值已替换。占位符（例如 redacted-1-32hex）包含编号、原值的长度和字符种类；相同的值对应相同的占位符。',
      readable: '易读报告：看起来像敏感信息的值已替换。其他能识别个人的内容（例如 URL 中的姓名）仍然保留。',
      everything: '本报告没有去除任何内容，可能包含 Cookie、令牌和密码。',
    },
    requests: '请求',
    noRequests: '没有录制到请求。',
    columns: ['#', '类别', '结果', '方法', 'URL', '原因', '状态码'],
    pageEvents: '框架之间的通信',
    pageEventsMore: (shown, total) =>
      `以下逐条列出 ${count(total)} 个事件中的前 ${count(shown)} 个；JSON 报告包含全部事件。`,
    more: (shown, total) => `共 ${count(total)} 项，这里是前 ${count(shown)} 项；JSON 报告包含全部。`,
    pageEventColumns: ['种类', '来自', '去往', '关系', '次数', '规则与风险'],
    pageEventList: ['时间', '种类', '来自', '去往', '内容'],
    details: '未通过的请求',
    origin: '请求的源',
    madeBy: '发起者',
    mode: '模式（mode）',
    credentialsMode: '凭据模式（credentials）',
    browserSays: '浏览器消息',
    error: '错误',
    evidence: '依据的值',
    absent: '不存在',
    basis: {
      observed: '结果是观察到的。',
      computed: '结果由规则计算得出：浏览器没有展示。',
    },
    assumed: (assumption) => `假设：${assumption}`,
    and: (items) => items.join('，'),
  },
} satisfies Translation<typeof en>;
