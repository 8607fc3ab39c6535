import type { FindingCode } from '../../engine';
import type { Outcome } from '../../protocol/facts';
import { type NearMiss, nearMiss } from '../near-miss';
import type { FindingContext, FindingProse, Happening, Prose } from '../prose';
import { hostOf } from '../short-url';
import { rowZhCn } from './row';

type Place = 'response' | 'preflight';
type Findings = Readonly<Record<FindingCode, FindingProse>>;

const quote = (value: string | null | undefined) => `“${value ?? ''}”`;
const list = (names: string | null | undefined) => (names ?? '').split(',').filter(Boolean).join('、');
const wireList = (names: string | null | undefined) => (names ?? '').split(',').filter(Boolean).join(', ');
const server = ({ url }: FindingContext) => `在 ${hostOf(url)} 的服务端`;
const includesCredentials = ({ evidence }: FindingContext) => evidence.credentialsMode === 'include';
const asked = ({ evidence, origin }: FindingContext) => evidence.requestOrigin ?? origin;
const page = (context: FindingContext) =>
  asked(context) === 'null' ? 'Origin 为 null 的页面' : `${asked(context)} 的页面`;
const browserName = ({ browser }: FindingContext) => (/[a-z]$/i.test(browser) ? `${browser} ` : browser);
const errorText = ({ evidence }: FindingContext) => (evidence.error ? `（${evidence.error}）` : '');
const method = ({ evidence, method }: FindingContext) => evidence.method ?? method;
const statusOf = ({ evidence }: FindingContext) => (evidence.status ? `（状态码 ${evidence.status}）` : '');
const typeOf = ({ evidence }: FindingContext) =>
  evidence.contentType
    ? `带有 Content-Type ${quote(evidence.contentType)}`
    : '没有带能说明类型的 Content-Type';

const answer = (context: FindingContext, on: Place) =>
  on === 'response' ? `${context.method} ${context.url} 的响应` : `${context.url} 的预检响应`;

const consequence = (context: FindingContext, on: Place) =>
  on === 'response'
    ? `${page(context)}不能读取该响应`
    : `${page(context)}发起的 ${method(context)} 请求没有发出`;

const nearMisses: Readonly<Record<NearMiss, string>> = {
  null: '（null 并不代表任何一个具体的页面）',
  'trailing-slash': '（源的末尾没有斜杠）',
  path: '（源不含路径）',
  'letter-case': '（区分大小写，源总是以小写发送）',
  pattern: '（不支持通配模式，值里的 * 只是普通字符）',
};

const differs = (context: FindingContext) => {
  const miss = nearMiss(context.evidence.origin ?? '', asked(context));
  return miss ? nearMisses[miss] : '';
};

const fromList =
  '如需支持多个源，请将 Origin 请求头与白名单比对，只返回匹配的那一个，并加上 Vary: Origin；原样回显任意 Origin 等于把数据开放给所有网站。';

/** What to do about an origin that is `null`: never to allow it. */
const opaqueOrigin =
  '查清 Origin 为什么是 null，让请求带上真实的源：没有 allow-same-origin 的沙箱 iframe、file: 或 data: 文档、从一个外部源到另一个外部源的重定向，以及被 ' +
  'Chrome 按 HSTS 升级的 http: 地址，都会发送 null。切勿允许“null”：任何网站都能从沙箱 iframe 发出它。';

const sendOrigin = (context: FindingContext, on: Place) => {
  const origin = asked(context);
  if (origin === 'null') {
    return includesCredentials(context)
      ? `在页面侧，${opaqueOrigin}`
      : `如果数据可以公开，${server(context)}为 ${answer(context, on)}返回 Access-Control-Allow-Origin: *；否则，在页面侧` +
          `${opaqueOrigin}`;
  }
  const value = `${server(context)}，为 ${answer(context, on)}返回 Access-Control-Allow-Origin: ${origin}`;
  return includesCredentials(context)
    ? `${value}，并同时返回 Access-Control-Allow-Credentials: true。${fromList}`
    : `${value}；如果数据可以公开，也可以返回 *。${fromList}`;
};

const folklore =
  "改用 mode: 'no-cors' 没有用：那只会让响应无法读取。curl 或 Postman 能拿到数据也说明不了问题：它们不执行这条规则。";

const beforeAuthentication = '预检请求从不携带 Cookie 和 Authorization，因此要在鉴权和路由之前就应答它。';

const sendCredentials = (context: FindingContext, on: Place) =>
  `${server(context)}，为 ${answer(context, on)}返回一个 Access-Control-Allow-Credentials: true（小写，只出现一次）；如果服务` +
  '端不需要凭据，则在页面侧不要携带（credentials: \'same-origin\'、withCredentials = false、crossorigin="anonymous"）。';

const onTheResponse: Pick<
  Findings,
  | 'allow-origin-missing'
  | 'allow-origin-multiple'
  | 'allow-origin-invalid'
  | 'allow-origin-mismatch'
  | 'allow-origin-wildcard-with-credentials'
  | 'allow-credentials-missing'
  | 'allow-credentials-not-true'
> = {
  'allow-origin-missing': {
    title: '响应缺少 Access-Control-Allow-Origin 响应头',
    ...missing('response'),
  },
  'allow-origin-multiple': {
    title: 'Access-Control-Allow-Origin 含有多个值',
    ...multiple('response'),
  },
  'allow-origin-invalid': {
    title: 'Access-Control-Allow-Origin 既不是 * 也不是合法的源',
    ...invalid('response'),
  },
  'allow-origin-mismatch': {
    title: 'Access-Control-Allow-Origin 允许的不是发起请求的源',
    ...mismatch('response'),
  },
  'allow-origin-wildcard-with-credentials': {
    title: '请求携带凭据，而 Access-Control-Allow-Origin 是 *',
    ...wildcard('response'),
  },
  'allow-credentials-missing': {
    title: '请求携带凭据，而响应没有允许凭据',
    ...credentialsMissing('response'),
  },
  'allow-credentials-not-true': {
    title: 'Access-Control-Allow-Credentials 的值不是 true',
    ...credentialsNotTrue('response'),
  },
};

const onThePreflight: Pick<Findings, `preflight-${keyof typeof onTheResponse}`> = {
  'preflight-allow-origin-missing': {
    title: '预检响应缺少 Access-Control-Allow-Origin 响应头',
    ...missing('preflight'),
  },
  'preflight-allow-origin-multiple': {
    title: '预检响应的 Access-Control-Allow-Origin 含有多个值',
    ...multiple('preflight'),
  },
  'preflight-allow-origin-invalid': {
    title: '预检响应的 Access-Control-Allow-Origin 既不是 * 也不是合法的源',
    ...invalid('preflight'),
  },
  'preflight-allow-origin-mismatch': {
    title: '预检响应的 Access-Control-Allow-Origin 允许的不是发起请求的源',
    ...mismatch('preflight'),
  },
  'preflight-allow-origin-wildcard-with-credentials': {
    title: '请求携带凭据，而预检响应的 Access-Control-Allow-Origin 是 *',
    ...wildcard('preflight'),
  },
  'preflight-allow-credentials-missing': {
    title: '请求携带凭据，而预检响应没有允许凭据',
    ...credentialsMissing('preflight'),
  },
  'preflight-allow-credentials-not-true': {
    title: '预检响应的 Access-Control-Allow-Credentials 的值不是 true',
    ...credentialsNotTrue('preflight'),
  },
};

