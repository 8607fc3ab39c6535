import { parseUrl } from '../../engine';
import type { Cause } from '../cause';
import { header, headerLines, maskedAnswer, statusLine } from '../evidence';
import { cookiesSetBy } from '../signed-out';

/** The host protects its previews: it wants a login before the application runs. */
export const deploymentProtection: Cause = {
  actor: 'platform',
  covers: ['preflight-authentication', 'error-without-cors', 'windows-authentication'],
  match(context) {
    const answer = maskedAnswer(context);
    if (answer?.status !== 401 && answer?.status !== 403) return null;
    const cookie = cookiesSetBy(answer).find(({ name }) => /^(_vercel_sso_nonce|CF_AppSession)$/.test(name));
    const isHtml = /^text\/html/i.test(header(answer, 'Content-Type') ?? '');
    const isPlatform = /^(vercel|netlify)$/i.test(header(answer, 'Server') ?? '') && isHtml;
    const host = parseUrl(answer.request.url)?.hostname ?? '';
    const isTunnel = /\.(app\.github\.dev|githubpreview\.dev|gitpod\.io|devtunnels\.ms)$/.test(host);
    if (!cookie && !isPlatform && !isTunnel) return null;
    const { exchange, hop } = answer;
    return {
      confidence: cookie ? 'certain' : 'likely',
      evidence: [
        statusLine(answer),
        ...headerLines(answer, ['Server', 'Content-Type']),
        ...(cookie
          ? [
              {
                exchange,
                hop,
                kind: 'header',
                on: 'response',
                name: 'Set-Cookie',
                value: cookie.name,
              } as const,
            ]
          : []),
      ],
    };
  },
};
