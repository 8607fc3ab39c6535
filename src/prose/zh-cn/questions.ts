import type { QuestionTexts, QuestionWords } from '../question-prose';

/** 问题的相关文字。 */
export const questionWords: QuestionWords = {
  apart: '如何区分',
  sure: '如何确认',
  settled: '判断依据',
  copy: '复制命令',
  replace: (names) => `请先替换 ${names.join(' 和 ')}。`,
  sends: 'CORScope 从不发送请求：请在终端中运行该命令，它会输出响应头。',
  field: '在此粘贴命令的输出',
  read: '读取结果',
  remove: '移除结果',
  answered: '粘贴的结果',
  commandName: 'curl 命令',
  notHttp: '这段文字中没有 HTTP 响应。请从以 HTTP/ 开头的那一行开始完整复制。',
  otherMethod: (method, asked) => `这是 ${method} 请求的响应，而该命令发送的是 ${asked}。`,
  decidesNothing: (what) => `${what}：仅凭这个结果无法判断。`,
  curlError: (code) => `curl 错误 ${code}`,
};

/** 每个问题的文字。 */
export const questions: QuestionTexts = {
  'preflight-with-token': {
    ask: ({ host }) =>
      `带上有效的令牌发送预检请求。如果通过，说明 ${host} 因预检请求不带凭据而拒绝它；如果返回 405 或 501，说明没有处理 OPTIONS 的路由。`,
    answers: {
      accepted: '带上令牌后预检请求通过，说明服务器因浏览器的预检请求没有令牌而拒绝它。',
      'no-route': '带上令牌后预检请求通过了身份验证，但没有处理 OPTIONS 的路由。',
    },
  },
  'redirect-with-token': {
    ask: ({ host }) =>
      `带上有效的令牌发送预检请求。如果通过，说明 ${host} 因预检请求不带凭据而将它重定向到登录页；如果令牌有效却仍被重定向，说明与登录无关。`,
    answers: {
      accepted: '带上令牌后预检请求通过，说明服务器因浏览器的预检请求没有令牌而将它重定向到登录页。',
      redirected: '带上令牌后预检请求仍被重定向。如果该令牌有效，说明这个重定向与登录无关。',
    },
  },
  'get-on-route': {
    ask: ({ url }) =>
      `向同一 URL 发送 GET。如果成功或返回 405，说明 ${url} 存在，只是 OPTIONS 没有对应的路由。`,
    answers: {
      'is-there': '该路径存在，说明只是 OPTIONS 没有对应的路由。',
      'not-there': 'GET 也返回 404：该路径不存在。请更正页面中的 URL。',
    },
  },
  'origin-in-get': {
    ask: ({ page }) =>
      `带上 Origin ${page} 发送 GET。如果同样返回 500，说明 CORS 中间件对该源抛出错误；否则只是 OPTIONS 的处理函数出错。`,
    answers: {
      allowed: 'GET 的响应带有 CORS 响应头，说明只是 OPTIONS 的处理函数出错。',
      passes: '带上该源的 GET 没有出错，说明只是 OPTIONS 的处理函数出错。',
      throws: 'GET 以同样的方式出错，说明 CORS 中间件很可能对该源抛出错误。',
    },
  },
  'preflight-with-certificate': {
    ask: ({ host }) =>
      `带上客户端证书发送预检请求。如果通过，说明 ${host} 对预检请求也要求证书；如果服务器信任该证书却仍返回 400，很可能是应用处理 OPTIONS 时出错。`,
    answers: {
      accepted: '带上客户端证书后预检请求通过，说明服务器对预检请求也要求证书。',
      rejected: '带上客户端证书后预检请求仍失败。如果服务器信任该证书，说明应用处理 OPTIONS 时出错。',
    },
  },
  'policy-of-application': {
    ask: () =>
      '向同一 URL 发送 GET。如果它的 Access-Control-Allow-Origin 与预检响应不同，预检请求很可能由应用前面的平台应答；如果相同，很可能由应用应答，但其允许的请求头列表不完整。',
    answers: {
      same: 'GET 的响应与预检响应允许的源相同，很可能是应用允许的请求头列表不完整。',
      other: 'GET 的响应与预检响应允许的源不同，预检请求很可能由应用前面的平台应答。',
    },
  },
  'behind-nginx': {
    ask: () =>
      '在服务器上，绕过 nginx 直接向应用发送一个能成功的请求。如果响应带有 Access-Control-Allow-Origin，说明该响应头由应用添加，但出错时没有添加；否则由 nginx 添加，但 add_header 没有写 always。',
    answers: {
      application: 'CORS 响应头由应用自己添加，说明应用的错误响应缺少它们。',
      nginx: '应用没有添加 CORS 响应头，说明由 nginx 添加，而且只加在成功的响应上。',
    },
  },
  'behind-gateway': {
    ask: () =>
      '在服务器上，绕过网关直接向应用发送该请求。如果应用返回同样的错误，请在应用中修复；否则错误由网关返回：它连接不上应用，或等待的时间不够。',
    answers: {
      silent: '应用在该端口没有响应。如果端口正确，说明这个错误由网关返回。',
      answers: '应用有响应，很可能是网关没能连接上它，或等待的时间不够。',
      itself: '应用自己返回这个错误：请查看它的日志，并给错误响应加上 CORS 响应头。',
    },
  },
  'request-alone': {
    ask: () =>
      '停止其他请求一分钟后，单独发送一次该请求。如果通过，说明之前因请求过多被 nginx 拒绝；如果仍返回 503，说明应用出错。',
    answers: {
      passes: '单独一个请求能通过，说明之前是被 nginx 限流拒绝的。',
      fails: '单独一个请求也失败，说明不是限流。',
    },
  },
  'route-that-passes': {
    ask: ({ url }) =>
      `让该请求成功一次，例如带上有效的令牌，或在修复错误之后发送。如果响应带有 CORS 响应头，说明只是 ${url} 的错误响应缺少它们；否则该路由不在 CORS 配置之内。`,
    answers: {
      covered: '成功的响应带有 CORS 响应头，说明只是错误响应缺少它们。',
      outside: '成功的响应也没有 CORS 响应头，说明该路由不在 CORS 配置之内。',
    },
  },
  'mark-of-challenge': {
    ask: () =>
      '用 curl 发送该请求。如果响应带有 cf-mitigated，说明 Cloudflare 返回了质询页面；如果响应是 JSON，说明它来自应用。',
    answers: {
      challenge: '响应带有 cf-mitigated，说明 Cloudflare 返回了质询页面。',
      application: '响应是 JSON，说明它来自应用，而不是 Cloudflare：请查看应用的日志。',
    },
  },
  'past-shared-cache': {
    ask: () =>
      '加上一个新的查询参数再发送该请求，使缓存无法命中。如果响应带有 Access-Control-Allow-Origin，说明服务器会发送它，只是缓存了一份没有它的响应。',
    answers: {
      sends: '服务器会发送 CORS 响应头，说明缓存中是一份没有它们的响应。',
      never: '绕过缓存后仍没有 CORS 响应头，说明服务器没有发送它们。',
    },
  },
  'past-browser-cache': {
    ask: () =>
      '用没有缓存的 curl 发送该请求。如果响应带有 Access-Control-Allow-Origin，说明浏览器复用了缓存中没有它的响应。',
    answers: {
      sends: '服务器会发送 CORS 响应头，说明浏览器使用了缓存中的响应。',
      never: '服务器对 curl 也不发送 CORS 响应头，说明与缓存无关。',
    },
  },
  'origin-past-cache': {
    ask: ({ page }) =>
      `加上一个新的查询参数再发送该请求，使缓存无法命中。如果响应允许 ${page}，说明缓存中是给另一个源的响应。`,
    answers: {
      allows: '服务器允许该源，说明缓存中是给另一个源的响应。',
      'same-value': '绕过缓存后，服务器允许的仍是另一个源，说明它不允许页面的源。',
    },
  },
  'header-twice-in-curl': {
    ask: ({ host }) =>
      `用没有浏览器扩展的 curl 发送该请求。如果响应中 Access-Control-Allow-Origin 出现两次，说明两个都由 ${host} 发送；如果只有一次，说明另一个很可能由浏览器扩展添加。`,
    answers: {
      twice: 'curl 得到的响应中也出现两次，说明两个都由服务器发送。',
      once: 'curl 得到的响应中只有一次，说明另一个由此浏览器中的某个程序添加，很可能是扩展。',
    },
  },
  'wildcard-in-curl': {
    ask: ({ host }) =>
      `用没有浏览器扩展的 curl 发送该请求。如果响应带有 Access-Control-Allow-Origin: *，说明由 ${host} 发送；否则由浏览器扩展添加。`,
    answers: {
      wildcard: 'curl 得到的也是通配符，说明由服务器发送。',
      other: 'curl 得到的响应允许的是另一个源，说明此浏览器中的扩展把它替换成了通配符。',
      none: 'curl 得到的响应没有该响应头，说明它由此浏览器中的扩展添加。',
    },
  },
  'dev-server-on-localhost': {
    ask: ({ page }) =>
      `用 localhost 的源发送该请求。如果响应允许它，请把 ${page} 加入开发服务器允许的源列表。`,
    answers: { allows: 'localhost 的源被允许，说明允许的源列表中缺少页面的源。' },
  },
  'model-server-on-localhost': {
    ask: ({ page }) =>
      `用 localhost 的源发送该请求。如果响应允许它，请把 ${page} 加入模型服务器允许的源列表。`,
    answers: { allows: 'localhost 的源被允许，说明允许的源列表中缺少页面的源。' },
  },
  'metadata-of-other-routes': {
    ask: ({ host }) =>
      `请求 ${host} 的首页。如果它带有允许该页面的 CORS 响应头，说明 CORS 配置漏掉了 OAuth 元数据。`,
    answers: { 'others-have': '首页带有 CORS 响应头，说明 CORS 配置漏掉了 OAuth 元数据。' },
  },
  'socket-of-own-origin': {
    ask: ({ host, page }) =>
      `带上 ${host} 自己的源发送握手请求。如果被接受，说明服务器拒绝的是 ${page}；如果仍返回 403，可能不是源的问题。`,
    answers: {
      accepted: '带上服务器自己的源时握手被接受，说明服务器拒绝的是页面的源。',
      'not-signed-in': '带上服务器自己的源时，服务器不再拒绝，而是要求登录（401），说明它会检查源。',
    },
  },
  'headers-of-start-page': {
    ask: ({ host }) =>
      `请求 ${host} 的首页。如果它带有相同的 Cross-Origin-Resource-Policy，说明服务器默认为所有响应添加它；否则由该路由添加。`,
    answers: {
      everywhere: '首页带有相同的响应头，说明服务器默认为所有响应添加它。',
      here: '首页没有该响应头，说明它由该路由添加。',
    },
  },
  'cors-of-other-routes': {
    ask: ({ host, page }) =>
      `请求 ${host} 的首页。如果它带有允许 ${page} 的 CORS 响应头，说明只是这个响应缺少它们；否则 ${host} 没有配置 CORS，或不允许该源。`,
    answers: {
      error: '首页带有允许该源的 CORS 响应头，说明只是错误响应缺少它们。',
      route: '首页带有允许该源的 CORS 响应头，说明该路由不在 CORS 配置之内。',
      none: '首页也没有 CORS 响应头：请在服务器上配置 CORS，或把该源加入允许列表。',
    },
  },
  'does-it-answer': {
    ask: ({ host }) =>
      `用 curl 向 ${host} 发送请求。如果 curl 失败，错误信息会说明原因；如果服务器有响应，说明请求被此浏览器中的某个程序，或只有浏览器使用的代理或 VPN 拦下。`,
    answers: {
      'no-name': 'curl 也无法解析该主机名。',
      refused: 'curl 也无法连接：该地址上没有服务器在监听。',
      untrusted: 'curl 也不信任该证书。',
      answers: '服务器对 curl 有响应：请检查此浏览器中拦截请求的扩展、代理或 VPN。',
    },
  },
  'without-extensions': {
    ask: () => '在没有扩展的隐私窗口中打开页面。如果不再发送该请求头，说明它由扩展添加。',
    answers: {},
  },
  'without-service-worker': {
    ask: () =>
      '在浏览器的开发者工具中注销或绕过 Service Worker，然后重新加载。如果请求通过，说明之前的响应来自 Service Worker 的缓存。',
    answers: {},
  },
  'header-read-by-page': {
    ask: () =>
      '在页面脚本中查找读取该响应头的 headers.get() 或 getResponseHeader()。如果脚本读取它并得到 null，这就是原因；如果没有脚本读取它，就无需修改。',
    answers: {},
  },
  'preload-in-source': {
    ask: () => '在页面的 HTML 中找到预加载该字体的 link 元素。如果没有 crossorigin 属性，这就是原因。',
    answers: {},
  },
};
