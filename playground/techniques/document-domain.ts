import type { Technique } from '../technique';

/** Two subdomains that set the same parent domain, and what blocks that today. */
export const documentDomain: Technique = {
  id: 'document-domain',
  section: 3,
  title: { en: 'document.domain and an iframe', 'zh-CN': 'document.domain + iframe 跨域' },
  lead: {
    en: 'Two documents whose hosts share a parent domain both set document.domain to it. Then each can access the other as if they had the same origin.',
    'zh-CN':
      '该方式只能用于主域名相同、子域名不同的场景：两个页面都把 document.domain 设为基础主域，就实现了同域，可以互相访问。',
  },
  steps: {
    en: [
      'A (www.d.localhost) embeds B (api.d.localhost). A has B’s window, but cannot read its properties.',
      'Both set document.domain to d.localhost, their common parent. A document may set it to its own host or to a parent, never to a public suffix.',
      'Now A can call B’s functions. It uses B’s $.get() to request B’s own server: for B that is a same-origin request.',
      'Both documents have the header Origin-Agent-Cluster: ?0, which asks to share one agent cluster with their site. C and D are the same pair without it.',
    ],
    'zh-CN': [
      'A（www.d.localhost）嵌入 B（api.d.localhost）。A 能获取 B 的 window 对象，却无法读取它的属性和方法。',
      '两个页面都把 document.domain 设为共同的父域 d.localhost。只能设为自身或更高一级的父域，不能是公共后缀。',
      '这样 A 就能调用 B 的函数：它使用 B 的 $.get() 请求 B 自己的服务器，对 B 来说这不是跨域请求。',
      '两个页面都带有响应头 Origin-Agent-Cluster: ?0，请求与同站页面共用一个 agent cluster。C 和 D 是没有这个响应头的同样一对页面。',
    ],
  },
  advantages: {
    en: [
      'The whole other document is accessible: its DOM, its functions, its requests.',
      'Two lines of code. No server was involved until the header became necessary.',
    ],
    'zh-CN': [
      '解决了主域相同的跨域访问：对方的 DOM、函数、请求都可以使用。',
      '只需两行代码；在需要响应头之前，不需要服务器配合。',
    ],
  },
  limits: {
    en: [
      'Only for hosts with a common parent domain, and only with one scheme.',
      'A vulnerability in one such subdomain affects all: each can access the others.',
      'Every frame must set the same value, even if its host already is that value.',
      'Setting it removes the port from the comparison: other ports of the host that also set it get access.',
      'Cookies, storage and fetch() still use the real origin.',
    ],
    'zh-CN': [
      '只支持主域相同的页面，协议也必须一致。',
      '一个站点受到攻击后，另一个站点会因此出现安全漏洞。',
      '若一个页面中引入多个 iframe，想要操作所有的 iframe 则需要设置相同的 domain，即使某个页面的域名本来就是这个值。',
      '设置之后端口被忽略：同一主机其他端口上也这样设置的页面同样可以访问。',
      'Cookie、存储和 fetch() 仍按真正的源判断。',
    ],
  },
  today: {
    en: [
      'Chrome gives every origin of a secure context an agent cluster of its own, since version 115. There the assignment has no effect and does not throw; only the console mentions it, and access to the frame throws a SecurityError: run C.',
      'With Origin-Agent-Cluster: ?0 on both documents it works. The first document of an origin decides for the whole group of tabs and frames: after one page without the header, the header is ignored.',
      'In Firefox, C still gets access without the header.',
      'It is deprecated in the HTML standard. postMessage works between any two origins, and exposes only what it sends.',
      'The original used jQuery from another server; B’s $ here has only the lines that are needed.',
    ],
    'zh-CN': [
      'Chrome 从 115 版起，安全上下文中的每个源都有自己的 agent cluster。这时赋值不起作用也不抛异常，只有控制台会提示，访问 iframe 会抛出 SecurityError：运行 C 即可看到。',
      '两个页面都带有 Origin-Agent-Cluster: ?0 时仍然有效。一个源的第一个文档决定整组标签页和 iframe：只要有一个页面没有这个响应头，之后的就会被忽略。',
      'Firefox 中，没有这个响应头 C 也能访问。',
      'HTML 标准已弃用此特性。postMessage 可以在任意两个源之间通信，并且只开放它所传递的内容。',
      '原文使用外部服务器上的 jQuery；这里 B 的 $ 只实现了用到的几行。',
    ],
  },
  documents: [
    {
      file: 'a.html',
      on: 'shared',
      opened: { en: 'With Origin-Agent-Cluster: ?0', 'zh-CN': '带有 Origin-Agent-Cluster: ?0' },
      header: 'Origin-Agent-Cluster: ?0',
      code: { en: a(), 'zh-CN': a() },
      prints: ['{"name":"liam"}'],
    },
    {
      file: 'b.html',
      on: 'sharedApi',
      header: 'Origin-Agent-Cluster: ?0',
      code: {
        en: child('B', 'd.localhost', 'The part of jQuery that is used'),
        'zh-CN': child('B', 'd.localhost', '用到的 jQuery 方法'),
      },
      prints: [],
    },
    {
      file: 'c.html',
      on: 'page',
      opened: { en: 'Without the header', 'zh-CN': '没有这个响应头' },
      code: { en: c(), 'zh-CN': c() },
      prints: ['www.a.localhost SecurityError'],
      printsInFirefox: ['a.localhost {"name":"liam"}'],
    },
    {
      file: 'd.html',
      on: 'sameSite',
      code: {
        en: child('D', 'a.localhost', 'The part of jQuery that is used'),
        'zh-CN': child('D', 'a.localhost', '用到的 jQuery 方法'),
      },
      prints: [],
    },
  ],
  servers: [{ file: 'data.ts', on: 'sharedApi', path: '/technique/document-domain/crossDomain2' }],
};

function a(): string {
  return `<div>A页面</div>
<script>
  try {
    document.domain = 'd.localhost'
  } catch (e) {}

  function iframeLoad () {
    var jq = document.getElementById('iframe').contentWindow.$
    jq.get('{sharedApi}/technique/document-domain/crossDomain2', function (data) {
      console.log(data)
    })
  }
</script>
<iframe id="iframe" src="{sharedApi}/technique/document-domain/b.html" onload="iframeLoad()"></iframe>`;
}

function c(): string {
  return `<div>C页面</div>
<script>
  document.domain = 'a.localhost'

  function iframeLoad () {
    try {
      var jq = document.getElementById('iframe').contentWindow.$
      jq.get('{sameSite}/technique/document-domain/crossDomain2', function (data) {
        console.log(document.domain, data)
      })
    } catch (e) {
      console.log(document.domain, e.name)
    }
  }
</script>
<iframe id="iframe" src="{sameSite}/technique/document-domain/d.html" onload="iframeLoad()"></iframe>`;
}

function child(name: string, domain: string, library: string): string {
  return `<div>${name}页面</div>
<script>
  document.domain = '${domain}'

  // ${library}
  var $ = {
    get: function (url, success) {
      var xhr = new XMLHttpRequest()
      xhr.open('GET', url)
      xhr.onload = function () {
        success(JSON.parse(xhr.responseText))
      }
      xhr.send()
    }
  }
</script>`;
}