type Sentences = Pick<FindingProse, 'sentence' | 'remedy'>;

function missing(on: Place): Sentences {
  return {
    sentence: (context) =>
      `${hostOf(context.url)} 返回的 ${answer(context, on)}没有 Access-Control-Allow-Origin 响应头，因此 ` +
      `${consequence(context, on)}。`,
    remedy: (context) => sendOrigin(context, on) + (on === 'preflight' ? beforeAuthentication : folklore),
  };
}

function multiple(on: Place): Sentences {
  return {
    sentence: (context) =>
      `${answer(context, on)}中 Access-Control-Allow-Origin 是${quote(context.evidence.origin)}，含有多个值，而只允许` +
      `一个，因此 ${consequence(context, on)}。`,
    remedy: (context) =>
      `${sendOrigin(context, on)}同时检查是否有第二处（如代理或后端框架）也设置了这个响应头。`,
  };
}

function invalid(on: Place): Sentences {
  return {
    sentence: (context) => {
      const { origin } = context.evidence;
      const is = origin === '' ? '是空值' : `是${quote(origin)}`;
      return (
        `${answer(context, on)}中 Access-Control-Allow-Origin ${is}，既不是 *，也不是带协议的完整的源，因此 ` +
        `${consequence(context, on)}。`
      );
    },
    remedy: (context) => sendOrigin(context, on),
  };
}

function mismatch(on: Place): Sentences {
  return {
    sentence: (context) =>
      `${answer(context, on)}中 Access-Control-Allow-Origin 是${quote(context.evidence.origin)}，与请求发送的 ` +
      `Origin ${quote(asked(context))}不一致${differs(context)}，因此 ${consequence(context, on)}。`,
    remedy: (context) => sendOrigin(context, on),
  };
}

function wildcard(on: Place): Sentences {
  return {
    sentence: (context) =>
      `请求携带凭据，而 ${answer(context, on)}中 Access-Control-Allow-Origin 是` +
      `${quote(context.evidence.origin ?? '*')}，此时 * 不再是通配符，因此 ${consequence(context, on)}。`,
    remedy: (context) =>
      `${sendOrigin(context, on)}如果并不需要 Cookie，也可以在页面侧去掉 credentials: 'include'（或 withCredentials），这样 * ` +
      '仍然有效。',
  };
}

function credentialsMissing(on: Place): Sentences {
  return {
    sentence: (context) =>
      `请求携带凭据，而 ${answer(context, on)}没有 Access-Control-Allow-Credentials: true，因此 ` +
      `${consequence(context, on)}。`,
    remedy: (context) => sendCredentials(context, on),
  };
}

function credentialsNotTrue(on: Place): Sentences {
  return {
    sentence: (context) =>
      `${answer(context, on)}中 Access-Control-Allow-Credentials 是${quote(context.evidence.credentials)}，` +
      `而只有小写的 true 才算数，因此 ${consequence(context, on)}。`,
    remedy: (context) => sendCredentials(context, on),
  };
}

const ofThePreflight: Pick<
  Findings,
  | 'preflight-status'
  | 'preflight-redirect'
  | 'preflight-allow-methods-invalid'
  | 'preflight-allow-headers-invalid'
  | 'preflight-method-not-allowed'
  | 'preflight-header-not-allowed'
  | 'preflight-network-error'
  | 'authorization-wildcard'
> = {
  'preflight-status': {
    title: '预检请求的响应状态码不在 200 到 299 之间',
    sentence: (context) =>
      `${hostOf(context.url)} 以状态码 ${context.evidence.status ?? '（非 2xx）'} 应答了 ${context.url} 的预检请求，而只有 ` +
      `200 到 299 才能放行，因此 ${consequence(context, 'preflight')}。`,
    remedy: (context) =>
      `${server(context)}，以 204 和 Access-Control-Allow-* 响应头应答 OPTIONS ${context.url}。` +
      `${beforeAuthentication}`,
  },
  'preflight-redirect': {
    title: '预检请求被重定向，而预检从不跟随重定向',
    sentence: (context) =>
      `${hostOf(context.url)} 对 ${context.url} 的预检请求返回了重定向` +
      `${context.evidence.status ? `（${context.evidence.status}）` : ''}，而预检不会跟随重定向，因此 ` +
      `${consequence(context, 'preflight')}。`,
    remedy: (context) =>
      `在页面侧，直接请求重定向之后的地址：检查协议（http: 与 https:）、域名（是否带 www）和路径末尾的斜杠。或者${server(context)}，以 204 应答 OPTIONS，` +
      '不要把它重定向到其他地址或登录页。',
  },
  'preflight-allow-methods-invalid': {
    title: '预检响应的 Access-Control-Allow-Methods 无法解析为列表',
    sentence: (context) =>
      `${answer(context, 'preflight')}中 Access-Control-Allow-Methods 是` +
      `${quote(context.evidence.methods)}，不是方法名的列表，因此 ${consequence(context, 'preflight')}。`,
    remedy: (context) =>
      `${server(context)}，为 ${answer(context, 'preflight')}返回 Access-Control-Allow-Methods: ` +
      `${method(context)}：名称之间用逗号分隔，不加引号、方括号或分号。`,
  },
  'preflight-allow-headers-invalid': {
    title: '预检响应的 Access-Control-Allow-Headers 无法解析为列表',
    sentence: (context) =>
      `${answer(context, 'preflight')}中 Access-Control-Allow-Headers 是` +
      `${quote(context.evidence.headerNames)}，不是请求头名称的列表，因此 ${consequence(context, 'preflight')}。`,
    remedy: (context) =>
      `${server(context)}，为 ${answer(context, 'preflight')}返回 Access-Control-Allow-Headers: ` +
      `${wireList(context.evidence.unsafeNames) || '<所询问的请求头>'}：名称之间用逗号分隔，不加引号、方括号或分号。`,
  },
  'preflight-method-not-allowed': {
    title: '预检响应的 Access-Control-Allow-Methods 没有列出该方法',
    sentence: (context) => {
      const { methods } = context.evidence;
      const has = methods == null ? '缺失' : `是${quote(methods)}`;
      const star =
        methods?.includes('*') && includesCredentials(context) ? '（携带凭据时 * 只是普通名称）' : '';
      return (
        `请求方法是 ${method(context)}，而 ${answer(context, 'preflight')}中 Access-Control-Allow-Methods ` +
        `${has}${star}，因此 ${consequence(context, 'preflight')}。`
      );
    },
    remedy: (context) =>
      `${server(context)}，在 ${answer(context, 'preflight')}的 Access-Control-Allow-Methods 中列出 ` +
      `${method(context)}。方法名区分大小写；在页面侧，PATCH 要写成大写，fetch() 会把 patch 原样发送。`,
  },
  'preflight-header-not-allowed': {
    title: '预检响应的 Access-Control-Allow-Headers 缺少所询问的请求头',
    sentence: (context) => {
      const { headerNames, missingNames } = context.evidence;
      const has = headerNames == null ? '缺失' : `是${quote(headerNames)}`;
      const star =
        headerNames?.includes('*') && includesCredentials(context) ? '（携带凭据时 * 只是普通名称）' : '';
      return (
        `请求带有 ${list(missingNames) || '未被允许的请求头'}，而 ${answer(context, 'preflight')}中 ` +
        `Access-Control-Allow-Headers ${has}${star}，因此 ${consequence(context, 'preflight')}。`
      );
    },
    remedy: (context) =>
      `${server(context)}，在 ${answer(context, 'preflight')}的 Access-Control-Allow-Headers 中列出 ` +
      `${wireList(context.evidence.missingNames) || '所询问的每个请求头'}；或者在页面侧，不要设置服务端用不到的请求头。把 ` +
      'Access-Control-* 设在请求上没有任何作用，只会多一个需要许可的请求头。',
  },
  'preflight-network-error': {
    title: '预检请求没有得到响应',
    sentence: (context) =>
      `${context.url} 的预检请求没有得到响应${errorText(context)}，因此 ${consequence(context, 'preflight')}。`,
    remedy: (context) =>
      `${server(context)}，确保 OPTIONS 能到达应用：服务未启动、防火墙或代理丢弃该方法、证书不受信任，结果都是这样。`,
  },
  'authorization-wildcard': {
    title: 'Access-Control-Allow-Headers 的 * 能覆盖 Authorization 只是一时宽容',
    sentence: (context) =>
      `${answer(context, 'preflight')}允许的请求头是${quote(context.evidence.headerNames ?? '*')}，按标准它并不包括 ` +
      'Authorization；Chrome 和 Firefox 目前放行，但会给出警告。',
    remedy: (context) =>
      `${server(context)}，在 ${answer(context, 'preflight')}的 Access-Control-Allow-Headers 中明确列出 ` +
      'Authorization。',
  },
};

