import type { Explained } from './origins';
import type { Language } from './prose';

/** What the settings menu says, in one language. Loaded when it is opened. */
export interface SettingsProse {
  readonly language: string;
  readonly automatic: string;
  /** Whether scripts may run in the page's own world. */
  readonly pageWorld: Explained;
}

const settings: Readonly<Record<Language, SettingsProse>> = {
  en: {
    language: 'Language',
    automatic: 'Automatic',
    pageWorld: {
      label: 'Look from inside the page',
      meaning:
        'Scripts of CORScope also run in the page’s own world, where calls, listeners and writers are seen. ' +
        'Without them, only what shows from beside the page. From the next navigation on.',
    },
  },
  'zh-CN': {
    language: '语言',
    automatic: '自动',
    pageWorld: {
      label: '从页面内部观察',
      meaning:
        'CORScope 的脚本也在页面自身环境中运行，可以看到调用、监听器和写入者。' +
        '关闭后只能看到在页面之外可见的内容。从下一次导航起生效。',
    },
  },
};

/** What the settings menu says in a language. */
export function settingsProseFor(language: Language): SettingsProse {
  return settings[language];
}
