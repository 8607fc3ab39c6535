import type { Technique } from '../technique';

/** A → B → C: fragments carry a value to another origin and back. */
export const locationHash: Technique = {
  id: 'location-hash',
  section: 4,
  title: { en: 'location.hash and an iframe', 'zh-CN': 'location.hash + iframe 跨域' },
  lead: {
    en: 'A page can set the fragment of a frame of any origin, and a document sees its own fragment change: that carries a value one way. A third document, on the first one’s origin, carries the result back.',
    'zh-CN':
      '页面可以修改任意源的 iframe 的 URL 片段（hash），而文档能察觉自己的 hash 变化：这样就能单向传值。再借助与第一个页面同源的第三个页面，把结果传回。',
  },
  steps: {
    en: [
      'A (www.a.localhost) embeds B from another origin (api.b.localhost), and B embeds C, which has A’s origin.',
      'A sets the fragment of B’s frame to #name=liam. Only the fragment changes, so no request is sent.',
      'B gets a hashchange event, and sets the fragment of C’s frame to its own.',
      'C gets a hashchange event. It has the same origin as A, so it can call a function of A: window.parent.parent.onCallback().',
    ],
    'zh-CN': [
      'A（www.a.localhost）嵌入另一个源的 B（api.b.localhost），B 再嵌入与 A 同源的 C。',
      'A 把 B 所在 iframe 的 hash 改为 #name=liam。只有 hash 变化，不会发出请求。',
      'B 监听到 hashchange，把自己的 hash 传给 C 所在的 iframe。',
      'C 监听到 hashchange。C 与 A 同源，可以直接调用 A 的函数：window.parent.parent.onCallback()。',
    ],
  },
  advantages: {
    en: ['Works between unrelated hosts.', 'Works in both directions.', 'Needs no support from the server.'],
    'zh-CN': ['可以解决域名完全不同的跨域通信。', '可以实现双向通信。', '不需要服务器配合。'],
  },
  limits: {
    en: [
      'Text only, limited by the length of a URL.',
      'The data is in a URL: other scripts of that document can read it, and it can end up in logs and bookmarks.',
      'Without hashchange, B and C have to poll their fragment.',
      'A fragment change can add a history entry: Back then undoes the message instead of leaving the page.',
      'B and C see only changes after they have loaded, and two equal values in a row count as one.',
    ],
    'zh-CN': [
      '只能传文本，长度受 URL 大小限制。',
      '数据直接暴露在 URL 中：该文档的其他脚本都能读到，还可能进入日志和书签。',
      '若浏览器不支持 hashchange 事件，B 和 C 只能轮询自己的 hash。',
      'hash 变化可能产生历史记录：点“后退”撤销的是消息，而不是离开页面。',
      'B 和 C 只能察觉加载完成之后的变化；连续两次相同的值只算一次。',
    ],
  },
  today: {
    en: [
      'It still works in Chrome and Firefox. postMessage is simpler, and names the sender.',
      'B and C must allow framing: X-Frame-Options or frame-ancestors on either stops the relay.',
      'Here A waits until B and C have loaded; the delay of one second is only there so that you can watch.',
      'The frames of the original text were hidden, on test.huoyuhao.net and node.huoyuhao.net.',
    ],
    'zh-CN': [
      '在 Chrome 和 Firefox 中仍然有效。postMessage 更简单，并且能说明发送者是谁。',
      'B 必须允许被嵌入：B 或 C 上的 X-Frame-Options 或 frame-ancestors 会中断传递。',
      '这里 A 会等 B 和 C 加载完成；一秒的延迟只是为了让你看清过程。',
      '原文中的 iframe 是隐藏的，域名是 test.huoyuhao.net 和 node.huoyuhao.net。',
    ],
  },
  documents: [
    {
      file: 'a.html',
      on: 'page',
      code: {
        en: a('Passes the hash to b.html', 'The callback, for c.html of the same origin'),
        'zh-CN': a('向b.html传hash值', '开放给同域c.html的回调方法'),
      },
      prints: ['A回调函数：hello: liam'],
    },
    {
      file: 'b.html',
      on: 'api',
      code: {
        en: b('Receives the hash from a.html, and passes it to c.html'),
        'zh-CN': b('监听a.html传来的hash值，再传给c.html'),
      },
      prints: ['B页面Hash值：#name=liam'],
    },
    {
      file: 'c.html',
      on: 'page',
      code: {
        en: c(
          'Receives the hash from b.html',
          'Returns the result by calling a function of same-origin a.html',
        ),
        'zh-CN': c('监听b.html传来的hash值', '再通过操作同域a.html的js回调，将结果传回'),
      },
      prints: ['C页面Hash值：#name=liam'],
    },
  ],
};

function a(sends: string, offers: string): string {
  return `<div>A页面</div>
<iframe id="iframe" src="{api}/technique/location-hash/b.html"></iframe>
<script>
  var iframe = document.getElementById('iframe')
  // ${sends}
  window.onload = function() {
    setTimeout(function() {
      iframe.src = iframe.src + '#name=liam'
    }, 1000)
  }
  // ${offers}
  function onCallback(res) {
    console.log('A回调函数：' + res)
  }
</script>`;
}

function b(hears: string): string {
  return `<div>B页面</div>
<iframe id="iframe" src="{page}/technique/location-hash/c.html"></iframe>
<script>
  var iframe = document.getElementById('iframe')
  // ${hears}
  window.onhashchange = function () {
    console.log('B页面Hash值：' + location.hash)
    iframe.src = iframe.src + location.hash
  }
</script>`;
}

function c(hears: string, answers: string): string {
  return `<div>C页面</div>
<script>
  // ${hears}
  window.onhashchange = function () {
    // ${answers}
    console.log('C页面Hash值：' + location.hash)
    window.parent.parent.onCallback('hello: ' + location.hash.replace('#name=', ''))
  }
</script>`;
}
