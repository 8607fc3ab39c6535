import { page } from '../answers';
import type { CauseCase } from '../case';

export const originKeyedDocumentDomain: CauseCase = {
  cause: 'origin-keyed-document-domain',
  title: 'document.domain is set, and keeps its value',
  why: 'The response has Origin-Agent-Cluster: ?1, so the browser ignores the assignment.',
  sources: ['mdn/content#30161', 'mdn/mdn#638'],
  server: 'imitated',
  twin: {
    differs: 'Origin-Agent-Cluster is ?0; the script assigns the whole host name, which is no change.',
    cause: null,
  },
  fix: 'Origin-Agent-Cluster: ?0.',
  origins: { page: 'forms.portal-suite' },
  page: 'page:/',
  row: null,
  // Firefox 153 changes document.domain also after Origin-Agent-Cluster: ?1 (measured).
  only: 'chromium',
  works: ({ changed }) => changed === true,
  servers: {
    page: (_, { variant }) =>
      page(
        `const before = document.domain;
        document.domain = ${variant === 'twin' ? 'before' : "before.replace('forms.', '')"};
        window.result = { changed: document.domain !== before };`,
        { headers: { 'Origin-Agent-Cluster': variant === 'broken' ? '?1' : '?0' } },
      ),
  },
};