const ofRedirects: Pick<
  Findings,
  | 'redirect-with-credentials'
  | 'redirect-scheme'
  | 'redirect-location-invalid'
  | 'redirect-mode-error'
  | 'too-many-redirects'
  | 'redirect-blocked-after'
> = {
  'redirect-with-credentials': {
    title: '重定向的目标 URL 中带有用户名或密码',
    sentence: (context) =>
      `${hostOf(context.url)} 把 ${page(context)}发起的请求重定向到带有用户名或密码的 ` +
      `URL${context.evidence.locationUrl ? `（${context.evidence.locationUrl}）` : ''}，跨源请求不能跟随这样的重定向。`,
    remedy: (context) =>
      `${server(context)}，返回不含用户名和密码的 Location，改用 Authorization 请求头或 Cookie 鉴权。`,
  },
  'redirect-scheme': {
    title: '重定向的目标既不是 http: 也不是 https:',
    sentence: (context) =>
      `${hostOf(context.url)} 把 ${context.method} ${context.url} 重定向到 ` +
      `${context.evidence.locationUrl ?? '非 http(s) 的 URL'}，而请求只能继续访问 http: 和 https: 的 URL。`,
    remedy: (context) =>
      `${server(context)}，重定向到 http: 或 https: 的 URL；要用自有协议唤起应用，请用链接，而不是请求。`,
  },
  'redirect-location-invalid': {
    title: '重定向的 Location 不是合法的 URL',
    sentence: (context) =>
      `${hostOf(context.url)} 对 ${context.method} ${context.url} 返回了重定向，但其 Location 不是合法的 ` +
      `URL${errorText(context)}。`,
    remedy: (context) => `${server(context)}，只返回一个 Location，值为经过百分号编码的合法 URL。`,
  },
  'redirect-mode-error': {
    title: '页面不接受这个请求被重定向',
    sentence: (context) =>
      `${hostOf(context.url)} 对 ${context.method} ${context.url} 返回了重定向，而页面请求时设置了 redirect: 'error'。`,
    remedy: () => "在页面侧，去掉 redirect: 'error' 以跟随重定向，或者直接请求重定向之后的地址。",
  },
  'too-many-redirects': {
    title: '连续重定向超过 20 次',
    sentence: (context) => `${context.method} ${context.url} 连续重定向超过 20 次。`,
    remedy: (context) =>
      `${server(context)}，消除重定向循环：常见原因是终止 TLS 的代理之后 http: 与 https: 来回跳转，或登录页因为 Cookie 没有存下而反复跳回自己。`,
  },
  'redirect-blocked-after': {
    title: '页面自身的策略不允许重定向的目标',
    sentence: (context) =>
      `${hostOf(context.url)} 把 ${context.method} ${context.url} 重定向到 ${page(context)}的策略不允许的地址：可能是内容安全策略` +
      '（CSP），也可能是混合内容（https: 到 http:）。',
    remedy: () =>
      '在页面的 Content-Security-Policy 中允许重定向的目标（fetch 和 XHR 用 connect-src）；服务端只重定向到 https: 地址。',
  },
};

const ofThePage: Pick<
  Findings,
  | 'scheme-not-http'
  | 'mode-same-origin'
  | 'no-cors-redirect-mode'
  | 'csp'
  | 'mixed-content'
  | 'bad-port'
  | 'call-threw'
> = {
  'scheme-not-http': {
    title: '跨源请求只能使用 http: 和 https: 的 URL',
    sentence: (context) =>
      `${page(context)}请求了 ${context.evidence.url ?? context.url}，而跨源请求只能使用 http: 和 https: 的 URL。`,
    remedy: () =>
      '在页面侧，请求 http: 或 https: 的 URL。如果页面是以本地文件方式打开的，请用开发服务器提供该目录，再从那里打开。',
  },
  'mode-same-origin': {
    title: '页面限定了这个请求只能同源',
    sentence: (context) =>
      `${page(context)}以 mode: 'same-origin' 请求 ${context.url}，而这个模式不允许其他源。`,
    remedy: () =>
      "在页面侧，去掉 mode: 'same-origin'，或者改为请求页面自身源的地址，例如由自己的服务器转发的路径。",
  },
  'no-cors-redirect-mode': {
    title: "mode: 'no-cors' 只能与 redirect: 'follow' 搭配",
    sentence: (context) =>
      `${page(context)}请求 ${context.url} 时同时设置了 mode: 'no-cors' 和 'follow' 以外的重定向模式，二者不能并用。`,
    remedy: () => "在页面侧，去掉 redirect 选项，或者去掉 mode: 'no-cors'——它本来就会让所有响应都无法读取。",
  },
  csp: {
    title: '页面自身的内容安全策略（CSP）不允许这个 URL',
    sentence: (context) =>
      `${page(context)}的内容安全策略没有为这类请求列出 ${hostOf(context.url)}，因此 ${context.method} ${context.url} 没有发出。`,
    remedy: (context) =>
      `在页面的服务端，把 ${originOf(context.url)} 加入 Content-Security-Policy 中对应的指令（fetch、XHR 和 WebSocket 用 ` +
      'connect-src）。对方服务器的任何响应头都改变不了这一点。',
  },
  'mixed-content': {
    title: 'https: 页面不能请求 http: 的 URL',
    sentence: (context) =>
      `${page(context)}通过 https: 提供，却以 http: 请求了 ${context.url}，属于混合内容。`,
    remedy: (context) =>
      `在页面侧改为请求 https: 的 URL，并让 ${hostOf(context.url)} 支持 https:。任何响应头都改变不了这一点。`,
  },
  'bad-port': {
    title: '该 URL 的端口不允许页面请求',
    sentence: (context) =>
      `${page(context)}请求了 ${context.url}，该端口属于其他协议（例如 SSH 或邮件），不对任何页面开放。`,
    remedy: (context) => `${server(context)}，改用其他端口，例如 8080。`,
  },
  'call-threw': {
    title: '调用本身失败，没有发出任何请求',
    sentence: (context) =>
      `${page(context)}对 ${context.url} 的调用抛出了异常${errorText(context)}，没有发出请求。`,
    remedy: () => '在页面中查看调用处的异常：它会说明是哪个参数。',
  },
};

