import type { CaseStep } from './cases';
import type { Written } from './hand-written';

const allowed = 'Access-Control-Allow-Origin: $O';
const nosniff = 'X-Content-Type-Options: nosniff';
const typed = (type: string) => `Content-Type: ${type}`;

/** What loads a script or a style sheet, and from where. */
const loaders = [
  { name: 'script', via: 'script', to: 'api' },
  { name: 'module', via: 'module', to: 'api' },
  { name: 'import', via: 'import', to: 'api' },
  { name: 'sheet', via: 'stylesheet', to: 'page' },
] as const satisfies readonly { name: string; via: CaseStep['via']; to: CaseStep['to'] }[];

const types = [
  'text/javascript',
  'text/css',
  'text/html',
  'text/plain',
  'text/csv',
  'image/png',
  'application/json',
];

/** The code works as a script and as a style sheet. */
const body = '/**/';

const byType: readonly Written[] = loaders.flatMap(({ name, via, to }) =>
  types.flatMap((type) =>
    [[], [nosniff]].map((extra): Written => {
      const isStrict = extra.length > 0;
      const query = { b: body, h: [allowed, typed(type), ...extra] };
      return [
        `${name}-${type.replace('/', '-')}${isStrict ? '-strict' : ''}`,
        `${name}: ${type}${isStrict ? ', nosniff' : ''}`,
        { via, to, query },
      ];
    }),
  ),
);

const byStatus: readonly Written[] = loaders.flatMap(({ name, via, to }) =>
  ['404', '503'].map((st): Written => {
    const type = via === 'stylesheet' ? 'text/css' : 'text/javascript';
    return [
      `${name}-${st}`,
      `${name}: status ${st}`,
      { via, to, query: { st, b: body, h: [allowed, typed(type)] } },
    ];
  }),
);

/** Scripts and style sheets by type and status, and what an `<object>` shows. */
export const writtenElements: readonly Written[] = [
  ...byType,
  ...byStatus,
  ['object-plain', 'an object', { via: 'object', to: 'api', query: { k: 'html' } }],
  [
    'object-nobody',
    'an object for nobody',
    { via: 'object', to: 'api', query: { k: 'html', h: ['X-Frame-Options: DENY'] } },
  ],
  [
    'object-ancestors',
    'an object for no ancestors',
    {
      via: 'object',
      to: 'api',
      query: { k: 'html', h: ["Content-Security-Policy: frame-ancestors 'none'"] },
    },
  ],
];
