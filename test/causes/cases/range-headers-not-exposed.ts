import { pageWith } from '../answers';
import type { CauseCase } from '../case';

export const rangeHeadersNotExposed: CauseCase = {
  cause: 'range-headers-not-exposed',
  title: 'A map reader asks for the range bytes=1024--2 and gets 416; by the own proxy the same file works',
  why: "The bucket does not expose Content-Range, so the reader computes the file's size from nothing. No error is shown anywhere.",
  sources: [
    'blacha/cogeotiff#1349',
    'mozilla/pdf.js#8566',
    'mozilla/pdf.js#10159',
    'eukarya-inc/PLATEAU-VIEW!519',
  ],
  server: 'imitated',
  twin: {
    differs: 'The headers are exposed; the second range begins behind the end of the file.',
    cause: null,
  },
  fix: 'Access-Control-Expose-Headers: Content-Range, Accept-Ranges, ETag.',
  origins: { page: 'viewer.maps', bucket: 'eu1.objects' },
  page: 'page:/',
  row: { at: 'bucket:/dev/merged_cog.tif', outcome: 'allowed' },
  works: ({ second }) => second === 206,
  servers: {
    page: (_, { at, variant }) =>
      pageWith(`const url = '${at('bucket', '/dev/merged_cog.tif')}';
        const first = await fetch(url, { headers: { Range: 'bytes=0-1023' } });
        const range = first.headers.get('content-range');
        const total = Number((range ?? '*/-1').split('/')[1]);
        const from = ${variant === 'twin' ? 'total' : '1024'};
        return { range, second: await asked(url, { headers: { Range: 'bytes=' + from + '-' + (${variant === 'twin' ? '2 * ' : ''}total - 1) } }) };`),
    bucket({ method, headers }, { variant }) {
      const cors = {
        'Access-Control-Allow-Origin': '*',
        ...(variant !== 'broken' && {
          'Access-Control-Expose-Headers': 'Content-Range, Accept-Ranges, ETag',
        }),
      };
      if (method === 'OPTIONS') {
        const allowed = {
          'Access-Control-Allow-Methods': 'GET, HEAD',
          'Access-Control-Allow-Headers': 'range',
        };
        return { headers: { ...cors, ...allowed } };
      }
      const [, from = '', to = ''] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
      if (from === '' || Number(from) >= 4096) {
        return {
          status: 416,
          headers: { ...cors, 'Content-Range': 'bytes */4096', 'Content-Type': 'application/xml' },
          body: '<Error><Code>InvalidRange</Code></Error>',
        };
      }
      return {
        status: 206,
        headers: {
          ...cors,
          'Content-Type': 'image/tiff',
          'Accept-Ranges': 'bytes',
          ETag: '"a1"',
          'Content-Range': `bytes ${from}-${to}/4096`,
          'Cache-Control': 'no-store',
        },
        body: Buffer.alloc(Number(to) - Number(from) + 1),
      };
    },
  },
};
