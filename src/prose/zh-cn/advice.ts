import type { advice as en } from '../en/advice';
import type { Translation } from '../shapes';
import { ofCost } from './advice-cost';
import { ofSecurity } from './advice-security';

const number = (value: number) => value.toLocaleString('zh-CN');

/** 关于建议的文字。 */
export const advice: Translation<typeof en> = {
  texts: { ...ofSecurity, ...ofCost },
  title: '建议',
  kinds: { security: '安全', cost: '耗时' },
  severities: { high: '高', medium: '中', low: '低' },
  columns: {
    severity: '严重程度',
    kind: '类别',
    title: '建议',
    total: '依据',
  },
  count: number,
  remedy: '如何修改',
  evidence: '证据',
  requests: (total) => (total === 1 ? '依据这个请求' : `依据 ${number(total)} 个请求`),
  events: (total) => (total === 1 ? '依据这条消息' : `依据 ${number(total)} 条消息`),
  more: (count) => `还有 ${number(count)} 个`,
  gone: '已不在日志中',
  close: '关闭详情',
  nothing: '没有建议',
  nothingHint: '这份记录中没有需要修改的地方。建议只依据已记录的内容：CORScope 自己不发送任何请求。',
  summary: (security, cost) =>
    `${number(security)} 条关于安全，${number(cost)} 条关于耗时。只依据已记录的内容。`,
};
