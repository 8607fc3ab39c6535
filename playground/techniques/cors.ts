import type { Technique } from '../technique';

/** The way for requests: the other server decides which origins can read. */
export const cors: Technique = {
  id: 'cors',
  section: 7,
  title: { en: 'CORS', 'zh-CN': 'CORS 跨域' },
  lead: {
    en: 'Cross-origin resource sharing: the browser sends the page’s origin with the request, and the page can read the response if the server allows it in the response headers.',
    'zh-CN':
      'CORS（跨域资源共享）是 W3C 标准：浏览器在请求中附上页面的源，只有服务器在响应头中允许，页面才能读取响应。',
  },
  steps: {
    en: [
      'Simple: a GET to another origin (api.b.localhost) is sent at once, with Origin. The response’s Access-Control-Allow-Origin names A’s origin, so A can read it, and Access-Control-Expose-Headers adds FooBar to the readable headers.',
      'Preflighted: PUT and X-Custom-Header are not part of a simple request. The browser first sends OPTIONS, and sends the PUT only because Access-Control-Allow-Methods and -Headers name them.',
      'Credentials: cookies are sent only if the page asks for it, and the response is readable only if Access-Control-Allow-Credentials is true and the origin is named, not *. Here the other origin is api.a.localhost, on A’s own site.',
      'Blocked: without Access-Control-Allow-Origin the server receives the request and responds, but A gets only a TypeError, without a reason.',
    ],
    'zh-CN': [
      '简单请求：发往另一个源（api.b.localhost）的 GET 直接发出，带有 Origin。响应中的 Access-Control-Allow-Origin 指明了 A 的源，所以 A 可以读取；Access-Control-Expose-Headers 让 A 还能读取 FooBar。',
      '非简单请求：PUT 和 X-Custom-Header 不属于简单请求。浏览器先发出 OPTIONS“预检”请求，Access-Control-Allow-Methods 和 Access-Control-Allow-Headers 允许之后才发出 PUT。',
      'Cookie：页面要求时才会发送；并且 Access-Control-Allow-Credentials 为 true、Access-Control-Allow-Origin 指明具体的源（不能是 *）时，页面才能读取响应。这里的另一个源是与 A 同站的 api.a.localhost。',
      '被拒绝：没有 Access-Control-Allow-Origin 时，请求照样到达服务器并得到响应，但 A 只得到 TypeError，没有原因。',
    ],
  },
  advantages: {
    en: [
      'All methods, all headers, any body.',
      'Ordinary fetch() and XMLHttpRequest, with statuses and errors: the page’s code need not change.',
      'The server decides for each origin, and its data is not run as code.',
    ],
    'zh-CN': [
      '支持所有类型的 HTTP 请求。',
      '使用普通的 fetch() 或 XMLHttpRequest，有状态码，错误处理比 JSONP 更完善。',
      '服务器可以按源决定；返回的数据不会被执行。',
    ],
  },
  limits: {
    en: [
      'Needs a server that allows it in every response, including errors, redirects and preflights.',
      'A request that is not simple costs one more request, unless the preflight cache has an entry for it.',
      'The page never learns why it was blocked. Only the browser’s own tools know.',
      'It stops pages from reading responses, not requests from arriving. It does not protect against forged requests.',
    ],
    'zh-CN': [
      '需要服务器支持，并且每个响应都要有：错误、重定向和预检也不例外。',
      '非简单请求要多一次预检请求，除非预检缓存中已有结果。',
      '页面无法得知被拒绝的原因，只有浏览器自己的工具知道。',
      '它限制的是页面读取响应，而不是请求到达服务器，不能防御伪造的请求。',
    ],
  },
  today: {
    en: [
      'The standard way to read from another server, in every browser in use: IE 10 and older are gone.',
      'The original counted Last-Event-ID as a simple header. The standard has since removed it, and limited the values of the others.',
      'Browsers block or partition third-party cookies, regardless of CORS. Same-site cookies are not affected, so the third request here goes to the same site.',
      'The server here names the one origin it allows, and sends Vary: Origin. The Express policy of the original allowed * and no credentials; it is one of the scenarios.',
    ],
    'zh-CN': [
      '读取其他服务器数据的标准方案，所有现役浏览器都支持；IE 10 及更早版本已成历史。',
      '原文把 Last-Event-ID 算作简单请求的头。标准已将其移除，并对其他头的值作了限制。',
      '无论 CORS 如何设置，浏览器都会阻止或分区其他站点的 Cookie；同站的不受影响，所以这里第三个请求发往同站的源。',
      '这里的服务器只允许一个源，并返回 Vary: Origin。原文的 Express 配置允许 *、不能携带 Cookie，可在场景列表中找到。',
    ],
  },
  documents: [
    {
      file: 'a.html',
      on: 'page',
      code: {
        en: a(
          'A simple request',
          'A preflighted request',
          'With credentials: the first response sets a cookie, the last request has it',
          'A server without CORS headers',
        ),
        'zh-CN': a(
          '简单请求',
          '非简单请求，先预检',
          '携带 Cookie：第一个响应设置 Cookie，最后一个请求带上它',
          '服务器没有返回 CORS 响应头',
        ),
      },
      prints: [
        'GET no cookie, FooBar: 42',
        'PUT no cookie',
        'GET without credentials: no cookie',
        'GET with credentials: session=liam',
        'GET TypeError',
      ],
    },
  ],
  servers: [{ file: 'cors.ts', on: 'api', path: '/technique/cors/cors' }],
};

function a(simple: string, preflighted: string, withCredentials: string, refused: string): string {
  return `<div>A页面</div>
<script>
  (async function () {
    // ${simple}
    var url = '{api}/technique/cors/cors'
    var response = await fetch(url)
    console.log('GET ' + await response.text() + ', FooBar: ' + response.headers.get('FooBar'))

    // ${preflighted}
    response = await fetch(url, { method: 'PUT', headers: { 'X-Custom-Header': 'value' } })
    console.log('PUT ' + await response.text())

    // ${withCredentials}
    url = '{sameSite}/technique/cors/cors'
    await fetch(url, { credentials: 'include' })
    response = await fetch(url)
    console.log('GET without credentials: ' + await response.text())
    response = await fetch(url, { credentials: 'include' })
    console.log('GET with credentials: ' + await response.text())

    // ${refused}
    await fetch('{api}/x').catch(function (error) {
      console.log('GET ' + error.name)
    })
  })()
</script>`;
}
