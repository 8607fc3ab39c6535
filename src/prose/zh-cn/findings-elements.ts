import type { FindingCode } from '../../engine';
import type { RequestKind } from '../../protocol/facts';
import type { FindingContext, FindingProse } from '../finding-prose';
import { hostOf } from '../short-url';
import { page, sentWith, server, statusOf, typeOf } from './phrases';

const isByWorker = ({ evidence }: FindingContext) => evidence.answeredBy === 'service-worker';
const isErrorStatus = ({ evidence }: FindingContext) => Number(evidence.status) >= 400;

/** 报告错误的一方。 */
const reporter = ({ evidence }: FindingContext) => {
  if (evidence.requestedBy === 'event-source') return '发起请求的 EventSource ';
  if (/worker$/.test(evidence.requestedBy ?? '')) return '加载它的 Worker ';
  return '发起请求的元素';
};

/** 每种请求的响应应当包含的内容。 */
const contents: Readonly<Partial<Record<RequestKind, string>>> = {
  script: '脚本',
  style: '样式表',
  image: '图片',
  font: '字体',
  media: '音频、视频或字幕',
};

const expected = ({ evidence, kind }: FindingContext) =>
  evidence.requestedBy === 'event-source'
    ? '状态码 200 和 Content-Type: text/event-stream'
    : `状态码 200 和${contents[kind] ?? '页面所期望的内容'}，而不是错误页`;

export const ofElements = {
  'coep-worker': {
    title: 'Worker 脚本缺少 Cross-Origin-Embedder-Policy',
    reason: 'Worker 脚本缺少嵌入策略',
    sentence: (context) =>
      `${page(context)}返回了 Cross-Origin-Embedder-Policy，而它的 Worker 脚本 ${context.url} 没有，因此 Worker 没有启动${sentWith(context)}。`,
    remedy: (context) =>
      `${server(context)}，为 ${context.url} 返回 Cross-Origin-Embedder-Policy: require-corp。Worker 脚本自己的响应必须带有` +
      '这个响应头，同源也不例外。',
  },
  'script-mime-type': {
    title: '图片、音频、视频和 CSV 类型永远不会作为脚本执行',
    reason: 'Content-Type 不可能是脚本',
    sentence: (context) =>
      `${hostOf(context.url)} 返回 ${context.url} 时${typeOf(context)}；浏览器不会把图片、音频、视频或 text/csv 类型当作脚本` +
      '执行。',
    remedy: (context) =>
      `${server(context)}，为 ${context.url} 返回 Content-Type: text/javascript；常见原因是返回了别的文件或错误页。`,
  },
  'worker-mime-type': {
    title: 'Worker 脚本必须以 JavaScript 类型返回',
    reason: 'Worker 脚本的类型不是 JavaScript',
    sentence: (context) =>
      `${hostOf(context.url)} 返回 ${context.url} 时${typeOf(context)}，而 Worker 脚本必须是 JavaScript 类型。`,
    remedy: (context) =>
      `${server(context)}，为 ${context.url} 返回 Content-Type: text/javascript；常见原因是文件位置返回了错误页。`,
  },
  'response-unusable': {
    title: '响应已到达，但页面无法使用它',
    reason: '响应无法使用',
    sentence: (context) => {
      if (context.evidence.reported !== 'error' && isErrorStatus(context)) {
        return (
          `${hostOf(context.url)} 对 ${context.method} ${context.url} 返回了状态码 ${context.evidence.status}；` +
          '带有错误状态码的脚本或样式表不会被使用。'
        );
      }
      const answer = isByWorker(context) ? 'Service Worker 对 ' : '';
      return (
        `${answer}${context.method} ${context.url} 的响应到达了 ${page(context)}，但${reporter(context)}报告了错误` +
        `${statusOf(context)}。`
      );
    },
    remedy: (context) => {
      if (isByWorker(context)) {
        return (
          `在页面的 Service Worker 中，确认它对 ${context.url} 返回${expected(context)}。除非 Service Worker 自己请求了 ` +
          `${hostOf(context.url)}，否则服务器没有收到请求。`
        );
      }
      const fix = `${server(context)}，确认 ${context.url} 返回${expected(context)}。`;
      const isStop = context.evidence.requestedBy === 'event-source' && context.evidence.status === '204';
      return isStop ? `状态码 204 让 EventSource 停止且不再重连，这可能是有意为之；否则，${fix}` : fix;
    },
  },
  'import-failed': {
    title: '这个模块或样式表导入的内容未能加载',
    reason: '导入的内容加载失败',
    sentence: (context) => `${context.url} 已加载，但它的某个导入失败，因此${reporter(context)}报告了错误。`,
    remedy: (context) =>
      `在 ${context.url} 导入的脚本和样式表中找到失败的请求并修复；这个响应本身不需要修改。`,
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;
