import type { cli as english } from '../en/cli';
import type { Translation } from '../shapes';

export const cli: Translation<typeof english> = {
  brief: {
    from: (origin) => `来自 ${origin}`,
    status: (status) => `状态码 ${status}`,
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
      'page-events': '',
    },
  },
  problems: {
    'too-large': (megabytes) => `超过 ${megabytes} MB`,
    'not-json': '不是有效的 JSON',
    cut: '文件不完整：内容被截断',
    'other-format': '不是 CORScope 报告、HAR 文件、HTTP 报文、curl -v 的输出或关于请求的控制台消息',
    'other-version': '由更新版本的 CORScope 写出的报告',
    'no-requests': '其中没有请求',
    place: (line, column) => `第 ${line} 行，第 ${column} 列`,
  },
};
