import { escaped, htmlPage, inlineJson, languageLink } from './html';
import type { Origins } from './origins';
import type { Language, Text } from './scenario';
import { texts } from './texts';

const words = {
  title: { en: 'Fix a server', 'zh-CN': '修复一个服务器' },
  lead: {
    en: 'This page has sent a PUT with credentials and a header of its own to a bucket on another origin, which has no CORS rules. In CORScope, select the blocked request, choose “Amazon S3” under Configuration, and copy. Paste it here, apply it, and reload.',
    'zh-CN':
      '本页面向另一个源上的存储桶发送了一个带凭据和自定义请求头的 PUT，而它还没有 CORS 规则。在 CORScope 中选择被拦截的请求，在“配置”里选择“Amazon S3”，复制，粘贴到这里并应用，然后刷新。',
  },
  result: { en: 'Result', 'zh-CN': '结果' },
  running: { en: 'Requesting…', 'zh-CN': '正在请求…' },
  got: { en: 'The page got the response, status', 'zh-CN': '页面得到了响应，状态码' },
  failed: { en: 'The page got', 'zh-CN': '页面得到' },
  rules: { en: 'CORS rules of the bucket (JSON)', 'zh-CN': '存储桶的 CORS 规则（JSON）' },
  apply: { en: 'Apply', 'zh-CN': '应用' },
  applied: { en: 'Applied. Reload the page.', 'zh-CN': '已应用。请刷新页面。' },
  reload: { en: 'Reload', 'zh-CN': '刷新' },
} as const satisfies Readonly<Record<string, Text>>;

/** What the index calls the page of the bucket. */
export const bucketTitle: Text = words.title;

/** The page that is blocked by a bucket, and gives it the rules that the panel wrote. */
export function bucketPage({ page, api }: Origins, lang: Language): string {
  const { got, failed, applied } = words;
  const inScript = { bucket: api, words: { got: got[lang], failed: failed[lang], applied: applied[lang] } };
  return htmlPage(
    lang,
    words.title[lang],
    `<nav><a href="${page}/?lang=${lang}">${texts.index[lang]}</a> ${languageLink(lang)}</nav>
<h1>${escaped(words.title[lang])}</h1>
<p>${escaped(words.lead[lang])}</p>
<p>${words.result[lang]}: <b id="bucket-result">${words.running[lang]}</b></p>
<form id="bucket-form">
<p><label>${escaped(words.rules[lang])}<br><textarea id="bucket-rules" rows="14" cols="60" spellcheck="false"></textarea></label></p>
<p><button>${words.apply[lang]}</button> <output id="bucket-said"></output> <a href="/bucket?lang=${lang}">${words.reload[lang]}</a></p>
</form>
<script type="application/json" id="bucket-words">${inlineJson(inScript)}</script>
<script src="/bucket-page.js"></script>`,
  );
}
