import { comment, lines, quoted } from '../config-text';
import type { Stack } from '../stack';

/** Ollama, which refuses origins that are not of this machine unless they are named. */
export const ollama: Stack = {
  name: 'Ollama',
  link: 'https://docs.ollama.com/faq#how-can-i-allow-additional-web-origins-to-access-ollama%3F',
  limits: ['lists-fixed'],
  write({ origins, credentials }, comments) {
    const isAny = origins === '*';
    const text = lines(
      comment('#', comments.place, comments.replaces),
      comment('#', ...(isAny ? [comments.anyOrigin] : [comments.origins, comments.others])),
      credentials && comment('#', comments.credentials),
      `OLLAMA_ORIGINS=${quoted(isAny ? '*' : origins.join(','))} ollama serve`,
    );
    return [{ file: 'shell', text }];
  },
};
