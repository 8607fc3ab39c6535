import { comment, doubleQuoted, indented, lines } from '../config-text';
import { entriesOf, entryLines, type PolicyEntry } from '../policy-entries';
import type { Stack } from '../stack';

const names: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Credentials': 'cors-allow-credentials',
  'Access-Control-Expose-Headers': 'cors-expose-headers',
  'Access-Control-Allow-Methods': 'cors-allow-methods',
  'Access-Control-Allow-Headers': 'cors-allow-headers',
  'Access-Control-Max-Age': 'cors-max-age',
};

const annotation = (name: string, value: string) =>
  `nginx.ingress.kubernetes.io/${name}: ${doubleQuoted(value)}`;
const option = ({ header, value }: PolicyEntry) => annotation(names[header] ?? '', value);

/** The ingress controller for Kubernetes with nginx. */
export const ingressNginx: Stack = {
  name: 'ingress-nginx (Kubernetes)',
  link: 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#enable-cors',
  write(policy, comments) {
    const { origins, credentials, methods, requestHeaders } = policy;
    const { always, onPreflight } = entriesOf(policy, comments);
    const isAny = origins === '*';
    const options = lines(
      annotation('enable-cors', 'true'),
      comment('#', ...(isAny ? [comments.anyOrigin] : [comments.origins, comments.others])),
      annotation('cors-allow-origin', isAny ? '*' : origins.join(', ')),
      entryLines(always, '#', option),
      // Without these, it allows credentials, and lists of its own.
      !credentials && annotation('cors-allow-credentials', 'false'),
      comment('#', comments.preflight),
      entryLines(onPreflight, '#', option),
      methods.length === 0 && annotation('cors-allow-methods', 'GET, HEAD, POST'),
      requestHeaders.length === 0 &&
        lines(comment('#', comments.noRequestHeaders), annotation('cors-allow-headers', 'Accept')),
    );
    const text = lines(
      comment('#', comments.place, comments.replaces, comments.errors),
      'metadata:',
      '  annotations:',
      indented(options, '    '),
    );
    return [{ file: 'ingress.yaml', text }];
  },
};