const ofPolicies: Pick<
  Findings,
  | 'local-network-insecure'
  | 'local-network-denied'
  | 'local-network-mismatch'
  | 'hsts-upgrade'
  | 'response-header-hidden'
  | 'corp-same-origin'
  | 'corp-same-site'
  | 'coep-require-corp'
  | 'coep-frame'
  | 'document-isolation-policy'
  | 'orb'
  | 'nosniff'
  | 'module-mime-type'
  | 'integrity'
  | 'response-unusable'
  | 'frame-refused'
> = {
  'local-network-insecure': {
    title: '非安全页面请求了本地网络的地址',
    sentence: (context) =>
      `${page(context)}不是安全上下文，而 ${hostOf(context.url)} 属于更私有的网络，Chrome 只对安全页面开放。`,
    remedy: () =>
      '在页面的服务端，改用 https: 提供页面，之后 Chrome 才能向用户请求权限。对方服务器的任何响应头都改变不了这一点。',
  },
  'local-network-denied': {
    title: '页面没有访问本地网络的权限',
    sentence: (context) =>
      `${page(context)}没有权限访问 ${hostOf(context.url)}，它位于本地网络或本机${errorText(context)}。`,
    remedy: () =>
      '在标签页的网站设置中，允许该页面访问本地网络；对于 iframe，用 allow="local-network-access"（新版本中还有 loopback-network）委托权限。任何响应' +
      '头都改变不了这一点。',
  },
  'local-network-mismatch': {
    title: '地址不在页面为它声明的网络中',
    sentence: (context) =>
      `${page(context)}为 ${hostOf(context.url)} 声明了地址空间（targetAddressSpace），而它的地址属于另一个${errorText(context)}。`,
    remedy: () =>
      "在页面侧，声明服务器实际所在的地址空间：本机用 'loopback'，局域网用 'local'。任何响应头都改变不了这一点。",
  },
  'hsts-upgrade': {
    title: 'HSTS 把 http: 改成了 https:，这算作一次重定向',
    sentence: (context) =>
      `${context.browser} 只通过 https: 访问 ${hostOf(context.url)}（Strict-Transport-Security），于是用内部重定向转走了 ` +
      `${context.method} ${context.url}；此后请求带的是 Origin: null，预检则会失败。`,
    remedy: (context) => `在页面侧，直接请求 ${hostOf(context.url)} 的 https: 地址；不要在服务端允许 null。`,
  },
  'response-header-hidden': {
    title: '有些响应头页面无权读取',
    sentence: (context) =>
      `${hostOf(context.url)} 随 ${context.url} 返回的一些响应头，${page(context)}看不到，因为 ` +
      'Access-Control-Expose-Headers 没有列出它们。',
    remedy: (context) =>
      `${server(context)}，在 Access-Control-Expose-Headers 中列出页面要读取的响应头。携带凭据时，* 只代表它自身。`,
  },
  'corp-same-origin': {
    title: 'Cross-Origin-Resource-Policy: same-origin 不允许其他源嵌入',
    sentence: (context) =>
      `${hostOf(context.url)} 在 ${context.url} 的响应中返回了 Cross-Origin-Resource-Policy: same-origin，因此 ` +
      `${page(context)}与它不同源，不能嵌入它。`,
    remedy: (context) =>
      `${server(context)}，为 ${context.url} 返回 Cross-Origin-Resource-Policy: cross-origin（如果只有同一站点的子域名嵌入，` +
      '用 same-site）。不少服务器和中间件默认返回 same-origin。',
  },
  'corp-same-site': {
    title: 'Cross-Origin-Resource-Policy: same-site 不允许其他站点嵌入',
    sentence: (context) =>
      `${hostOf(context.url)} 在 ${context.url} 的响应中返回了 Cross-Origin-Resource-Policy: same-site，因此 ` +
      `${page(context)}属于另一个站点，不能嵌入它。`,
    remedy: (context) =>
      `${server(context)}，为 ${context.url} 返回 Cross-Origin-Resource-Policy: cross-origin。`,
  },
  'coep-require-corp': {
    title: '页面的 Cross-Origin-Embedder-Policy 要求对方许可，而许可缺失',
    sentence: (context) =>
      `${page(context)}只嵌入明确许可的资源（Cross-Origin-Embedder-Policy: require-corp），而 ${context.url} 的响应没有 ` +
      'Cross-Origin-Resource-Policy。',
    remedy: (context) =>
      `${server(context)}，为 ${context.url} 返回 Cross-Origin-Resource-Policy: cross-origin；或者在页面的服务端返回 ` +
      'Cross-Origin-Embedder-Policy: credentialless，不带 Cookie 加载它。',
  },
  'coep-frame': {
    title: '页面的 Cross-Origin-Embedder-Policy 要求 iframe 文档也声明',
    sentence: (context) =>
      `外层页面返回了 Cross-Origin-Embedder-Policy，而 iframe 的文档 ${context.url} 没有作相应的声明。`,
    remedy: (context) =>
      `${server(context)}，为 ${context.url} 返回 Cross-Origin-Embedder-Policy: require-corp；如果外层页面与它不同源，再返回 ` +
      'Cross-Origin-Resource-Policy: cross-origin。',
  },
  'document-isolation-policy': {
    title: '页面的 Document-Isolation-Policy 要求对方许可，而许可缺失',
    sentence: (context) =>
      `${page(context)}只嵌入明确许可的资源（Document-Isolation-Policy），而 ${context.url} 的响应没有 ` +
      'Cross-Origin-Resource-Policy。',
    remedy: (context) =>
      `${server(context)}，为 ${context.url} 返回 Cross-Origin-Resource-Policy: cross-origin；或者在页面的服务端返回 ` +
      'Document-Isolation-Policy: isolate-and-credentialless。',
  },
  orb: {
    title: '这类响应不能交给跨源嵌入的元素（ORB）',
    sentence: (context) =>
      `${page(context)}嵌入了 ${context.url}，而它的响应不是这种元素能用的类型（例如 HTML、JSON 或错误页），因此被不透明响应拦截（ORB）扣下。`,
    remedy: (context) =>
      `${server(context)}，让 ${context.url} 返回元素所需的内容和正确的 Content-Type；常见原因是本该返回图片或脚本，却返回了错误页或登录页。如果要读取数` +
      '据，在页面侧改用 fetch()。',
  },
  nosniff: {
    title: 'Content-Type 不是这种元素可以使用的类型',
    sentence: (context) =>
      `${hostOf(context.url)} 返回 ${context.url} 时带有 X-Content-Type-Options: nosniff，其 Content-Type 不能用作脚` +
      `本或样式表${errorText(context)}。`,
    remedy: (context) =>
      `${server(context)}，返回正确的 Content-Type，例如 text/javascript 或 text/css；常见原因是文件位置返回了错误页。`,
  },
  'module-mime-type': {
    title: '模块脚本必须以 JavaScript 类型返回',
    sentence: (context) =>
      `${hostOf(context.url)} 返回 ${context.url} 时${typeOf(context)}，模块脚本只有是 JavaScript 类型才会运行。`,
    remedy: (context) =>
      `${server(context)}，返回 Content-Type: text/javascript；常见原因是文件位置返回了错误页。`,
  },
  integrity: {
    title: '响应与完整性元数据不符',
    sentence: (context) =>
      `${context.method} ${context.url} 的响应与 ${page(context)}给出的 integrity 值不符，或者无法比较。`,
    remedy: () =>
      '在页面中改用当前文件的哈希值。对于其他源的脚本或样式表，还要设置 crossorigin 并让其服务端允许：不透明响应与任何值都不符。',
  },
  'response-unusable': {
    title: '响应已到达，但发起请求的一方无法使用它',
    sentence: (context) =>
      `${context.method} ${context.url} 的响应到达了 ${page(context)}，但发起请求的一方报告了错误${statusOf(context)}。`,
    remedy: (context) =>
      `${server(context)}，确认 ${context.url} 返回状态码 200 和元素所期望的内容：脚本、样式表或图片，而不是错误页。`,
  },
  'frame-refused': {
    title: '该文档不允许这个页面用 iframe 展示它',
    sentence: (context) =>
      `${hostOf(context.url)} 不允许外层页面用 iframe 展示 ${context.url}（X-Frame-Options，或其 ` +
      'Content-Security-Policy 的 frame-ancestors）。',
    remedy: (context) =>
      `${server(context)}，用 Content-Security-Policy: frame-ancestors 列出可以嵌入它的源，并去掉 X-Frame-Options。只列出信任` +
      '的页面：允许嵌入会带来点击劫持的风险。',
  },
};

