import type { AdviceCode } from '../../diagnosis/advice-table';
import type { MissReason } from '../../diagnosis/preflights';
import type { AdviceProse, AdviceValues } from '../advice-prose';

const number = (value = '0') => Number(value).toLocaleString('zh-CN');
const spent = ({ count, ms }: AdviceValues) => `${number(count)} 次预检请求（${number(ms)} 毫秒）`;

const because: Readonly<Record<MissReason, (count: string) => string>> = {
  'no-max-age': (count) => `没有 Access-Control-Max-Age，只缓存 5 秒（${count} 次）`,
  'max-age-zero': (count) => `Access-Control-Max-Age 禁止缓存（${count} 次）`,
  'max-age-short': (count) => `Access-Control-Max-Age 已过期（${count} 次）`,
  bypassed: (count) => `请求绕过了缓存：由于 cache 选项、强制刷新，或 DevTools 的“停用缓存”（${count} 次）`,
  credentials: (count) => `先前请求的凭据模式不同（${count} 次）`,
  unknown: (count) => `无法得知（${count} 次）`,
};

/** 缓存未命中的原因，写成 `code count, …`。 */
const reasonsIn = (reasons = '') =>
  reasons
    .split(', ')
    .map((each) => {
      const [code = '', count = ''] = each.split(' ');
      return because[code as MissReason]?.(count) ?? '';
    })
    .join('；');

/** 关于耗时的建议。 */
export const ofCost = {
  'preflights-not-cached': {
    title: '预检请求重复发送，本可以缓存',
    sentence: (values) =>
      `${values.server} 响应了 ${spent(values)}，其中 ${number(values.repeats)} 次与先前的重复。原因：${reasonsIn(values.reasons)}。`,
    remedy: ({ chromeSeconds, chrome, chromeMs, firefoxSeconds, firefox, firefoxMs }) =>
      `在 API 中，让 OPTIONS 的响应带上 Access-Control-Max-Age。Chrome 最多缓存 ${number(chromeSeconds)} 秒，这里可省去 ${number(chrome)} 次预检（${number(chromeMs)} 毫秒）；Firefox 最多缓存 ${number(firefoxSeconds)} 秒，可省去 ${number(firefox)} 次（${number(firefoxMs)} 毫秒）。`,
  },
  'sdk-preflight-headers': {
    title: '监控脚本的请求头触发了预检',
    sentence: (values) =>
      `发往 ${values.server} 的 ${spent(values)}，只是因为 ${values.sdks} 添加了 ${values.names}。`,
    remedy: () =>
      '在页面的监控配置中，只对使用这些请求头的服务器添加它们（Sentry：tracePropagationTargets；OpenTelemetry：propagateTraceHeaderCorsUrls；Datadog：allowedTracingUrls）。',
  },
  'preflight-lists-too-short': {
    title: '预检响应列出的内容太少，无法复用',
    sentence: (values) =>
      `${values.server} 每次只允许当前请求的方法和请求头，因此对同样的 URL，其他请求又发送了 ${spent(values)}。`,
    remedy: () =>
      '在 API 中，让 Access-Control-Allow-Methods 和 Access-Control-Allow-Headers 列出该 URL 支持的所有方法和请求头。',
  },
  'preflights-per-url': {
    title: '许多 URL 各需要一次预检',
    sentence: (values) =>
      `${values.server} 的 ${number(values.count)} 个 URL 各收到一次首次预检（${number(values.ms)} 毫秒）。预检缓存按包含查询参数的 URL 区分，Access-Control-Max-Age 省不了这些请求。`,
    remedy: () =>
      '把这些请求合并，或把变化的部分从 URL 移到请求体。也可以通过代理让页面自己的源提供 API，这样就没有预检。',
  },
  'needless-preflight-header': {
    title: '不必要的请求头触发了预检',
    sentence: (values) => `发往 ${values.server} 的 ${spent(values)}，只是因为 ${values.names}。`,
    remedy: ({ names }) =>
      `在页面中，不要给这些请求设置 ${names}。要绕过缓存，请用 fetch() 的 cache 选项；GET 没有请求体，不需要 Content-Type。`,
  },
  'safelisted-content-type': {
    title: '只是因为 Content-Type 才需要预检',
    sentence: (values) =>
      `发往 ${values.server} 的 ${spent(values)}，只是因为 Content-Type${values.type === '' ? '' : `：${values.type}`}。这些请求不带 Cookie。`,
    remedy: () =>
      '如果 API 完全不使用 Cookie，可以把同样的请求体以 text/plain 发送，由 API 解析，就不需要预检。如果使用 Cookie，请保留预检：它能防止伪造请求。',
  },
  'preload-fetched-twice': {
    title: '同一文件以两种模式加载了两次',
    sentence: ({ url, destination }) =>
      `${url} 先以非 CORS 方式加载，又以 CORS 方式加载。${
        destination === 'font'
          ? '字体总是以 CORS 加载，所以第一次是没有 crossorigin 的预加载，没有被用上。'
          : '预加载只会被同样模式的请求使用，所以第一次加载没有用于第二次。'
      }`,
    remedy: () =>
      '在页面中，让 <link rel="preload"> 的 crossorigin 与使用该文件的元素一致；字体和 fetch() 需要 crossorigin。',
  },
  'preflight-time': {
    title: '预检请求耗费时间',
    sentence: (values) => `页面等待了发往 ${values.servers} 的 ${spent(values)}。`,
    remedy: () =>
      '让 OPTIONS 的响应带上 Access-Control-Max-Age，或通过代理让页面自己的源提供 API，这样就没有预检。',
  },
} satisfies Partial<Readonly<Record<AdviceCode, AdviceProse>>>;
