import type { cli as english } from '../en/cli';
import type { Translation } from '../shapes';
import { help } from './cli-help';

export const cli: Translation<typeof english> = {
  brief: {
    labelled: (label) => `${label}：`,
    from: (origin) => `来自 ${origin}`,
    status: (status) => `状态码 ${status}`,
    preflightStatus: (status) => `预检状态码 ${status}`,
    change: '修改',
    page: '页面代码',
    rule: '规则',
    candidates: '可能是下列之一',
    prints: (browser) => `${browser} 显示`,
    other: (browser) => `在 ${browser} 中`,
    more: '更多',
  },
  summary: {
    none: '没有请求。',
    passed: (requests) => `${requests} 个请求，均未被阻止。`,
    found: (requests, blocked, failed, unknown) =>
      [
        `${requests} 个请求：${blocked} 个被阻止`,
        ...(failed > 0 ? [`${failed} 个失败`] : []),
        ...(unknown > 0 ? [`${unknown} 个结果未知`] : []),
      ].join('，'),
    hidden: (count) => `另有 ${count} 个：使用 --all 列出所有请求。`,
  },
  file: {
    formats: { report: 'CORScope 报告', har: 'HAR 文件', text: '文本' },
    read: (name, format, writer) => `${name}：${format}${writer === null ? '' : `，由 ${writer} 写出`}`,
    rulesOf: (browser) => `按 ${browser} 的规则判断。`,
    assumedBrowser: (browser) => `文件没有说明请求由哪个浏览器发送：按 ${browser} 的规则判断。`,
    leftOut: (count) => `${count} 项无效，已略去。`,
    lacks: {
      ends: '文件没有显示请求如何结束：只按规则判断。',
      'blocked-responses': '文件中有些请求没有响应：它们的结果未知。',
      'some-headers': '文件中没有 Cookie 和 Authorization 请求头：它们可能已被删除。',
      modes: '文件没有显示请求的模式：按通常的模式判断。',
      responses: '控制台消息不显示响应：只知道浏览器所说的内容。',
      'page-events': '',
    },
  },
  diff: {
    summary: (pairs, changed, added, removed) =>
      `两个文件共有 ${pairs} 个请求，其中 ${changed} 个结果不同；仅第二个文件有 ${added} 个，仅第一个文件有 ${removed} 个。`,
    added: '仅在第二个文件中',
    removed: '仅在第一个文件中',
  },
  fix: {
    nothing: '没有服务器策略能让这些请求通过。',
    chooseStack: '没有响应说明服务器的种类；请选择 stack',
    unknownStack: (name) => `没有名为 ${name} 的 stack`,
  },
  replay: {
    title: '重新发送：',
    preflight: '预检请求：',
    request: '请求：',
    fetch: '在同源页面的控制台中：',
    test: 'Playwright 测试：',
    testComment: '浏览器拦截该请求时失败，修复后通过。',
    check: '用于 CI 的检查，不需要浏览器：',
    note: '请求体不会被录制。机密已替换为占位符：服务器需要时请填入您自己的值。',
    nothing: '没有这样的请求。',
  },
  check: {
    notUrl: '不是 URL',
    notMethod: '不是请求方法',
    notHeader: '不是请求头',
    in: (browsers) => `在 ${browsers.join(' 和 ')} 中：`,
    failed: '未通过',
    from: (origin) => (origin === null ? '没有 Origin 请求头' : `来自 ${origin}`),
    result: (kept, broken) => `${kept} 项检查通过，${broken} 项未通过。`,
    rules: {
      allows: '必须允许页面读取响应',
      'allows-errors': '必须允许页面读取此错误响应',
      refuses: '必须拒绝此源',
      preflight: '预检响应必须允许该方法和所有请求头',
      'no-more-methods': '必须拒绝策略之外的方法',
      'no-more-headers': '必须拒绝策略之外的请求头',
      credentials: '必须允许凭据',
      'no-credentials': '不得允许凭据',
      exposes: '必须允许脚本读取公开的响应头',
      varies: '响应必须带有 Vary: Origin，否则缓存会混用两个源的响应',
      'max-age': '预检响应的有效期必须与策略一致',
    },
  },
  help,
  inspect: {
    opening: (url) => `正在记录 ${url}`,
    noChromium:
      '没有找到 Chromium。请安装，或设置 CHROME_PATH。Google Chrome 自 137 版起不再从命令行加载扩展。',
    noFirefox: '没有找到 Firefox。请安装，或设置 FIREFOX_PATH。',
    noExtension: '扩展尚未构建：npm run build',
    noScript: '--script 需要 Chromium：脚本使用 Playwright 的 page，而 Playwright 无法驱动这个 Firefox',
    notConnected: (endpoint, reason) => `--connect ${endpoint}：无法连接（${reason}）`,
    notLoaded: (folder) =>
      `--connect：该浏览器没有此扩展，而 Chromium 在运行时不接受新的扩展。请在 chrome://extensions 中加载，或用 --load-extension=${folder} 启动 Chromium`,
    noSystemAccess:
      '--connect：Firefox 只有在可以访问其自身窗口时才能打开扩展的页面：请用 --remote-debugging-port 和 --remote-allow-system-access 启动它',
    needsNewerNode: 'Node.js 22.18 或更新版本可以运行 TypeScript；较旧的版本请写成 .mjs',
  },
  playwright: {
    onlyChromium: 'corscope/playwright 只能记录启用 JavaScript 的 Chromium：请在其他项目中跳过这些测试',
    notRecorded: '只记录 fixture 的 page 以及由它打开的标签页',
    more: (count) => `另有 ${count} 个，见附件中的报告。`,
    answered: (urls) =>
      `测试自己返回了这些请求的响应（route.fulfill）：${urls}。浏览器对它们的判定与您的服务器无关。`,
    preflights: (urls) =>
      `只要测试设置了 route，Playwright 就会自己应答所有预检请求，并全部允许：您的服务器没有收到关于 ${urls} 的预检请求。`,
    addedToAll: (names) =>
      `测试给所有请求添加了请求头：${names}。Chromium 会因此发送预检请求，而页面的用户并不需要它。`,
    added: (url, names) => `测试给 ${url} 添加了请求头（route）：${names}。`,
  },
  agent: {
    instructions:
      'CORScope 解释浏览器拦截请求的原因（CORS、CORP、COEP、ORB、CSP、混合内容、本地网络访问）：根本原因、证据和最小的修改。请先用页面的 URL 调用 inspect；它会打开 Chromium（或 Firefox），并显示页面和其他 DevTools 工具看不到的响应头。',
    tools: {
      inspect:
        '在 Chromium 或 Firefox 中打开页面，并解释每个未通过的请求：原因、证据、需要修改的响应头。返回报告的编号。',
      blocked: '解释报告中的其他请求。',
      explain: '解释 HAR 文件、CORScope 报告、HTTP 报文、curl -v 的输出或浏览器控制台的错误消息。',
      check:
        '向某个 URL 发送某个源的页面会发送的预检请求和请求，并说明 Chrome 和 Firefox 是否允许页面读取响应。如果预检请求通过，会真正发送请求。',
      fix: '将报告中各服务器的最小 CORS 策略写成某种服务器或框架的配置。',
      verify: '再次打开报告的页面，并说明有什么变化。',
    },
    attached:
      'CORScope 解释浏览器为何拦截此页面所记录的标签页的请求：根本原因、证据和最小的修改，并包含页面看不到的响应头。如果此页面只列出标签页，请用 ?url= 和该标签页 URL 的开头打开它。',
    inspectAttached: '重新加载所记录的标签页，并解释每个未通过的请求：原因、证据、需要修改的响应头。',
    blockedAttached: '解释所记录的标签页中至今未通过的请求。',
    verifyAttached: '重新加载所记录的标签页，并说明有什么变化。',
    parameters: {
      report: '报告的编号，例如 r1。',
      from: '要解释的第一个请求的序号。',
      until: '要等待的 CSS 选择器或毫秒数。',
      connect: '运行中的浏览器的地址，例如 ws://127.0.0.1:9222：将在其中打开新标签页。',
      text: '文本本身。',
      path: '文件的路径。',
      origin: '页面的源，例如 https://app.example。',
      headers: '页面设置的请求头的名称。',
      stack: '例如 nginx、express、spring。默认为响应中说明的种类。',
    },
    handle: (handle) => `报告 ${handle}。`,
    more: (count, handle, from) =>
      `另有 ${count} 个：以${handle === null ? '' : ` report ${handle} 和`} from ${from} 调用 blocked。`,
    unknownHandle: (handle, known) => `没有报告 ${handle}。现有：${known}。`,
    textOrPath: '请提供 text 或 path，且只提供一个。',
    notValid: '源、方法或请求头的名称无效。',
    noPolicy: '这里不能用服务器策略解决；请查看报告中需要修改的内容。',
    notInspected: '该报告来自文件：只有打开过的页面才能再次打开。',
    passes: '现在已通过。',
    still: '没有变化。',
    next: '现在是另一个原因。',
    gone: '这次没有发出。',
    fresh: '是新出现的。',
  },
  html: {
    filter: '筛选请求',
    outcome: '结果',
    all: '所有结果',
    headers: '请求头与响应头',
    requestHeaders: '请求头',
    responseHeaders: '响应头',
  },
  reading: (name, percent) => `正在读取 ${name}：${percent}%`,
  problems: {
    'too-large': (megabytes) => `超过 ${megabytes} MB`,
    'long-text': (megabytes) => `文本不是 JSON，且超过 ${megabytes} MB`,
    'not-json': '不是有效的 JSON',
    'long-item': 'JSON 中一处的值过多，不可能是报告或 HAR 文件',
    'too-deep': 'JSON 嵌套过深，不可能是报告或 HAR 文件',
    cut: '文件不完整：内容被截断',
    'other-format': '不是 CORScope 报告、HAR 文件、HTTP 报文、curl -v 的输出或关于请求的控制台消息',
    'no-url': '控制台消息中没有请求的 URL：请连同说明 URL 的那一行一起复制',
    'other-version': '由更新版本的 CORScope 写出的报告',
    'no-requests': '其中没有请求',
    place: (line, column) => `第 ${line} 行，第 ${column} 列`,
  },
};
