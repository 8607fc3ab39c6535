import type { Scenario } from '../scenario';
import { embed, get, img, leave } from '../steps';

const PAGE = '/landing';

/** Writing to another origin, embedding it and reading it: three kinds of access, three rules. */
export const access: readonly Scenario[] = [
  {
    id: 'write-link',
    title: { en: 'Write: a link to another origin', 'zh-CN': '写：指向另一个源的链接' },
    section: 'access',
    on: 'page',
    steps: [leave('link', 'api', {}, { path: PAGE })],
  },
  {
    id: 'write-redirect',
    title: { en: 'Write: a redirect to another origin', 'zh-CN': '写：重定向到另一个源' },
    section: 'access',
    on: 'page',
    steps: [leave('link', 'page', { loc: { to: 'api', path: PAGE, query: {} } })],
  },
  {
    id: 'write-form',
    title: { en: 'Write: a form submitted to another origin', 'zh-CN': '写：向另一个源提交表单' },
    section: 'access',
    on: 'page',
    steps: [leave('form', 'api', {}, { path: PAGE })],
  },
  {
    id: 'embed-image',
    title: { en: 'Embed: an image from another origin', 'zh-CN': '嵌入：另一个源的图片' },
    section: 'access',
    on: 'page',
    steps: [img('api', { k: 'svg' })],
  },
  {
    id: 'embed-script',
    title: { en: 'Embed: a script from another origin', 'zh-CN': '嵌入：另一个源的脚本' },
    section: 'access',
    on: 'page',
    steps: [embed('script', 'api', { k: 'js' })],
  },
  {
    id: 'embed-frame',
    title: { en: 'Embed: a cross-origin frame', 'zh-CN': '嵌入：另一个源的 iframe' },
    section: 'access',
    on: 'page',
    steps: [embed('iframe', 'api', { k: 'html' })],
  },
  {
    id: 'read-frame',
    title: {
      en: 'Read: the document, storage and variables of a cross-origin frame: blocked',
      'zh-CN': '读：另一个源的 iframe 的 DOM、存储和 JS 对象：被拦截',
    },
    section: 'access',
    on: 'page',
    steps: (['document', 'localStorage', 'indexedDB', 'hello'] as const).map((touches) =>
      embed('iframe', 'api', { k: 'html' }, { touches }),
    ),
  },
  {
    id: 'read-fetch',
    title: {
      en: 'Read: fetch() from another origin without CORS headers: blocked',
      'zh-CN': '读：fetch() 另一个源，对方没有授权：被拦截',
    },
    section: 'access',
    on: 'page',
    steps: [get('api', { k: 'json' })],
  },
];
