import type { Technique } from '../technique';

/** A script from another origin that is a function call: the oldest way to read cross-origin data. */
export const jsonp: Technique = {
  id: 'jsonp',
  section: 2,
  title: { en: 'JSONP', 'zh-CN': 'JSONP 跨域' },
  lead: {
    en: 'JSON with padding: a page can run scripts from any origin. The other server responds with a script that calls a function of the page with the data as its argument.',
    'zh-CN':
      'JSON with Padding：script 标签没有跨域限制。对方服务器返回一段调用页面函数的脚本，数据就是函数的参数。',
  },
  steps: {
    en: [
      'A (www.a.localhost) declares a function for the data, and names it in the URL of a script from another origin (api.b.localhost): ?callback=callback.',
      'The server wraps its JSON in a call of that name and returns callback({"name":"liam"}), as a script.',
      'The browser runs the script as A’s own: the function gets the data.',
      'The second frame works like libraries did: a function with a new name and a script element for each request, both removed afterwards.',
    ],
    'zh-CN': [
      'A（www.a.localhost）声明一个接收数据的回调函数，并把函数名写进另一个源（api.b.localhost）的脚本地址：?callback=callback。',
      '服务器把函数名和 JSON 数据拼接起来，以脚本形式返回 callback({"name":"liam"})。',
      '浏览器把它当作 A 自己的脚本执行，函数就得到了数据。',
      '第二个 iframe 展示各种库的做法：每次请求都动态创建新的函数名和 script 标签，用完即删除。',
    ],
  },
  advantages: {
    en: [
      'The same-origin policy does not apply: scripts can be embedded from any origin.',
      'Works in browsers without CORS, and even without XMLHttpRequest.',
      'The result arrives as a function call.',
    ],
    'zh-CN': [
      '不像 XMLHttpRequest 那样受同源策略限制：脚本可以从任何源嵌入。',
      '兼容性更好：不支持 CORS 甚至不支持 XMLHttpRequest 的老浏览器也能用。',
      '请求完毕后通过调用 callback 的方式回传结果。',
    ],
  },
  limits: {
    en: [
      'GET only, without custom headers, and the server must support it.',
      'The other server sends not data but a program, which can do everything that the page can. You trust it completely.',
      'Any site can read the response, with the user’s cookies: no Origin header tells the server which page sent the request.',
      'An error has no status and no reason, only the script’s error event.',
      'It only sends requests: two pages cannot use it to talk to each other.',
    ],
    'zh-CN': [
      '只支持 GET，不能自定义请求头，并且需要服务器支持。',
      '对方服务器返回的不是数据而是程序，页面能做的它都能做：等于完全信任对方。',
      '任何网站都能带着用户的 Cookie 读取返回内容：请求中没有 Origin 头说明是哪个页面在请求。',
      '出错时没有状态码和原因，只有 script 的 error 事件。',
      '只能发请求，不能解决不同域的两个页面之间如何进行 JavaScript 调用的问题。',
    ],
  },
  today: {
    en: [
      'It still works in Chrome and Firefox, unless a Content-Security-Policy or integrity names what may run. With CORS, one response header lets a page read the same data without running it.',
      'The server accepts only a plain name as callback. Otherwise a caller could have it serve any script from its origin.',
      'Send X-Content-Type-Options: nosniff and a JavaScript type with it: JSON that is not JSONP must not run.',
      'The original’s server was www.node.huoyuhao.net, with Express; this one is Node’s own.',
    ],
    'zh-CN': [
      'Chrome 和 Firefox 仍然支持，除非 Content-Security-Policy 或 integrity 限定了可以运行的脚本。CORS 只需一个响应头就能读到同样的数据，而且不必执行它。',
      '这里的服务器只接受普通的函数名作为 callback，否则请求者就能让它的源返回任意脚本。',
      '应同时发送 X-Content-Type-Options: nosniff 和 JavaScript 类型：不是 JSONP 的 JSON 不应被执行。',
      '原文的服务器是 www.node.huoyuhao.net，使用 Express；这里直接使用 Node。',
    ],
  },
  documents: [
    {
      file: 'a.html',
      on: 'page',
      opened: { en: 'A script in the page', 'zh-CN': '页面中的 script 标签' },
      code: { en: a('Handles the JSON data'), 'zh-CN': a('处理获得的json数据') },
      prints: ['{"name":"liam"}'],
    },
    {
      file: 'b.html',
      on: 'page',
      opened: { en: 'A script for each request', 'zh-CN': '动态创建 script 标签' },
      code: {
        en: b('A function with a unique name, for this response only', 'The URL contains the name'),
        'zh-CN': b('为这一次请求声明一个独有的回调函数', '通过问号传参传递函数名'),
      },
      prints: ['{"name":"liam"}'],
    },
  ],
  servers: [{ file: 'jsonp.ts', on: 'api', path: '/technique/jsonp/crossDomain' }],
};

function a(handles: string): string {
  return `<div>A页面</div>
<script>
  function callback (data){
    // ${handles}
    console.log(data)
  }
</script>
<script src="{api}/technique/jsonp/crossDomain?callback=callback"></script>`;
}

function b(declares: string, passes: string): string {
  return `<div>B页面</div>
<script>
  function jsonp(url, done) {
    // ${declares}
    var name = 'show' + Date.now()
    var script = document.createElement('script')
    window[name] = function (data) {
      delete window[name]
      script.remove()
      done(data)
    }
    // ${passes}
    script.src = url + '?callback=' + name
    document.body.appendChild(script)
  }

  jsonp('{api}/technique/jsonp/crossDomain', function (data) {
    console.log(data)
  })
</script>`;
}
