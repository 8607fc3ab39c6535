import type { CauseCode } from '../../diagnosis/causes';
import type { CauseContext, CauseProse } from '../cause-prose';
import { asked, effect } from './causes-answers';

const names = ({ values }: CauseContext) => values.names ?? '';
const unsent = ({ method }: CauseContext) => `因此 ${method} 请求没有发出`;

/** 由托管平台、开发服务器、MCP 服务器或模型服务引起。 */
export const ofPlatforms = {
  'platform-answers-preflight': {
    title: '平台自己应答预检，策略与应用的不同',
    reason: '平台自己应答预检',
    sentence: (context) =>
      `${context.host} 前面的平台自己应答了预检请求，其 Access-Control-Allow-Origin 与应用自己的不同，${unsent(context)}。`,
    remedy: (context) =>
      `在平台的配置（而不是应用）中，允许 ${context.method} 和页面发送的请求头，或让平台放行 OPTIONS。`,
  },
  'refused-origin-throws': {
    title: 'CORS 中间件对不允许的源抛出了错误',
    reason: 'CORS 中间件对该源抛错',
    sentence: (context) =>
      `${context.host} 上的 Express 应用对预检请求返回了 500，很可能是 CORS 中间件对 ${context.page} 抛出了错误，${unsent(context)}。`,
    remedy: (context) =>
      `在 API 的源列表中加入 ${context.page}；在 origin 函数中调用 callback(null, false)，不要传入 Error。`,
  },
  'deployment-protection': {
    title: '托管平台用登录保护了这个部署',
    reason: '部署保护应答',
    sentence: (context) =>
      `${context.host} 的托管平台在应用运行之前，就对${asked(context)}返回了 ${context.status}，要求登录，${effect(context)}。`,
    remedy: () => '在平台的设置中，关闭该部署的保护、豁免 OPTIONS，或发送绕过令牌；与应用的 CORS 代码无关。',
  },
  'dev-server-refuses-own-host': {
    title: '开发服务器拒绝了自己页面的请求',
    reason: '开发服务器拒绝自己的页面',
    sentence: (context) =>
      `开发服务器对自己页面的请求 ${context.url} 返回了 403，因为它的主机列表中没有 ${context.host}。`,
    remedy: () =>
      '在开发服务器的配置中加入这个主机（Next.js：allowedDevOrigins；Vite：server.allowedHosts）。',
  },
  'event-stream-outside-cors': {
    title: '事件流不在服务器的 CORS 配置之内',
    reason: '事件流没有 CORS 响应头',
    sentence: (context) =>
      `服务器的事件流 ${context.url}（${context.status}）缺少其他路由都带有的 CORS 响应头，${effect(context)}。`,
    remedy: () => '在 API 中，在事件流的端点之前注册 CORS。',
  },
  'route-with-own-cors': {
    title: '这个路由有自己的 CORS 策略',
    reason: '路由有自己的 CORS 策略',
    sentence: (context) =>
      `${context.host} 对 ${context.url} 返回 Access-Control-Allow-Origin: *，而其他路由允许 ${context.page} 携带凭据，${effect(context)}。`,
    remedy: () =>
      '在 API 中，找到应答这个路由的组件（GraphQL 中间件有自己的 CORS）：为它设置与服务器相同的 CORS 选项，或关闭它自己的 CORS。',
  },
  'mcp-header-not-allowed': {
    title: 'MCP 服务器不允许自己协议的请求头',
    reason: 'MCP 请求头不被允许',
    sentence: (context) =>
      `MCP 服务器 ${context.host} 不允许自己协议的请求头（${names(context)}），${unsent(context)}。`,
    remedy: (context) =>
      `在 MCP 服务器的 CORS 配置中，允许 ${names(context)}，以及 Mcp-Session-Id、Mcp-Protocol-Version、Last-Event-ID、GET 和 DELETE；并暴露 Mcp-Session-Id。`,
  },
  'mcp-session-not-exposed': {
    title: 'MCP 服务器没有暴露 Mcp-Session-Id',
    reason: '没有暴露 Mcp-Session-Id',
    sentence: (context) =>
      `MCP 服务器 ${context.host} 返回了 Mcp-Session-Id，但没有暴露它，页面读不到，会话因此无法开始。`,
    remedy: () => '在 MCP 服务器的 CORS 配置中，把 Mcp-Session-Id 加入 Access-Control-Expose-Headers。',
  },
  'oauth-metadata-without-cors': {
    title: 'OAuth 元数据没有 CORS 响应头',
    reason: 'OAuth 元数据没有 CORS 响应头',
    sentence: (context) =>
      `${context.host} 对 OAuth 元数据的${asked(context)}返回了 ${context.status}，没有 CORS 响应头，页面因此不知道如何登录。`,
    remedy: () => '在服务器上，让 CORS 也作用于 /.well-known/* 和 401 响应，并暴露 WWW-Authenticate。',
  },
  'sdk-header-not-allowed': {
    title: '客户端库添加了服务器不允许的请求头',
    reason: '客户端库添加了请求头',
    sentence: (context) =>
      `页面的客户端库添加了 ${names(context)}，而 ${context.host} 不允许它，${unsent(context)}。`,
    remedy: (context) =>
      `在 API 的 CORS 配置中，把 ${names(context)} 加入允许的请求头；或在页面中，在该库里关闭这个请求头。`,
  },
  'local-model-server-refuses-origin': {
    title: '本机的模型服务不允许这个源',
    reason: '本机模型服务拒绝该源',
    sentence: (context) =>
      `${context.host} 上的模型服务对${asked(context)}返回了 ${context.status}，没有 CORS 响应头：它的源列表中没有 ${context.page}，${context.isPreflight ? effect(context) : '因此页面读不到响应'}。`,
    remedy: (context) =>
      `启动模型服务时允许这个源（Ollama：OLLAMA_ORIGINS=${context.page}；LM Studio：Enable CORS；其他：--cors）。`,
  },
  'obsolete-private-network-header': {
    title: 'Access-Control-Allow-Private-Network 已经不起作用',
    reason: 'Private-Network 响应头已废弃',
    sentence: (context) =>
      `${context.host} 返回了自 Chrome 142 起就被浏览器忽略的 Access-Control-Allow-Private-Network，却没有返回真正需要的响应头，${effect(context)}。`,
    remedy: () =>
      '在服务器上，删除 Access-Control-Allow-Private-Network，返回下方结论所列的响应头。对本地网络，浏览器改为询问用户。',
  },
  'local-network-frame-permission': {
    title: '框架没有得到本地网络的权限',
    reason: '框架没有本地网络权限',
    sentence: (context) =>
      `框架 ${context.values.origin} 没有从外层页面得到 ${context.values.name} 权限，因此浏览器没有发出对 ${context.host} 的请求。`,
    remedy: (context) =>
      `在包含框架 ${context.values.origin} 的页面中，为它的 iframe 以及中间的每一层框架加上 allow="${context.values.name}"。`,
  },
  'loopback-mixed-content': {
    title: 'https: 页面未经声明就请求本地网络的 http:',
    reason: '本地网络的 http: 请求',
    sentence: (context) =>
      `${context.page} 的页面是 https:，它请求本地网络中的 http://${context.host} 时没有声明 targetAddressSpace，因此浏览器把它作为混合内容拦截了。`,
    remedy: () =>
      '在页面中，调用 fetch() 时加上 targetAddressSpace: ‘local’（或 ‘loopback’），或改用 https:。',
  },
  'server-has-done-it': {
    title: '服务器已经处理了这个请求',
    reason: '已处理，但响应不可读',
    sentence: (context) =>
      `${context.host} 已经处理了 ${context.method} 请求并返回 ${context.status}，但没有所需的 CORS 响应头，${effect(context)}。`,
    remedy: (context) =>
      `在页面中，不要重复发送 ${context.method}：服务器会再执行一次。在 ${context.host} 上，让这个响应也带上 Access-Control-Allow-Origin。`,
  },
} satisfies Partial<Readonly<Record<CauseCode, CauseProse>>>;
