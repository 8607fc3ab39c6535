import type { Actor, Confidence } from '../../diagnosis/cause';

const actors: Readonly<Record<Actor, string>> = {
  'front-end': 'Front end',
  api: 'API',
  proxy: 'Proxy or web server',
  cdn: 'CDN',
  'identity-provider': 'Identity provider',
  platform: 'Hosting platform',
  'browser-extension': 'Browser extension',
  'page-policy': 'The page’s own policy',
  network: 'Network',
};

const confidences: Readonly<Record<Confidence, string>> = {
  certain: 'certain',
  likely: 'likely',
  possible: 'possible',
};

/** The words around causes. */
export const causeWords = {
  title: 'Cause',
  several: 'Possible causes',
  actor: 'Change needed in',
  evidenceTitle: 'Evidence',
  labelled: (name: string, value: string) => `${name}: ${value}`,
  actors,
  confidences,
  evidence: {
    status: (status: number) => `status ${status}`,
    missing: (name: string) => `no ${name}`,
    pasted: (text: string) => `pasted curl answer: ${text}`,
  },
};