const ofTheNetwork: Pick<
  Findings,
  | 'network-dns'
  | 'network-refused'
  | 'network-reset'
  | 'network-tls'
  | 'network-timeout'
  | 'network-other'
  | 'aborted'
  | 'blocked-by-extension'
  | 'service-worker-opaque'
  | 'service-worker-failed'
  | 'login-prompt'
> = {
  'network-dns': {
    title: '域名无法解析',
    sentence: (context) =>
      `找不到 ${hostOf(context.url)} 的地址${errorText(context)}，${page(context)}的请求没有到达任何服务器。`,
    remedy: (context) =>
      `检查 ${hostOf(context.url)} 的拼写、DNS 记录、VPN 和代理。任何响应头都改变不了这一点。`,
  },
  'network-refused': {
    title: '服务器拒绝了连接',
    sentence: (context) =>
      `${hostOf(context.url)} 拒绝了连接${errorText(context)}：该端口似乎没有服务在监听，因此没有响应可供判断。`,
    remedy: (context) =>
      `启动 ${hostOf(context.url)} 的服务，并检查端口和防火墙。任何响应头都改变不了这一点。`,
  },
  'network-reset': {
    title: '连接在收到完整响应之前中断',
    sentence: (context) => `与 ${hostOf(context.url)} 的连接在收到完整响应之前中断${errorText(context)}。`,
    remedy: (context) =>
      `${server(context)}，查看日志：是否崩溃、是否超出大小或时间限制、是否有代理关闭了连接。任何响应头都改变不了这一点。`,
  },
  'network-tls': {
    title: '无法建立安全连接',
    sentence: (context) =>
      `无法与 ${hostOf(context.url)} 建立安全连接${errorText(context)}，因此请求没有发出。`,
    remedy: (context) =>
      `${server(context)}，使用与域名相符且受信任的证书。如果是开发服务器，在标签页中打开 ${originOf(context.url)} 并接受其证书，或安装本地证书颁发机构。`,
  },
  'network-timeout': {
    title: '服务器没有及时响应',
    sentence: (context) => `${hostOf(context.url)} 没有及时响应${errorText(context)}。`,
    remedy: (context) =>
      `检查从这里能否访问 ${hostOf(context.url)}（VPN、防火墙、端口），以及它应答 ${context.method} ${context.url} 要多久。`,
  },
  'network-other': {
    title: '在收到响应之前网络出错',
    sentence: (context) =>
      `${context.method} ${context.url} 因网络错误而失败${errorText(context)}，与同源规则无关。`,
    remedy: (context) => `在单独的标签页中打开 ${context.url}，看看会报告什么，再查看服务端日志。`,
  },
  aborted: {
    title: '请求在完成之前被取消',
    sentence: (context) =>
      `${context.method} ${context.url} 被取消${errorText(context)}：可能是页面自己的代码、它设置的超时，也可能是页面或元素已经消失。`,
    remedy: () =>
      '在页面侧，检查 AbortController、超时设置、同时提交的表单，以及加载过程中被移除的组件。服务端无需改动。',
  },
  'blocked-by-extension': {
    title: '本机的扩展或管理策略拦截了请求',
    sentence: (context) =>
      `${context.method} ${context.url} 被扩展或管理员策略拦截${errorText(context)}，与页面和服务器都无关。`,
    remedy: (context) =>
      `在没有扩展的用户配置中重试；在广告拦截扩展中为 ${hostOf(context.url)} 添加例外。路径中含有 ads、track 之类的词就常常会被拦截。`,
  },
  'service-worker-opaque': {
    title: '页面的 Service Worker 返回了脚本无法读取的响应',
    sentence: (context) =>
      `${page(context)}的 Service Worker 以不透明响应应答了 ${context.method} ${context.url}，而需要读取响应的请求不能接受它。`,
    remedy: () =>
      "在 Service Worker 中，直接用 fetch(event.request) 应答，或者缓存以 mode: 'cors' 获取的响应；以 mode: 'no-cors' 获取的响应在缓" +
      '存中仍然是不透明的。',
  },
  'service-worker-failed': {
    title: '页面的 Service Worker 没有给出可用的应答',
    sentence: (context) =>
      `${page(context)}的 Service Worker 接管了 ${context.method} ${context.url}，却以错误应答：传给 respondWith() 的 Promise 被拒绝，或者不是响应。`,
    remedy: () =>
      '检查 Service Worker 的 fetch 处理函数：它自己发出的请求单独成行，并有各自的原因。无法应答时，应返回一个说明原因的 Response。',
  },
  'login-prompt': {
    title: '服务器要求输入用户名和密码',
    sentence: (context) =>
      `${hostOf(context.url)} 要求为 ${context.url} 输入用户名和密码，在有人作答之前请求会一直等待。`,
    remedy: (context) =>
      `填写或关闭登录框。如果不想弹出登录框，${server(context)}对脚本请求返回不带 WWW-Authenticate 的 401。`,
  },
};

