import { json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const routeWithoutCors: CauseCase = {
  cause: 'route-without-cors',
  title: 'Some routes of the API have CORS headers and some have not',
  why: 'The CORS middleware is registered after those routes.',
  sources: ['spring-projects/spring-boot#5834', 'spring-projects/spring-security#4729', 'aspnet/CORS#26'],
  server: 'imitated',
  twin: { differs: 'No route has the headers.', cause: null },
  fix: 'The middleware is registered first.',
  origins: { page: 'www.courses', api: 'api.courses-data' },
  page: 'page:/',
  row: { at: 'api:/actuator/info', outcome: 'blocked' },
  works: ({ info }) => info === 200,
  servers: {
    page: (_, { at }) =>
      pageWith(`const courses = await asked('${at('api', '/courses')}');
        const people = await asked('${at('api', '/people')}');
        return { courses, people, info: await asked('${at('api', '/actuator/info')}') };`),
    api({ path }, { variant }) {
      const isInside = variant === 'fix' || (variant === 'broken' && path !== '/actuator/info');
      return json(isInside ? { 'Access-Control-Allow-Origin': '*' } : {});
    },
  },
};
