import type { Cause } from '../cause';
import type { Judged } from '../context';
import { answersOf, header, headerLines } from '../evidence';

const names = ['Cross-Origin-Resource-Policy', 'X-Frame-Options'];

/** Default headers of a framework or CDN forbid other sites to use what is made for them. */
export const defaultEmbeddingHeaders: Cause = {
  actor: 'api',
  covers: ['resource-policy'],
  match(context) {
    const { finding, answer, subject } = context;
    if (!answer || !/^(corp-same-(origin|site)|frame-refused)$/.test(finding?.code ?? '')) return null;
    const all = [subject, ...context.siblings];
    const isFramed = all.some(
      (one) => one.facts.kind === 'frame' && isSet(one, 'X-Frame-Options', /^(sameorigin|deny)$/i),
    );
    const isDefault =
      isFramed && all.some((one) => isSet(one, 'Cross-Origin-Resource-Policy', /^same-(origin|site)$/i));
    return isDefault ? { confidence: 'likely', evidence: headerLines(answer, names) } : null;
  },
};

function isSet(judged: Judged, name: string, value: RegExp): boolean {
  return answersOf(judged).some((answer) => value.test(header(answer, name) ?? ''));
}
