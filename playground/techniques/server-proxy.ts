import type { Technique } from '../technique';

/** The page requests its own server, which requests the other one. */
export const serverProxy: Technique = {
  id: 'server-proxy',
  section: 8,
  title: { en: 'Server proxy', 'zh-CN': 'Server Proxy 跨域' },
  lead: {
    en: 'The same-origin policy applies to browsers, not to servers. The page requests its own server, which requests the other one and passes the response on.',
    'zh-CN':
      '同源策略是浏览器需要遵循的标准，服务器向服务器请求则无需遵循。页面请求自己的服务器，由它请求目标服务器，再把响应转发回来。',
  },
  steps: {
    en: [
      'A (www.a.localhost) requests the other origin (api.b.localhost) directly: that server sends no CORS headers, so A cannot read the response.',
      'A requests its own origin, /technique/server-proxy/proxy. For the browser that is a same-origin request.',
      'The proxy requests the other server, and adds Via and X-Forwarded-Host. It does not forward A’s cookies.',
      'It passes status, headers and body on to A, and adds Via: that is how the page can tell that there was a proxy.',
    ],
    'zh-CN': [
      'A（www.a.localhost）先直接请求另一个源（api.b.localhost）：对方没有返回 CORS 响应头，A 读不到响应。',
      'A 再请求自己的源：/technique/server-proxy/proxy。对浏览器来说这是同源请求。',
      '代理接受请求并转发给目标服务器，加上 Via 和 X-Forwarded-Host；A 的 Cookie 不会被转发。',
      '代理把状态码、响应头和响应体转发给 A，并加上 Via：在页面中由此可以看出经过了代理。',
    ],
  },
  advantages: {
    en: [
      'Neither the page nor the other server needs special code.',
      'Any request, with cookies of the page’s own origin, without a preflight.',
      'Keys for the other server stay on the proxy. It can cache, check and change the data.',
    ],
    'zh-CN': [
      '实现简单，客户端和目标服务器都无需特殊处理。',
      '适用于所有类型的 HTTP 请求，可以携带自己源的 Cookie，没有预检。',
      '访问目标服务器的密钥留在代理上；代理可以缓存、检查和处理数据。',
    ],
  },
  limits: {
    en: [
      'Needs a server of your own.',
      'One more hop for each request, and your server carries all the traffic.',
      'The other server sees the proxy’s address and not its users’ cookies, so it does not know who is logged in.',
      'A proxy that requests any given URL lets any site reach every server that the proxy can reach. This one has a single target.',
    ],
    'zh-CN': [
      '需要自己的服务器配合实现。',
      '增加了请求处理环节，可能影响性能；全部流量都由自己的服务器承担。',
      '目标服务器看到的是代理的地址，收不到用户在那里的 Cookie，不知道用户的登录状态。',
      '如果请求什么 URL 就转发什么，任何人都能借它访问它能到达的一切服务器。这里的代理只有一个固定目标。',
    ],
  },
  today: {
    en: [
      'Still the best way if the other server cannot be changed. In development it is one line in a build tool’s configuration; in production mostly nginx or a gateway.',
      'The original also sent Access-Control-Allow-Origin: *. Its page does not need that header, and with it every other site could use the proxy too, so it is left out.',
      'Its target was www.node.huoyuhao.net; here it is api.b.localhost.',
    ],
    'zh-CN': [
      '目标服务器无法修改时，仍是首选方案。开发时只是构建工具的一行配置；生产环境多由 nginx 或网关完成。',
      '原文的代理还返回了 Access-Control-Allow-Origin: *。自己的页面并不需要，有了它其他网站也能使用这个代理，所以这里省略。',
      '原文的目标是 www.node.huoyuhao.net，这里是 api.b.localhost。',
    ],
  },
  documents: [
    {
      file: 'a.html',
      on: 'page',
      code: {
        en: a('Directly to the other origin', 'Through our own server'),
        'zh-CN': a('直接请求另一个源', '通过自己的服务器请求'),
      },
      prints: ['TypeError', 'Via: 1.1 playground', '{"name":"liam"}'],
    },
  ],
  servers: [
    { file: 'server-proxy.ts', on: 'page', path: '/technique/server-proxy/proxy' },
    { file: 'data.ts', on: 'api', path: '/technique/server-proxy/crossDomain3' },
  ],
};

function a(straight: string, through: string): string {
  return `<div>A页面</div>
<script>
  (async function () {
    // ${straight}
    await fetch('{api}/technique/server-proxy/crossDomain3').catch(function (error) {
      console.log(error.name)
    })

    // ${through}
    var response = await fetch('/technique/server-proxy/proxy')
    console.log('Via: ' + response.headers.get('Via'))
    console.log(await response.json())
  })()
</script>`;
}
