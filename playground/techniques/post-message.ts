import type { Technique } from '../technique';

/** The API that is made for it. */
export const postMessage: Technique = {
  id: 'post-message',
  section: 6,
  title: { en: 'postMessage', 'zh-CN': 'postMessage 跨域' },
  lead: {
    en: 'Cross-document messaging: a script with a reference to another window can post messages to it, regardless of their origins. The sender names the target origin; the receiver learns the sender’s origin.',
    'zh-CN':
      '跨文档通信 API：只要持有另一个窗口的引用，不论是否同源，都可以向它发送消息。发送方指定目标源，接收方得知消息来自哪个源。',
  },
  steps: {
    en: [
      'A (www.a.localhost) embeds B from another origin (api.b.localhost).',
      'A posts an object to B’s window, for B’s origin only: otherWindow.postMessage(message, targetOrigin). It is copied by the structured clone algorithm.',
      'B’s message listener gets it as event.data, changes the name, and posts the result back as text, for A’s origin only.',
      'A’s message listener prints it.',
    ],
    'zh-CN': [
      'A（www.a.localhost）嵌入另一个源的 B（api.b.localhost）。',
      'A 向 B 的窗口发送一个对象，并指定只有 B 的源能收到：otherWindow.postMessage(message, targetOrigin)。对象由结构化克隆算法复制。',
      'B 的 message 监听器从 event.data 得到它，修改 name，再以文本形式发回，只有 A 的源能收到。',
      'A 的 message 监听器将其打印出来。',
    ],
  },
  advantages: {
    en: [
      'Carries objects, files and ports, both ways, of any size.',
      'Both origins are known: the sender names the receiver’s, the browser the sender’s.',
      'Works in every browser in use, between frames, tabs and their openers.',
    ],
    'zh-CN': [
      '可以双向传递对象、文件和端口，大小不限。',
      '双方都有源的信息：发送方指定接收方的源，浏览器标明发送方的源。',
      '所有现役浏览器都支持，可用于 iframe、标签页及其 opener 之间。',
    ],
  },
  limits: {
    en: [
      'Both documents need code for it, and one must have a reference to the other’s window.',
      'A listener receives messages from every window that has a reference to it. If it reads event.data without checking event.origin, any site can control it.',
      'With targetOrigin "*" the message reaches any document that is in that window by then.',
      'If targetOrigin does not match, the message is dropped; only the console mentions it.',
    ],
    'zh-CN': [
      '两个文档都要有相应代码，并且其中一方要持有另一方的窗口引用。',
      '监听器会收到任何能引用该窗口的页面发来的消息。只读 event.data 而不检查 event.origin，就等于听从任何人。',
      'targetOrigin 为 "*" 时，届时窗口中是什么文档，就由什么文档收到。',
      'targetOrigin 不匹配时消息会被丢弃，只有控制台会提示。',
    ],
  },
  today: {
    en: [
      'Still the best way. The code below is the original’s, and its two listeners have the flaw described above: they check no origin. Each lacks one line; in A: if (e.origin !== targetOrigin) return',
      'window.frames[0] relies on the order of frames; iframe.contentWindow is explicit.',
      'The original printed its own hosts, test.huoyuhao.net and node.huoyuhao.net; they stand for www.a.localhost and api.b.localhost here.',
    ],
    'zh-CN': [
      '仍是首选方案。下面是原文的代码，它的两个监听器正有上面所说的问题：没有检查来源。各缺一行，在 A 中是：if (e.origin !== targetOrigin) return',
      'window.frames[0] 依赖于“它是第一个 iframe”；iframe.contentWindow 能明确指出是哪一个。',
      '原文打印的是它自己的域名 test.huoyuhao.net 和 node.huoyuhao.net，在这里对应 www.a.localhost 和 api.b.localhost。',
    ],
  },
  documents: [
    {
      file: 'a.html',
      on: 'page',
      code: {
        en: a('Sends b.html a message', 'Receives what b.html sends'),
        'zh-CN': a('向 b.html 发送消息', '接收 b.html 发送的数据'),
      },
      prints: ['data from node.huoyuhao.net {"name":"huoyuhao","time":"2020.06.02"}'],
    },
    {
      file: 'b.html',
      on: 'api',
      code: {
        en: b('Receives what a.html sends', 'Changes it, and sends it back'),
        'zh-CN': b('接收 a.html 发送的数据', '处理后再发回 a.html'),
      },
      prints: ['data from test.huoyuhao.net ---> {"name":"liam","time":"2020.06.02"}'],
    },
  ],
};

function a(sends: string, receives: string): string {
  return `<div>A页面</div>
<iframe src="{api}/technique/post-message/b.html"></iframe>
<script>
  window.onload = function() {
    var targetOrigin = '{api}'
    var data = {
      name: 'liam',
      time: '2020.06.02'
    }
    // ${sends}
    window.frames[0].postMessage(data, targetOrigin)

    // ${receives}
    window.addEventListener('message', function(e) {
      console.log('data from node.huoyuhao.net', e.data)
    })
  }
</script>`;
}

function b(receives: string, answers: string): string {
  return `<div>B页面</div>
<script>
  // ${receives}
  window.addEventListener('message', function(e) {
    console.log('data from test.huoyuhao.net ---> ' + JSON.stringify(e.data))
    var data = e.data
    if (data) {
      data.name = 'huoyuhao'
      // ${answers}
      window.parent.postMessage(JSON.stringify(data), '{page}')
    }
  }, false)
</script>`;
}
