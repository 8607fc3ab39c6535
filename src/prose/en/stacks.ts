import type { ClientFixId } from '../../remedy/client-fixes';
import type { NeverId } from '../../remedy/never';
import type { ProxyId } from '../../remedy/proxies';
import type { ProxyComments } from '../../remedy/proxy';
import type { StackComments, StackLimit } from '../../remedy/stack';
import type { StackGroup, StackId } from '../../remedy/stacks';

/** The comments of configurations, and the words around them. */
export const stacks = {
  comments: {
    replaces:
      'This replaces everything else that sets Access-Control headers, in this server and behind it: a header that is sent twice fails.',
    restart: 'Then restart the server.',
    run: (command) => `Then run: ${command}`,
    origins: 'The origins of the pages that may call this server.',
    anyOrigin: 'Pages of any origin may call this server, without credentials.',
    others: 'Other origins get no CORS headers, so their pages cannot read responses.',
    vary: 'The response depends on the origin, so caches must keep one for each.',
    credentials: 'Pages may send cookies and other credentials.',
    exposed: 'The response headers that scripts may read, besides a few that they always may.',
    preflight: 'Preflights never have credentials, so they are answered here, before authentication.',
    methods: 'The methods that pages may use, besides GET, HEAD and POST.',
    requestHeaders: 'The request headers that pages may set.',
    noRequestHeaders: 'Pages may set no request headers besides those that need no permission.',
    maxAge: 'For how many seconds browsers may reuse the response to a preflight.',
    errors: 'Error responses get the headers too, so that pages can read what went wrong.',
    behind: 'Headers that the application behind this proxy sends itself are removed:',
  } satisfies Omit<StackComments, 'place'>,
  places: {
    express: 'Put this directly after `const app = express()`, before authentication and routes.',
    fastify: 'Put this directly after `const app = Fastify()`, before other plugins, hooks and routes.',
    nest: 'Put this in main.ts, directly after `NestFactory.create()`.',
    koa: 'Put this directly after `const app = new Koa()`, before all other middleware.',
    hono: 'Put this directly after `const app = new Hono()`, before authentication and routes.',
    next: 'Save this as proxy.js beside the app folder. It covers all routes below /api; Next.js before version 16 calls the file middleware.js and the function middleware.',
    node: 'Put this above the server and wrap its listener: `createServer(withCors(listener))`.',
    nginx:
      'Put this in the server block, outside of every location. A location with add_header or proxy_hide_header lines of its own does not inherit these: repeat them there.',
    apache: 'Put this in the VirtualHost, outside of every Directory and Location.',
    caddy:
      'Put this at the beginning of a `route { … }` block that contains all other directives of the site: a route keeps their order, so authentication comes later.',
    haproxy: 'Put this at the beginning of the frontend, before all other http-request rules.',
    lighttpd:
      'Put this at the end of the configuration, after all settings of auth.require, proxy.server and fastcgi.server. Remove modules from the first line that are loaded already. The 401 of mod_auth itself cannot have the headers: let the application authenticate.',
    varnish: 'Put this below the backends, above all other subroutines.',
    flask:
      'Put this directly after `app = Flask(__name__)`, before all other functions with @app.before_request.',
    django: 'Put this at the end of settings.py. It needs the package django-cors-headers.',
    fastapi: 'Put this at the end of main.py, after everything else: it wraps the whole application.',
    php: 'Save this as cors.php, and make it the first thing that each script does: `require __DIR__ . "/cors.php";`',
    aiohttp: 'Put this directly after `app = web.Application()`.',
    rack: 'Put this at the beginning of config.ru. In Rails, put the block into config/initializers/cors.rb, with `Rails.application.config.middleware.insert_before 0, Rack::Cors do` instead of `use`.',
    spring:
      'Save this as a file of its own in a package that Spring scans. Then remove all @CrossOrigin and addCorsMappings.',
    tomcat:
      'Put this in WEB-INF/web.xml, before all other filters. If Tomcat itself authenticates, add allowCorsPreflight="filter" to its authenticator valve.',
    go: 'Put this above main() and wrap the handler: `http.ListenAndServe(address, withCors(mux))`.',
    hapi: 'Put this directly after `const server = Hapi.server(…)`, before authentication and routes. Remove the option cors of the server and of its routes.',
    nitro:
      'Save this as server/middleware/cors.js. Name it so that it is the first file of the folder, before authentication.',
    vitePreview:
      'Put this into defineConfig() in vite.config.js. It is for `vite preview` alone; other servers of the build need a policy of their own.',
    traefik:
      'Put this into the dynamic configuration, and add cors-policy@file as the first middleware of the router. Headers that the server behind it sends itself remain: remove them there.',
    envoy:
      'Put the first part before all other http_filters, so that authentication comes later, and this part into the virtual host. Headers that the server behind it sends itself remain: remove them there.',
    ingressNginx:
      'Put this into the Ingress of the server. Headers that the server behind it sends itself are sent too, and a header that is sent twice fails: remove them there.',
    gin: 'Put this directly after `router := gin.New()` or `gin.Default()`, before authentication and routes. Requests of other origins get 403.',
    laravel:
      'Save this as config/cors.php. The middleware HandleCors has to be the first of the application, as it is without changes.',
    aspnet: 'Put this before UseAuthentication(), UseAuthorization() and the routes.',
    iis: 'Put this into <system.webServer> of web.config. It needs the IIS CORS module; remove <customHeaders> that set such headers.',
    apiGateway:
      'Put this into the Properties of the AWS::Serverless::HttpApi. API Gateway answers preflights itself, before every authorizer.',
    cloudfront:
      'Put this into Resources, and its id as ResponseHeadersPolicyId into the cache behavior. CloudFront does not answer preflights: let the behavior pass OPTIONS to the origin, and the origin answer 204.',
    s3: 'Save this as cors.json, then run: aws s3api put-bucket-cors --bucket BUCKET --cors-configuration "{\\"CORSRules\\": $(cat cors.json)}". In the console, paste it into Permissions, CORS.',
    cloudflareWorkers:
      'Put this above the handler and wrap it: `export default { fetch: withCors(async (request, env) => …) }`.',
    firebase:
      'Put this above the functions and wrap each: `export const api = onRequest(withCors(async (request, response) => …))`. Remove the option cors of onRequest.',
    gcs: 'Save this as cors.json, then run: gcloud storage buckets update gs://BUCKET --cors-file=cors.json',
    azureAppService:
      'Run this in a shell, after you have set GROUP and APP. The platform then answers preflights itself: remove CORS from the application.',
    azureStorage: 'Run this in a shell, after you have set ACCOUNT.',
    supabase: 'Put this above the handler and wrap it: `Deno.serve(withCors(async (request) => …))`.',
    mcpTypescript:
      'Put this directly after `const app = express()`, before authentication and the routes of the SDK. It also covers the metadata of OAuth below /.well-known.',
    fastmcp:
      'Put this in place of `mcp.run()`, and serve it with uvicorn. It also covers the metadata of OAuth below /.well-known.',
    ollama: 'Stop Ollama, then start it with this. For the app or the service, set the variable there.',
    llamaCpp: 'Add this to the command that starts llama-server.',
    lmStudio: 'Run this in a shell, or turn on CORS in the settings of the server.',
  } satisfies Readonly<Record<StackId, string>>,
  /** The comments of proxies besides those above. */
  proxyComments: {
    purpose:
      'Requests to /proxy go to this server. For the browser they are same-origin, so they need no CORS. No other server can be reached through it.',
    host: 'The server sees its own name.',
    origin: 'Some servers refuse origins that they do not know, so it sees none.',
    cookies:
      'Cookies of the server become cookies of the page’s host. All cookies of this host go to the server, its own session too.',
    ownCookies:
      'Cookies of the server become cookies of the page’s host, except those with a Domain attribute, which are lost. All cookies of this host go to the server, its own session too.',
    decodes: 'A path with an encoded slash (%2F) reaches the server with a plain one.',
    noCookies: 'The recorded requests have no credentials, so cookies are passed in neither direction.',
  } satisfies Omit<ProxyComments, 'place' | 'restart' | 'run'>,
  proxyPlaces: {
    vite: 'Put this into defineConfig() in vite.config.js. Vite uses it in development only.',
    webpack: 'Put this into devServer in webpack.config.js. It is used in development only.',
    angular:
      'Save this as src/proxy.conf.mjs and set proxyConfig: "src/proxy.conf.mjs" in the options of serve in angular.json. It is used in development only.',
    next: 'Save this as proxy.js beside the app folder. Next.js before version 16 calls the file middleware.js and the function middleware.',
    httpProxyMiddleware: 'Put this in the server of the page, before body parsers and routes.',
    node: 'Put this above the server of the page and wrap its listener: `createServer(withProxy(listener))`.',
    nginx: 'Put this in the server block of the page.',
    apache: 'Put this in the VirtualHost of the page, after all other ProxyPass lines.',
    caddy: 'Put this in the site block of the page.',
    haproxy: 'Put the first part in the frontend of the page, before all other use_backend lines.',
    netlify: 'Put this in netlify.toml, before all other redirects.',
    vercel: 'Save this as vercel.json, or add the rewrite to it.',
  } satisfies Readonly<Record<ProxyId, string>>,
  /** What to change in the page's own code. */
  client: {
    title: 'In the page’s code',
    before: 'Now',
    after: 'Instead',
    remove: 'Remove this.',
    at: 'Called at',
    fixes: {
      'method-case': 'Methods are case-sensitive. Write this one in upper case.',
      'response-headers': 'Only a response can have these headers. On a request they only cause a preflight.',
      credentials:
        'The page asks for credentials, but no cookie of this server was recorded. If it needs none, do not ask for them.',
      'content-type':
        'Only this header makes a preflight necessary. A request without a body needs no Content-Type, and of a body many servers read JSON as text/plain too.',
      'final-url': 'Request the URL to which the redirect leads.',
      'cross-origin-first':
        'To read the image in a canvas, request it with CORS. Set crossorigin before src: otherwise the image is requested without it first.',
      integrity: 'Integrity can only be checked if the file is requested with CORS.',
      'target-address-space':
        'Tell Chrome that the server is in the local network. Then it asks the user for permission instead of blocking the request.',
      'manifest-credentials': 'Browsers request a manifest without cookies unless the link asks for them.',
      'worker-from-blob':
        'A worker from a data: URL has the origin null. One from a blob: URL, or from a file of the page’s own origin, has the origin of the page.',
      'frame-allow': 'In the page around the frame, pass on the permission for the local network.',
    } satisfies Readonly<Record<ClientFixId, string>>,
    passes: 'The rules were run again: with this change both browsers allow the request.',
    further:
      'The rules were run again: this failure is gone. The response that decides then was not recorded.',
    notEnough: (title: string) =>
      `This alone is not enough: with the recorded responses it then fails because of “${title}”.`,
  },
  /** Advice that is often given, and why not to follow it. */
  never: {
    title: 'What people suggest, and why not',
    reasons: {
      'web-security': [
        'Start the browser with --disable-web-security',
        'It only changes your own browser. Your users still see the failure, and every site that you open there can read your accounts.',
      ],
      'unblocking-extension': [
        'Install an extension that allows CORS',
        'It only changes your own browser, and hides the failure from you alone. It lets every site that you open read the responses of every server.',
      ],
      'no-cors': [
        'Set mode: "no-cors"',
        'The message disappears, and the response too: script can read neither its status nor its body, and headers such as Authorization are removed.',
      ],
      'any-origin-with-credentials': [
        'Send back every Origin, with credentials allowed',
        'Every site can then read with the cookies of your users what they can read. List the origins that need it.',
      ],
      'null-origin': [
        'Allow the origin null',
        'Every site can have this origin: a sandboxed frame is enough. Give the page an origin of its own instead.',
      ],
      'all-options-without-authentication': [
        'Let all OPTIONS requests pass without authentication',
        'A preflight has to be answered by the CORS layer, before the application. If OPTIONS reaches the application without authentication, every handler of it is open.',
      ],
    } satisfies Readonly<Record<NeverId, readonly [advice: string, reason: string]>>,
  },
  /** What a stack cannot do as the policy has it. */
  limits: {
    'credentials-always': (name: string) =>
      `${name} allows credentials for every origin that is named. It reads no cookies, so this opens nothing.`,
    'credentials-never': (name: string) =>
      `${name} never allows credentials: a page that asks for them stays blocked. Do not ask for them.`,
    'lists-fixed': (name: string) =>
      `${name} has lists of its own for methods and headers, which may be wider or narrower than the policy.`,
    'one-header-list': (name: string) =>
      `${name} has one list for the headers that pages may set and for those that they may read.`,
    'one-origin': (name: string) =>
      `${name} can name one origin only. For several, put a proxy in front of it.`,
    'any-origin': (name: string) =>
      `${name} allows every page, or none. Every site that you open can then use it: turn it off when you do not need it.`,
    'origin-only': (name: string) =>
      `To a request without an Origin header, ${name} may send neither CORS headers nor Vary. A cache must not give that response to a page: set crossorigin on images that scripts request too, and let a cache in front of ${name} vary by Origin.`,
  } satisfies Readonly<Record<StackLimit, (name: string) => string>>,
  /** The heading of the policies in reports. */
  policies: 'CORS policies',
  title: 'Configuration',
  /** What can be chosen, in groups. */
  groups: {
    frameworks: 'A CORS policy: frameworks and languages',
    servers: 'A CORS policy: web servers and proxies',
    platforms: 'A CORS policy: platforms',
    models: 'A CORS policy: MCP and local models',
    proxy: 'A proxy on the page’s own server',
  } satisfies Readonly<Record<StackGroup | 'proxy', string>>,
  uses: { development: 'development', production: 'production' },
  named: (name: string, use: string) => `${name} (${use})`,
  /** Whether to choose a policy or a proxy. */
  whichOne: {
    'same-site': (server: string) =>
      `${server} belongs to the site of the page, so its CORS policy is the fix. If you cannot change it, choose a proxy.`,
    'this-machine': (server: string) =>
      `${server} runs on your machine or in your network, so its CORS policy is the fix. If you cannot change it, choose a proxy.`,
    'other-site': (server: string) =>
      `${server} belongs to another site. If it is yours, set its CORS policy. If not, only its owner can do that: let the page’s own server request it, and choose a proxy.`,
  } satisfies Readonly<Record<'same-site' | 'this-machine' | 'other-site', (server: string) => string>>,
  pageChange: (from: string, to: string) => `Then, in the page, request ${to} instead of ${from}.`,
  passesCookies: (name: string) =>
    `${name} also passes the cookies of the page’s host to this server, and has no setting against it.`,
  stack: 'Server or framework',
  choose: 'Choose…',
  /** That a header makes the stack likely. */
  guessed: (header: string) => `guessed from ${header}`,
  copy: 'Copy',
  download: 'Download',
  intro: (server: string, count: number) =>
    count === 1
      ? `The smallest CORS policy of ${server} with which this request passes.`
      : `The smallest CORS policy of ${server} with which the ${count} recorded requests to it pass.`,
  proxyIntro: (server: string) => `A proxy with which the page reads ${server} without CORS.`,
  /** Which requests the policy is for. */
  scopes: { request: 'This request', server: 'All recorded requests to this server' },
  scope: 'Policy for',
  /** If only `*` lets a request pass. */
  onlyAny:
    'The origin of a request is opaque (null), so only * lets it pass. Every page can then read the responses: do this for public data alone, or change the page so that it has an origin.',
  unsolved: {
    'opaque-origin': (count: number) =>
      `${count === 1 ? 'One request is' : `${count} requests are`} left out: the origin is opaque (null), and no server can allow such an origin together with credentials. Change the page: no sandbox without allow-same-origin, no file: page.`,
    method: (count: number) =>
      `${count === 1 ? 'One request is' : `${count} requests are`} left out: the method contains characters that no header can list.`,
  },
  unusual: (count: number) =>
    `${count === 1 ? 'One name or origin' : `${count} names or origins`} with unusual characters ${count === 1 ? 'is' : 'are'} left out of the configuration.`,
  excess: 'What this server allows beyond that',
  risks: {
    'any-origin': () => 'Every page on the web may read its responses (*).',
    'null-origin': () => 'It allows the origin null, which every page can have: a sandboxed frame is enough.',
    'other-origin': (values: string) => `It allows another origin than those that ask: ${values}.`,
    credentials: () =>
      'It allows credentials, and no recorded request needs them: allowed pages can act as the signed-in user.',
    'any-method': () => 'It allows every method (*).',
    method: (values: string) => `It allows methods that no recorded request uses: ${values}.`,
    'any-request-header': () => 'It allows every request header (*).',
    'request-header': (values: string) =>
      `It allows request headers that no recorded request has: ${values}.`,
  },
};