const ofTheRecord: Pick<
  Findings,
  'body-cut-short' | 'browser-disagrees' | 'unexplained' | 'ended-unseen' | 'never-seen'
> = {
  'body-cut-short': {
    title: '响应体没有完整到达',
    sentence: (context) =>
      `${context.method} ${context.url} 的响应头通过了所有检查，之后响应体中断：可能是页面关闭了它，也可能是连接断开。`,
    remedy: () => '如果是页面主动关闭了流，则无需处理；否则检查服务端日志和代理的时间、大小限制。',
  },
  'browser-disagrees': {
    title: '按规则应当失败，实际却没有被拦下',
    sentence: (context) => {
      const { origin } = context.evidence;
      const header =
        origin === undefined
          ? ''
          : origin === null
            ? '（没有 Access-Control-Allow-Origin）'
            : `（Access-Control-Allow-Origin 是${quote(origin)}）`;
      return (
        `${browserName(context)}让 ${page(context)}的 ${context.method} ${context.url} 继续进行，` +
        `但按这里看到的响应头${header}本不允许：可能有其他扩展改动了响应头，或者由 Service Worker 应答。`
      );
    },
    remedy: () =>
      '在没有其他扩展的用户配置中重试，尤其是“解除跨域限制”类扩展：它们会掩盖其他访问者将会遇到的问题。如果仍然如此，请把这条记录发给 CORScope 的开发者。',
  },
  unexplained: {
    title: '响应被拒绝，但没有规则能解释',
    sentence: (context) =>
      `${browserName(context)}拒绝把 ${context.url} 的响应交给 ${page(context)}，但这里看到的响应头符合所有规则：可能有其他扩展在检查之前改动了它们。`,
    remedy: () =>
      '在没有其他扩展的用户配置中重试，并查看控制台中的消息。如果仍然如此，请把这条记录发给 CORScope 的开发者。',
  },
  'never-seen': {
    title: '页面发起了调用，但没有看到请求',
    sentence: (context) =>
      `${page(context)}调用了 ${context.method} ${context.url}，而 ${browserName(context)}没有显示任何请求：可能由 ` +
      'Service Worker、预加载或缓存应答，可能立即被取消，也可能被不留痕迹的规则拦下。',
    remedy: () => '查看控制台：被拦下的请求会在那里留下原因。',
  },
  'ended-unseen': {
    title: '没有看到这个请求的结束',
    sentence: (context) =>
      `${context.method} ${context.url} 进行期间 CORScope 的后台被停止，没有看到它如何结束。`,
    remedy: () => '重新发起一次请求。',
  },
};

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url;
}

const whose = ({ origin }: Happening) =>
  origin === null || origin === 'null' ? 'Origin 为 null 的页面' : `${origin} 的页面`;
const withStatus = ({ status }: Happening) => (status === null ? '' : `（状态码 ${status}）`);
const allowing = ({ allowOrigin, withCredentials }: Happening) =>
  `Access-Control-Allow-Origin 是${quote(allowOrigin)}` +
  (withCredentials ? '，且 Access-Control-Allow-Credentials 是 true' : '');
const withHeaders = (text: string, { headerNames }: Happening) =>
  headerNames.length === 0 ? `${text} ` : `${text}（带有 ${headerNames.join('、')}）`;
const thePreflight = (happening: Happening) =>
  `${whose(happening)}为 ${withHeaders(`${happening.method} ${happening.url}`, happening)}发出的预检请求`;
const answered = (happening: Happening) => `${thePreflight(happening)}已得到应答${withStatus(happening)}`;

const endings: Readonly<Record<Outcome, string>> = {
  allowed: '通过',
  blocked: '被拦截',
  opaque: '通过（不透明）',
  failed: '失败',
  pending: '尚未结束',
  unknown: '结果不确定',
};

const headline: Prose['headline'] = {
  sameOrigin: (happening) =>
    `${happening.url} 与 ${whose(happening)}同源，页面可以读取响应，不受跨源规则限制。`,
  simple: (happening) =>
    happening.allowOrigin === null
      ? `${whose(happening)}可以读取 ${happening.url} 的响应，但没有看到是哪些响应头允许的。`
      : `${whose(happening)}可以读取 ${happening.url} 的响应，因为其 ${allowing(happening)}。`,
  preflighted: (happening) => {
    const asked = withHeaders(happening.method, happening);
    const preflight = happening.isPreflightSeen
      ? `预检请求允许了 ${asked.trim()}`
      : `${asked}沿用仍在缓存中的预检结果，没有再次预检`;
    return happening.allowOrigin === null
      ? `${preflight}，${whose(happening)}得到了 ${happening.url} 的响应。`
      : `${preflight}，${whose(happening)}可以读取 ${happening.url} 的响应，因为其 ${allowing(happening)}。`;
  },
  navigation: (happening) => `标签页打开了 ${happening.url}${withStatus(happening)}：导航可以去往任何源。`,
  frame: (happening) =>
    happening.isSameOrigin
      ? `${whose(happening)}中的 iframe 加载了同源的 ${happening.url}${withStatus(happening)}。`
      : `${whose(happening)}中的 iframe 加载了 ${happening.url}${withStatus(happening)}：可以展示，但双方不能互相读取。`,
  webSocket: (happening) =>
    `${happening.host} 接受了 ${whose(happening)}的 WebSocket 连接：WebSocket 不受同源策略限制，必须由服务端自己检查 Origin。`,
  webSocketRefused: (happening) =>
    `${happening.host} 以状态码 ${happening.status}（而不是 101）应答了 ${whose(happening)}的 WebSocket 握手；` +
    '是否因为 Origin，只有服务端知道。',
  embedded: (happening) =>
    `${whose(happening)}可以使用 ${happening.url}，但脚本读不到其中的任何内容，因为嵌入时没有请求许可（no-cors）。`,
  opaque: (happening) =>
    `${whose(happening)}得到了 ${happening.url} 的不透明响应：在 mode: 'no-cors' 下，无论服务端返回什么，` +
    '脚本都读不到状态码、响应头和响应体。',
  sent: (happening) =>
    `${whose(happening)}发送了 ${happening.method} ${happening.url}，这类请求的响应不会被任何人读取。`,
  pending: (happening) => `${whose(happening)}发起的 ${happening.method} ${happening.url} 还没有得到响应。`,
  pendingPreflight: (happening) =>
    `${whose(happening)}发起的 ${happening.method} ${happening.url} 正在等待预检请求的响应。`,
  readOrOpaque: (happening) =>
    `${whose(happening)}得到了 ${happening.url} 的响应，或者可以读取，或者只能使用；要区分两者，需要知道请求的模式。`,
  fromServiceWorker: (happening) =>
    `${whose(happening)}的 Service Worker 应答了 ${happening.method} ${happening.url}，页面已得到该应答。`,
  byServiceWorker: (happening) =>
    `${happening.url} 交给了 ${whose(happening)}的 Service Worker，看不到它返回了什么。`,
  unknown: (happening) =>
    `无法得知 ${whose(happening)}发起的 ${happening.method} ${happening.url} 如何结束。`,
  preflight: {
    allowed: (happening) => `${answered(happening)}，允许发出该请求。`,
    blocked: (happening) => `${answered(happening)}，不允许发出该请求；原因见该请求所在的行。`,
    opaque: (happening) => `${answered(happening)}。`,
    failed: (happening) =>
      `${thePreflight(happening)}没有得到应答${happening.error ? `（${happening.error}）` : ''}。`,
    pending: (happening) => `${thePreflight(happening)}还没有得到应答。`,
    unknown: (happening) =>
      `${answered(happening)}，但不确定是否允许发出该请求；可能的原因见该请求所在的行。`,
  },
  valued: (title, value) => `${title}（${quote(value)}）`,
  either: (happening, outcome, titles, tell) =>
    `${whose(happening)}发起的 ${happening.method} ${happening.url} ${endings[outcome]}：` +
    `或者${titles.join('，或者')}；要区分它们，需要知道${headline.tells[tell]}。`,
  tells: {
    mode: '请求的模式是 cors 还是 no-cors',
    credentials: "页面是否要求携带凭据（credentials: 'include'、withCredentials）",
    'mode-and-credentials': '请求的模式，以及是否携带凭据',
    'redirect-mode': '页面请求时的 redirect 选项，以及控制台中的消息',
    cancelled: '页面是否在加载过程中移除了该元素',
    embedder: '页面返回的是这两项策略中的哪一项',
    'preflight-log': '服务端日志中是否有 OPTIONS 请求',
    'local-network': '页面是否有权访问本地网络（见网站设置）',
    'service-worker': '页面的 Service Worker 返回了什么',
    console: '控制台中的消息',
  },
  noted: (sentence, notes) =>
    notes.length === 0 ? sentence : `${sentence.replace(/。$/, '')}（${notes.join('；')}）。`,
  redirectedFrom: (url) => `由 ${url} 重定向而来`,
  computed: (browser) => `按规则推算：${browser} 不向扩展提供这里的结果`,
};

