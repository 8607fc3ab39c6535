import type { Actor, Confidence } from '../../diagnosis/cause';

const actors: Readonly<Record<Actor, string>> = {
  'front-end': '前端',
  api: 'API',
  proxy: '代理或 Web 服务器',
  cdn: 'CDN',
  'identity-provider': '身份提供方',
  platform: '托管平台',
  'browser-extension': '浏览器扩展',
  'page-policy': '页面自己的策略',
  network: '网络',
};

const confidences: Readonly<Record<Confidence, string>> = {
  certain: '确定',
  likely: '很可能',
  possible: '可能',
};

/** 原因的相关文字。 */
export const causeWords = {
  title: '原因',
  several: '可能的原因',
  actor: '需要修改',
  evidenceTitle: '证据',
  labelled: (name: string, value: string) => `${name}：${value}`,
  actors,
  confidences,
  evidence: {
    status: (status: number) => `状态码 ${status}`,
    missing: (name: string) => `没有 ${name}`,
    pasted: (text: string) => `粘贴的 curl 结果：${text}`,
  },
};
