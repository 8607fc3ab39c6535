import type { SectionId } from '../../engine';

/** The names of the sections of the standards, in Simplified Chinese. */
export const sections: Readonly<Record<SectionId, string>> = {
  mainFetch: '主获取流程（Main fetch）',
  httpFetch: 'HTTP 获取（HTTP fetch）',
  httpRedirectFetch: 'HTTP 重定向获取',
  httpNetworkOrCacheFetch: 'HTTP 网络或缓存获取',
  httpNetworkFetch: 'HTTP 网络获取',
  corsPreflightFetch: 'CORS 预检获取',
  corsCheck: 'CORS 检查',
  corpCheck: '跨源资源策略检查',
  taoCheck: 'TAO 检查（谁能看到计时）',
  nosniff: '是否因 nosniff 拦截',
  mimeType: '是否因 MIME 类型拦截',
  moduleScript: '获取模块脚本',
  frameAncestors: 'frame-ancestors 指令',
  orb: '不透明响应拦截（ORB）',
  localNetworkAccess: '本地网络访问检查',
  frameOptions: 'X-Frame-Options 检查',
  embedderPolicy: 'iframe 文档的嵌入策略检查',
  workerScript: '获取 Worker 脚本',
  workerPolicy: 'Worker 的嵌入策略检查',
};