const ticket: Prose['ticket'] = {
  title: (outcome, method, url, origin) =>
    `${origin === 'null' ? '不透明源（null）' : `${origin} `}发起的 ${method} ${url} ${endings[outcome]}`,
  happened: '发生了什么',
  change: '需要修改什么',
  columns: ['响应头', '位置', '现在', '需要'],
  on: { preflight: '预检响应（OPTIONS）', response: '响应' },
  statusCode: '状态码',
  missing: '（缺失）',
  empty: '（空值）',
  realOrigin: '真实的源：见下方警告',
  hop: (number, url) => `重定向链中的第 ${number} 个请求，${url}`,
  allowListed:
    'Access-Control-Allow-Origin 只能是一个逐字节相同的源，或者 *。如需支持多个源，请将 Origin 请求头与白名单比对，' +
    '只返回匹配的那一个，并加上 Vary: Origin。原样回显任意 Origin 等于把数据开放给所有网站。',
  neverNull:
    '警告：不要允许源 null。任何网站都能从沙箱 iframe 发出它。请查清请求为什么带着 null' +
    '（沙箱 iframe、本地文件、跨两个源的重定向），并从那里修复。',
  unseenResponse: (method, origin, withCredentials) =>
    `${method} 请求本身没有发出，因此没有看到它的响应：该响应同样需要 Access-Control-Allow-Origin: ${origin}` +
    (withCredentials ? '，以及 Access-Control-Allow-Credentials: true。' : '。'),
  seeProblems: '需要修改的内容见下方各个问题。',
  nothingWrong: '这个请求无需任何修改即可通过。',
  problems: '全部问题',
  candidates: '可能的原因',
  rule: (link) => `（规则：${link}）`,
  step: (section, step) => `${section}，第 ${step} 步`,
  request: '实际发送的请求',
  preflightRequest: '预检请求所询问的',
  responseHeaders: '返回的内容',
  preflightResponse: (status) => `预检响应，状态码 ${status}`,
  response: (status) => `响应，状态码 ${status}`,
  noResponse: '没有看到响应。',
  verify: '如何验证',
  verifyPreflight: '原样的预检请求：',
  verifyRequest: '请求本身：',
  verifyRepeats: '这会在服务端再执行一次该请求，请只在不会造成影响的环境中运行。',
  verifyNote: 'curl 和 Postman 只显示响应头，并不执行这条规则：请把返回的响应头与上表对照。',
  noLogin: '这些命令不带 Cookie 和 Authorization；需要登录的接口，结果可能不同。',
  withheld: '每个 redacted-… 代表一个已去除的值，运行命令之前请换成实际的值。',
  source: '依据',
  observed: (browser) => `由 ${browser} 实际执行，属于观察到的结果。`,
  computed: (browser) => `按规则推算得出：${browser} 不向扩展提供这里的结果。`,
  assumed: (assumption) => `假设：${assumption}`,
};

