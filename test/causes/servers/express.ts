import { startExpress } from './node-start';
import { type ServerCase, serverCase } from './server-case';

const json = "{ 'Content-Type': 'application/json' }";
const signed = "{ Authorization: 'Bearer t' }";

/** The servers of Express, with the cors package. */
export const expressCases: readonly ServerCase[] = [
  serverCase({
    id: 'express-auth-before-cors',
    product: 'Express',
    cause: 'preflight-authentication',
    why: 'The authentication middleware stands before cors(), so it refuses the preflight.',
    twin: { differs: 'cors() stands first, but does not allow Authorization.', cause: 'header-not-listed' },
    fix: 'cors() stands first.',
    path: '/me',
    works: ({ me }) => me === 200,
    script: (at) => `return { me: await asked('${at('/me')}', { headers: ${signed} }) };`,
    start({ variant }, port) {
      const allowed = variant === 'twin' ? `{ allowedHeaders: ['content-type'] }` : '';
      const layers = [
        `app.use((req, res, next) => req.headers.authorization ? next() : res.set('WWW-Authenticate', 'Bearer').sendStatus(401));`,
        `app.use(cors(${allowed}));`,
      ];
      const ordered = variant === 'broken' ? layers : layers.toReversed();
      return startExpress(port, `${ordered.join('\n')}\napp.get('/me', (_, res) => res.json({}));`);
    },
  }),
  serverCase({
    id: 'express-routes-before-cors',
    product: 'Express',
    cause: 'route-without-cors',
    why: 'A route is registered before cors().',
    twin: { differs: 'The route is after cors() and answers another origin.', cause: 'loopback-spelling' },
    fix: 'cors() stands before all routes.',
    path: '/old',
    works: ({ old }) => old === 200,
    origins: { page: 'localhost' },
    script: (at) =>
      `const items = await asked('${at('/items')}'); return { items, old: await asked('${at('/old')}') };`,
    start({ variant, origin }, port) {
      const old = `app.get('/old', (_, res) => { ${variant === 'twin' ? `res.set('Access-Control-Allow-Origin', '${origin('page').replace('localhost', '127.0.0.1')}');` : ''} res.json({}); });`;
      const layers = variant === 'broken' ? [old, 'app.use(cors());'] : ['app.use(cors());', old];
      return startExpress(port, `${layers.join('\n')}\napp.get('/items', (_, res) => res.json([]));`);
    },
  }),
  serverCase({
    id: 'express-limiter-before-cors',
    product: 'Express',
    cause: 'rate-limit',
    why: 'express-rate-limit stands before cors().',
    twin: {
      differs: 'The limit is not reached; the error handler drops the headers.',
      cause: 'error-without-cors',
    },
    fix: 'The limit is not reached.',
    path: '/item?n=2',
    works: ({ second }) => second === 200,
    script: (at) =>
      `const first = await asked('${at('/item?n=1')}'); return { first, second: await asked('${at('/item?n=2')}') };`,
    start({ variant }, port) {
      const limit = variant === 'broken' ? 1 : 100;
      const fails = variant === 'twin' ? `if (req.query.n === '2') throw new Error('failed');` : '';
      return startExpress(
        port,
        `app.use(rateLimit({ windowMs: 60000, limit: ${limit}, standardHeaders: 'draft-8' }));
app.use(cors());
app.get('/item', (req, res) => { ${fails} res.json({}); });
app.use((error, req, res, next) => { res.removeHeader('Access-Control-Allow-Origin'); res.status(500).json({}); });`,
      );
    },
  }),
  serverCase({
    id: 'express-limiter-counts-preflights',
    product: 'Express',
    cause: 'preflight-rate-limit',
    why: 'express-rate-limit counts the preflight.',
    twin: { differs: 'The limit is not reached; PUT is not among the methods.', cause: 'method-not-listed' },
    fix: 'The limit is not reached.',
    path: '/item/2',
    works: ({ second }) => second === 200,
    script: (at) =>
      `const first = await asked('${at('/item/1')}'); return { first, second: await asked('${at('/item/2')}', { method: 'PUT' }) };`,
    start: ({ variant }, port) =>
      startExpress(
        port,
        `app.use(rateLimit({ windowMs: 60000, limit: ${variant === 'broken' ? 1 : 100} }));
app.use(cors(${variant === 'twin' ? `{ methods: ['GET', 'POST'] }` : ''}));
app.all('/item/:id', (_, res) => res.json({}));`,
      ),
  }),
  serverCase({
    id: 'express-body-limit',
    product: 'Express',
    cause: 'body-too-large',
    why: 'express.json() stands before cors() and refuses a large body with 413.',
    twin: { differs: 'The body is within the limit, but is no JSON.', cause: 'error-without-cors' },
    fix: 'The limit is raised.',
    path: '/large',
    method: 'POST',
    works: ({ large }) => large === 200,
    script: (at, { variant }) =>
      `const small = await asked('${at('/small')}');
       return { small, large: await asked('${at('/large')}', { method: 'POST', headers: { 'Content-Type': 'text/plain' },
         body: ${variant === 'twin' ? "'{'" : "JSON.stringify('x'.repeat(5000))"} }) };`,
    start: ({ variant }, port) =>
      startExpress(
        port,
        `app.use(express.json({ type: '*/*', strict: false, limit: '${variant === 'broken' ? '1kb' : '1mb'}' }));
app.use(cors());
app.all('/:any', (_, res) => res.json({}));`,
      ),
  }),
  serverCase({
    id: 'express-origin-with-slash',
    product: 'Express',
    cause: 'origin-with-path',
    why: 'The origin option of cors() ends with a slash.',
    twin: { differs: 'It has another port.', cause: 'other-port' },
    fix: 'It is the origin.',
    path: '/items',
    works: ({ items }) => items === 200,
    script: (at) => `return { items: await asked('${at('/items')}') };`,
    start({ variant, origin }, port) {
      const own = origin('page');
      const value = { broken: `${own}/`, twin: own.replace(/\d+$/, '4200'), fix: own }[variant];
      return startExpress(
        port,
        `app.use(cors({ origin: '${value}' }));\napp.get('/items', (_, res) => res.json([]));`,
      );
    },
  }),
  serverCase({
    id: 'express-wildcard-with-credentials',
    product: 'Express',
    cause: 'wildcard-with-credentials',
    why: 'cors() allows any origin with * by default, and the page includes credentials.',
    twin: { differs: 'The origin is echoed; credentials are not allowed.', cause: null },
    fix: 'The origin is echoed, and credentials are allowed.',
    path: '/items',
    works: ({ items }) => items === 200,
    script: (at) => `return { items: await asked('${at('/items')}', { credentials: 'include' }) };`,
    start: ({ variant }, port) =>
      startExpress(
        port,
        `app.use(cors(${{ broken: '', twin: '{ origin: true }', fix: '{ origin: true, credentials: true }' }[variant]}));
app.get('/items', (_, res) => res.json([]));`,
      ),
  }),
  serverCase({
    id: 'express-tracing-headers',
    product: 'Express',
    cause: 'tracing-headers',
    why: 'A monitoring script adds traceparent, which allowedHeaders lacks.',
    twin: { differs: 'The page sends a header of its own.', cause: 'header-not-listed' },
    fix: 'traceparent is allowed.',
    path: '/items',
    works: ({ items }) => items === 200,
    script: (at, { variant }) =>
      `return { items: await asked('${at('/items')}', { headers: { '${variant === 'twin' ? 'x-tenant' : 'traceparent'}': '00-1-2-01' } }) };`,
    start: ({ variant }, port) =>
      startExpress(
        port,
        `app.use(cors({ allowedHeaders: ['content-type'${variant === 'fix' ? ", 'traceparent'" : ''}] }));
app.get('/items', (_, res) => res.json([]));`,
      ),
  }),
  serverCase({
    id: 'express-lower-case-patch',
    product: 'Express',
    cause: 'lower-case-method',
    why: 'The page sends patch in lower case; cors() allows PATCH.',
    twin: { differs: 'The page sends PATCH; the list lacks it.', cause: 'method-not-listed' },
    fix: 'The page sends PATCH.',
    path: '/item',
    works: ({ item }) => item === 200,
    script: (at, { variant }) =>
      `return { item: await asked('${at('/item')}', { method: '${variant === 'broken' ? 'patch' : 'PATCH'}' }) };`,
    start: ({ variant }, port) =>
      startExpress(
        port,
        `app.use(cors(${variant === 'twin' ? `{ methods: 'GET,POST' }` : ''}));
app.patch('/item', (_, res) => res.json({}));`,
      ),
  }),
  serverCase({
    id: 'express-helmet-resource-policy',
    product: 'Express',
    cause: 'resource-policy',
    why: 'helmet() adds Cross-Origin-Resource-Policy: same-origin by default.',
    twin: { differs: 'The policy is cross-origin, and the image is empty: it fails by itself.', cause: null },
    fix: 'crossOriginResourcePolicy is cross-origin.',
    path: '/logo.svg',
    works: ({ logo }) => logo === 'load',
    script: (at) =>
      `const image = new Image();
       const ended = new Promise((resolve) => { image.onload = image.onerror = ({ type }) => resolve(type); });
       image.src = '${at('/logo.svg')}';
       return { logo: await ended };`,
    start: ({ variant }, port) =>
      startExpress(
        port,
        `app.use(helmet(${variant === 'broken' ? '' : `{ crossOriginResourcePolicy: { policy: 'cross-origin' } }`}));
app.get('/logo.svg', (_, res) => ${variant === 'twin' ? `res.type('svg').send('')` : `res.type('svg').send('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')`});`,
      ),
  }),
  serverCase({
    id: 'express-no-options-handler',
    product: 'Express',
    cause: 'options-by-server',
    why: 'Only the handler of POST adds the headers; Express answers OPTIONS itself, with Allow.',
    twin: {
      differs:
        'The handler runs for OPTIONS too, and fails without a body. So would a CORS layer that throws.',
      cause: null,
    },
    fix: 'cors() answers OPTIONS.',
    path: '/items',
    works: ({ items }) => items === 200,
    script: (at) =>
      `return { items: await asked('${at('/items')}', { method: 'POST', headers: ${json}, body: '{"a":{"b":1}}' }) };`,
    start: ({ variant }, port) =>
      startExpress(
        port,
        `app.use(express.json());
${variant === 'fix' ? 'app.use(cors());' : ''}
app.${variant === 'twin' ? 'all' : 'post'}('/items', (req, res) => {
  res.json({ b: req.body.a.b });
});`,
      ),
  }),
];
