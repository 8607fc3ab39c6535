import type { settings as en } from '../en/settings';
import type { Translation } from '../shapes';

/** What the settings menu says, in Simplified Chinese. */
export const settings = {
  language: '语言',
  automatic: '自动',
  pageWorld: {
    label: '从页面内部观察',
    meaning:
      'CORScope 的脚本也在页面自身环境中运行，可以看到调用、监听器和写入者。' +
      '关闭后只能看到在页面之外可见的内容。从下一次导航起生效。',
  },
} satisfies Translation<typeof en>;
