import { json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const cdnCachedWithoutOrigin: CauseCase = {
  cause: 'cdn-cached-without-origin',
  title: 'An asset is blocked by CORS in some regions, or for some users',
  why: 'The CDN has cached a response to a request without Origin, which has no CORS headers.',
  sources: [
    'awslabs/speke-reference-server#37',
    'apache/trafficserver#3954',
    'porsche-design-system/porsche-design-system#1469',
    'PRX/Infrastructure#412',
  ],
  server: 'imitated',
  twin: { differs: 'The response is a miss: it comes from the origin server.', cause: null },
  fix: 'Origin is a part of the cache key.',
  origins: { page: 'www.podcasts', cdn: 'd111.cloudfront-edge' },
  page: 'page:/',
  row: { at: 'cdn:/feed.json', outcome: 'blocked' },
  works: ({ feed }) => feed === 200,
  servers: {
    page: (_, { at }) =>
      pageWith(`const fresh = await asked('${at('cdn', '/other.json')}');
        return { fresh, feed: await asked('${at('cdn', '/feed.json')}') };`),
    cdn({ path }, { variant }) {
      const server = {
        Server: 'AmazonS3',
        Via: '1.1 a1.cloudfront.net (CloudFront)',
        'X-Amz-Cf-Pop': 'FRA56-P3',
      };
      const cors = { ...server, 'Access-Control-Allow-Origin': '*', Vary: 'Origin' };
      if (path === '/other.json' || variant === 'fix') {
        return json({ ...cors, 'X-Cache': 'Miss from cloudfront' });
      }
      return json({
        ...server,
        ...(variant === 'broken'
          ? { 'X-Cache': 'Hit from cloudfront', Age: '5312' }
          : { 'X-Cache': 'Miss from cloudfront' }),
      });
    },
  },
};
