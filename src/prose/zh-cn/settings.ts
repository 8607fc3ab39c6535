import type { settings as en } from '../en/settings';
import type { Translation } from '../shapes';

/** What the settings menu says, in Simplified Chinese. */
export const settings = {
  language: '语言',
  automatic: '自动',
  pageWorld: {
    label: '观察页面脚本',
    meaning:
      '让 CORScope 的脚本也在页面自身的 JavaScript 环境中运行，从而看到调用、监听器和写入者。关闭后只显示在该环境之外可见的内容。从下一次导航起生效。',
  },
} satisfies Translation<typeof en>;
