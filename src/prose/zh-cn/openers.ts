import type { openers as en } from '../en/openers';
import type { Translation } from '../shapes';

/** The sentences about windows that the page opened, in Simplified Chinese. */
export const openers = {
  title: '打开者',
  hasOpener: 'window.opener',
  yes: '一个窗口',
  no: 'null',
  why: '原因',
  because: {
    'opened-policy':
      '它自己的 Cross-Origin-Opener-Policy 使它进入单独的浏览上下文组：打开它的一方没有这一策略，或该策略从不与打开者同组。',
    'opener-policy':
      '前一个文档的 Cross-Origin-Opener-Policy 只与同源且策略相同的文档同组，而此文档没有策略；在那里改用 same-origin-allow-popups 即可保留与所打开窗口的联系。',
    'both-policies': '两个文档都有 Cross-Origin-Opener-Policy，只有策略与源都相同时才同组。',
    'redirect-policy':
      '途中将请求重定向的某个响应带有 Cross-Origin-Opener-Policy，使窗口进入单独的组；之后的文档无法恢复联系。',
    'framed-opener':
      '打开它的是另一个源的框架，而所在页面的 Cross-Origin-Opener-Policy 为 same-origin：这样打开的窗口没有打开者。',
    'severed-before': '此标签页中前一个文档也没有打开者，联系不会恢复。',
    'no-policy':
      '按两个文档的策略本应保留联系，所以是从未给予或已被放弃：rel="noopener"、带 target="_blank" 而没有 rel="opener" 的链接、window.open() 中的 noopener、由用户打开，或脚本将 window.opener 设为 null。',
    'not-known':
      '需要录到两个文档的响应才能判断：任一方的 Cross-Origin-Opener-Policy、noopener，或脚本将 window.opener 设为 null。',
  },
  severed:
    '两个窗口之间的 postMessage() 都不会送达：这里的 window.opener 为 null，那边 window.open() 的返回值显示 closed，或本身就是 null。BroadcastChannel 仍可连接同源文档。',
  openedPolicy: '它的打开者策略',
  openerPolicy: '打开者页面的策略',
  beforePolicy: '前一个文档的策略',
  policies: {
    'unsafe-none': '没有起作用的策略（unsafe-none）',
    'same-origin-allow-popups': 'same-origin-allow-popups',
    'noopener-allow-popups': 'noopener-allow-popups',
    'same-origin': 'same-origin',
    'same-origin-plus-coep': 'same-origin，并由嵌入者策略隔离',
  },
  policyUnknown: '未录到',
} satisfies Translation<typeof en>;
