import type { Language } from './scenario';

/** The text, escaped for HTML. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** The value as JSON that is safe inside a script element. */
export function inlineJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** A whole page around `body`; none requests a favicon. */
export function htmlPage(lang: Language, title: string, body: string, stylesheet = '/style.css'): string {
  return `<!doctype html>
<html lang="${lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
${stylesheet && `<link rel="stylesheet" href="${stylesheet}">`}
<title>${escaped(title)}</title>
${body}
`;
}

/** A link to the same page in the other language. */
export function languageLink(lang: Language): string {
  return lang === 'en'
    ? '<a href="?lang=zh-CN" lang="zh-CN" hreflang="zh-CN">中文</a>'
    : '<a href="?lang=en" lang="en" hreflang="en">English</a>';
}
