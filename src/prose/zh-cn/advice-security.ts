import type { AdviceCode } from '../../diagnosis/advice-table';
import type { AdviceProse } from '../advice-prose';

const compareOrigins =
  '在 API 的 CORS 配置中，把完整的 Origin（协议、主机、端口）与白名单比较，只有在白名单中才返回 Access-Control-Allow-Origin。';

/** 关于安全的建议。 */
export const ofSecurity = {
  'null-origin-with-credentials': {
    title: '允许源 null 携带凭据',
    sentence: ({ server }) =>
      `${server} 允许源 null 携带凭据。任何网站都能创建源为 null 的沙盒框架，从而读取用户 Cookie 有权访问的数据。`,
    remedy: () =>
      '在 API 中，从允许的源里去掉 null。如果你自己的沙盒框架需要访问，请在 sandbox 中加上 allow-same-origin，并允许它真实的源。',
  },
  'reflected-origin': {
    title: '多个源都被允许携带凭据，没有一个被拒绝',
    sentence: ({ server, origins }) =>
      `${server} 把每个请求的 Origin 原样返回，并允许凭据：${origins}。如果对任意源都这样，任何网站都能读取用户 Cookie 有权访问的数据。`,
    remedy: () => `检查 API 是否有源的白名单。如果没有：${compareOrigins}`,
  },
  'loose-origin-match': {
    title: '被允许的源只是与受信任的源相似',
    sentence: ({ server, passes, meant, compares }) =>
      `${server} 允许 ${passes} 携带凭据，而它的主机只是${compares === 'end' ? '结尾' : '开头'}与 ${meant} 相同：只比较${compares === 'end' ? '结尾' : '开头'}的检查会放过攻击者可以注册的域名。`,
    remedy: () => compareOrigins,
  },
  'jsonp-with-cookies': {
    title: 'JSONP 响应使用了用户的 Cookie',
    sentence: ({ server, name }) =>
      `${server} 响应了携带 Cookie 的脚本请求，并把数据传给 ${name}()。任何网站都能加载脚本，因此任何网站都能读取已登录用户的这些数据。`,
    remedy: () =>
      '在 API 中，用 JSON 加 CORS（只允许已知的源）代替 JSONP。在此之前，JSONP 响应应忽略 Cookie，或只返回公开数据。',
  },
  'listener-without-check': {
    title: 'message 监听器接受任何源的消息',
    sentence: ({ server, name }) =>
      `${server} 中的 message 监听器${name === '' ? '' : ` ${name} `}使用消息之前，没有对 event.origin 做有效的检查。任何持有该窗口引用的窗口都能向它发送消息。`,
    remedy: () => '在监听器中，先用 === 把 event.origin 与预期的源比较，不同就 return。',
  },
  'loose-listener-check': {
    title: 'message 监听器只检查了发送方的一部分',
    sentence: ({ server, name, risk }) =>
      `${server} 中的 message 监听器${name === '' ? '' : ` ${name} `}${
        risk === 'source-only'
          ? '比较了 event.source，却没有比较 event.origin：该窗口可能已经加载了别的文档'
          : risk === 'other-condition'
            ? '在另一个条件下会跳过对 event.origin 的检查'
            : risk === 'subdomains-pass'
              ? '接受任意子域名'
              : '接受同一主机的其他协议或端口'
      }。`,
    remedy: () => '在监听器中，先用 === 把完整的 event.origin 与预期的源比较，再判断其他条件。',
  },
  'insecure-origin-trusted': {
    title: 'https 服务器信任 http 源',
    sentence: ({ server, origins }) =>
      `${server} 允许 ${origins} 携带凭据。这个源没有加密：用户网络中的攻击者可以篡改它的页面，从而读取用户 Cookie 有权访问的数据。`,
    remedy: () => '在 API 中，只允许 https: 的源。需要访问的页面请改用 https: 提供。',
  },
  'simple-state-change': {
    title: '其他网站的 POST 带着 Cookie，没有看到令牌',
    sentence: ({ server, origins }) =>
      `${server} 接受了来自 ${origins} 的 POST，并带有用户的 Cookie。它不需要预检，任何网站都能发送。请求体没有记录，其中可能有防止伪造的令牌。`,
    remedy: () =>
      '检查 API 是否校验 CSRF 令牌、Origin 或 Sec-Fetch-Site。如果没有，请校验其中之一，或给会话 Cookie 设置 SameSite=Lax。',
  },
  'open-local-server': {
    title: '本机或局域网的服务器对任何网站开放',
    sentence: ({ server, origins }) =>
      `${server} 在本机或局域网内，却允许任意源（这里是 ${origins}）发送不只是读取的请求。只要浏览器允许访问本地网络，用户访问的任何网站都能使用它。`,
    remedy: () => '在服务器的设置中，只允许需要的源，而不是任意源，或要求令牌。同时检查 Host 请求头。',
  },
  'open-socket': {
    title: 'WebSocket 服务器接受了多个源，没有拒绝任何一个',
    sentence: ({ server, origins }) =>
      `${server} 接受了来自 ${origins} 的 WebSocket。CORS 不适用于 WebSocket：如果服务器不检查 Origin，任何网站都能带着用户的 Cookie 连接。`,
    remedy: () =>
      '在服务器的握手中，把 Origin 与白名单比较，不在其中就返回 403，或要求其他网站无法得知的令牌。',
  },
  'echo-without-vary': {
    title: '允许的源会变化，却没有 Vary: Origin',
    sentence: ({ server }) =>
      `${server} 对不同的源返回不同的 Access-Control-Allow-Origin，却没有 Vary: Origin。缓存可能把一个源的响应返回给另一个源，浏览器随即拦截。`,
    remedy: () => '在 API 中，对每个可能变化的响应都返回 Vary: Origin，没有 Origin 的请求也一样。',
  },
  'star-target-origin': {
    title: '发送消息时 targetOrigin 为 "*"',
    sentence: ({ count }) =>
      `有 ${count} 处 postMessage() 调用的 targetOrigin 是 "*"。无论窗口当前的文档属于哪个源，都会收到消息。`,
    remedy: () => '在脚本中，把接收方确切的源作为 postMessage() 的第二个参数，除非消息只包含公开数据。',
  },
  'wildcard-with-secrets': {
    title: '任何源都能读取为单个用户生成的响应',
    sentence: ({ server, fact }) =>
      fact === 'authorization'
        ? `${server} 对带有 Authorization 的请求返回 *。拿到令牌的网站可以在浏览器中使用它。`
        : `${server} 对带有 Set-Cookie 的响应返回 *。任何网站都能读取这些响应，但不带用户的 Cookie。`,
    remedy: () =>
      '在 API 中，只允许需要这些响应的源，而不是 *。如果数据是公开的，请去掉为单个用户生成的部分。',
  },
  'null-origin-allowed': {
    title: '允许源 null',
    sentence: ({ server }) =>
      `${server} 允许源 null。任何网站都能创建源为 null 的沙盒框架，因此起不到保护作用。`,
    remedy: () => '在 API 中，从允许的源里去掉 null。如果数据是公开的，请改为允许 *。',
  },
} satisfies Partial<Readonly<Record<AdviceCode, AdviceProse>>>;
