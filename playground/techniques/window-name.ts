import type { Technique } from '../technique';

/** A name that outlives the document that wrote it. */
export const windowName: Technique = {
  id: 'window-name',
  section: 5,
  title: { en: 'window.name and an iframe', 'zh-CN': 'window.name + iframe 跨域' },
  lead: {
    en: 'A window’s name stays when its document gives way to another, even of another origin: what one writes there, the next one reads.',
    'zh-CN':
      'window.name 在加载不同页面（甚至不同域名）之后依然存在：前一个页面写入的值，后一个页面可以读到。',
  },
  steps: {
    en: [
      'A (www.a.localhost) makes an iframe and loads B of another origin (api.b.localhost) in it.',
      'B writes its data to window.name.',
      'At the first load event A sends the same frame on to about:blank, which has A’s origin.',
      'At the second load event A may read the frame’s name: the data of B. Then it removes the frame.',
    ],
    'zh-CN': [
      'A（www.a.localhost）创建一个 iframe，加载另一个源的 B（api.b.localhost）。',
      'B 把数据写入 window.name。',
      '第一次 load 事件之后，A 把同一个 iframe 切换到 about:blank，它与 A 同源。',
      '第二次 load 事件之后，A 就能读取该 iframe 的 name，也就是 B 的数据，然后销毁 iframe。',
    ],
  },
  advantages: {
    en: [
      'Works between hosts that have nothing in common.',
      'A name may be long: about 2 MB.',
      'Works in very old browsers.',
    ],
    'zh-CN': ['可以从域名完全不同的页面获取数据。', 'name 可以很长，约 2 MB。', '很老的浏览器也支持。'],
  },
  limits: {
    en: [
      'Text only, and only towards A: like a GET.',
      'Each transfer loads two documents.',
      'Whatever document is loaded in the frame next reads the name, whoever it belongs to: a navigation too many, and the data are leaked.',
      'B must let itself be framed.',
    ],
    'zh-CN': [
      '只能传文本，并且只能传给 A：相当于 GET 请求。',
      '每次传递都要加载两个文档。',
      '接下来在该 iframe 中加载的任何文档都能读到 name：多一次跳转，数据就会泄露。',
      'B 必须允许被嵌入。',
    ],
  },
  today: {
    en: [
      'In an iframe it still works in Chrome and Firefox.',
      'When a whole tab goes to another origin, Firefox empties its name, as the standard asks. Chrome keeps it: there the next page reads what the last one left.',
      'B stays for a second here, only for you to see it; in the original text it was gone at once.',
      'Nothing needs it any more: postMessage carries objects, both ways, and names its receiver.',
    ],
    'zh-CN': [
      '在 iframe 中，Chrome 和 Firefox 仍然支持。',
      '整个标签页跳转到另一个源时，Firefox 按标准清空 name；Chrome 仍会保留，下一个页面能读到上一个页面留下的内容。',
      '这里 B 会停留一秒，只是为了让你看清；原文中它立即消失。',
      '现在已没有必要使用：postMessage 可以双向传递对象，还能指定接收方。',
    ],
  },
  documents: [
    {
      file: 'a.html',
      on: 'page',
      code: {
        en: a({
          loads: 'Loads the page of another origin',
          second: 'The 2nd onload, of the document of our own origin: its window.name may be read',
          first: 'The 1st onload, of the other origin’s document: on to one of our own origin',
          blank: 'or some page of our own origin',
          ends: 'Removes the iframe once it has given its data: that frees memory, and no other origin’s frame reads them',
          asks: 'Asks for the data of b.html, of another origin',
        }),
        'zh-CN': a({
          loads: '加载跨域页面',
          second: '第2次onload(同域proxy页)成功后，读取同域window.name中数据',
          first: '第1次onload(跨域页)成功后，切换到同域代理页面',
          blank: '或者将里面的 about:blank 替换成某个同源页面',
          ends: '获取数据以后销毁这个iframe，释放内存；这也保证了安全（不被其他域frame js访问）',
          asks: '请求跨域b页面数据',
        }),
      },
      prints: ['这是B页面数据内容'],
    },
    { file: 'b.html', on: 'api', code: { en: b(), 'zh-CN': b() }, prints: [] },
  ],
};

type Comments = Readonly<Record<'loads' | 'second' | 'first' | 'blank' | 'ends' | 'asks', string>>;

function a(say: Comments): string {
  return `<div>A页面</div>
<script>
  var proxy = function(url, callback) {
    var state = 0
    var iframe = document.createElement('iframe')
    // ${say.loads}
    iframe.src = url
    iframe.onload = function() {
      if (state === 1) {
        // ${say.second}
        callback(iframe.contentWindow.name)
        destroyFrame()

      } else if (state === 0) {
        // ${say.first}
        setTimeout(function() {
          iframe.src = 'about:blank' // ${say.blank}
        }, 1000)
        state = 1
      }
    }
    document.body.appendChild(iframe)

    // ${say.ends}
    function destroyFrame() {
      iframe.contentWindow.document.write('')
      iframe.contentWindow.close()
      document.body.removeChild(iframe)
    }
  }

  // ${say.asks}
  proxy('{api}/technique/window-name/b.html', function(data){
    console.log(data)
  })
</script>`;
}

function b(): string {
  return `<div>B页面</div>
<script>
  window.name = '这是B页面数据内容'
</script>`;
}
