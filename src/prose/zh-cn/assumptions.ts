import type { AssumptionCode } from '../../exchange/verdict/judge';

/** Why something had to be assumed, and what that means for the verdict, in Simplified Chinese. */
export const assumptions: Readonly<Record<AssumptionCode, string>> = {
  'mode-not-visible': '明文 http 下没有请求头能表明请求的模式，也没有其他依据：每种可能的模式都试过。',
  'credentials-not-visible': '从外部看不到页面是否要求携带凭据：两种情况都作了判断。',
  'credentials-not-included':
    '没有迹象表明是“include”，因此按凭据模式“same-origin”判断：发往其他源时不携带凭据。',
  'redirect-mode-not-visible': '从外部看不到页面是否要求跟随重定向：两种情况都作了判断。',
  'call-ambiguous':
    '页面有多个调用都与这个请求相符，或者请求多于调用，无法判断如何对应：没有采用调用中的值。',
  'call-hides-it': '已知页面的调用，但它把这个值放在访问器后面，不会去运行：依据其他迹象判断。',
  'use-not-visible':
    '看不到页面能否使用这个响应：页面要求的哈希（integrity）不符，或者内容不是它能接受的，仍会使它失败。',
  'answer-timed':
    '这个请求没有离开页面，只有文档的计时记录提到它：看不到它的方法、模式和凭据模式，按普通请求处理。',
};
