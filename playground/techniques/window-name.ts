import type { Technique } from '../technique';

/** A name that outlives the document that wrote it. */
export const windowName: Technique = {
  id: 'window-name',
  section: 5,
  title: { en: 'window.name and an iframe', 'zh-CN': 'window.name + iframe 跨域' },
  lead: {
    en: 'A window keeps its name when it loads another document, even from another origin: the next document can read what the previous one wrote.',
    'zh-CN':
      'window.name 在加载不同页面（甚至不同域名）之后依然存在：前一个页面写入的值，后一个页面可以读到。',
  },
  steps: {
    en: [
      'A (www.a.localhost) creates an iframe and loads B from another origin (api.b.localhost) in it.',
      'B writes its data to window.name.',
      'At the first load event, A navigates the same frame to about:blank, which has A’s origin.',
      'At the second load event, A can read the frame’s name: the data from B. Then it removes the frame.',
    ],
    'zh-CN': [
      'A（www.a.localhost）创建一个 iframe，加载另一个源的 B（api.b.localhost）。',
      'B 把数据写入 window.name。',
      '第一次 load 事件之后，A 把同一个 iframe 切换到 about:blank，它与 A 同源。',
      '第二次 load 事件之后，A 就能读取该 iframe 的 name，也就是 B 的数据，然后销毁 iframe。',
    ],
  },
  advantages: {
    en: ['Works between unrelated hosts.', 'A name can be long: about 2 MB.', 'Works in very old browsers.'],
    'zh-CN': ['可以从域名完全不同的页面获取数据。', 'name 可以很长，约 2 MB。', '很老的浏览器也支持。'],
  },
  limits: {
    en: [
      'Text only, and only to A: like a GET.',
      'Each transfer loads two documents.',
      'The next document in the frame can read the name, on any origin: one navigation too many leaks the data.',
      'B must allow framing.',
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
      'When a whole tab navigates to another origin, Firefox clears its name, as the standard requires. Chrome keeps it: there the next page can read the previous page’s value.',
      'Here B stays for a second so that you can watch; in the original text it was gone at once.',
      'It is obsolete: postMessage carries objects in both directions and names its receiver.',
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
          loads: 'Loads the cross-origin page',
          second: 'The 2nd onload, of the same-origin document: its window.name is readable',
          first: 'The 1st onload, of the cross-origin document: navigate to a same-origin one',
          blank: 'or any same-origin page',
          ends: 'Removes the iframe after reading its data: that frees memory, and no other origin can read the data',
          asks: 'Requests the data of cross-origin b.html',
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
