import type { AssumptionCode } from '../../exchange/verdict/verdict';

/** Why something had to be assumed, and what that means for the verdict, in Simplified Chinese. */
export const assumptions: Readonly<Record<AssumptionCode, string>> = {
  'mode-not-visible': '明文 http 下没有请求头能表明请求的模式，也没有其他依据，因此尝试了每种可能的模式。',
  'credentials-not-visible': '看不到页面是否要求携带凭据，因此对两种情况都作了判断。',
  'credentials-not-included':
    '没有迹象表明是“include”，因此按凭据模式“same-origin”判断：发往其他源时不携带凭据。',
  'redirect-mode-not-visible': '看不到页面是否要求跟随重定向，因此对两种情况都作了判断。',
  'call-ambiguous':
    '页面有多个调用与这个请求相符，或者请求多于调用，无法判断如何对应，因此只采用它们共有的值，并对每个调用分别判定。',
  'call-hides-it': '已知页面的调用，但它把这个值放在访问器中，扩展不会执行访问器，因此依据其他信息判断。',
  'use-not-visible':
    '看不到页面能否使用这个响应：完整性校验（integrity）不匹配或内容不合适，仍可能使它失败。',
  'answer-timed':
    '这个请求没有离开页面，只有文档的计时记录显示了它：看不到它的方法、模式和凭据模式，按普通请求处理。',
  'method-not-visible': '这个请求没有发出，只有策略违规报告提到它：看不到它的方法，按 GET 处理。',
  'download-not-visible':
    '看不到点击的是不是带 download 属性的链接：如果是，响应会被保存为文件，标签页仍显示原来的文档。',
};
