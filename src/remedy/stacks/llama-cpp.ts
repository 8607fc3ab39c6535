import { comment, lines, quoted } from '../config-text';
import { entriesOf } from '../policy-entries';
import type { Stack } from '../stack';

/** llama-server of llama.cpp. It sends the list of origins as it is, so only one can be named. */
export const llamaCpp: Stack = {
  name: 'llama.cpp (llama-server)',
  link: 'https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md',
  says: /^llama\.cpp$/i,
  limits: ['one-origin', 'lists-fixed'],
  write(policy, comments) {
    const { origins, methods, requestHeaders, credentials } = policy;
    const { onPreflight, always } = entriesOf(policy, comments);
    const notes = [...always, ...onPreflight].map((entry) => entry.comment);
    const isAny = origins === '*';
    const text = lines(
      comment('#', comments.place, comments.replaces),
      comment('#', ...(isAny ? [comments.anyOrigin] : [comments.origins, comments.others]), ...notes),
      [
        `llama-server --cors-origins ${quoted(isAny ? '*' : (origins[0] ?? ''))}`,
        `--cors-methods ${quoted(['GET', 'POST', ...methods.filter((name) => name !== 'GET' && name !== 'POST')].join(', '))}`,
        ...(requestHeaders.length > 0 ? [`--cors-headers ${quoted(requestHeaders.join(', '))}`] : []),
        credentials ? '--cors-credentials' : '--no-cors-credentials',
      ].join(' '),
    );
    return [{ file: 'shell', text }];
  },
};
