import type { Technique } from '../technique';

const beforeTheTrap = [
  'no crossorigin: SecurityError',
  'crossorigin, allowed: 43,108,176,255',
  'crossorigin, not allowed: error',
  'shown: SecurityError',
];
const afterTheTrap = ['shown, Vary: SecurityError', 'cached, Vary, crossorigin: 43,108,176,255'];

/** Images from another origin can be drawn; whether the drawing is readable depends on CORS. */
export const canvas: Technique = {
  id: 'canvas',
  section: null,
  title: { en: 'Canvas and pictures', 'zh-CN': 'canvas 图片跨域' },
  lead: {
    en: 'A page can show and draw images from any origin. But drawing one without CORS taints the canvas: getImageData(), toDataURL() and toBlob() throw.',
    'zh-CN':
      '页面可以显示和绘制任意源的图片。但只要绘制了未经 CORS 允许的图片，画布就会被“污染”：getImageData()、toDataURL() 和 toBlob() 都会抛出异常。',
  },
  steps: {
    en: [
      'Without crossorigin, the image from another origin (api.b.localhost) is requested in no-cors mode. It is drawn, but getImageData() throws a SecurityError, although its server would allow every origin.',
      'With crossorigin="anonymous", it is requested with CORS. The server allows it, so the pixels are readable.',
      'With crossorigin and a server that does not allow it, the image does not load at all: the attribute needs the header.',
      'The cache trap: the image was shown earlier without crossorigin, so the cached response has no Access-Control-Allow-Origin. Chrome uses the cached response, and the CORS check fails although the server would allow it.',
      'Vary: Origin tells the cache that the response depends on the origin: the browser requests it again, and the pixels are readable.',
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
      'Showing and drawing need no permission.',
      'One attribute and one header make the pixels readable: for filters, uploads, WebGL textures.',
    ],
    'zh-CN': [
      '显示和绘制不需要任何允许。',
      '一个属性加一个响应头，就能读取像素：用于滤镜、上传、WebGL 纹理。',
    ],
  },
  limits: {
    en: [
      'Needs a server that allows it, and either crossorigin on every use of the image or Vary: Origin.',
      'A canvas stays tainted: after one such image, none of it is readable.',
      'A WebGL texture does not accept an image without CORS.',
      'crossorigin="anonymous" sends no cookies: an image behind a login needs "use-credentials", and a server that names the origin.',
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
      'In the fourth case Firefox requests the image again and avoids the trap. Chrome does not.',
      'Set crossorigin before src: after that the request is already on its way.',
      'The same applies to video frames, createImageBitmap(), OffscreenCanvas and captureStream().',
      'The classic text only refers to an article about it; this code is our own.',
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
