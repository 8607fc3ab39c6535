import type { CauseCode } from '../../diagnosis/causes';
import type { CauseContext, CauseProse } from '../cause-prose';
import { effect } from './causes-answers';
import { withoutCredentials } from './other-fixes';
import { quote } from './phrases';

const value = ({ values }: CauseContext) => quote(values.value);
const exactly = (context: CauseContext) =>
  `在 API 的 CORS 配置中，准确写出 ${context.page}：协议、域名和端口都要一致，末尾不加斜杠。`;

/** 由某个 CORS 响应头的值引起。 */
export const ofValues = {
  'header-twice': {
    title: '服务器的两个部分添加了同一个 CORS 响应头',
    reason: 'CORS 响应头被添加了两次',
    sentence: (context) =>
      `${context.host} 的两个部分都添加了 ${context.values.name}，而一个响应中只能有一个，${effect(context)}。`,
    remedy: (context) =>
      `两处只留一处：要么由应用添加 CORS 响应头，要么由代理添加（nginx：proxy_hide_header ${context.values.name}）。`,
  },
  'origin-list': {
    title: '服务器发送了完整的允许源列表',
    reason: '发送了整个源列表',
    sentence: (context) =>
      `${context.host} 在 Access-Control-Allow-Origin 中返回了完整的源列表，而其中只能有一个源，${effect(context)}。`,
    remedy: () => '在 API 中，用请求的 Origin 与列表比对，只返回匹配的那个源，并加上 Vary: Origin。',
  },
  'misspelled-header': {
    title: 'CORS 响应头的名称写错了',
    reason: 'CORS 响应头写错',
    sentence: (context) =>
      `${context.host} 返回的是 ${context.values.name}，而不是 ${context.values.meant}，${context.values.meant === 'Access-Control-Expose-Headers' ? '因此页面读不到其中列出的响应头' : effect(context)}。`,
    remedy: (context) => `在服务器上，把 ${context.values.name} 改为 ${context.values.meant}。`,
  },
  'credentials-case': {
    title: 'Access-Control-Allow-Credentials 的值不是 true',
    reason: 'Allow-Credentials 不是 true',
    sentence: (context) =>
      `${context.host} 返回的 Access-Control-Allow-Credentials 是 ${context.values.value}，而只有小写的 true 才有效，${effect(context)}。`,
    remedy: () => '在 API 中，发送文本 true，而不是由编程语言的布尔值转换成的文本。',
  },
  'origin-with-path': {
    title: '允许的源末尾带有斜杠或路径',
    reason: '允许的源末尾有斜杠',
    sentence: (context) =>
      `${context.host} 允许的是${value(context)}，末尾多了斜杠或路径，${effect(context)}。`,
    remedy: exactly,
  },
  'origin-without-scheme': {
    title: '允许的源缺少协议或端口',
    reason: '允许的源缺少协议或端口',
    sentence: (context) => `${context.host} 允许的是${value(context)}，缺少协议或端口，${effect(context)}。`,
    remedy: exactly,
  },
  'origin-wildcard-pattern': {
    title: '服务器发送了源的通配模式，而 CORS 不支持它',
    reason: '通配模式不是源',
    sentence: (context) =>
      `${context.host} 在 Access-Control-Allow-Origin 中返回了通配模式${value(context)}，而浏览器按字面比较，${effect(context)}。`,
    remedy: () => '在 API 中，用该模式匹配请求的 Origin，返回匹配的源，并加上 Vary: Origin。',
  },
  'loopback-spelling': {
    title: 'localhost、127.0.0.1 和 [::1] 是不同的源',
    reason: 'localhost 与 127.0.0.1 不同源',
    sentence: (context) =>
      `${context.host} 允许的是 ${context.values.value}，而不是 ${context.values.origin}：两者是同一台机器，却是不同的源，${effect(context)}。`,
    remedy: (context) => `用 ${context.values.value} 打开页面，或在服务器同时允许 ${context.values.origin}。`,
  },
  'opaque-origin': {
    title: '文档的源是不透明的',
    reason: '文档的源不透明（null）',
    sentence: (context) =>
      `文档在沙盒中，或来自 file: 或 data: 地址，源是 null，而 ${context.host} 不允许 null，${effect(context)}。`,
    remedy: () =>
      '在页面中，让文档有自己的源：在框架的 sandbox 中加上 allow-same-origin，或通过 http: 提供该文件。不要在服务器上允许 null。',
  },
  'cached-for-other-origin': {
    title: '缓存返回了为其他源存储的响应',
    reason: '缓存了其他源的响应',
    sentence: (context) =>
      `${context.host} 的响应来自缓存，其中的 Access-Control-Allow-Origin 是为另一个源存储的，${effect(context)}。`,
    remedy: () => '在服务器上，为该地址的每个响应加上 Vary: Origin，然后清除缓存。',
  },
  'other-port': {
    title: '服务器允许的是同一主机的其他端口或协议',
    reason: '允许的端口或协议不同',
    sentence: (context) =>
      `${context.host} 允许 ${context.values.value}，而页面在 ${context.values.origin}：${context.values.part === 'port' ? '端口' : '协议'}不同，${effect(context)}。`,
    remedy: exactly,
  },
  'cached-without-origin': {
    title: '浏览器复用了没有 CORS 响应头的缓存',
    reason: '缓存的响应没有 CORS 头',
    sentence: (context) =>
      `浏览器复用了 ${context.url} 的缓存，它来自非 CORS 请求，没有 Access-Control-Allow-Origin，${effect(context)}。`,
    remedy: () =>
      '在服务器上，即使请求没有 Origin 也返回 CORS 响应头和 Vary: Origin；或在页面中，为最先加载它的元素加上 crossorigin。',
  },
  'cdn-cached-without-origin': {
    title: '共享缓存存储了没有 CORS 响应头的响应',
    reason: 'CDN 缓存的响应没有 CORS 头',
    sentence: (context) =>
      `${context.host} 前面的缓存返回了之前存储的响应，其中没有 Access-Control-Allow-Origin，${effect(context)}。`,
    remedy: () =>
      '在 CDN 中，把 Origin 转发给源站并纳入缓存键，或由 CDN 添加 CORS 响应头；在源站始终返回 Vary: Origin；然后清除缓存。',
  },
  'unblocking-extension': {
    title: '浏览器扩展为每个响应添加了 Access-Control-Allow-Origin: *',
    reason: '浏览器扩展添加 CORS 头',
    sentence: (context) =>
      context.values.isTwice
        ? `浏览器扩展为每个响应添加了 Access-Control-Allow-Origin: *，包括 ${context.host} 已有该响应头的响应，${effect(context)}。`
        : `浏览器扩展为每个响应添加了 Access-Control-Allow-Origin: *，而它不能与凭据一起使用，${effect(context)}。`,
    remedy: () => '在此浏览器中，关闭用来“解除”跨域限制的扩展。',
  },
  'wildcard-with-credentials': {
    title: '页面包含凭据，而服务器允许任意源',
    reason: '* 不能与凭据一起使用',
    sentence: (context) =>
      `页面包含凭据，而 ${context.host} 返回 Access-Control-Allow-Origin: *，这不允许凭据，${effect(context)}。`,
    remedy: (context) =>
      `在 API 中，返回 Access-Control-Allow-Origin: ${context.page}、Access-Control-Allow-Credentials: true 和 Vary: Origin；如果 API 不需要凭据，就在页面中${withoutCredentials(context)}。`,
  },
} satisfies Partial<Readonly<Record<CauseCode, CauseProse>>>;