/** Everything the program says, in Simplified Chinese. */
export const zhCn: Prose = {
  ...rowZhCn,
  findings: {
    ...onTheResponse,
    ...onThePreflight,
    ...ofThePreflight,
    ...ofRedirects,
    ...ofThePage,
    ...ofPolicies,
    ...ofTheNetwork,
    ...ofTheRecord,
  },
  assumptions: {
    'mode-not-visible': '明文 http 下没有请求头能表明请求的模式，也没有其他依据：每种可能的模式都试过。',
    'credentials-not-visible': '从外部看不到页面是否要求携带凭据：两种情况都作了判断。',
    'credentials-not-included':
      '没有迹象表明是“include”，因此按凭据模式“same-origin”判断：发往其他源时不携带凭据。',
    'redirect-mode-not-visible': '从外部看不到页面是否要求跟随重定向：两种情况都作了判断。',
    'call-ambiguous':
      '页面有多个调用都与这个请求相符，或者请求多于调用，无法判断如何对应：没有采用调用中的值。',
    'call-hides-it': '已知页面的调用，但它把这个值放在访问器后面，不会去运行：依据其他迹象判断。',
    'use-not-visible':
      '看不到页面能否使用这个响应：页面要求的哈希（integrity）不符，或者内容不是它能接受的，仍会使它失败。',
    'answer-timed':
      '这个请求没有离开页面，只有文档的计时记录提到它：看不到它的方法、模式和凭据模式，按普通请求处理。',
  },
  sections: {
    mainFetch: '主获取流程（Main fetch）',
    httpFetch: 'HTTP 获取（HTTP fetch）',
    httpRedirectFetch: 'HTTP 重定向获取',
    httpNetworkOrCacheFetch: 'HTTP 网络或缓存获取',
    httpNetworkFetch: 'HTTP 网络获取',
    corsPreflightFetch: 'CORS 预检获取',
    corsCheck: 'CORS 检查',
    corpCheck: '跨源资源策略检查',
    taoCheck: 'TAO 检查（谁能看到计时）',
    nosniff: '是否因 nosniff 拦截',
    mimeType: '是否因 MIME 类型拦截',
    moduleScript: '获取模块脚本',
    frameAncestors: 'frame-ancestors 指令',
    orb: '不透明响应拦截（ORB）',
    localNetworkAccess: '本地网络访问检查',
    frameOptions: 'X-Frame-Options 检查',
    embedderPolicy: 'iframe 文档的嵌入策略检查',
  },
  steps: {
    mainFetch: {
      '1': '获取从这里开始：在此之前停止的，还不是请求。',
      '7': '策略（页面的内容安全策略、混合内容、被禁用的端口）不允许该 URL：失败。',
      '10': '该主机只能通过 https: 访问（HSTS）：URL 改为 https:。',
      '12.2': '同源、data: URL、导航或 WebSocket：直接获取，无需许可。',
      '12.3': '模式为“same-origin”，而 URL 属于另一个源：失败。',
      '12.4': '模式为“no-cors”：获取，但响应不透明；如果不跟随重定向，则失败。',
      '12.5': '既不是 http: 也不是 https:：失败。',
      '12.6': '方法、请求头、流式请求体或上传监听器需要许可：先发预检请求。',
      '12.7': '其余情况：带上 Origin 直接发出，再检查响应。',
      '14.2': '按页面能读取的范围交付响应：基本、CORS 或不透明。',
      '20': '响应的类型与用途不符（nosniff、MIME 类型）：失败。',
      '23': '响应体与要求的哈希值不符（integrity）：失败。',
    },
    httpFetch: {
      '3.4': 'Service Worker 返回了这个请求不能接受的响应类型：失败。',
      '4.1': '预检缓存中没有覆盖该方法和这些请求头的条目：先发预检请求。',
      '4.3': '之前的预检已经允许该方法和这些请求头：请求直接发出。',
      '4.4': '这是要读取响应的跨源请求，而 CORS 检查没有通过：失败。',
      '6.3': "响应是重定向，而页面不接受重定向（redirect: 'error'）：失败。",
      '7': '交付响应。',
    },
    httpRedirectFetch: {
      '4': '没有 Location 响应头，无处可去：直接使用该响应。',
      '5': 'Location 不是合法的 URL：失败。',
      '6': 'Location 既不是 http: 也不是 https:：失败。',
      '7': '已经跟随了二十次重定向：失败。',
      '9': '跨源请求被重定向到另一个源中带有用户名或密码的 URL：失败。',
      '10': '响应已属跨源，而 URL 带有用户名或密码：失败。',
      '22': '跟随重定向，对新的 URL 重新执行这些规则。',
    },
    httpNetworkOrCacheFetch: {
      '15': '携带凭据的请求收到 401：询问用户名和密码。',
    },
    httpNetworkFetch: {
      '8': '等待期间请求被终止。',
      '8.1': '无法建立连接：失败。',
      '8.5': '接收响应时连接断开：失败。',
    },
    corsPreflightFetch: {
      '6': '发出预检请求，等待响应。',
      '7.3': '允许的方法和请求头是名称列表吗？任何一个不是，则失败。',
      '7.5': '方法是 GET、HEAD、POST，或已列出，或在不携带凭据时由 * 覆盖吗？否则失败。',
      '7.6': '如果请求带有 Authorization，它被明确列出了吗？否则失败。',
      '7.7': '每个请求头都已列出，或在不携带凭据时由 * 覆盖吗？否则失败。',
      '7.16': '所询问的全部得到允许：记住这份许可，请求可以发出。',
      '8': '预检响应的状态码在 200 到 299 之间，并且通过了 CORS 检查吗？否则失败。',
    },
    corsCheck: {
      '2': '有 Access-Control-Allow-Origin 响应头吗？没有则失败。',
      '3': '值是 *，且请求不携带凭据吗？是则通过。',
      '4': '值与发送的 Origin 逐字节相同吗？不同则失败。',
      '5': '请求不携带凭据吗？是则通过。',
      '7': 'Access-Control-Allow-Credentials 恰好是 true 吗？是则通过。',
      '8': '携带凭据却未获允许：失败。',
    },
    corpCheck: {
      '3': 'Cross-Origin-Resource-Policy 本身禁止这个页面嵌入吗？是则失败。',
      '5': '页面对所嵌入资源的要求也满足吗？是则通过。',
      '7': '页面要求对方许可，而响应没有给出：失败。',
    },
    taoCheck: {
      '2': '之前的重定向已经隐藏了计时吗？是则这里也隐藏。',
      '4': 'Timing-Allow-Origin 含有 * 吗？是则页面能看到计时。',
      '5': 'Timing-Allow-Origin 含有发送的 Origin 吗？是则页面能看到计时。',
      '6': '这是 iframe 中另一个源的文档吗？是则外层页面看不到计时。',
      '7': '与页面同源吗？是则页面能看到计时。',
      '8': '没有任何响应头允许页面看到计时。',
    },
    nosniff: {
      '1': '没有 X-Content-Type-Options: nosniff 吗？是则通过。',
      '4': '用作脚本，而类型不是 JavaScript 吗？是则失败。',
      '5': '用作样式表，而类型不是 text/css 吗？是则失败。',
      '6': '其余情况通过。',
    },
    mimeType: {
      '2': '没有声明类型吗？是则通过。',
      '4': '用作脚本，而类型是图片、音频、视频或 text/csv 吗？是则失败。',
      '5': '其余情况通过。',
    },
    moduleScript: {
      '1': '没有声明 JavaScript 类型（或按 JSON、CSS 导入时的对应类型）吗？模块不作猜测：失败。',
    },
    orb: {
      '3.1': '是任何页面都可以嵌入的类型（JavaScript、CSS、SVG）吗？是则通过。',
      '3.2': '是没有页面会嵌入的类型（如 PDF、CSV、ZIP）吗？是则失败。',
      '3.3': '是 HTML、JSON 或 XML 的部分响应吗？是则失败。',
      '3.4': '带有 nosniff，而类型是 HTML、JSON、XML 或纯文本吗？是则失败。',
      '5': '其余由响应体的开头几个字节决定，这里看不到。',
    },
    localNetworkAccess: { '1': '这个页面可以访问更私有的网络中的地址吗？' },
    frameOptions: {
      '2': '文档声明了 frame-ancestors 吗？是则 X-Frame-Options 不起作用。',
      '6': '有多个互相矛盾的值，且其中有已知的值吗？是则拒绝。',
      '7': '有多个值，但都不是已知的值吗？是则都不算数。',
      '8': '是 DENY 吗？是则拒绝。',
      '9': '是 SAMEORIGIN，而外层页面中有别的源吗？是则拒绝。',
      '10': '没有任何响应头禁止它被嵌入。',
    },
    frameAncestors: {
      '5': '有外层页面不符合指令中的任何来源吗？是则拒绝。',
      '6': '所有外层页面都被允许。',
    },
    embedderPolicy: {
      '5': '外层页面没有要求，或 iframe 的文档有同样的策略吗？是则通过。',
      '7': 'iframe 的文档没有自己的嵌入策略：失败。',
    },
  },
  headline,
  ticket,
};
