import type { stacks as en } from '../en/stacks';
import type { Translation } from '../shapes';

/** 配置中的注释，以及周围的文字。 */
export const stacks: Translation<typeof en> = {
  comments: {
    replaces: '用它取代此服务器及其后端中所有设置 Access-Control 响应头的地方：响应头发送两次也会失败。',
    restart: '然后重启服务器。',
    run: (command) => `然后运行：${command}`,
    origins: '可以调用此服务器的页面的源。',
    anyOrigin: '任何源的页面都可以调用此服务器，但不带凭据。',
    others: '其他源得不到 CORS 响应头，因此它们的页面读不到响应。',
    vary: '响应取决于源，因此缓存必须为每个源各存一份。',
    credentials: '页面可以发送 Cookie 和其他凭据。',
    exposed: '除了始终可读的几个之外，脚本可以读取的响应头。',
    preflight: '预检请求从不带凭据，因此在鉴权之前就在这里返回。',
    methods: '除 GET、HEAD 和 POST 之外，页面可以使用的方法。',
    requestHeaders: '页面可以设置的请求头。',
    noRequestHeaders: '除无需许可的请求头之外，页面不能设置任何请求头。',
    maxAge: '浏览器可以重复使用预检响应的秒数。',
    errors: '错误响应也有这些响应头，页面才能读到出了什么错。',
    behind: '此代理后面的应用自己发送的这些响应头会被删除：',
  },
  places: {
    express: '放在 `const app = express()` 之后，鉴权和路由之前。',
    fastify: '放在 `const app = Fastify()` 之后，其他插件、钩子和路由之前。',
    nest: '放在 main.ts 中 `NestFactory.create()` 之后。',
    koa: '放在 `const app = new Koa()` 之后，所有其他中间件之前。',
    hono: '放在 `const app = new Hono()` 之后，鉴权和路由之前。',
    next: '保存为 app 文件夹旁边的 proxy.js。它涵盖 /api 下的所有路由；Next.js 16 之前的版本把文件叫做 middleware.js，函数叫做 middleware。',
    node: '放在服务器之前，并包装它的监听函数：`createServer(withCors(listener))`。',
    nginx:
      '放在 server 块中，所有 location 之外。如果某个 location 自己有 add_header 或 proxy_hide_header，它不会继承这些行，请在其中重复一遍。',
    apache: '放在 VirtualHost 中，所有 Directory 和 Location 之外。',
    caddy: '放在 `route { … }` 块的开头，站点的其他指令都放进这个块：route 保持书写顺序，因此鉴权在它之后。',
    haproxy: '放在 frontend 的开头，所有其他 http-request 规则之前。',
    lighttpd:
      '放在配置的末尾，所有 auth.require、proxy.server 和 fastcgi.server 设置之后。请从第一行删除已经加载的模块。mod_auth 自己的 401 无法带上这些响应头：请让应用做鉴权。',
    varnish: '放在后端定义之后，所有其他子程序之前。',
    flask: '放在 `app = Flask(__name__)` 之后，所有其他带 @app.before_request 的函数之前。',
    django: '放在 settings.py 的末尾。需要 django-cors-headers 包。',
    fastapi: '放在 main.py 的末尾，其他所有内容之后：它包装整个应用。',
    php: '保存为 cors.php，并让每个脚本首先执行它：`require __DIR__ . "/cors.php";`',
    aiohttp: '放在 `app = web.Application()` 之后。',
    rack: '放在 config.ru 的开头。在 Rails 中放进 config/initializers/cors.rb，并用 `Rails.application.config.middleware.insert_before 0, Rack::Cors do` 代替 `use`。',
    spring: '在 Spring 扫描的包中保存为单独的文件，然后删除所有 @CrossOrigin 和 addCorsMappings。',
    tomcat:
      '放在 WEB-INF/web.xml 中，所有其他过滤器之前。如果由 Tomcat 自己做鉴权，给它的验证阀门加上 allowCorsPreflight="filter"。',
    go: '放在 main() 之前，并包装处理函数：`http.ListenAndServe(address, withCors(mux))`。',
    hapi: '紧接在 `const server = Hapi.server(…)` 之后，在鉴权和路由之前。删除服务器和路由的 cors 选项。',
    nitro: '保存为 server/middleware/cors.js。文件名要使它排在该文件夹的第一个，在鉴权之前。',
    vitePreview:
      '放进 vite.config.js 的 defineConfig()。它只用于 `vite preview`；用其他服务器提供构建结果时，要另外设置。',
    traefik:
      '放进动态配置，并把 cors-policy@file 设为路由器的第一个中间件。后面的服务器自己发送的响应头会保留：请在那里删除。',
    envoy:
      '把第一部分放在所有其他 http_filters 之前，使鉴权在它之后；把这一部分放进虚拟主机。后面的服务器自己发送的响应头会保留：请在那里删除。',
    ingressNginx:
      '放进该服务器的 Ingress。后面的服务器自己发送的响应头也会发出，而重复发送的响应头会失败：请在那里删除。',
    gin: '紧接在 `router := gin.New()` 或 `gin.Default()` 之后，在鉴权和路由之前。其他源的请求会得到 403。',
    laravel: '保存为 config/cors.php。中间件 HandleCors 必须是应用的第一个，默认就是这样。',
    aspnet: '放在 UseAuthentication()、UseAuthorization() 和路由之前。',
    iis: '放进 web.config 的 <system.webServer>。需要 IIS CORS 模块；删除设置此类响应头的 <customHeaders>。',
    apiGateway: '放进 AWS::Serverless::HttpApi 的 Properties。API Gateway 自己应答预检，在所有授权器之前。',
    cloudfront:
      '放进 Resources，并把它的 id 作为 ResponseHeadersPolicyId 写进缓存行为。CloudFront 不应答预检：让该行为把 OPTIONS 传给源站，由源站返回 204。',
    s3: '保存为 cors.json，然后运行：aws s3api put-bucket-cors --bucket BUCKET --cors-configuration "{\\"CORSRules\\": $(cat cors.json)}"。在控制台里，粘贴到“权限”的 CORS 中。',
    cloudflareWorkers:
      '放在处理函数之上，并包装它：`export default { fetch: withCors(async (request, env) => …) }`。',
    firebase:
      '放在函数之上，并逐个包装：`export const api = onRequest(withCors(async (request, response) => …))`。删除 onRequest 的 cors 选项。',
    gcs: '保存为 cors.json，然后运行：gcloud storage buckets update gs://BUCKET --cors-file=cors.json',
    azureAppService: '设置好 GROUP 和 APP 之后，在终端里运行。之后由平台自己应答预检：请从应用里删除 CORS。',
    azureStorage: '设置好 ACCOUNT 之后，在终端里运行。',
    supabase: '放在处理函数之上，并包装它：`Deno.serve(withCors(async (request) => …))`。',
    mcpTypescript:
      '紧接在 `const app = express()` 之后，在鉴权和 SDK 的路由之前。它也覆盖 /.well-known 下的 OAuth 元数据。',
    fastmcp: '用它代替 `mcp.run()`，并用 uvicorn 运行。它也覆盖 /.well-known 下的 OAuth 元数据。',
    ollama: '停止 Ollama，然后这样启动。对于应用或服务，请在那里设置这个变量。',
    llamaCpp: '加到启动 llama-server 的命令里。',
    lmStudio: '在终端里运行，或在服务器设置里打开 CORS。',
  },
  proxyComments: {
    purpose:
      '发往 /proxy 的请求会转到此服务器。对浏览器来说它们是同源的，因此不需要 CORS。其他服务器无法通过它访问。',
    host: '服务器看到的是它自己的名称。',
    origin: '有些服务器会拒绝不认识的源，因此不把源传给它。',
    cookies:
      '服务器的 Cookie 会成为页面主机的 Cookie。此主机的所有 Cookie 都会发给服务器，包括它自己的会话。',
    ownCookies:
      '服务器的 Cookie 会成为页面主机的 Cookie，但带 Domain 属性的会丢失。此主机的所有 Cookie 都会发给服务器，包括它自己的会话。',
    decodes: '路径中编码的斜杠（%2F）到达服务器时会变成普通斜杠。',
    noCookies: '已记录的请求不带凭据，因此两个方向都不传递 Cookie。',
  },
  proxyPlaces: {
    vite: '放在 vite.config.js 的 defineConfig() 中。Vite 只在开发时使用它。',
    webpack: '放在 webpack.config.js 的 devServer 中。只在开发时使用。',
    angular:
      '保存为 src/proxy.conf.mjs，并在 angular.json 的 serve 选项中设置 proxyConfig: "src/proxy.conf.mjs"。只在开发时使用。',
    next: '保存为 app 文件夹旁边的 proxy.js。Next.js 16 之前的版本把文件叫做 middleware.js，函数叫做 middleware。',
    httpProxyMiddleware: '放在页面的服务器中，请求体解析器和路由之前。',
    node: '放在页面的服务器之前，并包装它的监听函数：`createServer(withProxy(listener))`。',
    nginx: '放在页面的 server 块中。',
    apache: '放在页面的 VirtualHost 中，所有其他 ProxyPass 行之后。',
    caddy: '放在页面的站点块中。',
    haproxy: '第一部分放在页面的 frontend 中，所有其他 use_backend 行之前。',
    netlify: '放在 netlify.toml 中，所有其他 redirects 之前。',
    vercel: '保存为 vercel.json，或把这条 rewrite 加进去。',
  },
  client: {
    title: '在页面代码里',
    before: '现在',
    after: '改为',
    remove: '删除这段代码。',
    at: '调用位置',
    fixes: {
      'method-case': '请求方法区分大小写。请用大写。',
      'response-headers': '这些响应头只能由响应携带。写在请求里只会引起预检。',
      credentials: '页面要求携带凭据，但没有记录到这个服务器的任何 cookie。如果不需要凭据，就不要要求。',
      'content-type':
        '只有这个请求头使预检成为必需。没有请求体的请求不需要 Content-Type；对于请求体，许多服务器也能把 text/plain 当作 JSON 读取。',
      'final-url': '直接请求重定向所指向的 URL。',
      'cross-origin-first':
        '要在 canvas 里读取图片，就必须用 CORS 请求它。先设置 crossorigin，再设置 src，否则图片会先以不带 CORS 的方式请求。',
      integrity: '只有用 CORS 请求文件，才能检查完整性。',
      'target-address-space': '告诉 Chrome 服务器在本地网络里。这样它会询问用户是否允许，而不是拦截请求。',
      'manifest-credentials': '除非链接要求，浏览器请求清单时不带 cookie。',
      'worker-from-blob':
        '来自 data: URL 的 worker 的源是 null。来自 blob: URL 或页面同源文件的 worker 则具有页面的源。',
      'frame-allow': '在嵌入框架的页面里，把本地网络的权限传给框架。',
    },
    passes: '已重新运行规则：这样修改后，两个浏览器都允许这个请求。',
    further: '已重新运行规则：这次失败会消失。之后起决定作用的响应没有被记录。',
    notEnough: (title) => `仅这样还不够：对于记录到的响应，它随后会因为“${title}”而失败。`,
  },
  never: {
    title: '常见建议，以及为什么不要照做',
    reasons: {
      'web-security': [
        '用 --disable-web-security 启动浏览器',
        '它只改变你自己的浏览器。用户仍会遇到失败，而且你在其中打开的任何网站都能读取你的账户。',
      ],
      'unblocking-extension': [
        '安装允许 CORS 的扩展',
        '它只改变你自己的浏览器，只有你看不到失败。你打开的任何网站都能读取任何服务器的响应。',
      ],
      'no-cors': [
        '设置 mode: "no-cors"',
        '消息消失了，响应也读不到了：脚本读不到状态码和响应体，Authorization 等请求头会被去掉。',
      ],
      'any-origin-with-credentials': [
        '把任何 Origin 原样返回，并允许凭据',
        '任何网站都能用你用户的 cookie 读取他们能读的一切。请列出需要访问的源。',
      ],
      'null-origin': ['允许源 null', '任何网站都能拥有这个源：一个沙盒框架就够了。请让页面拥有自己的源。'],
      'all-options-without-authentication': [
        '让所有 OPTIONS 请求跳过鉴权',
        '预检应当由 CORS 层在应用之前应答。如果 OPTIONS 不经鉴权就到达应用，应用里处理它的每个函数都是敞开的。',
      ],
    },
  },
  limits: {
    'credentials-always': (name) =>
      `${name} 对每个列出的源都允许凭据。它不读取 cookie，所以不会因此泄露任何内容。`,
    'credentials-never': (name) => `${name} 从不允许凭据：要求凭据的页面仍会被拦截。请不要要求凭据。`,
    'lists-fixed': (name) => `${name} 的方法和请求头有自己的列表，可能比这个策略更宽或更窄。`,
    'one-header-list': (name) =>
      `${name} 只有一个列表，既用于页面可以设置的请求头，也用于页面可以读取的响应头。`,
    'one-origin': (name) => `${name} 只能列出一个源。要允许多个源，请在它前面放一个代理。`,
    'any-origin': (name) =>
      `${name} 要么允许所有页面，要么都不允许。之后你打开的任何网站都能使用它：不需要时请关闭。`,
    'origin-only': (name) =>
      `对于没有 Origin 请求头的请求，${name} 返回的响应可能既没有 CORS 响应头，也没有 Vary。缓存不应把这个响应交给页面：请给脚本也会请求的图片加上 crossorigin，并让 ${name} 前面的缓存按 Origin 区分。`,
  },
  policies: 'CORS 策略',
  title: '配置',
  groups: {
    frameworks: 'CORS 策略：框架和语言',
    servers: 'CORS 策略：Web 服务器和代理',
    platforms: 'CORS 策略：平台',
    models: 'CORS 策略：MCP 和本地模型',
    proxy: '页面自己的服务器上的代理',
  },
  uses: { development: '开发', production: '生产' },
  named: (name, use) => `${name}（${use}）`,
  whichOne: {
    'same-site': (server) =>
      `${server} 属于页面所在的站点，所以应当修改它的 CORS 策略。如果你无法修改，请选择代理。`,
    'this-machine': (server) =>
      `${server} 运行在你的机器上或你的网络里，所以应当修改它的 CORS 策略。如果你无法修改，请选择代理。`,
    'other-site': (server) =>
      `${server} 属于另一个站点。如果它是你的，请设置它的 CORS 策略。如果不是，只有它的所有者才能设置：请让页面自己的服务器去请求它，并选择代理。`,
  },
  pageChange: (from, to) => `然后在页面中请求 ${to}，而不是 ${from}。`,
  passesCookies: (name) => `${name} 也会把页面主机的 Cookie 传给此服务器，而且没有关闭它的设置。`,
  stack: '服务器或框架',
  choose: '请选择…',
  guessed: (header) => `根据 ${header} 推测`,
  copy: '复制',
  download: '下载',
  intro: (server, count) =>
    count === 1
      ? `让此请求通过的最小 CORS 策略，用于 ${server}。`
      : `让发往 ${server} 的 ${count} 个已记录请求通过的最小 CORS 策略。`,
  proxyIntro: (server) => `让页面无需 CORS 就能读取 ${server} 的代理。`,
  scopes: { request: '此请求', server: '发往此服务器的所有已记录请求' },
  scope: '策略适用于',
  onlyAny:
    '有请求的源不透明（null），因此只有 * 能让它通过。这样任何页面都能读取响应：只对公开数据这样做，或者修改页面，使它有自己的源。',
  unsolved: {
    'opaque-origin': (count) =>
      `未包括 ${count} 个请求：其源不透明（null），没有服务器能在允许凭据的同时允许这样的源。请修改页面：沙盒要有 allow-same-origin，不要使用 file: 页面。`,
    method: (count) => `未包括 ${count} 个请求：其方法含有响应头无法列出的字符。`,
  },
  unusual: (count) => `配置未包括 ${count} 个含有特殊字符的名称或源。`,
  excess: '此服务器还多允许了什么',
  risks: {
    'any-origin': () => '网上任何页面都可以读取它的响应（*）。',
    'null-origin': () => '它允许源 null，而任何页面都能有这个源：一个沙盒框架就够了。',
    'other-origin': (values) => `它允许的源不是发出请求的源：${values}。`,
    credentials: () => '它允许凭据，但没有已记录的请求需要：被允许的页面能以已登录用户的身份操作。',
    'any-method': () => '它允许所有方法（*）。',
    method: (values) => `它允许没有已记录请求使用的方法：${values}。`,
    'any-request-header': () => '它允许所有请求头（*）。',
    'request-header': (values) => `它允许没有已记录请求带有的请求头：${values}。`,
  },
};
