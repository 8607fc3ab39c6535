import type { consoleMessages as en } from '../en/console-messages';
import type { Translation } from '../shapes';

/** 解释控制台消息的对话框的文字。 */
export const consoleMessages = {
  title: '解释控制台消息',
  close: '关闭',
  field: '来自 Chrome、Firefox 或 Safari 控制台的消息',
  browsers: {
    chrome: 'Chrome 浏览器',
    firefox: 'Firefox 浏览器',
    safari: 'Safari 浏览器',
  },
  unknown: '未知的措辞',
  requests: '本次录制中',
  otherReason: '因其他原因被拦截或失败，或已被允许',
  noRequest: '没有录制到与此消息匹配的请求。',
  meaning: '含义',
  meanings: '可能的含义',
  vague: {
    'any-failure':
      '此类请求无论因何失败，浏览器都会显示这条消息，即使与 CORS 无关。真正的原因在另一条消息中，或见该请求所在的行。',
    'for-script': '脚本只知道请求失败了。浏览器把原因显示为另一条消息：请粘贴那一条。',
  },
  unknownHint: '这不是 CORScope 认识的请求拦截消息。非英文版 Firefox 的消息只能通过其中的 URL 查找。',
  somePage: '<页面的源>',
  someMethod: '<请求方法>',
  someUrl: '<该 URL>',
} satisfies Translation<typeof en>;
