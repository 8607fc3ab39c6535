import { isPreflight, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const bucketRegionRedirect: CauseCase = {
  cause: 'bucket-region-redirect',
  title: 'An upload by a presigned URL to a new bucket is blocked at the preflight',
  why: "The URL names the global endpoint, which redirects to the bucket's region.",
  sources: ['boto/boto3#421', 'component/s3#7', 'boto/boto3#1982', 'transloadit/uppy#713'],
  server: 'replayed',
  twin: {
    differs: 'The redirect is not of the storage: no x-amz headers, another path.',
    cause: 'preflight-redirect',
  },
  fix: 'The URL is presigned for the region.',
  origins: { page: 'www.uploads', global: 'bucket.s3-global', region: 'bucket.s3-eu-west-1' },
  page: 'page:/',
  row: { at: 'global:/a.png', method: 'PUT', outcome: 'blocked' },
  works: ({ put }) => put === 200,
  servers: {
    page: (_, { at, variant }) =>
      pageWith(`return { put: await asked('${at(variant === 'fix' ? 'region' : 'global', '/a.png?X-Amz-Signature=0f')}', {
        method: 'PUT', headers: { 'Content-Type': 'image/png' }, body: 'x' }) };`),
    global: (_, { at, variant }) => ({
      status: 307,
      headers:
        variant === 'twin'
          ? { Location: '/moved/a.png' }
          : {
              'x-amz-bucket-region': 'eu-west-1',
              'x-amz-request-id': '7F0A',
              'x-amz-id-2': 'q1w2',
              Location: at('region', '/a.png?X-Amz-Signature=0f'),
              'Content-Type': 'application/xml',
              Server: 'AmazonS3',
            },
      body: '<Error><Code>TemporaryRedirect</Code></Error>',
    }),
    region(request, { origin }) {
      const cors = { 'Access-Control-Allow-Origin': origin('page'), Vary: 'Origin', Server: 'AmazonS3' };
      return isPreflight(request) ? preflight(cors, 'PUT', 'content-type') : { headers: cors };
    },
  },
};
