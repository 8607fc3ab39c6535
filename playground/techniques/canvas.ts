import type { Technique } from '../technique';

const beforeTheTrap = [
  'no crossorigin: SecurityError',
  'crossorigin, allowed: 43,108,176,255',
  'crossorigin, not allowed: error',
  'shown: SecurityError',
];
const afterTheTrap = ['shown, Vary: SecurityError', 'cached, Vary, crossorigin: 43,108,176,255'];

/** A picture of another origin may be drawn; whether the drawing may be read is for CORS to say. */
export const canvas: Technique = {
  id: 'canvas',
  section: null,
  title: { en: 'Canvas and pictures', 'zh-CN': 'canvas 图片跨域' },
  lead: {
    en: 'A page may show and draw pictures of any origin. But a canvas on which one was drawn without CORS is tainted: getImageData(), toDataURL() and toBlob() throw.',
    'zh-CN':
      '页面可以显示和绘制任意源的图片。但只要绘制了未经 CORS 允许的图片，画布就会被“污染”：getImageData()、toDataURL() 和 toBlob() 都会抛出异常。',
  },
  steps: {
    en: [
      'Without crossorigin the picture of another origin (api.b.localhost) is asked for in no-cors mode. It is drawn, and getImageData() is a SecurityError, even though its server would allow everyone.',
      'With crossorigin="anonymous" it is asked for with CORS. The server allows it, and the pixels may be read.',
      'With crossorigin and a server that does not allow it, the picture does not load at all: attribute and header go together.',
      'The trap: the picture was shown somewhere without crossorigin, and is in the cache as it was answered then, without Access-Control-Allow-Origin. Chrome takes it from there, and the CORS check fails although the server would allow it.',
      'Vary: Origin tells the cache that the answer depends on the asker: it is asked for again, and may be read.',
    ],
    'zh-CN': [
      '没有 crossorigin 属性时，另一个源（api.b.localhost）的图片以 no-cors 模式请求。图片能画出来，但 getImageData() 抛出 SecurityError，即使服务器本来允许所有人读取。',
      '加上 crossorigin="anonymous"，就用 CORS 请求。服务器允许，像素就可以读取。',
      '有 crossorigin 而服务器不允许时，图片根本不会加载：属性和响应头缺一不可。',
      '缓存陷阱：图片在别处曾以没有 crossorigin 的方式显示过，缓存中是当时的响应，没有 Access-Control-Allow-Origin。Chrome 直接使用缓存，CORS 检查失败，虽然服务器本来会允许。',
      'Vary: Origin 告诉缓存响应取决于请求者：浏览器会重新请求，像素可以读取。',
    ],
  },
  advantages: {
    en: [
      'Showing and drawing need nobody’s leave.',
      'One attribute and one header, and the pixels are open: for filters, uploads, WebGL textures.',
    ],
    'zh-CN': [
      '显示和绘制不需要任何允许。',
      '一个属性加一个响应头，就能读取像素：用于滤镜、上传、WebGL 纹理。',
    ],
  },
  limits: {
    en: [
      'Needs a server that agrees, and every use of the picture to agree on crossorigin, or Vary: Origin.',
      'A canvas does not lose its taint: one picture, and the whole canvas cannot be read any more.',
      'A WebGL texture takes no picture without CORS at all.',
      'With crossorigin="anonymous" no cookies go along: a picture behind a login needs "use-credentials", and a server that names the origin.',
    ],
    'zh-CN': [
      '需要服务器支持，并且同一图片的每处使用都要一致地加 crossorigin，或者返回 Vary: Origin。',
      '画布被污染后无法恢复：只要画过一张这样的图片，整个画布都不能再读取。',
      'WebGL 纹理根本不接受未经 CORS 允许的图片。',
      'crossorigin="anonymous" 不携带 Cookie：需要登录才能访问的图片要用 "use-credentials"，并且服务器必须指明具体的源。',
    ],
  },
  today: {
    en: [
      'Firefox asks again in the fourth case, and is not caught. Chrome is.',
      'crossorigin must be set before src: afterwards the request is already on its way.',
      'The same holds for video frames and for createImageBitmap(), OffscreenCanvas and captureStream().',
      'The classic text refers to an article on it and has no code of its own; this is ours.',
    ],
    'zh-CN': [
      '第四种情况下，Firefox 会重新请求，不会落入陷阱；Chrome 会。',
      'crossorigin 必须在 src 之前设置，否则请求已经发出。',
      '视频帧以及 createImageBitmap()、OffscreenCanvas、captureStream() 也是如此。',
      '原文只引用了一篇相关文章，没有代码；这里的代码是我们自己的。',
    ],
  },
  documents: [
    {
      file: 'a.html',
      on: 'page',
      code: {
        en: a('The mode must be set before the URL', 'No cache has it yet'),
        'zh-CN': a('必须在 src 之前设置', '避免使用之前运行时的缓存'),
      },
      prints: [...beforeTheTrap, 'cached, crossorigin: error', ...afterTheTrap],
      printsInFirefox: [...beforeTheTrap, 'cached, crossorigin: 43,108,176,255', ...afterTheTrap],
    },
  ],
  servers: [{ file: 'canvas.ts', on: 'api', path: '/technique/canvas/picture.svg' }],
};

function a(before: string, fresh: string): string {
  return `<div>A页面</div>
<p id="drawn"></p>
<script>
  function draw(name, url, crossOrigin) {
    return new Promise(function (resolve) {
      var image = new Image()
      // ${before}
      if (crossOrigin) image.crossOrigin = crossOrigin
      image.onload = function () {
        var canvas = document.createElement('canvas')
        canvas.width = 160
        canvas.height = 90
        document.getElementById('drawn').append(canvas)
        var context = canvas.getContext('2d')
        context.drawImage(image, 0, 0)
        try {
          console.log(name + ': ' + context.getImageData(0, 0, 1, 1).data.join())
        } catch (error) {
          console.log(name + ': ' + error.name)
        }
        resolve()
      }
      image.onerror = function () {
        console.log(name + ': error')
        resolve()
      }
      image.src = url
    })
  }

  (async function () {
    // ${fresh}
    var url = '{api}/technique/canvas/picture.svg?run=' + Date.now() + '&policy='
    await draw('no crossorigin', url + 'allow')
    await draw('crossorigin, allowed', url + 'allow', 'anonymous')
    await draw('crossorigin, not allowed', url + 'none', 'anonymous')
    await draw('shown', url + 'cached')
    await draw('cached, crossorigin', url + 'cached', 'anonymous')
    await draw('shown, Vary', url + 'vary')
    await draw('cached, Vary, crossorigin', url + 'vary', 'anonymous')
  })()
</script>`;
}
