import type { reasons as en } from '../en/reasons';
import type { Translation } from '../shapes';

/** Why script does not see a header, and what became of a cookie, in Simplified Chinese. */
export const reasons = {
  hidden: {
    'forbidden-name': '任何脚本都看不到它。',
    'not-exposed': 'Access-Control-Expose-Headers 没有列出它。',
    'wildcard-with-credentials':
      'Access-Control-Expose-Headers 的值是 *，而携带凭据时 * 只是一个普通的名称。',
    'expose-headers-invalid': 'Access-Control-Expose-Headers 不是名称列表，因此什么也没有公开。',
    opaque: '响应不透明：脚本看不到它的任何响应头。',
    opaqueredirect: '重定向没有跟随就交给了页面：脚本看不到它的任何响应头。',
  },
  cookies: {
    'in-the-header': '它在 Cookie 请求头中。',
    'kept-back':
      '没有看到任何阻止它随此请求发送的原因，实际却没有发送：其间已被删除，或者第三方 Cookie 被禁用或分区。',
    omitted: '它的属性都符合，却没有发送：请求没有携带凭据，或者它已被删除，或者第三方 Cookie 被禁用或分区。',
    manifest: '浏览器请求 Web 应用清单时不携带凭据，除非 link 上有 crossorigin="use-credentials"。',
    'kept-since':
      '浏览器现在保存着它，属性也都符合：它是在此请求之后设置的，或者第三方 Cookie 被禁用或分区。',
    matches: 'Domain、Path 和 SameSite 都符合。',
    'matches-if-third-party': '属性都符合，前提是这里允许第三方 Cookie。',
    taken: '属性都符合。端口无关紧要：同一主机的所有端口共用 Cookie。',
    'taken-away': '它的到期时间已过：同名的 Cookie 被移除。',
    'taken-if-third-party': '属性都符合；它是第三方 Cookie，可能被禁用或分区。',
    unreadable: '它为空、超过 4,096 字节、缺少浏览器要求的名称，或含有控制字符。',
    'credentials-mode': '此请求不向这个源携带凭据，也不接受凭据。',
    'domain-mismatch': '它的 Domain 不包含这个主机。',
    'public-suffix': '它的 Domain 是任何人都能在其下注册名称的后缀。',
    'secure-over-http': '它带有 Secure，而 URL 既不是 https:，也不在本机。',
    'none-without-secure': 'SameSite=None 必须同时带有 Secure。',
    'partitioned-without-secure': 'Partitioned 必须同时带有 Secure。',
    'secure-prefix': '以 __Secure- 开头的名称必须带有 Secure。',
    'host-prefix': '以 __Host- 开头的名称必须带有 Secure 和 Path=/，且不能有 Domain。',
    'http-prefix': '以 __Http- 开头的名称必须带有 Secure 和 HttpOnly。',
    'host-http-prefix': '以 __Host-Http- 开头的名称必须带有 Secure、HttpOnly 和 Path=/，且不能有 Domain。',
    'nameless-prefix': '它没有名称，而值以 __Host- 之类的名称前缀开头。',
    'same-site-from-cross-site': 'SameSite 限定它只属于自己的站点，而请求来自另一个站点的页面。',
    'no-storage-access':
      '此请求无权使用未分区的第三方 Cookie（Sec-Fetch-Storage-Access）。该值为 inactive 时，服务器可以用 Activate-Storage-Access: retry; allowed-origin="…"（页面的源）启用；否则，该站点的 iframe 要调用 requestStorageAccess()，或者为 Cookie 加上 Partitioned。',
    expired: '它已过期。',
    'host-only': '设置时没有 Domain：只发给那个主机本身，不发给其下的子域名。',
    'path-mismatch': '它的 Path 不包含这个 URL。',
    'strict-cross-site': 'SameSite=Strict，而请求来自另一个站点。',
    'lax-cross-site': 'SameSite=Lax，而请求来自另一个站点，且不是打开页面。',
    'lax-by-default-cross-site': '它没有声明 SameSite，在这里视为 Lax，而请求来自另一个站点。',
    'other-partition': '它只属于另一个顶层站点下的页面。',
    'kept-apart': '该浏览器默认按顶层站点隔离第三方 Cookie：在别处设置的不会带到这里。',
  },
} satisfies Translation<typeof en>;
